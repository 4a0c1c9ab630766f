"""Who works with whom, worked by hand."""

from folkmoot.metrics.collaboration_people import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example

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


def test_pairs_both_ways_together() -> None:
    """Bob reviewed Ada's, Ada answered Bob's: 2.

    Ada reviewed Cleo's: 1. Her answer to herself, robots and 2024 do not count.
    """
    store = example(items=ITEMS, remarks=REMARKS)
    ada, bob, cleo = (
        store.execute("select person from person where name = ?", [name]).fetchall()[0][0]
        for name in ("Ada", "Bob", "Cleo")
    )
    pairs = {frozenset((row.label, row.part)): row.value for row in answer(store, METRIC)}
    assert pairs == {frozenset((str(ada), str(bob))): 2, frozenset((str(ada), str(cleo))): 1}
    assert drilled(store, METRIC) == {1: 3}


def test_the_busiest_pairs_come_first() -> None:
    """Of two pairs shown one at a time: Cleo met Dan twice, after Ada had met Bob once.

    Ada met Dan twice as well, and stands before Cleo: she was known here first.
    """
    store = example(
        items="item | who | opened\n!1 | Ada | 2026-01-01\n!2 | Cleo | 2026-01-01\n!3 | Ada | 2026-01-01",
        remarks="""
            item | who | when
            !1   | Bob | 2026-01-02
            !2   | Dan | 2026-01-02
            !2   | Dan | 2026-01-03
            !3   | Dan | 2026-01-02
            !3   | Dan | 2026-01-03
        """,
    )
    names = {
        str(person): name for person, name in store.execute("select person, name from person").fetchall()
    }

    def shown(most: int) -> set[frozenset[str]]:
        pairs = answer(store, METRIC.adapted({"most": most}))
        return {frozenset((names[row.label], names[row.part])) for row in pairs}

    assert shown(1) == {frozenset(("Ada", "Dan"))}
    assert shown(2) == {frozenset(("Ada", "Dan")), frozenset(("Cleo", "Dan"))}
    assert len(shown(3)) == 3
    assert drilled(store, METRIC.adapted({"most": 1})) == {1: 2}


def test_who_is_not_known_meets_nobody() -> None:
    """A comment by nobody known on Ada's, and one by Ada on nobody's."""
    store = example(
        items="item | who | opened\n#1 | Ada | 2026-01-01\n#2 | | 2026-01-01",
        remarks="item | who | when\n#1 | | 2026-01-02\n#2 | Ada | 2026-01-02",
    )
    assert answer(store, METRIC) == []


def test_a_comment_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026 Bob's second comment, a second younger than a year, counts alone."""
    store = example(
        items="item | who | opened\n#1 | Ada | 2025-01-01",
        remarks="item | who | when\n#1 | Bob | 2025-06-15 12:00:00\n#1 | Bob | 2025-06-15 12:00:01",
    )
    assert [row.value for row in answer(store, METRIC)] == [1]
