"""Reporters who become contributors, worked by hand."""

import pytest

from folkmoot.metrics.issue_reporters_who_contribute import METRIC
from folkmoot.store.answer import answer
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
