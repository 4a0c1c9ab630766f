"""SortingHat's export in JSON, in its own shape."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.people.importing.sorting_hat import read
from folkmoot.people.importing.told import Employment, Firm

EXPORT: dict[str, Any] = {
    "source": None,
    "time": "2017-02-28 13:56:45.572305",
    "blacklist": ["root", "nobody@x.example"],
    "organizations": {
        "Engines": [
            {"domain": "Engines.example", "is_top": True},
            {"domain": "lab.engines.example", "is_top": False},
            {"domain": "gmail.com", "is_top": False},
        ],
        "Looms": [],
        "Unknown": [{"domain": "unknown.example", "is_top": True}],
    },
    "uidentities": {
        "17ab": {
            "uuid": "17ab",
            "profile": {
                "country": {"alpha3": "USA", "code": "US", "name": "United States of America"},
                "email": "ada@engines.example", "gender": None, "gender_acc": None, "is_bot": False,
                "name": 'Ada "A" Lovelace', "uuid": "17ab",
            },
            "identities": [
                {"email": "ada@engines.example", "id": "1", "name": "Ada", "source": "scm", "username": "ada",
                 "uuid": "17ab"},
                {"email": None, "id": "2", "name": None, "source": "github", "username": "adal"},
                {"email": None, "id": "3", "name": "Ada L", "source": "irc", "username": "ada"},
                {"email": "ada@engines.example", "id": "4", "name": None, "source": "mls", "username": None},
            ],
            "enrollments": [
                {"start": "1900-01-01T00:00:00", "end": "2000-01-01T00:00:00", "organization": "Looms"},
                {"start": "2006-01-01T00:00:00", "end": "2100-01-01T00:00:00", "organization": "Engines"},
                {"start": "1900-01-01T00:00:00", "end": "2100-01-01T00:00:00", "organization": "Unknown"},
            ],
        },
        "a9b4": {
            "profile": {"name": None, "is_bot": True},
            "identities": [{"email": "bot@engines.example", "source": "scm", "username": "bot"}],
            "enrollments": [],
        },
        "0000": {"profile": None, "identities": [], "enrollments": []},
    },
}  # fmt: skip


def test_people_with_all_they_have() -> None:
    told = read(EXPORT)
    assert told is not None
    ada, bot = told.people
    assert ada.name == 'Ada "A" Lovelace'
    assert ada.identities == ("ada@engines.example", "adal@users.noreply.github.com")
    assert ada.employers == (Employment("Looms", "", "2000-01-01"), Employment("Engines", "2006-01-01", ""))
    assert (bot.name, bot.is_bot, ada.is_bot) == ("", True, False)


def test_an_old_export_calls_the_beginning_otherwise() -> None:
    old = {"init": "1999-01-01T00:00:00", "end": "2000-01-01T00:00:00", "organization": "Looms"}
    told = read({"uidentities": {"1": {"identities": [{"email": "ada@x.example"}], "enrollments": [old]}}})
    assert told is not None
    assert told.people[0].employers == (Employment("Looms", "1999-01-01", "2000-01-01"),)


def test_organisations_with_their_domains() -> None:
    told = read(EXPORT)
    assert told is not None
    assert told.firms == (Firm("Engines", ("engines.example", "lab.engines.example")),)
    assert told.silent == ("gmail.com",)


@pytest.mark.parametrize("table", [[], {}, {"contributors": []}, None, 3])
def test_what_is_no_export(table: object) -> None:
    assert read(table) is None


@pytest.mark.parametrize(
    "table",
    [
        {"uidentities": []},
        {"uidentities": {"1": 3, "2": {"identities": 3}, "3": {"identities": [3, {"email": 3}]}}},
        {"uidentities": {"1": {"enrollments": [{"organization": 3}], "profile": 3}}},
        {"organizations": []},
        {"organizations": {"A": 3, "B": [3, {"domain": 3}], "": [{"domain": "x.example"}]}},
    ],
)
def test_wrong_types_everywhere_tell_nothing(table: object) -> None:
    told = read(table)
    assert told is not None
    assert (told.people, told.firms) == ((), ())
