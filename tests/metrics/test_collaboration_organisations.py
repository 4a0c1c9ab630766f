"""Which organisations work together, worked by hand."""

from folkmoot.metrics.collaboration_organisations import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened
    !1 | Ada @acme | 2026-01-01
    #2 | Bob @globex | 2026-01-01
    !3 | Cleo | 2026-01-01
    !4 | renovate[bot] | 2026-01-01
    !5 | Ada @acme | 2024-01-01
"""
REMARKS = """
    item | who | when | kind
    !1 | Bob @globex | 2026-01-02 | review approved
    !1 | Ada @acme | 2026-01-03 | comment
    #2 | Ada @acme | 2026-01-03 | comment
    !3 | Ada @acme | 2026-01-03 | review approved
    !4 | Ada @acme | 2026-01-03 | review approved
    !3 | ci[bot] | 2026-01-03 | comment
    !5 | Cleo | 2024-01-03 | comment
"""


def test_only_where_both_are_known() -> None:
    """acme and globex twice; nobody knows for whom Cleo works."""
    store = example(items=ITEMS, remarks=REMARKS)
    assert list(values(store, METRIC).values()) == [2]
    assert {row.label for row in answer(store, METRIC)} != {row.part for row in answer(store, METRIC)}
    assert drilled(store, METRIC) == {1: 2}


def test_the_busiest_pairs_come_first() -> None:
    """acme met globex once, initech met hooli twice and acme hooli twice: acme was known here first."""
    store = example(
        items="""
            item | who           | opened
            !1   | Ada @acme     | 2026-01-01
            !2   | Cleo @initech | 2026-01-01
            !3   | Ada @acme     | 2026-01-01
        """,
        remarks="""
            item | who         | when
            !1   | Bob @globex | 2026-01-02
            !2   | Dan @hooli  | 2026-01-02
            !2   | Dan @hooli  | 2026-01-03
            !3   | Dan @hooli  | 2026-01-02
            !3   | Dan @hooli  | 2026-01-03
        """,
    )
    firms = {
        str(number): name
        for number, name in store.execute("select organisation, name from organisation").fetchall()
    }

    def shown(most: int) -> set[frozenset[str]]:
        pairs = answer(store, METRIC.adapted({"most": most}))
        return {frozenset((firms[row.label], firms[row.part])) for row in pairs}

    assert shown(1) == {frozenset(("acme", "hooli"))}
    assert shown(2) == {frozenset(("acme", "hooli")), frozenset(("initech", "hooli"))}
    assert len(shown(3)) == 3
    assert drilled(store, METRIC.adapted({"most": 1})) == {1: 2}


def test_robots_colleagues_and_people_who_wrote_from_two_places_are_no_pair() -> None:
    """Nothing here is one organisation's person meeting another's.

    A robot of globex comments on Ada's and has its own commented on; Eve of acme comments on Ada's; Ada,
    who wrote for globex too, comments on her own; so does Bob, of whom nobody knows where he works.
    """
    store = example(
        items="""
            item | who                | opened
            !1   | Ada @acme          | 2026-01-01
            !2   | sync[bot] @globex  | 2026-01-01
            !3   | Bob                | 2026-01-01
        """,
        remarks="""
            item | who                | when
            !1   | sync[bot] @globex  | 2026-01-02
            !2   | Ada @acme          | 2026-01-02
            !1   | Eve @acme          | 2026-01-02
            !1   | Ada @globex        | 2026-01-02
            !3   | Ada @acme          | 2026-01-02
            !1   | Bob                | 2026-01-02
        """,
    )
    assert answer(store, METRIC) == []
    assert drilled(store, METRIC) == {}


def test_a_comment_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026 Bob's second comment, a second younger than a year, counts alone."""
    store = example(
        items="item | who | opened\n#1 | Ada @acme | 2025-01-01",
        remarks="""
            item | who         | when
            #1   | Bob @globex | 2025-06-15 12:00:00
            #1   | Bob @globex | 2025-06-15 12:00:01
        """,
    )
    assert [row.value for row in answer(store, METRIC)] == [1]
