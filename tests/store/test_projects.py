"""A project is found by its address, however it was written."""

from __future__ import annotations

import pytest

from folkmoot.store.database import connect
from folkmoot.store.projects import project_at, same


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/moot/hall", "https://github.com/Moot/Hall.git", "git@github.com:moot/hall.git",
        "ssh://git@github.com/moot/hall", "http://github.com/moot/hall/", "github+https://github.com/moot/hall",
    ],
)  # fmt: skip
def test_addresses_of_one_project_are_the_same(address: str) -> None:
    assert same(address) == "github.com/moot/hall"


def test_a_folder_is_no_address() -> None:
    assert same("a/folder/of/mine") == ""


def test_a_project_is_made_once() -> None:
    store = connect(None)
    store.execute(
        "insert into project values (4, 'a', 'a/folder'), (5, 'moot/hall', 'git@github.com:moot/hall')"
    )
    assert project_at(store, "https://github.com/moot/hall", "x") == 5
    assert project_at(store, "https://github.com/moot/shed", "moot/shed") == 6
    assert project_at(store, "https://github.com/moot/shed", "moot/shed") == 6
    assert store.execute("select name, origin from project where project = 6").fetchall() == [
        ("moot/shed", "https://github.com/moot/shed")
    ]
