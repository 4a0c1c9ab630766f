"""The contributor absence factor: the published vectors, and what counts as a commit."""

import pytest

from folkmoot.metrics.contributor_absence_factor import METRIC
from folkmoot.store.answer import answer
from folkmoot.store.scope import look_at
from worked_example import day, drilled, example, values


def history(*commits: int) -> str:
    """Give a history of March 2026 in which the first person made the first number of commits, and so on."""
    rows = [
        f"2026-03-{1 + number % 28:02d} | P{person}"
        for person, count in enumerate(commits)
        for number in range(count)
    ]
    return "\n".join(["when | who", *rows])


@pytest.mark.parametrize(
    ("commits", "factor"),
    [
        ([1, 1], 1),
        ([1] * 10, 5),
        ([1], 1),
        ([3, 2, 1], 1),
        ([2, 2, 1], 2),
    ],
)
def test_it_is_the_smallest_number_of_people_with_half(commits: list[int], factor: int) -> None:
    assert values(example(history(*commits)), METRIC) == {0: factor, 1: factor}


def test_the_vector_of_chaoss_gives_2() -> None:
    """[1000, 202, 90, 33, 332, 343, 42, 433]: half of 2475 is 1237.5, and 1000 + 433 passes it.

    The history is written straight into the store, because 2475 rows of a table would only be slow.
    """
    counts = [1000, 202, 90, 33, 332, 343, 42, 433]
    store = example(history(*[1] * len(counts)))
    for person, count in enumerate(counts, start=1):
        for table in ("commit_fact", "place"):
            store.execute(
                f"insert into {table} select {table}.* replace (10000 * commit + copy.range as commit) "
                f"from {table} cross join range(1, ?) copy where commit = ?",
                [count, person],
            )
    look_at(store, as_of=day("2026-06-15"))
    assert [(row.period, row.value, row.n) for row in answer(store, METRIC)] == [(0, 2, 2475), (1, 2, 2475)]


def test_without_commits_it_is_unknown() -> None:
    assert values(example(), METRIC) == {}


def test_without_commits_in_the_last_year_only_that_is_unknown() -> None:
    """As of 15 June 2026 a commit of 15 June 2025, noon, is a year old and out; one a minute later is in."""
    store = example("""
        when             | who
        2025-06-15 12:00 | Ada
    """)
    assert values(store, METRIC) == {0: 1}
    store = example("""
        when             | who
        2025-06-15 12:01 | Ada
    """)
    assert values(store, METRIC) == {0: 1, 1: 1}


def test_bots_and_merges_are_out_and_all_commits_stand_behind_it() -> None:
    """Ada 1, Bob 1, Cleo 1: two of three people make half; a bot's and a merger's commits change nothing."""
    store = example("""
        when       | who             | also
        2026-03-01 | Ada             |
        2026-03-02 | Bob             |
        2026-03-03 | Cleo            |
        2026-03-04 | dependabot[bot] |
        2026-03-05 | dependabot[bot] |
        2026-03-06 | Bob             | merge
        2026-03-07 | Bob             | merge
    """)
    assert values(store, METRIC) == {0: 2, 1: 2}
    assert drilled(store, METRIC) == {0: 3, 1: 3}


def test_hardly_less_than_half_is_not_half() -> None:
    """Of 101 commits Ada made 50, which is 49.5 %: it takes Bob, with 26, too."""
    made = {"Ada": 50, "Bob": 26, "Cleo": 25}
    rows = [f"2026-03-01 | {who}" for who, count in made.items() for _ in range(count)]
    assert values(example("\n".join(["when | who", *rows])), METRIC) == {0: 2, 1: 2}
