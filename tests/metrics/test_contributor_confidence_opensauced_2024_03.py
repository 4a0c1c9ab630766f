"""Contributor confidence as of March 2024, worked by hand."""

import pytest

from folkmoot.metrics.contributor_confidence_opensauced_2024_03 import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ITEMS = """
    project | item | who | opened
    1 | !1 | A | 2026-06-02
    2 | !1 | A | 2026-06-02
    1 | !2 | B | 2026-06-02
    3 | !1 | C | 2026-06-02
    4 | !1 | C | 2026-06-02
"""
ACTS = """
    who | when | kind
    A | 2026-06-01 | star
    A | 2026-06-01 | fork
    B | 2026-06-01 | fork
    C | 2026-06-01 | star
    D | 2026-06-01 | star
    E | 2026-06-01 | star
"""

OI_ALL = "project | item | who | opened\n" + "\n".join(
    f"{project} | !{number} | {who} | 2026-06-02" for project in (1, 2) for number, who in enumerate("ABCDE")
)


def test_the_published_vector() -> None:
    """Worked out on paper.

    Stars A, C, D, E, of whom A and C opened changes in two repositories: a half; forks A and B, of whom A:
    a half. (0.1 x 0.5 + 0.5 x 0.5) / 2 = 0.15. All of it lies within the last 30 days.
    """
    assert values(example(items=ITEMS, acts=ACTS), METRIC) == {
        30: pytest.approx(0.15),
        90: pytest.approx(0.15),
        365: pytest.approx(0.15),
    }
    assert {row.n for row in answer(example(items=ITEMS, acts=ACTS), METRIC)} == {6}
    assert drilled(example(items=ITEMS, acts=ACTS), METRIC) == {30: 6, 90: 6, 365: 6}


def test_everybody_qualified_gives_the_largest_value() -> None:
    items = OI_ALL
    assert values(example(items=items, acts=ACTS), METRIC)[30] == pytest.approx(0.3)


def test_nobody_qualified_gives_nothing() -> None:
    items = "project | item | who | opened\n2 | !1 | Z | 2026-06-02"
    assert values(example(items=items, acts=ACTS), METRIC)[30] == 0


def test_of_one_repository_it_cannot_be_said() -> None:
    assert values(example(acts=ACTS), METRIC) == {}


def test_changes_count_in_the_window_they_were_opened_in() -> None:
    """A starred in June and opened changes in two repositories in May: of the last 30 days there is nothing.

    Of the last 90 days one star of one counts: 0.1 / 2 = 0.05.
    """
    store = example(
        items="project | item | who | opened\n1 | !1 | A | 2026-05-10\n2 | !1 | A | 2026-05-10",
        acts="who | when | kind\nA | 2026-06-01 | star",
    )
    assert values(store, METRIC) == {30: 0, 90: pytest.approx(0.05), 365: pytest.approx(0.05)}


def test_a_fork_alone_and_a_change_in_one_repository_alone() -> None:
    """A forked, and opened a change in one of two repositories: no part of the formula counts."""
    items = "project | item | who | opened\n2 | !1 | A | 2026-06-02"
    store = example(items=items, acts="who | when | kind\nA | 2026-06-01 | fork")
    assert values(store, METRIC)[30] == 0


def test_of_two_repositories_the_events_are_told_and_of_one_not() -> None:
    acts = "who | when | kind\nA | 2026-06-01 | fork"
    two = example(items="project | item | who | opened\n2 | !1 | A | 2026-06-02", acts=acts)
    assert drilled(two, METRIC) == {30: 1, 90: 1, 365: 1}
    assert drilled(example(acts=acts), METRIC) == {}


TWO = "project | item | who | opened\n1 | !1 | A | 2026-06-02\n2 | !1 | A | 2026-06-02"
"""A opened changes in both repositories."""


def test_only_stars_and_forks_of_people_count() -> None:
    """A's star alone: B pushed, one star is a robot's, and one nobody's. Of one star one counts: 0.1 / 2."""
    acts = """
        who        | when       | kind
        A          | 2026-06-01 | star
        B          | 2026-06-01 | push
        watch[bot] | 2026-06-01 | star
                   | 2026-06-01 | star
    """
    store = example(items=TWO, acts=acts)
    assert values(store, METRIC)[30] == pytest.approx(0.05)
    assert {row.n for row in answer(store, METRIC)} == {1}
    assert drilled(store, METRIC) == {30: 1, 90: 1, 365: 1}


def test_an_issue_is_no_change() -> None:
    """A opened a change in one repository and an issue in the other: n(A) is 1, and that is not over 1."""
    items = "project | item | who | opened\n1 | !1 | A | 2026-06-02\n2 | #1 | A | 2026-06-02"
    assert values(example(items=items, acts="who | when | kind\nA | 2026-06-01 | star"), METRIC)[30] == 0


def test_windows_begin_after_their_first_second() -> None:
    """As of noon of 15 June: a star of the very second of 7, 30, 90 or 365 days ago is out of that window.

    Eight people starred at these four moments, and a second after each: 1, 3, 5 and 7 of them are in.
    """
    edges = ("2026-06-08", "2026-05-16", "2026-03-17", "2025-06-15")
    rows = [f"P{number}{s} | {edge} 12:00:0{s} | star" for number, edge in enumerate(edges) for s in (0, 1)]
    store = example(items=TWO, acts="\n".join(["who | when | kind", *rows]))
    assert {row.period: row.n for row in answer(store, METRIC)} == {7: 1, 30: 3, 90: 5, 365: 7}
    assert drilled(store, METRIC) == {7: 1, 30: 3, 90: 5, 365: 7}


@pytest.mark.parametrize(("clock", "value"), [("12:00:00", 0), ("12:00:01", 0.05)])
def test_changes_count_from_the_first_second_of_a_window_on(clock: str, value: float) -> None:
    items = TWO.replace("2026-06-02", f"2026-05-16 {clock}")
    store = example(items=items, acts="who | when | kind\nA | 2026-06-01 | star")
    assert values(store, METRIC)[30] == pytest.approx(value)


@pytest.mark.parametrize(("opened", "value"), [("2026-05-16 12:00:00", 0), ("2026-05-16 12:00:01", 0.3)])
def test_a_change_of_the_second_thirty_days_ago_is_out(opened: str, value: float) -> None:
    """As of noon of 15 June 2026: only with the second repository, A, who starred and forked, is broad."""
    items = f"project | item | who | opened\n1 | !1 | A | 2026-06-02\n2 | !1 | A | {opened}"
    acts = "who | when | kind\nA | 2026-06-01 | star\nA | 2026-06-01 | fork"
    assert values(example(items=items, acts=acts), METRIC)[30] == pytest.approx(value)
