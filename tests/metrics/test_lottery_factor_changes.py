"""Lottery factor over changes, worked by hand."""

from folkmoot.metrics.lottery_factor_changes import METRIC
from folkmoot.store.answer import answer
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


def test_hardly_less_than_half_is_not_half() -> None:
    """Of 101 changes Ada wrote 50, which is 49.5 %: it takes Bob, with 26, too. Nobody's do not count."""
    wrote = {"Ada": 50, "Bob": 26, "Cleo": 25, "": 60}
    names = [who for who, count in wrote.items() for _ in range(count)]
    lines = [f"!{number} | {who} | 2026-01-01 | 2026-01-02" for number, who in enumerate(names, start=1)]
    store = example(items="item | who | opened | merged\n" + "\n".join(lines))
    assert [(row.value, row.n) for row in answer(store, METRIC)] == [(2, 101), (2, 101)]


def test_a_merge_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026: Ada's was merged a year before to the second, Bob's a second later."""
    items = """
        item | who | opened     | merged
        !1   | Ada | 2025-01-01 | 2025-06-15 12:00:00
        !2   | Bob | 2025-01-01 | 2025-06-15 12:00:01
    """
    assert drilled(example(items=items), METRIC) == {0: 2, 1: 1}
