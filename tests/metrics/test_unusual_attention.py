"""Unusual months, worked by hand."""

import pytest

from folkmoot.metrics.unusual_attention import METRIC
from folkmoot.store.answer import answer, events
from worked_example import drilled, example, values


def test_a_jump_after_quiet_months() -> None:
    """Worked out on paper.

    One star a month for seven months, then 20: the median is 1, nobody is away from it, so the spread is 1,
    and the distance 19. The first six months say nothing; the seventh is as usual.
    """
    stars = [f"P{n} | 2025-{n:02d}-05 | star" for n in range(1, 8)] + [
        f"Q{n} | 2025-08-09 | star" for n in range(20)
    ]
    store = example(acts="\n".join(["who | when | kind", *stars]), as_of="2025-09-01")
    assert values(store, METRIC) == {(202507, "stars"): 0, (202508, "stars"): 19}
    assert {row.period: row.n for row in answer(store, METRIC)} == {202507: 1, 202508: 20}
    assert drilled(store, METRIC)[202508] == 20


def monthly(counts: list[int], kind: str = "star", also: str = "") -> str:
    """Give a table of acts: so many by people in each month from January 2023 on."""
    rows = [
        f"P{month}_{n} | {2023 + month // 12}-{month % 12 + 1:02d}-05 | {kind}"
        for month, count in enumerate(counts)
        for n in range(count)
    ]
    return "\n".join(["who | when | kind", *rows, also])


def test_a_month_without_a_star_is_a_month_too() -> None:
    """1, 0, 0, 0, 0, 0, then 3: the median is 0, the spread 1, so the distance is 3."""
    found = values(example(acts=monthly([1, 0, 0, 0, 0, 0, 3]), as_of="2023-08-01"), METRIC)
    assert found == {(202307, "stars"): 3}


def test_months_before_the_first_commit_count_as_any() -> None:
    """A clone that holds the newest commit alone takes nothing away of what the forge tells."""
    found = values(example("when | who\n2023-07-20 | Ada", acts=monthly([1] * 7), as_of="2023-08-01"), METRIC)
    assert found == {(202307, "stars"): 0}


def test_a_fall_is_as_unusual_as_a_jump() -> None:
    """16 a month for six months, then none: 16 less, divided by the root of 16, is 4 below."""
    found = values(example(acts=monthly([16] * 6 + [0]), as_of="2023-08-01"), METRIC)
    assert found == {(202307, "stars"): -4}


def test_robots_make_no_month_unusual() -> None:
    """Twenty robots starred in July, and one person, as ever. The one fork is a robot's."""
    robots = "\n".join(f"r{n}[bot] | 2023-07-09 | star" for n in range(20)) + "\nq[bot] | 2023-01-01 | fork"
    store = example(acts=monthly([1] * 7, also=robots), as_of="2023-08-01")
    assert values(store, METRIC) == {(202307, "stars"): 0}
    assert drilled(store, METRIC)[202307] == 1


def test_the_month_under_way_is_not_judged() -> None:
    """July is over with its last second, and not before."""
    store = example(acts=monthly([1] * 7), as_of="2023-07-31 23:59:58")
    assert values(store, METRIC) == {}


def test_usual_is_what_the_last_two_years_were() -> None:
    """Worked out on paper.

    In the 24 months before, 4 and 9 take turns: the median is 6.5 and all are 2.5 away from it. The 9 of the
    month before those is forgotten; with it the median would be 9, and this month as usual.
    """
    found = values(example(acts=monthly([9, *[4, 9] * 12, 9]), as_of="2025-03-01"), METRIC)
    assert found[202502, "stars"] == pytest.approx(2.5 / (1.4826 * 2.5))


def test_forks_are_judged_by_forks() -> None:
    """Four forks in July after one a month are three roots above; drilling down gives these four alone."""
    store = example(acts=monthly([1] * 6 + [4], kind="fork"), as_of="2023-08-01")
    assert values(store, METRIC) == {(202307, "forks"): 3}
    assert [label for period, label, _ in events(store, METRIC) if period == 202307] == ["forks"] * 4
