"""The contributor absence factor year by year, worked by hand."""

from folkmoot.metrics.contributor_absence_factor_by_year import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_each_year_stands_alone() -> None:
    """2023: Ada 2 of 3, so 1. 2024: nobody. 2025: three people with one commit each, so 2."""
    store = example("""
        when       | who
        2023-03-01 | Ada
        2023-03-02 | Ada
        2023-03-03 | Bob
        2025-03-01 | Ada
        2025-03-02 | Bob
        2025-03-03 | Cleo
    """)
    assert values(store, METRIC) == {2023: 1, 2025: 2}
    assert {row.period: row.n for row in answer(store, METRIC)} == {2023: 3, 2025: 3}
    assert drilled(store, METRIC) == {2023: 3, 2025: 3}


def test_bots_and_merges_are_out() -> None:
    """Without them Ada and Bob have one commit each, and one of them is half."""
    store = example("""
        when       | who     | also
        2025-03-01 | Ada     |
        2025-03-02 | Bob     |
        2025-03-03 | ci[bot] |
        2025-03-04 | ci[bot] |
        2025-03-05 | Cleo    | merge
    """)
    assert values(store, METRIC) == {2025: 1}
    assert drilled(store, METRIC) == {2025: 2}


def test_hardly_less_than_half_is_not_half() -> None:
    """Of 101 commits Ada made 50, which is 49.5 %: it takes Bob, with 26, too."""
    made = {"Ada": 50, "Bob": 26, "Cleo": 25}
    rows = [f"2026-03-01 | {who}" for who, count in made.items() for _ in range(count)]
    assert values(example("\n".join(["when | who", *rows])), METRIC) == {2026: 2}


def test_those_with_the_most_commits_are_counted_first() -> None:
    """Ada and Bob, who came first, made one each, Cleo four of six; the bot's three are of nobody."""
    names = ["Ada", "Bob", *["Cleo"] * 4, *["ci[bot]"] * 3]
    store = example("\n".join(["when | who", *(f"2025-03-01 | {name}" for name in names)]))
    assert [(row.value, row.n) for row in answer(store, METRIC)] == [(1, 6)]
    assert drilled(store, METRIC) == {2025: 6}
