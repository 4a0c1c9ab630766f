"""What a community states about organisations, read or refused."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from folkmoot.model.errors import SourceError
from folkmoot.people.stated_organisations import (
    FILE,
    MOST_BYTES,
    MOST_FILES,
    Register,
    StatedOrganisation,
    is_organisations_file,
    mailbox,
    parse_organisations,
)

WRITTEN = """
[[organisations]]
name = " Engines   Ltd "
sector = "Company"
domains = ["Engines.example", "lab.engines.test"]
also = ["Analytical Engines"]

[[organisations]]
name = "Looms"
"""


def read(text: str) -> tuple[StatedOrganisation, ...]:
    return parse_organisations({FILE: text.encode()}).organisations


def test_everything_stated_is_read() -> None:
    assert read(WRITTEN) == (
        StatedOrganisation(
            FILE,
            "Engines Ltd",
            "company",
            ("engines.example", "lab.engines.test"),
            ("Analytical Engines",),
        ),
        StatedOrganisation(FILE, "Looms"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "", "# nothing\n", "organisations = []", "other = 1", "[[organisations]]\nsector = 'company'",
        "[[organisations]]\nname = '  '",
    ],
)  # fmt: skip
def test_a_file_may_state_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("organisations = 3", "no list"),
        ("organisations = [3]", "no table"),
        ("[[organisations]]\nname = 3", "no short text"),
        (f"[[organisations]]\nname = '{'x' * 301}'", "no short text"),
        ("[[organisations]]\nname = 'A'\nsector = 'cartel'", "'cartel'; it can be company, foundation"),
        ("[[organisations]]\nname = 'A'\nsector = ['company']", "no short text"),
        ("[[organisations]]\nname = 'A'\ndomains = 'a.example'", "no list"),
        ("[[organisations]]\nname = 'A'\ndomains = ['a@b.example']", "which is none"),
        ("[[organisations]]\nname = 'A'\ndomains = ['com']", "which is none"),
        ("[[organisations]]\nname = 'A'\nalso = [3]", "no short text"),
        ("employers = 3", "no list"),
        ("employers = [3]", "an employer without `organisation`"),
        ("employers = [{email = 'a@x.example'}]", "an employer without `organisation`"),
        ("employers = [{email = 3, organisation = 'A'}]", "no short text"),
        ("employers = [{email = 'a@x', organisation = 'A', since = 3}]", "no date"),
        ("[[", "is not TOML"),
        ("a = " + "[" * 100_000, "is not TOML"),
        ("x" * (MOST_BYTES + 1), "is larger than 5 MB"),
    ],
)
def test_what_makes_no_sense_is_refused_by_name(text: str, says: str) -> None:
    with pytest.raises(SourceError, match=r"organisations\.toml") as caught:
        read(text)
    assert says in str(caught.value)


def test_too_many_files_are_refused() -> None:
    with pytest.raises(SourceError, match="at most 20"):
        parse_organisations({f".folkmoot/organisations-{one}.toml": b"" for one in range(MOST_FILES + 1)})


ONE = b'[[organisations]]\nname = "Looms %d"\n'
PIECES = (ONE % 1, ONE % 2, b"[[organisations]]\n", b'name = " "\n', b'domains = ["a.test"]\n', b"\n", b'"')


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(b"".join) | st.binary(max_size=200))
@example(ONE)
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    said = FILE
    try:
        found = parse_organisations({FILE: content}).organisations
    except SourceError as error:
        found, said = (), str(error)
    assert FILE in said
    assert all(one.name for one in found)


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        (".folkmoot/organisations.toml", True),
        (".folkmoot/organisations-imported.toml", True),
        (".folkmoot/people/organisations.toml", False),
        (".folkmoot/organisations/x.toml", False),
        ("organisations.toml", False),
        (".folkmoot/organisations.toml.bak", False),
    ],
)
def test_which_files_are_read(path: str, is_one: bool) -> None:
    assert is_organisations_file(path) is is_one


def test_looking_up() -> None:
    register = Register(read(WRITTEN))
    assert register.name("analytical ENGINES") == "Engines Ltd"
    assert register.name("others") == ""
    assert register.sector("engines ltd") == "company"
    assert register.sector("Looms") == ""
    assert register.domain("a.b.engines.example") == "engines.example"
    assert register.domain("engines.test") == ""
    assert register.owner("lab.engines.test") == "Engines Ltd"


def test_the_own_file_counts_before_imported_ones() -> None:
    own = b"[[organisations]]\nname = 'Engines Ltd'\nsector = 'company'\nalso = ['Engines']"
    imported = b"[[organisations]]\nname = 'Engines'\ndomains = ['engines.example']"
    for shown in (FILE, f"{FILE} of project 2"):
        files = {".folkmoot/organisations-a.toml": imported, shown: own}
        register = Register(parse_organisations(files).organisations)
        assert register.owner("engines.example") == "Engines Ltd"
        assert register.sector(register.owner("engines.example")) == "company"


def test_of_contradictory_statements_the_first_counts() -> None:
    later = b"[[organisations]]\nname = 'engines'\nsector = 'foundation'"
    first = b"[[organisations]]\nname = 'Engines'\nsector = 'company'"
    files = {".folkmoot/organisations-b.toml": later, ".folkmoot/organisations-a.toml": first}
    register = Register(parse_organisations(files).organisations)
    assert (register.name("ENGINES"), register.sector("engines")) == ("Engines", "company")


EMPLOYERS = """
employers = [
    { email = "Ada+lists@x.example", organisation = "Engines", until = 2025-06-30 },
    { email = "ada@x.example", organisation = "", since = 2025-07-01 },
    { email = "1+bob@users.noreply.github.com", organisation = "Looms" },
    { email = "erased", organisation = "Looms" },
]
"""


def test_employers_are_read_by_mailbox_and_account() -> None:
    found = parse_organisations({FILE: EMPLOYERS.encode()})
    assert {box: [job.organisation for job in jobs] for box, jobs in found.employers.items()} == {
        "ada@x.example": ["Engines", ""],
        "github.com/bob": ["Looms"],
    }
    first, second = found.employers["ada@x.example"]
    assert first.until == second.since


def test_what_is_no_address_is_nobodys_mailbox() -> None:
    assert mailbox("erased") == ""
    assert mailbox("ADA@x.example") == mailbox("ada+tag@x.example") == "ada@x.example"
