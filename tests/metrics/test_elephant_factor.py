"""Elephant factor, worked by hand."""

import pytest

from folkmoot.metrics.elephant_factor import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def history(commits: dict[str, int]) -> str:
    """Give a table with so many commits by one person of each organisation, all in the last 12 months."""
    lines = [
        f"2026-0{1 + number % 5}-{1 + number % 28:02} | Member{firm} @{firm}"
        for firm, count in commits.items()
        for number in range(count)
    ]
    return "\n".join(["when | who", *lines])


def test_half_of_the_known_commits() -> None:
    """All time: acme 3, globex 2, initech 1; half of 6 is acme's 3, so 1. Last 12 months: globex 2, initech
    1, acme 1; half of 4 is globex's 2, so 1; Bob is unknown, the bot and the merge do not count."""
    store = example("""
        when       | who                   | also
        2024-01-03 | Ada @acme             |
        2024-02-03 | Ada @acme             |
        2026-01-03 | Ada @acme             |
        2026-01-04 | Cleo @globex          |
        2026-01-05 | Cleo @globex          |
        2026-01-06 | Dan @initech          |
        2026-01-07 | Bob                   |
        2026-01-08 | build[bot] @initech   |
        2026-01-09 | Dan @initech          | merge
    """)
    assert values(store, METRIC) == {0: 1, 1: 1}
    assert drilled(store, METRIC) == {0: 6, 1: 4}
    assert [row.n for row in answer(store, METRIC)] == [6, 4]


@pytest.mark.parametrize(
    ("commits", "factor"),
    [
        ({"one": 1}, 1),
        ({"one": 1, "two": 1}, 1),
        ({f"firm{number}": 1 for number in range(10)}, 5),
        ({"a": 100, "b": 20, "c": 9, "d": 33, "e": 33, "f": 34, "g": 4, "h": 43}, 2),
        ({"a": 4, "b": 3, "c": 3}, 2),
        ({"a": 5, "b": 3, "c": 2}, 1),
    ],
)
def test_vectors(commits: dict[str, int], factor: int) -> None:
    """The vectors of the contributor absence factor hold for organisations; exactly half is enough."""
    assert values(example(history(commits)), METRIC)[0] == factor


def test_without_a_known_organisation_it_is_unknown() -> None:
    """Not 0 and not 1: there is nothing to say."""
    store = example("""
        when       | who
        2026-01-03 | Ada
        2026-01-04 | Bob
    """)
    assert values(store, METRIC) == {}
    assert drilled(store, METRIC) == {}


def test_too_little_known_gives_no_number() -> None:
    """One known commit of eleven is less than a tenth; one of ten is enough."""
    ten = ["2026-01-03 | Ada @acme", *(f"2026-02-{day:02} | Bob" for day in range(1, 10))]
    assert values(example("\n".join(["when | who", *ten])), METRIC) == {0: 1, 1: 1}
    eleven = example("\n".join(["when | who", *ten, "2026-03-01 | Bob"]))
    assert values(eleven, METRIC) == {}
    assert drilled(eleven, METRIC) == {}


def test_a_commit_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026: acme's commit is a year old to the second, globex's a second younger."""
    store = example("""
        when                | who
        2025-06-15 12:00:00 | Ada @acme
        2025-06-15 12:00:01 | Bob @globex
    """)
    assert [(row.period, row.n) for row in answer(store, METRIC)] == [(0, 2), (1, 1)]
    assert drilled(store, METRIC) == {0: 2, 1: 1}
