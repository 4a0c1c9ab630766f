"""Reporters who become contributors, worked by hand."""

import pytest

from folkmoot.metrics.issue_reporters_who_contribute import METRIC
from folkmoot.store.answer import answer, events
from folkmoot.store.database import Connection
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | merged
    #1 | Ada | 2025-11-01 |
    #2 | Ada | 2025-11-09 |
    !3 | Ada | 2025-11-05 | 2025-11-11
    !4 | Ada | 2026-02-05 | 2026-02-11
    #5 | Bob | 2025-11-01 |
    !6 | Bob | 2025-11-05 | 2025-12-01
    #7 | Cleo | 2025-11-01 |
    !8 | Cleo | 2025-02-01 | 2025-02-03
    #9 | Dan | 2025-11-01 |
    #10 | Eve | 2025-11-01 |
    !11 | Eve | 2025-11-05 | 2025-11-11
    #12 | Fay | 2025-11-01 |
    !13 | Fay | 2025-11-05 | 2025-11-11
    #14 | Gus | 2025-11-01 |
    #15 | Hal | 2025-11-01 |
    #16 | Ivy | 2025-11-01 |
"""


def test_share_within_a_year() -> None:
    """Ada after 10 days, Bob after 30, Eve and Fay after 10; Dan, Gus, Hal and Ivy have been watched for 226
    days, more than half of a year. Cleo contributed before. 4 of 8."""
    assert values(example(items=ITEMS), METRIC) == pytest.approx({1: 0.5, 2025: 0.5})
    assert {row.n for row in answer(example(items=ITEMS), METRIC)} == {8}
    assert drilled(example(items=ITEMS), METRIC) == {1: 8, 2025: 8}


def test_a_change_after_more_than_a_year_is_too_late() -> None:
    late = [f"#{n} | P{n} | 2024-01-01 |\n!{n + 10} | P{n} | 2025-02-01 | 2025-03-01" for n in range(1, 6)]
    assert values(example(items="\n".join(["item | who | opened | merged", *late])), METRIC) == {2024: 0}


def test_who_came_lately_tells_nothing() -> None:
    """Ten who asked 100 days ago: too early to say of a year."""
    lately = [f"#{n} | P{n} | 2026-03-07" for n in range(1, 11)]
    assert values(example(items="\n".join(["item | who | opened", *lately])), METRIC) == {1: None, 2026: None}


def five(*more: str, people: int = 5) -> Connection:
    """Give a store in which so many people asked at noon of 1 January 2024, and what else there was."""
    asked = [f"#{n + 1} | P{n} | 2024-01-01 |" for n in range(people)]
    return example(items="\n".join(["item | who | opened | merged", *asked, *more]))


@pytest.mark.parametrize(("merged", "share"), [("2024-12-31", 0.2), ("2025-01-01", 0)])
def test_a_year_has_365_days(merged: str, share: float) -> None:
    """31 December 2024 is 365 days after 1 January."""
    assert values(five(f"!9 | P0 | 2024-06-01 | {merged}"), METRIC) == {2024: pytest.approx(share)}


@pytest.mark.parametrize(("people", "share"), [(4, None), (5, 0)])
def test_fewer_than_five_watched_people_tell_nothing(people: int, share: float | None) -> None:
    assert values(five(people=people), METRIC) == {2024: share}


def test_the_year_begins_with_the_first_issue() -> None:
    """P0 asked again in 2025, and had a change merged two weeks later: over a year after first asking."""
    store = five("#8 | P0 | 2025-01-15 |", "!9 | P0 | 2025-01-20 | 2025-02-01")
    assert values(store, METRIC) == {2024: 0}


def test_the_first_merged_change_is_when_somebody_came() -> None:
    """P0's first was merged in February 2024, the second in 2026: one of five came."""
    store = five("!8 | P0 | 2024-01-15 | 2024-02-01", "!9 | P0 | 2024-01-20 | 2026-01-01")
    assert values(store, METRIC) == {2024: pytest.approx(0.2)}


@pytest.mark.parametrize("merged", ["2023-12-31", "2024-01-01"])
def test_who_had_a_change_merged_by_then_is_not_in_it(merged: str) -> None:
    """P0's was merged a day before the issue, or in its very second; a later one changes nothing."""
    store = five(f"!8 | P0 | 2023-12-01 | {merged}", "!9 | P0 | 2024-01-20 | 2024-02-01")
    assert {row.n for row in answer(store, METRIC)} == {4}


def test_robots_strangers_and_open_changes_add_nobody() -> None:
    """P0's change is still open, so P0 is one of five who are watched; two issues are nobody's."""
    store = five("!7 | P0 | 2024-02-01 |", "#8 | ci[bot] | 2024-01-01 |", "#9 | | 2024-01-01 |")
    assert {row.n for row in answer(store, METRIC)} == {5}
    assert drilled(store, METRIC) == {2024: 5}


def test_the_first_issue_stands_behind_it() -> None:
    """P0's issue 9 is older than issue 1: it stands for P0, and no change does."""
    store = five("#9 | P0 | 2023-12-31 |", "!8 | P0 | 2023-12-01 |", people=1)
    assert [event for _, _, event in events(store, METRIC)] == ["test:#9"]


@pytest.mark.parametrize(("people", "share"), [(8, None), (10, 0)])
def test_people_watched_for_a_part_of_the_year_count_as_that_part(people: int, share: float | None) -> None:
    """Asked 200 days ago, so that each counts as 0.55: eight are 4.4 people, and ten are 5.5."""
    asked = [f"#{n + 1} | P{n} | 2025-11-27" for n in range(people)]
    store = example(items="\n".join(["item | who | opened", *asked]))
    assert values(store, METRIC) == {2025: share, 1: share}
