"""`.all-contributorsrc`, in its own shape."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.people.importing.all_contributors import read

SETTINGS: dict[str, Any] = {
    "files": ["CONTRIBUTORS.md"],
    "imageSize": 100,
    "commit": False,
    "contributors": [
        {
            "login": "ada",
            "name": "Ada Lovelace",
            "avatar_url": "https://avatars0.example/u/1?v=4",
            "profile": "https://ada.example",
            "contributions": ["code", {"type": "doc", "url": "https://x.example"}],
        },
        {"login": "help[bot]", "name": "help", "contributions": ["code"]},
        {"name": "Nobody", "contributions": []},
        3,
    ],
    "contributorsPerLine": 7,
    "projectName": "engines",
    "projectOwner": "ada",
    "repoType": "github",
    "repoHost": "https://github.com",
    "skipCi": True,
}


def test_accounts_with_their_names() -> None:
    told = read(SETTINGS)
    assert told is not None
    assert [(one.name, one.identities, one.is_bot) for one in told.people] == [
        ("Ada Lovelace", ("ada@users.noreply.github.com",), False),
        ("help", ("help[bot]@users.noreply.github.com",), True),
    ]


def test_entries_without_an_account_are_told_of_by_their_place() -> None:
    told = read(SETTINGS | {"contributors": [*SETTINGS["contributors"], {"login": "two words", "name": "X"}]})
    assert told is not None
    assert told.unread == ("3 (Nobody)", "4", "5 (two words)")


@pytest.mark.parametrize("other", [{"repoType": "gitlab"}, {"repoHost": "one of ours"}])
def test_accounts_elsewhere_have_no_address(other: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="not GitHub's"):
        read(SETTINGS | other)


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("https://github.com", "github.com"),
        ("", "github.com"),
        ("https://Git.Example.org/", "git.example.org"),
    ],
)
def test_accounts_of_a_github_of_one_s_own_are_others(host: str, domain: str) -> None:
    told = read(SETTINGS | {"repoHost": host})
    assert told is not None
    assert told.people[0].identities == (f"ada@users.noreply.{domain}",)


@pytest.mark.parametrize("table", [[], {}, {"contributors": 3}, None])
def test_what_is_none(table: object) -> None:
    assert read(table) is None
