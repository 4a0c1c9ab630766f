"""Who carries the collaboration, worked by hand."""

from folkmoot.metrics.openrank import METRIC
from folkmoot.model.metric import Row
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


def test_few_people_at_the_centre() -> None:
    """Ada stands between Bob and Cleo: Ada's rank is 4/3, theirs are 5/6 each; half of 3 needs two people."""
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 2}
    assert {row.n for row in answer(example(items=ITEMS, remarks=REMARKS), METRIC)} == {3}
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 3}


def test_a_star_of_eight_rests_on_few() -> None:
    """Worked out on paper.

    The centre c and 8 leaves: c = 0.5 + 0.5 x 8 l, l = 0.5 + 0.5 c / 8 gives c = 10/3 and l = 17/24; half
    of 9 needs c and two leaves.
    """
    rows = [Row(1, 1, 1, "c", str(leaf)) for leaf in range(8)]
    assert [(row.value, row.n) for row in METRIC.finished(rows)] == [(3, 9)]


def test_of_two_who_share_all_one_holds_half() -> None:
    """Both ranks are 1, and half of 2 is 1: one person holds it exactly."""
    assert [(row.value, row.n) for row in METRIC.finished([Row(1, 1, 1, "a", "b")])] == [(1, 2)]


def test_each_period_is_a_network_of_its_own() -> None:
    rows = [Row(2025, 1, 1, "a", "b"), *(Row(2026, 1, 1, "c", str(leaf)) for leaf in range(8))]
    assert [(row.period, row.value, row.n) for row in METRIC.finished(rows)] == [(2025, 1, 2), (2026, 3, 9)]


def test_only_meetings_of_the_last_twelve_months_and_of_known_people() -> None:
    """A word exactly a year old is out; so is one to, or by, somebody nobody knows."""
    items = """
        item | who | opened
        !1   | Ada | 2025-01-01
        !2   | Ada | 2026-01-01
        !3   |     | 2026-01-01
    """
    remarks = """
        item | who  | when
        !1   | Bob  | 2025-06-15 12:00:00
        !2   | Cleo | 2026-01-02
        !3   | Dan  | 2026-01-02
        !2   |      | 2026-01-02
    """
    store = example(items=items, remarks=remarks)
    assert drilled(store, METRIC) == {1: 1}
    assert {row.n for row in answer(store, METRIC)} == {2}


def test_only_the_busiest_pairs_are_taken() -> None:
    """Ada and Bob spoke twice, Ada and Cleo once: of one pair, two people; of two pairs, three."""
    remarks = """
        item | who  | when
        !1   | Cleo | 2026-01-01
        !1   | Bob  | 2026-01-02
        !1   | Bob  | 2026-01-03
    """
    store = example(items="item | who | opened\n!1 | Ada | 2026-01-01", remarks=remarks)
    for most, people in ((1, 2), (2, 3)):
        assert [row.n for row in answer(store, METRIC.adapted({"most": most}))] == [people]
