"""Drilling down: whoever is counted is named, however they came to be counted."""

from __future__ import annotations

from folkmoot.metrics import all_metrics
from folkmoot.metrics.active_contributors import METRIC
from folkmoot.metrics.commits import METRIC as COMMITS
from folkmoot.metrics.new_contributors import METRIC as NEW
from folkmoot.store.answer import answer
from folkmoot.store.drill import behind
from worked_example import example

TWO = """
    when       | who | also
    2026-01-03 | Ada | co: Bob
    2026-02-01 | Ada |
"""


def test_a_co_author_is_named_with_what_counts() -> None:
    store = example(TWO)
    names = dict(store.execute("select person, name from person").fetchall())
    rows = behind(store, METRIC, 202601)
    assert [(names[row.person], row.what.partition(" (")[2]) for row in rows] == [
        ("Ada", ""),
        ("Bob", "co-authored)"),
    ]


def test_two_newcomers_in_one_commit_are_two_lines() -> None:
    assert len({row.person for row in behind(example(TWO), NEW, 202601)}) == 2


def test_where_nobody_else_is_counted_the_doer_is_named() -> None:
    store = example(TWO)
    (ada,) = store.execute("select person from person where name = 'Ada'").fetchone() or (0,)
    assert {row.person for row in behind(store, COMMITS)} == {ada}


def test_people_counted_by_month_are_those_who_are_listed() -> None:
    """For every metric that counts people of contributions, the list gives the number again."""
    store = example(TWO)
    for name in ("active-contributors", "new-contributors", "contributors-by-act"):
        metric = all_metrics()[name]
        for row in answer(store, metric):
            listed = {each.person for each in behind(store, metric, row.period) if each.label == row.label}
            assert len(listed) == row.value, (name, row)
