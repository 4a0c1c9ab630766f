"""Unusual days for stars, worked by hand."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from folkmoot.metrics.stars_unusual_days import METRIC
from folkmoot.store.answer import answer
from worked_example import day, drilled, example, values

FIRST = date(2026, 1, 1)


def counted(changes: Sequence[int | None], project: int = 1, start: int = 1000) -> str:
    """Give a table of daily counts from New Year on, each day so many more or fewer than the one before.

    None is a day that nobody counted: what came in it shows in no difference.
    """
    rows, stars = [f"{project} | {FIRST} | {start} | 0"], start
    for number, change in enumerate(changes, 1):
        stars += change or 0
        if change is not None:
            rows.append(f"{project} | {FIRST + timedelta(number)} | {stars} | 0")
    return "\n".join(rows)


def store(*tables: str, as_of: str):
    return example(snapshots="\n".join(["project | day | stars | forks", *tables]), as_of=as_of)


def number(text: str) -> int:
    """Give the number of a day, as metrics count them."""
    return day(text) // 86400


def test_a_jump_after_two_quiet_weeks() -> None:
    """Worked out on paper.

    One star a day from 2 to 15 January, then 20 on the 16th: the median is 1, no day is away from it, so the
    spread is 1, and the distance 19. The 14 days before say nothing, for too few lie before each.
    """
    seen = store(counted([1] * 14 + [20]), as_of="2026-01-16")
    today = number("2026-01-16")
    assert values(seen, METRIC) == {(today, "gained"): 19}
    assert [row.n for row in answer(seen, METRIC)] == [20]
    assert drilled(seen, METRIC)[today] == 1


def test_stars_taken_back_are_as_unusual() -> None:
    """Sixteen a day, then sixteen fewer: 32 less than usual, divided by the root of 16, is 8 below."""
    seen = store(counted([16] * 14 + [-16]), as_of="2026-01-16")
    assert values(seen, METRIC) == {(number("2026-01-16"), "lost"): -8}
    assert [row.n for row in answer(seen, METRIC)] == [16]


def test_days_around_one_that_nobody_counted_are_not_judged() -> None:
    """3 January lacks, so neither it nor the 4th has a difference: the 14th after that is on the 18th."""
    seen = store(counted([1, None, *[1] * 15]), as_of="2026-01-18")
    assert values(seen, METRIC) == {(number("2026-01-18"), "gained"): 0}


def test_usual_is_what_four_weeks_were() -> None:
    """Before the 28 days of which every second brought 4 and 9, nine came daily: forgotten.

    The median is 6.5, all are 2.5 away from it, and 9 is 2.5 above.
    """
    seen = store(counted([9] * 5 + [4, 9] * 14 + [9]), as_of="2026-02-04")
    assert values(seen, METRIC)[number("2026-02-04"), "gained"] == pytest.approx(2.5 / (1.4826 * 2.5))


def test_projects_are_taken_together() -> None:
    """One gains 30 on the day on which the other loses 30: together a usual day."""
    seen = store(counted([1] * 14 + [31]), counted([1] * 14 + [-29], project=2), as_of="2026-01-16")
    assert values(seen, METRIC) == {(number("2026-01-16"), "gained"): 0}


def test_what_is_older_than_ninety_days_is_not_looked_at() -> None:
    """Of 100 days the first 10 fall out, and the 14 after them are only what is usual."""
    seen = store(counted([1] * 100), as_of="2026-04-11")
    assert len(values(seen, METRIC)) == 90 - 14
