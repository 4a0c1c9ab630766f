"""Merged without a review, worked by hand."""

from folkmoot.metrics.merged_without_review import METRIC
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


def test_by_nobody_else_before_the_merge() -> None:
    """Worked out on paper.

    Four merged changes of people: !1 was reviewed; !2 by its author only; !3 by a robot; !4 after the
    merge. 3 of 4.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 0.75, 2026: 0.75}
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}


def test_without_any_review_at_all_nothing_is_said() -> None:
    """Reviews that were never read must not look like reviews that were never given."""
    assert values(example(items=ITEMS), METRIC) == {}


def test_where_a_forge_was_read_whole_and_nobody_reviewed_all_are_without() -> None:
    """The four merged changes of people."""
    store = example(items=ITEMS, forge="gitlab")
    assert values(store, METRIC) == {2026: 1, 1: 1}
    assert drilled(store, METRIC) == {2026: 4, 1: 4}


def test_where_an_archive_told_changes_count_from_the_first_review_on() -> None:
    """Of !1 nobody knows; !2 was reviewed on the day of the first review, !3 was not: 1 of 2."""
    items = "item | who | opened | merged\n" + "\n".join(
        f"!{number} | Ada | 2026-01-01 | 2026-01-0{number}" for number in (1, 2, 3)
    )
    remarks = "item | who | when | kind\n!2 | Bob | 2026-01-02 09:00 | review approved"
    store = example(items=items, remarks=remarks, forge="gharchive")
    assert values(store, METRIC) == {2026: 0.5, 1: 0.5}
    assert drilled(store, METRIC) == {2026: 2, 1: 2}


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
    assert values(store, METRIC)[2026] == 0.75


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


def test_comments_do_not_show_that_reviews_are_told_of() -> None:
    """A comment is known and no review: whether anybody reviewed cannot be said."""
    remarks = "item | who | when | kind\n!1 | Cleo | 2026-01-02 | comment"
    assert values(example(items=ITEMS, remarks=remarks), METRIC) == {}


def test_a_look_counts_before_the_merge_of_its_own_change() -> None:
    """The one review, of !1, came a day after its merge, though before that of !2: both had none."""
    items = (
        "item | who | opened | merged\n!1 | Ada | 2026-01-01 | 2026-01-05\n!2 | Ada | 2026-01-01 | 2026-01-10"
    )
    remarks = "item | who | when | kind\n!1 | Bob | 2026-01-06 | review approved"
    store = example(items=items, remarks=remarks, forge="github")
    assert values(store, METRIC) == {2026: 1, 1: 1}
    assert drilled(store, METRIC) == {2026: 2, 1: 2}


PROJECTS = """
    project | item | who | opened     | merged
    1       | !1   | Ada | 2026-01-01 | 2026-01-05
    1       | !2   | Ada | 2026-01-01 | 2026-01-05
    1       | !3   | Ada | 2026-01-01 | 2026-01-05
    1       | !4   | Ada | 2026-01-01 | 2026-01-05
    2       | !1   | Ada | 2026-01-01 | 2026-01-05
    2       | !2   | Ada | 2026-01-01 | 2026-01-05
    2       | !3   | Ada | 2026-01-01 | 2026-01-05
    2       | !4   | Ada | 2026-01-01 | 2026-01-05
"""
REVIEWED = """
    project | item | who | when       | kind
    1       | !1   | Bob | 2026-01-02 | review approved
    1       | !2   | Bob | 2026-01-02 | review approved
    1       | !3   | Bob | 2026-01-02 | review approved
    2       | !1   | Bob | 2026-01-02 | review.comment
"""


def test_a_project_without_any_review_told_leaves_the_others_as_they_are() -> None:
    """1 of the 4 of the first is without; of the second a word on a line is known, and no review: unknown."""
    store = example(items=PROJECTS, remarks=REVIEWED)
    assert values(store, METRIC) == {2026: 0.25, 1: 0.25}
    assert drilled(store, METRIC) == {2026: 4, 1: 4}


def test_a_project_counts_from_its_own_first_review_on() -> None:
    """One review in the second, by its author: 1 of 4 and 3 of 4, which the line's comment reviewed."""
    remarks = REVIEWED + "    2       | !2   | Ada | 2026-01-02 | review commented\n"
    store = example(items=PROJECTS, remarks=remarks)
    assert values(store, METRIC) == {2026: 0.5, 1: 0.5}
    assert drilled(store, METRIC) == {2026: 8, 1: 8}


def test_a_trailer_on_the_commit_that_landed_tells_of_a_review() -> None:
    """!1 and !2 name Bob; !3 its own author, who wrote the change, !4 a robot, !5 who only tested: 3 of 6."""
    commits = """
        when       | who  | also
        2026-01-05 | Ada  | reviewed: Bob
        2026-01-05 | Ada  | acked: Bob; signed-off: Ada
        2026-01-05 | Cleo | merge; reviewed: Ada
        2026-01-05 | Ada  | reviewed: ci[bot]
        2026-01-05 | Ada  | tested: Bob
    """
    landed = [f"!{number} | Ada | 2026-01-01 | 2026-01-05 | {number:040x}" for number in range(1, 6)]
    items = "\n".join(
        ["item | who | opened | merged | landing", *landed, "!6 | Ada | 2026-01-01 | 2026-01-05 |"]
    )
    remarks = "item | who | when | kind\n!6 | Bob | 2026-01-02 | review approved"
    store = example(commits, items=items, remarks=remarks)
    assert values(store, METRIC) == {2026: 0.5, 1: 0.5}
    assert drilled(store, METRIC) == {2026: 6, 1: 6}


def test_a_trailer_alone_does_not_tell_that_reviews_were_read() -> None:
    """Of the other change nobody knows whether it was reviewed: it carries no trailer, and may have been."""
    store = example(
        "when | who | also\n2026-01-05 | Ada | reviewed: Bob\n2026-01-05 | Ada |",
        items=f"item | who | opened | merged | landing\n!1 | Ada | 2026-01-01 | 2026-01-05 | {1:040x}\n"
        f"!2 | Ada | 2026-01-01 | 2026-01-05 | {2:040x}",
    )
    assert values(store, METRIC) == {}


def test_a_change_that_git_alone_shows_beside_a_project_with_reviews_is_unknown() -> None:
    """Of the first project git alone tells, of a change 9 with a reviewed commit; of the second a forge."""
    store = example(
        "when | who | also\n2026-01-05 | Ada | #9; reviewed: Bob",
        changes="number | who | opened | merged\n9 | Ada | 2026-01-01 | 2026-01-05",
        items="project | item | who | opened | merged\n2 | !1 | Ada | 2026-01-01 | 2026-01-05",
        remarks="project | item | who | when | kind\n2 | !1 | Bob | 2026-01-09 | review approved",
        forge="github",
    )
    assert values(store, METRIC) == {2026: 1, 1: 1}
    assert drilled(store, METRIC) == {2026: 1, 1: 1}
