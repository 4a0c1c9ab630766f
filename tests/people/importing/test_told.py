"""The words of what a file tells."""

from __future__ import annotations

import pytest

from folkmoot.people.importing.told import (
    MOST_IDENTITIES,
    MOST_TEXT,
    Employment,
    Job,
    Someone,
    Told,
    account,
    day,
    day_before,
    employer,
    mailbox,
    plain,
    someone,
    text,
)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("  Ada \t Lovelace ", "Ada Lovelace"),
        ("Ada\u200bLove\x07lace", "AdaLovelace"),
        (None, ""),
        (3, ""),
        ("x" * (MOST_TEXT + 1), ""),
    ],
)
def test_short_texts(value: object, shown: str) -> None:
    assert text(value) == shown


def test_a_line_may_be_long() -> None:
    assert plain("a  b" * 1000) == "a b" * 1000


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2017-03-01", "2017-03-01"),
        ("2017-3-1", "2017-03-01"),
        ("2017-03-01T00:00:00", "2017-03-01"),
        ("2017-13-01", ""),
        ("0000-01-01", ""),
        ("soon", ""),
        (None, ""),
        (20170301, ""),
    ],
)
def test_days(value: object, found: str) -> None:
    assert day(value) == found


def test_the_day_before() -> None:
    assert day_before("2017-03-01") == "2017-02-28"
    assert day_before("0001-01-01") == ""


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Engines Ltd", "Engines Ltd"),
        ("Independent", ""),
        ("(None)", ""),
        ("NotFound", None),
        ("(Unknown)", None),
        ("", None),
    ],
)
def test_nobody_and_not_known_are_two_things(name: str, found: str | None) -> None:
    assert employer(name) == found


@pytest.mark.parametrize(
    ("login", "address"),
    [
        ("ada", "ada@users.noreply.github.com"),
        ("help[bot]", "help[bot]@users.noreply.github.com"),
        ("ada lovelace", ""),
        ("ada@x", ""),
        ("", ""),
    ],
)
def test_accounts(login: str, address: str) -> None:
    assert account(login) == address


def test_everything_of_a_person_is_there_once() -> None:
    job = Employment("Engines")
    assert someone("Ada", ["a@x.example", "", "a@x.example"], [job, job]) == Someone(
        "Ada", ("a@x.example",), (job,)
    )
    assert (
        len(someone("", [f"{n}@x.example" for n in range(MOST_IDENTITIES + 5)]).identities) == MOST_IDENTITIES
    )


def test_only_those_who_are_known() -> None:
    told = Told(
        people=(someone("Ada", ["a@x.example", "Ada@Y.example"]), someone("Bob", ["bob@x.example"])),
        jobs=(Job("1+cleo@users.noreply.github.com", Employment("A")), Job("b@x.example", Employment("B"))),
    )
    found = told.only({"ada@y.example", mailbox("cleo@users.noreply.github.com")})
    assert [one.name for one in found.people] == ["Ada"]
    assert [job.employment.organisation for job in found.jobs] == ["A"]
