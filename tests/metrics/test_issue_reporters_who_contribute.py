"""Reporters who become contributors, worked by hand."""

import pytest

from folkmoot.metrics.issue_reporters_who_contribute import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | merged
    #1 | Ada | 2026-01-01 |
    #2 | Ada | 2026-01-09 |
    !3 | Ada | 2026-01-05 | 2026-01-11
    !4 | Ada | 2026-02-05 | 2026-02-11
    #5 | Bob | 2026-01-01 |
    !6 | Bob | 2026-01-05 | 2026-01-31
    #7 | Cleo | 2026-02-01 |
    !8 | Cleo | 2025-02-01 | 2025-02-03
    #9 | Dan | 2026-02-01 |
"""


def test_share_within_a_year() -> None:
    """Ada after 10 days, Bob after 30; Dan has been watched for 134 days. Cleo contributed before. 2 of 3."""
    assert values(example(items=ITEMS), METRIC) == pytest.approx({1: 2 / 3, 2026: 2 / 3})
    assert {row.n for row in answer(example(items=ITEMS), METRIC)} == {3}
    assert drilled(example(items=ITEMS), METRIC) == {1: 3, 2026: 3}


def test_a_change_after_more_than_a_year_is_too_late() -> None:
    store = example(
        items="item | who | opened | merged\n#1 | Ada | 2024-01-01 |\n!2 | Ada | 2025-02-01 | 2025-03-01"
    )
    assert values(store, METRIC) == {2024: 0}
