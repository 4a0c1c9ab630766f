"""Contributor confidence as of June 2024, worked by hand."""

import pytest

from folkmoot.metrics.contributor_confidence_opensauced_2024_06 import METRIC
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


def test_weights_of_those_who_starred_and_forked() -> None:
    """Stars: A opened a change here, 1; C in two others, 0.1; D and E none: mean 0.275.

    Forks: A 1 and B 1: mean 1. Together (0.275 + 1) / 2 = 0.6375.
    """
    assert values(example(items=ITEMS, acts=ACTS), METRIC)[30] == pytest.approx(0.6375)
    assert drilled(example(items=ITEMS, acts=ACTS), METRIC) == {30: 6, 90: 6, 365: 6}


def test_a_fork_by_somebody_busy_elsewhere_weighs_a_half() -> None:
    """F forked and opened changes in repositories 2 and 3: 0.5; nobody starred: 0.25."""
    store = example(
        items="project | item | who | opened\n2 | !1 | F | 2026-06-02\n3 | !1 | F | 2026-06-02",
        acts="who | when | kind\nF | 2026-06-01 | fork",
    )
    assert values(store, METRIC)[30] == 0.25


def test_a_push_is_neither_a_star_nor_a_fork() -> None:
    """A starred, pushed and opened a change here: the mean of the stars is 1, of the forks nothing: 0.5."""
    store = example(
        items="item | who | opened\n!1 | A | 2026-06-02",
        acts="who | when | kind\nA | 2026-06-01 | star\nA | 2026-06-01 | push",
    )
    assert values(store, METRIC)[30] == 0.5
    assert {row.n for row in answer(store, METRIC)} == {1}
