"""What only archives told, and where they leave holes."""

from __future__ import annotations

import pytest

from folkmoot.model.event import Kind
from folkmoot.store.database import Connection
from folkmoot.store.patches import Patches, read_patches
from folkmoot.store.scope import look_at
from worked_example import day as noon
from worked_example import example

HOUR = 3600


def day(text: str) -> int:
    """Give the beginning of a day."""
    return noon(text) - 12 * HOUR


PERIODS = (2025, 2026, 202601, 202602, 20454, 20455, 20456)
"""The last three are the first days of 2026."""
NEW_YEAR = day("2026-01-01")
ACTS = "who | when | kind\nAda | 2026-01-02 | star"
STARRED = (
    "insert into act_fact select project, 'github:x', 'github', 'star', actor, made_at, '' from act_fact"
)


def archived(*stretches: tuple[int, int], project: int = 1, **tables: str) -> Connection:
    store = example("when | who\n2026-01-01 | Ada", **tables)
    for table in ("act_fact", "item_fact", "remark_fact"):
        store.execute(f"update {table} set event = 'gharchive:' || event")
    for since, until in stretches:
        store.execute(
            "insert into coverage values (?, 'gharchive', ?, ?, 'complete', '')", [project, since, until]
        )
    look_at(store)
    return store


def test_nothing_is_patchy_without_an_archive() -> None:
    assert read_patches(archived(acts=ACTS), PERIODS, day("2026-06-15")) == Patches()


def test_periods_with_hours_that_were_not_read_have_holes() -> None:
    """January was read but for its last hour, the second day in two stretches that touch."""
    store = archived(
        (NEW_YEAR, NEW_YEAR + 30 * HOUR),
        (NEW_YEAR + 30 * HOUR, day("2026-02-01") - HOUR),
        (day("2026-03-01"), day("2026-06-15")),
        acts=ACTS,
    )
    found = read_patches(store, PERIODS, day("2026-06-15"))
    assert found.periods == {2025, 2026, 202601, 202602}
    assert (found.since, found.until) == (NEW_YEAR, day("2026-06-15"))
    assert found.hours == (31 * 24 - 1) + (day("2026-06-15") - day("2026-03-01")) // HOUR


def test_what_was_read_until_the_clock_has_no_hole() -> None:
    store = archived((NEW_YEAR, day("2026-06-15")), acts=ACTS)
    assert read_patches(store, (2026, 202601, 202606), day("2026-06-15")) == Patches()


def test_a_period_is_covered_where_it_is_for_every_project() -> None:
    store = archived((NEW_YEAR, day("2026-06-15")), acts=ACTS)
    store.execute("insert into project values (2, 'other', 'made for a test')")
    store.execute(
        "insert into coverage values (2, 'gharchive', ?, ?, 'complete', '')", [NEW_YEAR, NEW_YEAR + HOUR]
    )
    look_at(store)
    assert read_patches(store, (202601,), day("2026-06-15")).periods == {202601}


@pytest.mark.parametrize(
    ("also", "patchy"),
    [
        ("", {Kind.STAR, Kind.UNSTAR, Kind.FORK, Kind.ISSUE_OPENED, Kind.COMMENT, Kind.REVIEW}),
        (STARRED, {Kind.FORK, Kind.ISSUE_OPENED, Kind.COMMENT}),
        ("update item_fact set event = 'github:1'", {Kind.STAR, Kind.UNSTAR, Kind.COMMENT}),
    ],
)  # fmt: skip
def test_what_a_forge_tells_too_is_not_patchy(also: str, patchy: set[Kind]) -> None:
    store = archived(
        (NEW_YEAR, NEW_YEAR + HOUR), acts=ACTS, items="item | who | opened\n#1 | Ada | 2026-01-02"
    )
    if also:
        store.execute(also)
        look_at(store)
    kinds = read_patches(store, PERIODS, day("2026-06-15")).kinds
    assert kinds >= patchy
    assert Kind.COMMIT not in kinds
    if "github:x" in also:
        assert not kinds & {Kind.STAR, Kind.UNSTAR}
    if "github:1" in also:
        assert not kinds & {Kind.ISSUE_OPENED, Kind.CHANGE_MERGED, Kind.FORK}
