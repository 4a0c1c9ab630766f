"""`.all-contributorsrc`, in its own shape."""

from __future__ import annotations

import pytest

from folkmoot.people.importing.all_contributors import read

SETTINGS = {
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


def test_accounts_elsewhere_have_no_address() -> None:
    told = read(SETTINGS | {"repoType": "gitlab"})
    assert told is not None
    assert told.people == ()


@pytest.mark.parametrize("table", [[], {}, {"contributors": 3}, None])
def test_what_is_none(table: object) -> None:
    assert read(table) is None
