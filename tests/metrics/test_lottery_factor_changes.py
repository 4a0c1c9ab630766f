"""Lottery factor over changes, worked by hand."""

from folkmoot.metrics.lottery_factor_changes import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | merged
    !1 | Ada | 2024-01-01 | 2024-01-02
    !2 | Ada | 2024-01-01 | 2024-01-02
    !3 | Ada | 2024-01-01 | 2024-01-02
    !4 | Bob | 2026-01-01 | 2026-01-02
    !5 | Cleo | 2026-01-01 | 2026-01-02
    !6 | Cleo | 2026-01-01 |
    !7 | renovate[bot] | 2026-01-01 | 2026-01-02
"""


def test_fewest_with_half_of_the_merged_changes() -> None:
    """All time: Ada wrote 3 of 5. Last 12 months: Bob and Cleo one each, either makes half."""
    assert values(example(items=ITEMS), METRIC) == {0: 1, 1: 1}
    assert drilled(example(items=ITEMS), METRIC) == {0: 5, 1: 2}


def test_ten_people_with_one_each_need_five() -> None:
    lines = [f"!{number} | P{number} | 2026-01-01 | 2026-01-02" for number in range(10)]
    store = example(items="item | who | opened | merged\n" + "\n".join(lines))
    assert values(store, METRIC) == {0: 5, 1: 5}


def test_the_published_vector() -> None:
    """[1000, 202, 90, 33, 332, 343, 42, 433] needs two: 1000 and 433 of 2475."""
    counts = [1000, 202, 90, 33, 332, 343, 42, 433]
    lines = [
        f"!{who * 100 + n} | P{who} | 2026-01-01 | 2026-01-02"
        for who, count in enumerate(counts)
        for n in range(count // 30)
    ]
    store = example(items="item | who | opened | merged\n" + "\n".join(lines))
    assert values(store, METRIC)[0] == 2
