"""The contributor absence factor by directory, worked by hand."""

from folkmoot.metrics.contributor_absence_factor_by_directory import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_each_directory_has_its_own_number() -> None:
    """src: Ada 2, Bob 1 of three commits, so 1 (two files of one commit count once). docs: three people with
    one each, so 2. The last 12 months (since 15 June 2025) have one commit in each."""
    store = example("""
        when       | who  | files
        2024-03-01 | Ada  | src/a.py; src/b.py
        2024-03-02 | Ada  | src/a.py; docs/x.md
        2024-03-03 | Cleo | docs/x.md
        2026-03-04 | Bob  | src/a.py; docs/x.md
    """)
    assert values(store, METRIC) == {(0, "src"): 1, (0, "docs"): 2, (1, "src"): 1, (1, "docs"): 1}
    counts = {(row.period, row.label): row.n for row in answer(store, METRIC)}
    assert counts == {(0, "src"): 3, (0, "docs"): 3, (1, "src"): 1, (1, "docs"): 1}
    assert drilled(store, METRIC) == {0: 6, 1: 2}


def test_what_is_gone_from_the_tree_is_out_and_renames_are_followed() -> None:
    """old/a.py became src/a.py, so Ada's work on it counts for src; gone/b.py is no longer there."""
    store = example(
        """
        when       | who  | files              | also
        2026-03-01 | Ada  | old/a.py; gone/b.py|
        2026-03-02 | Bob  | src/a.py           | rename: old/a.py > src/a.py
        """,
        files=["src/a.py"],
    )
    assert values(store, METRIC) == {(0, "src"): 1, (1, "src"): 1}
    assert drilled(store, METRIC) == {0: 2, 1: 2}


def test_bots_are_out() -> None:
    store = example("""
        when       | who     | files
        2026-03-01 | Ada     | src/a.py
        2026-03-02 | Bob     | src/a.py
        2026-03-03 | Cleo    | src/a.py
        2026-03-04 | ci[bot] | src/a.py; .github/ci.yml
    """)
    assert values(store, METRIC) == {(0, "src"): 2, (1, "src"): 2}


def test_files_in_the_root_stand_together() -> None:
    store = example("""
        when       | who | files
        2026-03-01 | Ada | README.md; LICENSE
    """)
    (label,) = {row.label for row in answer(store, METRIC)}
    assert drilled(store, METRIC) == {0: 1, 1: 1}
    assert label not in {"README.md", "LICENSE"}


def test_hardly_less_than_half_is_not_half() -> None:
    """Of 101 commits Ada made 50, which is 49.5 %: it takes Bob, with 26, too."""
    made = {"Ada": 50, "Bob": 26, "Cleo": 25}
    rows = [f"2026-03-01 | {who} | src/a.py" for who, count in made.items() for _ in range(count)]
    assert values(example("\n".join(["when | who | files", *rows])), METRIC) == {(0, "src"): 2, (1, "src"): 2}


def test_those_with_the_most_commits_are_counted_first() -> None:
    """Ada and Bob, who came first, made one each, Cleo four of six; the bot's three are of nobody."""
    names = ["Ada", "Bob", *["Cleo"] * 4, *["ci[bot]"] * 3]
    rows = [f"2026-03-01 | {name} | src/a.py" for name in names]
    store = example("\n".join(["when | who | files", *rows]))
    assert [(row.period, row.value, row.n) for row in answer(store, METRIC)] == [(0, 1, 6), (1, 1, 6)]
    assert drilled(store, METRIC) == {0: 6, 1: 6}


def test_a_commit_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026: Ada's commit is a year old to the second, Bob's a second younger."""
    store = example("""
        when                | who | files
        2025-06-15 12:00:00 | Ada | src/a.py
        2025-06-15 12:00:01 | Bob | src/a.py
    """)
    assert {row.period: row.n for row in answer(store, METRIC)} == {0: 2, 1: 1}
    assert drilled(store, METRIC) == {0: 2, 1: 1}
