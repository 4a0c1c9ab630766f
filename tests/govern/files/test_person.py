"""A person's file: roles with their terms, keys, employers of a day, and roles written anew."""

from __future__ import annotations

from datetime import date

import pytest

from folkmoot.govern.files.person import MOST_DECISIONS, Held, Key, read_person, written_roles
from folkmoot.model.errors import SourceError

PATH = "people/ada.toml"
NEW = Held("maintainer", 2, date(2026, 1, 1))


def read(text: str) -> tuple[Held, ...]:
    return read_person(PATH, text.encode()).roles


def rewritten(before: str, *roles: Held) -> str:
    return written_roles(PATH, before.encode(), roles).decode()


def test_a_person_is_known_by_the_name_of_the_file() -> None:
    assert read_person(".folkmoot/people/Ada-L.toml", b"").handle == "Ada-L"
    with pytest.raises(SourceError, match="is not named after a handle"):
        read_person("people/ada lovelace.toml", b"")


def test_an_empty_file_states_nothing() -> None:
    found = read_person(PATH, b"")
    assert (found.roles, found.employers, found.keys, found.mails) == ((), (), (), ())


def test_mails_are_compared_without_regard_to_case() -> None:
    text = b'identities = ["Ada Example <Ada@Home.example>", "ADA@work.example"]\n'
    assert read_person(PATH, text).mails == ("ada@home.example", "ada@work.example")


def test_everything_a_role_states_is_read() -> None:
    text = """
    [[roles]]
    role = "maintainer"
    decision = 1
    since = 2026-01-05
    until = 2027-01-04
    ended = 2026-06-01
    ended_by = 9
    """
    assert read(text) == (Held("maintainer", 1, date(2026, 1, 5), date(2027, 1, 4), date(2026, 6, 1), 9),)


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("", "lacks `since`"),
        ("since = 2026-01-05\nsince_when = 1", "'since_when' that means nothing"),
        ("since = 2026-01-05\nended_by = 10000", "from 0 to 9999"),
        ("since = 2026-01-05T00:00:00Z", "no day"),
    ],
)
def test_a_role_that_makes_no_sense_is_named(line: str, wrong: str) -> None:
    with pytest.raises(SourceError, match=wrong):
        read(f'[[roles]]\nrole = "maintainer"\ndecision = 1\n{line}\n')


@pytest.mark.parametrize(
    ("decision", "is_one"), [(0, False), (1, True), (MOST_DECISIONS, True), (10_000, False)]
)
def test_a_role_comes_from_a_decision_that_can_be(decision: int, is_one: bool) -> None:
    text = f'[[roles]]\nrole = "maintainer"\ndecision = {decision}\nsince = 2026-01-05\n'
    if is_one:
        assert read(text)[0].decision == decision
    else:
        with pytest.raises(SourceError, match="`decision` that is no whole number from 1 to 9999"):
            read(text)


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2026, 1, 4), False),
        (date(2026, 1, 5), True),
        (date(2026, 5, 31), True),
        (date(2026, 6, 1), False),
        (date(2026, 7, 1), False),
    ],
)
def test_who_lost_a_role_holds_it_until_the_day_before(day: date, holds: bool) -> None:
    """Given on 5 January for a year, taken by decision 9 from 1 June on."""
    held = Held("maintainer", 1, date(2026, 1, 5), date(2027, 1, 4), date(2026, 6, 1), 9)
    assert held.holds_on(day) is holds


def test_a_role_without_an_end_goes_on() -> None:
    assert NEW.holds_on(date(2999, 1, 1))


EMPLOYERS = """
[[employers]]
organisation = "Acme"
until = 2025-06-30

[[employers]]
organisation = ""
since = 2025-07-01
until = 2025-12-31

[[employers]]
organisation = "Birch"
since = 2026-02-01
"""


@pytest.mark.parametrize(
    ("day", "employer"),
    [
        (date(1999, 1, 1), "Acme"),
        (date(2025, 6, 30), "Acme"),
        (date(2025, 7, 1), ""),
        (date(2026, 1, 15), ""),
        (date(2026, 1, 31), ""),
        (date(2026, 2, 1), "Birch"),
        (date(2031, 1, 1), "Birch"),
    ],
)
def test_the_employer_of_a_day_is_the_one_stated_for_it(day: date, employer: str) -> None:
    assert read_person(PATH, EMPLOYERS.encode()).employer_on(day) == employer


def test_a_key_may_be_valid_from_one_day_until_before_another() -> None:
    text = (
        '[[keys]]\nssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA"\n'
        "valid_after = 2026-01-01\nvalid_before = 2027-01-01\n"
    )
    assert read_person(PATH, text.encode()).keys == (
        Key("ssh-ed25519", "AAAAC3NzaC1lZDI1NTE5AAAA", date(2026, 1, 1), date(2027, 1, 1)),
    )


def test_roles_are_written_in_the_order_of_their_beginning() -> None:
    late, early = Held("lead", 1, date(2026, 5, 1)), Held("reviewer", 9, date(2025, 5, 1))
    same_day = Held("approver", 7, date(2026, 5, 1))
    assert read(rewritten("", late, same_day, early)) == (early, late, same_day)


def test_only_what_is_stated_is_written() -> None:
    assert rewritten("", NEW) == '[[roles]]\nrole = "maintainer"\ndecision = 2\nsince = 2026-01-01\n'


def test_an_ending_is_written_with_its_decision() -> None:
    ended = Held("lead", 1, date(2026, 1, 1), date(2027, 1, 1), date(2026, 5, 1), 4)
    assert rewritten("", ended).splitlines()[-3:] == [
        "until = 2027-01-01", "ended = 2026-05-01", "ended_by = 4",
    ]  # fmt: skip


def test_the_last_role_can_be_taken_out() -> None:
    assert rewritten('name = "Ada"\n\n[[roles]]\nrole = "a"\ndecision = 1\nsince = 2025-01-01\n') == (
        'name = "Ada"\n'
    )


def test_comments_and_other_tables_stay_where_they_are() -> None:
    before = (
        '# Mine\nname = "Ada" # with a comment\n\n[[roles]] # given\nrole = "a"\ndecision = 1\n'
        'since = 2025-01-01\n\n[own.notes]\ntext = "kept"\n\n  [[ roles ]]\nrole = "b"\ndecision = 2\n'
        'since = 2025-02-01\n[[employers]]\norganisation = "Acme"\n'
    )
    assert rewritten(before, NEW) == (
        '# Mine\nname = "Ada" # with a comment\n\n[own.notes]\ntext = "kept"\n\n'
        '[[employers]]\norganisation = "Acme"\n\n'
        '[[roles]]\nrole = "maintainer"\ndecision = 2\nsince = 2026-01-01\n'
    )


def test_a_role_under_a_quoted_name_does_not_stay_beside_the_new_ones() -> None:
    """TOML lets a key stand in quotes: what was taken from somebody must not survive in them."""
    before = '[["roles"]]\nrole = "lead"\ndecision = 1\nsince = 2025-01-01\n'
    with pytest.raises(SourceError, match="its roles cannot be replaced"):
        rewritten(before, NEW)


@pytest.mark.parametrize(
    "before",
    [
        'note = """\n[[roles]]\n"""\n',
        '[[roles]]\nrole = "a"\ndecision = 1\nsince = 2025-01-01\n[roles.more]\nx = 1\n',
    ],
    ids=["in a text", "with a table inside"],
)
def test_what_only_looks_like_a_role_is_not_cut_out(before: str) -> None:
    with pytest.raises(SourceError, match=r"people/ada\.toml"):
        rewritten(before, NEW)
