"""One project per repository, through renames."""

from __future__ import annotations

from folkmoot.store.database import connect
from folkmoot.store.projects import project_of_clone
from sources.archives.public_events import Event, event
from store.archives import rows, store_with, take

NAMES = "select name, origin from project order by project"


def star(number: int, repo: str, repo_id: int = 7, at: str = "2024-05-01T12:00:00Z") -> Event:
    return event(number, "WatchEvent", {"action": "started"}, at, repo=repo, repo_id=repo_id)


LATER = "2024-05-01T13:00:00Z"


def test_a_repository_is_one_project_whatever_its_case() -> None:
    store = store_with([star(1, "moot/hall"), star(2, "Moot/Hall")])
    assert len(rows(store, NAMES)) == 1


def test_a_project_that_git_knows_is_the_same() -> None:
    for origin in (
        "https://github.com/moot/hall",
        "https://github.com/Moot/hall.git",
        "git@github.com:moot/hall.git",
    ):
        store = connect(None)
        store.execute("insert into project values (5, 'moot/hall', ?)", [origin])
        take(store, [star(1, "moot/hall")])
        assert rows(store, "select project from act_fact") == [(5,)]
        assert rows(store, NAMES) == [("moot/hall", origin)]


def test_a_clone_of_a_repository_is_the_same_project() -> None:
    store = connect(None)
    clone = project_of_clone(store, "/home/ada/hall", "https://github.com/Moot/Hall", "moot/hall")
    take(store, [star(1, "moot/hall")])
    assert rows(store, "select distinct project from act_fact") == [(clone,)]
    assert rows(store, "select origin from project") == [("/home/ada/hall",)]


def test_a_renamed_repository_stays_one_project_under_its_new_name() -> None:
    old, new = star(1, "moot/hall"), star(2, "moot/house", at=LATER)
    for hours in ([[old, new]], [[old], [new]], [[new], [old]]):
        store = store_with(*hours)
        assert rows(store, NAMES) == [("moot/house", "https://github.com/moot/house")]
        assert rows(store, "select count(*), count(distinct project) from act_fact") == [(2, 1)]


def test_a_name_that_somebody_else_took_is_another_project() -> None:
    store = store_with(
        [star(1, "moot/hall", 7), star(2, "moot/house", 7, LATER)], [star(3, "moot/hall", 8, LATER)]
    )
    assert rows(store, "select count(distinct project) from act_fact") == [(2,)]


def test_without_numbers_names_tell() -> None:
    bare = {**star(1, "moot/hall"), "repo": {"name": "moot/hall"}}
    store = store_with([bare], [star(2, "moot/hall")])
    assert rows(store, NAMES) == [("moot/hall", "https://github.com/moot/hall")]
