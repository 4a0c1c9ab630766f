"""Share of work outside office hours, worked by hand."""

import pytest

from folkmoot.metrics.off_hours import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

HISTORY = """
    when                   | who             | also
    2025-01-06 07:59       | Ada             |
    2026-01-05 08:00       | Ada             |
    2026-01-05 17:59 -0800 | Bob             |
    2026-01-05 18:00 +0530 | Bob             |
    2026-01-10 12:00       | Ada             |
    2026-01-11 12:00       | Cleo            | merge
    2026-01-11 12:00       | dependabot[bot] |
"""


def test_evenings_and_weekends_by_the_local_clock() -> None:
    """January 2026: 8:00 and 17:59 are office hours, 18:00 on Monday and noon on Saturday are not: 2 of 4.

    January 2025: a minute before eight, 1 of 1. Last 12 months: the four of 2026.
    """
    store = example(HISTORY)
    assert values(store, METRIC) == {202501: 1, 202601: 0.5, 1: 0.5}
    assert {row.period: row.n for row in answer(store, METRIC)} == {202501: 1, 202601: 4, 1: 4}
    assert drilled(store, METRIC) == {202501: 1, 202601: 4, 1: 4}


def test_office_hours_are_a_parameter() -> None:
    """From 9 to 17, also 8:00 and 17:59 are outside: 4 of 4."""
    early = METRIC.adapted({"office_from": 9, "office_until": 17, "of another": 1})
    assert values(example(HISTORY), early)[202601] == 1


@pytest.mark.parametrize(("day", "off"), [("2025-01-03", 0), ("2025-01-04", 1), ("2025-01-05", 1)])
def test_the_whole_weekend_is_outside(day: str, off: int) -> None:
    """Noon on Friday is inside, noon on Saturday and Sunday outside."""
    assert values(example(f"when | who\n{day} 12:00 | Ada"), METRIC) == {202501: off}


def test_it_is_never_told_by_person() -> None:
    """The answer has no labels, and fewer than five commits show nothing."""
    assert {row.label for row in answer(example(HISTORY), METRIC)} == {""}
    assert METRIC.min_n == 5
