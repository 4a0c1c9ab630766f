"""Looked at by somebody else, worked by hand."""

from folkmoot.metrics.reviewed_by_another import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | merger | role
    !1 | Ada | 2026-01-01 | | 2026-01-05 | Cleo | NONE
    !2 | Ada | 2026-01-01 | | 2026-01-05 | Ada | NONE
    !3 | Bob | 2026-01-01 | | 2026-01-05 | Cleo | MEMBER
    !4 | Bob | 2026-01-01 | | 2026-01-05 | Bob |
    !5 | Bob | 2026-01-01 | 2026-01-05 | | | NONE
    !6 | renovate[bot] | 2026-01-01 | | 2026-01-05 | Cleo | NONE
"""
REMARKS = """
    item | who | when | kind
    !1 | Cleo | 2026-01-02 | review changes_requested
    !1 | Ada | 2026-01-03 | comment
    !1 | Cleo | 2026-01-04 | review approved
    !2 | Ada | 2026-01-02 | review commented
    !2 | Dan | 2026-01-02 | comment
    !3 | ci[bot] | 2026-01-02 | review approved
    !4 | Dan | 2026-01-09 | review approved
    !5 | Dan | 2026-01-02 | review.comment
    !6 | Dan | 2026-01-02 | review approved
"""


def test_review_comment_or_merge() -> None:
    """Worked out on paper.

    !1 was reviewed, !2 commented on by Dan, !3 merged by Cleo; !4 was merged by its author and reviewed
    afterwards. 3 of 4.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 0.75, 2026: 0.75}
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}


def test_a_look_counts_until_the_second_of_the_merge() -> None:
    """!1 was reviewed at the second it was merged, !2 a second later."""
    items = """
        item | who | opened     | merged
        !1   | Ada | 2026-01-01 | 2026-01-05 12:00:00
        !2   | Ada | 2026-01-01 | 2026-01-05 12:00:00
    """
    remarks = """
        item | who | when                | kind
        !1   | Bob | 2026-01-05 12:00:00 | review approved
        !2   | Bob | 2026-01-05 12:00:01 | review approved
    """
    store = example(items=items, remarks=remarks)
    assert values(store, METRIC) == {2026: 0.5, 1: 0.5}


def test_one_looks_not_at_ones_own_nor_as_a_robot_nor_as_nobody() -> None:
    """Of four changes, reviewed by their author, a robot, an account that is gone, and Bob, one is Bob's."""
    items = """
        item | who | opened     | merged
        !1   | Ada | 2026-01-01 | 2026-01-05
        !2   | Ada | 2026-01-01 | 2026-01-05
        !3   | Ada | 2026-01-01 | 2026-01-05
        !4   | Ada | 2026-01-01 | 2026-01-05
    """
    remarks = """
        item | who       | when       | kind
        !1   | Ada       | 2026-01-02 | review commented
        !2   | lint[bot] | 2026-01-02 | review approved
        !3   |           | 2026-01-02 | review approved
        !4   | Bob       | 2026-01-02 | review approved
    """
    store = example(items=items, remarks=remarks)
    assert values(store, METRIC)[2026] == 0.25


def test_words_on_an_issue_of_the_same_number_are_no_look() -> None:
    """Bob reviewed !2 and spoke on issue 1; nobody looked at !1. What is open is not in the share."""
    items = """
        item | who | opened     | merged
        #1   | Ada | 2026-01-01 |
        !1   | Ada | 2026-01-01 | 2026-01-05
        !2   | Ada | 2026-01-01 | 2026-01-05
        !3   | Ada | 2026-01-01 |
    """
    remarks = """
        item | who | when       | kind
        #1   | Bob | 2026-01-02 | review.comment
        !2   | Bob | 2026-01-02 | review approved
        !3   | Bob | 2026-01-02 | review approved
    """
    store = example(items=items, remarks=remarks)
    assert values(store, METRIC) == {2026: 0.5, 1: 0.5}
    assert drilled(store, METRIC) == {2026: 2, 1: 2}


def test_where_a_forge_was_read_whole_and_nobody_reviewed_it_is_known() -> None:
    """!3 was merged by Cleo, and so was !1: 2 of 4."""
    store = example(items=ITEMS, forge="forgejo")
    assert values(store, METRIC) == {2026: 0.5, 1: 0.5}
    assert drilled(store, METRIC) == {2026: 4, 1: 4}


def test_where_nobody_ever_reviewed_it_is_unknown() -> None:
    """A comment alone does not tell that reviews would be seen."""
    store = example(
        items="item | who | opened | merged\n!1 | Ada | 2026-01-01 | 2026-01-05",
        remarks="item | who | when\n!1 | Bob | 2026-01-02",
    )
    assert values(store, METRIC) == {}


PROJECTS = """
    project | item | who | opened     | merged     | merger
    1       | !1   | Ada | 2026-01-01 | 2026-01-05 | Ada
    1       | !2   | Ada | 2026-01-01 | 2026-01-05 | Ada
    1       | !3   | Ada | 2026-01-01 | 2026-01-05 | Cleo
    1       | !4   | Ada | 2026-01-01 | 2026-01-05 | Ada
    2       | !1   | Ada | 2026-01-01 | 2026-01-05 | Ada
    2       | !2   | Ada | 2026-01-01 | 2026-01-05 | Ada
    2       | !3   | Ada | 2026-01-01 | 2026-01-05 | Ada
    2       | !4   | Ada | 2026-01-01 | 2026-01-05 | Ada
"""
REMARKS_OF_BOTH = """
    project | item | who | when       | kind
    1       | !1   | Bob | 2026-01-02 | review approved
    1       | !2   | Bob | 2026-01-02 | comment
"""


def test_a_project_without_any_review_told_leaves_the_others_as_they_are() -> None:
    """3 of the 4 of the first were looked at; of the second no review is told: it is not 3 of 8."""
    store = example(items=PROJECTS, remarks=REMARKS_OF_BOTH)
    assert values(store, METRIC) == {2026: 0.75, 1: 0.75}
    assert drilled(store, METRIC) == {2026: 4, 1: 4}


def test_a_project_counts_where_a_review_of_its_own_is_told() -> None:
    """With one review in the second, 3 of 4 and 1 of 4: 4 of 8."""
    remarks = REMARKS_OF_BOTH + "    2       | !1   | Bob | 2026-01-02 | review approved\n"
    store = example(items=PROJECTS, remarks=remarks)
    assert values(store, METRIC) == {2026: 0.5, 1: 0.5}
    assert drilled(store, METRIC) == {2026: 8, 1: 8}


def test_a_trailer_on_the_commit_that_landed_tells_of_a_look() -> None:
    """!1 names Bob as its reviewer, !2 its own author, !3 nobody; !4 was reviewed after its merge: 1 of 4."""
    commits = """
        when       | who  | also
        2026-01-05 | Ada  | reviewed: Bob
        2026-01-05 | Ada  | reviewed: Ada
        2026-01-05 | Ada  |
    """
    landed = [f"!{number} | Ada | 2026-01-01 | 2026-01-05 | {number:040x}" for number in range(1, 4)]
    items = "\n".join(
        ["item | who | opened | merged | landing", *landed, "!4 | Ada | 2026-01-01 | 2026-01-05 |"]
    )
    remarks = "item | who | when | kind\n!4 | Bob | 2026-01-09 | review approved"
    store = example(commits, items=items, remarks=remarks, forge="github")
    assert values(store, METRIC) == {2026: 0.25, 1: 0.25}
