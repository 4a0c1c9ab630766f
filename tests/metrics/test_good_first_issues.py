"""Issues for newcomers, worked by hand."""

from folkmoot.metrics.good_first_issues import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | also
    #1 | Ada | 2026-01-01 | 2026-03-03 | label: Good-First Issue
    #2 | Bob | 2026-02-09 | | label: bug; label: beginner
    #3 | Bob | 2026-02-01 | | label: bug
    !4 | Ada | 2026-02-01 | | label: good first issue
"""


def test_open_and_inviting() -> None:
    """January #1; February #1 and #2; from March on #2 alone.

    A bug invites nobody, and a change is no issue.
    """
    store = example(items=ITEMS, as_of="2026-04-10")
    assert values(store, METRIC) == {202601: 1, 202602: 2, 202603: 1, 202604: 1}
    assert drilled(store, METRIC) == {202601: 1, 202602: 2, 202603: 1, 202604: 1}


def test_as_many_as_there_are() -> None:
    """Two came in January, two more in February, of which two were closed in March: 2, 4, 2."""
    items = """
        item | who | opened     | closed     | also
        #1   | Ada | 2026-01-01 | 2026-03-01 | label: easy
        #2   | Bob | 2026-01-01 | 2026-03-01 | label: easy; label: beginner
        #3   | Ada | 2026-02-01 |            | label: starter
        #4   | Ada | 2026-02-01 |            | label: newcomer
    """
    store = example(items=items, as_of="2026-03-10")
    assert values(store, METRIC) == {202601: 2, 202602: 4, 202603: 2}
    assert drilled(store, METRIC) == {202601: 2, 202602: 4, 202603: 2}


def test_a_label_invites_to_its_own_issue_alone() -> None:
    """Change 1 and issue 1 of the second project are labelled; issue 1 of the first is not."""
    items = """
        project | item | who | opened     | also
        1       | #1   | Ada | 2026-01-01 |
        1       | !1   | Ada | 2026-02-01 | label: easy
        2       | #1   | Ada | 2026-03-01 | label: easy
        2       | !1   | Ada | 2026-02-01 |
    """
    store = example(items=items, as_of="2026-03-10")
    assert values(store, METRIC) == {202603: 1}
    assert drilled(store, METRIC) == {202603: 1}


def test_the_shelf_is_known_from_its_first_issue_on() -> None:
    """Commits since November, the first inviting issue in January: before it nothing is claimed, not 0."""
    store = example(
        "when | who\n2025-11-01 | Ada",
        items="item | who | opened | also\n#1 | Ada | 2026-01-31 23:59:59 | label: easy",
        as_of="2026-02-10",
    )
    assert values(store, METRIC) == {202601: 1, 202602: 1}


def test_without_any_invitation_there_is_no_series() -> None:
    assert values(example(items="item | who | opened\n#1 | Ada | 2026-01-01"), METRIC) == {}


def test_a_month_without_a_new_one_has_what_was_there() -> None:
    """One came in January, another in March; February has the one still. n is the same number."""
    items = """
        item | who | opened     | also
        #1   | Ada | 2026-01-01 | label: easy
        #2   | Bob | 2026-03-01 | label: easy
    """
    rows = answer(example(items=items, as_of="2026-03-10"), METRIC)
    assert [(row.period, row.value, row.n) for row in rows] == [
        (202601, 1, 1),
        (202602, 1, 1),
        (202603, 2, 2),
    ]
