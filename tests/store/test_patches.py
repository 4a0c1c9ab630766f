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


NEW_YEAR = day("2026-01-01")
JUNE = day("2026-06-15")
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
    found = read_patches(archived(acts=ACTS), NEW_YEAR, JUNE)
    assert found == Patches()
    assert (found.hours, found.since, found.until) == (0, 0, 0)
    assert not found.leaves_open(202601)


@pytest.mark.parametrize(
    ("period", "is_open"),
    [
        (202601, True),  # its last hour was not read
        (202602, True),  # nothing of it was
        (202605, False),
        (202606, False),  # until the clock
        (2025, True),
        (2026, True),
        (20455, False),  # 2 January, read in two stretches that touch
        (20484, True),  # 31 January
        (0, True),
        (1, True),
        (90, False),
        (365, True),
    ],
)
def test_periods_with_hours_that_were_not_read_are_open(period: int, is_open: bool) -> None:
    store = archived(
        (NEW_YEAR, NEW_YEAR + 30 * HOUR),
        (NEW_YEAR + 30 * HOUR, day("2026-02-01") - HOUR),
        (day("2026-03-01"), JUNE),
        acts=ACTS,
    )
    found = read_patches(store, NEW_YEAR, JUNE)
    assert found.leaves_open(period) is is_open
    assert (found.since, found.until) == (NEW_YEAR, JUNE)
    assert found.hours == (31 * 24 - 1) + (JUNE - day("2026-03-01")) // HOUR


def test_what_was_read_from_the_beginning_until_the_clock_has_no_hole() -> None:
    assert read_patches(archived((NEW_YEAR, JUNE), acts=ACTS), NEW_YEAR, JUNE) == Patches()


def test_a_period_is_covered_where_it_is_for_every_project() -> None:
    store = archived((NEW_YEAR, JUNE), acts=ACTS)
    store.execute("insert into project values (2, 'other', 'made for a test')")
    store.execute("insert into coverage select 2, source, since, since + 3600, quality, note from coverage")
    look_at(store)
    assert read_patches(store, NEW_YEAR, JUNE).leaves_open(202601)


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
    kinds = read_patches(store, NEW_YEAR, JUNE).kinds
    assert kinds >= patchy
    assert Kind.COMMIT not in kinds
    if "github:x" in also:
        assert not kinds & {Kind.STAR, Kind.UNSTAR}
    if "github:1" in also:
        assert not kinds & {Kind.ISSUE_OPENED, Kind.CHANGE_MERGED, Kind.FORK}


def fed(*also: str) -> Connection:
    """Give a store whose stars, of 1 and 9 June, come from a forge's public events."""
    store = example(
        "when | who\n2026-01-01 | Ada",
        acts="who | when | kind\nAda | 2026-06-01 | star\nBob | 2026-06-09 | star\nCy | 2026-02-01 | fork",
    )
    store.execute("update act_fact set event = 'github:event:' || event where kind = 'star'")
    for statement in also:
        store.execute(statement)
    look_at(store)
    return store


def test_public_events_tell_of_stars_since_the_first_one() -> None:
    found = read_patches(fed(), NEW_YEAR, JUNE)
    assert found.is_feed
    assert found.kinds == {Kind.STAR, Kind.UNSTAR}
    assert found.since == noon("2026-06-01")
    assert [found.leaves_open(period) for period in (202605, 202606, 20605, 20613, 365, 7)] == [
        True, True, True, False, True, False,
    ]  # fmt: skip


def test_a_list_of_stars_leaves_no_hole() -> None:
    listed = "update act_fact set event = 'github:' || made_at where kind = 'star'"
    assert read_patches(fed(listed), NEW_YEAR, JUNE) == Patches()


UNREAD = "delete from coverage where source = 'test'"
PLAIN = "update act_fact set event = 'github:' || made_at where kind = 'star'"


def test_what_webhooks_alone_delivered_is_known_from_the_first_to_the_last() -> None:
    """The first delivery tells of 1 February, the last of 9 June."""
    found = read_patches(fed(UNREAD, PLAIN), NEW_YEAR, JUNE)
    assert (found.is_delivered, found.is_feed) == (True, False)
    assert found.kinds >= {Kind.STAR, Kind.UNSTAR, Kind.FORK, Kind.ISSUE_OPENED, Kind.REVIEW}
    assert (found.since, found.until) == (noon("2026-02-01"), noon("2026-06-09"))
    open_months = [found.leaves_open(period) for period in (202601, 202602, 202603, 202605, 202606)]
    assert open_months == [True, True, False, False, True]


@pytest.mark.parametrize("source", ["git", "snapshot"])
def test_commits_and_counts_do_not_complete_what_was_delivered(source: str) -> None:
    renamed = f"update coverage set source = '{source}' where source = 'test'"
    assert read_patches(fed(renamed, PLAIN), NEW_YEAR, JUNE).is_delivered


def test_a_forge_that_was_asked_completes_what_was_delivered() -> None:
    assert read_patches(fed(PLAIN), NEW_YEAR, JUNE) == Patches()


def test_public_events_alone_are_not_called_deliveries() -> None:
    assert not read_patches(fed(), NEW_YEAR, JUNE).is_delivered
    forks_gone = "delete from act_fact where kind = 'fork'"
    assert not read_patches(fed(UNREAD, forks_gone), NEW_YEAR, JUNE).is_delivered


def test_a_project_of_commits_alone_has_no_holes() -> None:
    store = example("when | who\n2026-01-01 | Ada")
    look_at(store)
    assert read_patches(store, NEW_YEAR, JUNE) == Patches()


def test_stars_of_public_events_are_no_list_beside_an_archive() -> None:
    read = f"insert into coverage values (1, 'gharchive', {NEW_YEAR}, {NEW_YEAR + HOUR}, 'complete', '')"
    found = read_patches(fed(read), NEW_YEAR, JUNE)
    assert Kind.STAR in found.kinds
    assert not found.is_feed
