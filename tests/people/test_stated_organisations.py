"""What a community states about organisations, read or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.errors import SourceError
from folkmoot.people.stated_organisations import (
    FILE,
    MOST_BYTES,
    MOST_FILES,
    Register,
    StatedOrganisation,
    is_organisations_file,
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
    return parse_organisations({FILE: text.encode()})


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


@pytest.mark.parametrize("text", ["", "# nothing\n", "organisations = []", "other = 1"])
def test_a_file_may_state_nothing(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("organisations = 3", "no list"),
        ("organisations = [3]", "no table"),
        ("[[organisations]]\nsector = 'company'", "without `name`"),
        ("[[organisations]]\nname = '  '", "without `name`"),
        ("[[organisations]]\nname = 3", "no short text"),
        (f"[[organisations]]\nname = '{'x' * 301}'", "no short text"),
        ("[[organisations]]\nname = 'A'\nsector = 'cartel'", "'cartel'; it can be company, foundation"),
        ("[[organisations]]\nname = 'A'\nsector = ['company']", "no short text"),
        ("[[organisations]]\nname = 'A'\ndomains = 'a.example'", "no list"),
        ("[[organisations]]\nname = 'A'\ndomains = ['a@b.example']", "which is none"),
        ("[[organisations]]\nname = 'A'\ndomains = ['com']", "which is none"),
        ("[[organisations]]\nname = 'A'\nalso = [3]", "no short text"),
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


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    said = FILE
    try:
        found = parse_organisations({FILE: content})
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


def test_of_contradictory_statements_the_first_counts() -> None:
    later = b"[[organisations]]\nname = 'engines'\nsector = 'foundation'"
    first = b"[[organisations]]\nname = 'Engines'\nsector = 'company'"
    files = {".folkmoot/organisations-b.toml": later, ".folkmoot/organisations-a.toml": first}
    register = Register(parse_organisations(files))
    assert (register.name("ENGINES"), register.sector("engines")) == ("Engines", "company")
