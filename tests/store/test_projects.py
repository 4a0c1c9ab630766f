"""A project is found by its address, however it was written."""

from __future__ import annotations

import pytest

from folkmoot.store.database import connect
from folkmoot.store.projects import addresses, project_at, project_of_clone, same


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


HALL = "https://github.com/moot/hall"


def test_what_is_told_of_an_address_belongs_to_the_clone_that_came_from_it() -> None:
    store = connect(None)
    clone = project_of_clone(store, "/home/ada/hall", HALL, "moot/hall")
    assert project_at(store, "https://github.com/Moot/Hall", "moot/hall") == clone
    assert addresses(store) == [(clone, "/home/ada/hall"), (clone, HALL)]


def test_a_clone_takes_over_what_was_told_of_its_address_before() -> None:
    store = connect(None)
    told = project_at(store, HALL, "moot/hall")
    assert project_of_clone(store, "/home/ada/hall", HALL, "moot/hall") == told
    assert store.execute("select project, origin from project").fetchall() == [(told, "/home/ada/hall")]
    assert project_at(store, HALL, "moot/hall") == told


def test_a_clone_is_not_what_was_read_at_its_address() -> None:
    """Its commits may be others: of a fork, or of years ago."""
    store = connect(None)
    read = project_of_clone(store, HALL, "", "moot/hall")
    store.execute(
        "insert into commit_fact select 1, ?, repeat('a', 40), 1, 1, 0, 0, 0, 0, 0, 0, 'Begin'", [read]
    )
    clone = project_of_clone(store, "/home/ada/hall", HALL, "moot/hall")
    assert clone != read
    assert project_at(store, HALL, "moot/hall") == read, "where it was read comes before where it came from"


def test_a_clone_without_an_address_is_a_project_of_its_own() -> None:
    store = connect(None)
    told = project_at(store, HALL, "moot/hall")
    assert project_of_clone(store, "/home/ada/hall", "", "hall") != told
    assert project_of_clone(store, "/home/ada/hall", "", "hall") == project_of_clone(
        store, "/home/ada/hall", "", "hall"
    )


def test_a_clone_whose_remote_moved_is_found_at_the_new_address_alone() -> None:
    store = connect(None)
    clone = project_of_clone(store, "/home/ada/hall", HALL, "moot/hall")
    moved = "https://github.com/new-moot/hall"
    assert project_of_clone(store, "/home/ada/hall", moved, "new-moot/hall") == clone
    assert project_at(store, moved, "new-moot/hall") == clone
    assert project_at(store, HALL, "moot/hall") != clone
