"""Commits by organisation, worked by hand."""

from dataclasses import replace

from folkmoot.metrics.top_organisations import METRIC
from folkmoot.store.answer import events
from worked_example import drilled, example, values

COMMITS = """
        when       | who                | also
        2025-01-03 | Ada @acme          |
        2026-01-03 | Ada @acme          |
        2026-01-04 | Dan @acme          |
        2026-01-05 | Cleo @globex       |
        2026-01-06 | Bob                |
        2026-01-07 | build[bot] @globex |
        2026-01-08 | Cleo @globex       | merge
"""


def test_the_last_twelve_months_by_organisation() -> None:
    """acme: Ada and Dan = 2, Ada's of January 2025 is too old. globex: Cleo = 1. Bob's is unknown."""
    store = example(COMMITS)
    assert values(store, METRIC) == {(1, "acme"): 2, (1, "globex"): 1}
    assert drilled(store, METRIC) == {1: 3}


def test_only_the_largest_are_shown_and_only_their_events() -> None:
    """With room for one, it is acme with its two commits."""
    store = example(COMMITS)
    one = replace(METRIC, parameters={"most": 1, "min_known": 0.1})
    assert values(store, one) == {(1, "acme"): 2}
    assert [label for _, label, _ in events(store, one)] == ["1", "1"]


def test_where_hardly_any_is_known_one_name_would_mislead() -> None:
    """One commit of eleven is known, less than a tenth: no bar. One of ten is a tenth: a bar."""
    line = "2026-01-{:02d} | Bob |"
    rows = ["when | who | also", "2026-01-03 | Ada @acme |"]
    ten = "\n".join([*rows, *(line.format(day) for day in range(4, 13))])
    eleven = "\n".join([ten, line.format(13)])
    assert values(example(ten), METRIC) == {(1, "acme"): 1}
    assert values(example(eleven), METRIC) == {}


def test_fifteen_are_shown_at_most() -> None:
    """Sixteen firms with one commit each: the one that was known last is left out."""
    rows = [f"2026-01-{number + 1:02d} | P{number} @firm{number}" for number in range(16)]
    shown = {firm for _, firm in values(example("\n".join(["when | who", *rows])), METRIC)}
    assert shown == {f"firm{number}" for number in range(15)}
