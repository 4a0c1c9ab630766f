"""Advisories that name commits, held against dependencies that are kept at one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.component import Component
from folkmoot.model.purl import parse_purl
from folkmoot.supply.advisories.commits import Contains, judge_commit, pinned
from folkmoot.supply.advisories.database import Advisories
from folkmoot.supply.advisories.known import vulnerabilities_of
from folkmoot.supply.advisories.record import Affected, Range
from supply.advisories.records import database, record

ONE, TWO, THREE, FOUR, ASIDE = ("1" * 40, "2" * 40, "3" * 40, "4" * 40, "a" * 40)
LINE = (ONE, TWO, THREE, FOUR)
"""A history of four commits; ASIDE is one of another history."""


def in_line(_repository: str, older: str, newer: str) -> bool | None:
    """Tell of the history above which commit holds which."""
    if older not in LINE or newer not in LINE:
        return None
    return LINE.index(older) <= LINE.index(newer)


def judged(commit: str, *events: tuple[str, str], contains: Contains | None = in_line) -> bool | None:
    affected = Affected("GIT", "example.org/ada/moot", (Range(False, events),), ())
    return judge_commit(commit, affected, contains).is_affected


@pytest.mark.parametrize(
    ("events", "affected"),
    [
        ([("introduced", "0"), ("fixed", THREE)], [True, True, False, False]),
        ([("introduced", TWO), ("fixed", FOUR)], [False, True, True, False]),
        ([("introduced", TWO), ("last_affected", THREE)], [False, True, True, False]),
        ([("introduced", "0"), ("limit", THREE)], [True, True, False, False]),
        ([("introduced", "0"), ("limit", "*")], [True, True, True, True]),
        ([("introduced", "0")], [True, True, True, True]),
        ([("introduced", THREE)], [False, False, True, True]),
    ],
)
def test_commits_between_the_events_are_affected(events: list[tuple[str, str]], affected: list[bool]) -> None:
    assert [judged(commit, *events) for commit in LINE] == affected


@pytest.mark.parametrize(
    ("events", "affected"),
    [
        ([("introduced", "0"), ("fixed", THREE)], [None, None, False, None]),
        ([("introduced", TWO), ("fixed", FOUR)], [None, None, None, False]),
        ([("introduced", "0")], [True, True, True, True]),
        ([("introduced", TWO)], [None, True, None, None]),
    ],
)
def test_without_the_history_only_the_commits_that_are_named_can_be_told(
    events: list[tuple[str, str]], affected: list[bool | None]
) -> None:
    assert [judged(commit, *events, contains=None) for commit in LINE] == affected


def test_a_commit_that_is_not_in_the_history_is_not_decided() -> None:
    assert judged(ASIDE, ("introduced", TWO)) is None


def test_what_is_no_commit_is_asked_of_nobody() -> None:
    def never(*_: str) -> bool:
        raise AssertionError

    assert judged(ONE, ("introduced", "--upload-pack=x"), contains=never) is None
    assert judged(ONE, ("introduced", "0"), ("fixed", "v1.0"), contains=never) is None


AT = "https://github.com/Ada/Moot"


@pytest.mark.parametrize(
    ("purl", "source", "place"),
    [
        ("pkg:cargo/moot", f"git+{AT}.git?rev=1#{TWO}", ("github.com/ada/moot", TWO)),
        ("pkg:cargo/moot@1.0.0", f"{AT}@{TWO}", ("github.com/ada/moot", TWO)),
        ("pkg:npm/moot", f"git+ssh://git@github.com/ada/moot.git#{TWO}", ("github.com/ada/moot", TWO)),
        ("pkg:npm/moot", f"git@github.com:ada/moot.git#{TWO}", ("github.com/ada/moot", TWO)),
        (f"pkg:github/ada/act@{TWO}#sub", "", ("github.com/ada/act", TWO)),
        ("pkg:github/ada/act@v1.2.3", "", None),
        ("pkg:cargo/moot", f"{AT}@v1", None),
        ("pkg:cargo/moot", f"file:///srv/moot@{TWO}", None),
        ("pkg:cargo/moot", f"../moot@{TWO}", None),
        ("pkg:cargo/moot", f"https://[x@{TWO}", None),
        ("pkg:cargo/moot", "", None),
    ],
)
def test_the_commit_a_file_keeps_a_dependency_at(
    purl: str, source: str, place: tuple[str, str] | None
) -> None:
    assert pinned(Component(parse_purl(purl), "Cargo.lock", 7, source=source)) == place


def by_commits(*events: dict[str, str], **more: Any) -> dict[str, Any]:
    told = record(events=(), **more)
    told["affected"] = [{"ranges": [{"type": "GIT", "repo": f"{AT}.git", "events": list(events)}]}]
    return told


KEPT = Component(parse_purl("pkg:cargo/moot"), "Cargo.lock", 7, source=f"{AT}@{TWO}")


def test_a_dependency_at_an_affected_commit_is_found_with_the_commit_that_mends_it(tmp_path: Path) -> None:
    made = database(tmp_path, by_commits({"introduced": "0"}, {"fixed": THREE}))
    with Advisories(made) as advisories:
        known = vulnerabilities_of([KEPT], advisories, in_line)
    ((hit,),) = (each.hits for each in known.found)
    assert (hit.component.purl.version, hit.fixed, hit.update) == (TWO, THREE, THREE)
    assert known.undecided == ()


def test_where_the_history_is_not_at_hand_it_is_said(tmp_path: Path) -> None:
    made = database(tmp_path, by_commits({"introduced": "0"}, {"fixed": THREE}))
    with Advisories(made) as advisories:
        known = vulnerabilities_of([KEPT], advisories)
    assert (known.found, known.undecided) == ((), ("HALL-2030-1: pkg:cargo/moot",))


def test_what_the_version_says_already_is_not_told_as_undecided(tmp_path: Path) -> None:
    told = by_commits({"introduced": "0"}, {"fixed": THREE})
    told["affected"] += record(ecosystem="crates.io")["affected"]
    with Advisories(database(tmp_path, told)) as advisories:
        kept = replace(KEPT, purl=parse_purl("pkg:cargo/moot@1.0.0"))
        known = vulnerabilities_of([kept], advisories)
    assert ([each.id for each in known.found], known.undecided) == (["HALL-2030-1"], ())


def test_another_repository_is_not_meant(tmp_path: Path) -> None:
    made = database(tmp_path, by_commits({"introduced": "0"}))
    other = replace(KEPT, source=f"https://example.org/ada/moot@{TWO}")
    with Advisories(made) as advisories:
        known = vulnerabilities_of([other], advisories, in_line)
    assert (known.found, known.undecided) == ((), ())
