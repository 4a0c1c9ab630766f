"""Changes merged per month, worked by hand."""

from folkmoot.metrics.changes_merged import METRIC
from worked_example import drilled, example, values

COMMITS = """
    when       | who
    2026-01-03 | Ada
"""
CHANGES = """
    number | who             | opened     | merged
    #1     | Ada             | 2026-02-27 | 2026-03-04
    #2     | Bob             | 2026-03-05 |
    #3     | dependabot[bot] | 2026-03-06 | 2026-03-06
    #4     |                 |            | 2026-05-06
    #5     | Cleo            | 2026-05-01 | 2026-05-07
    #6     | Cleo            | 2026-06-01 | 2026-07-01
"""


def test_merges_by_people_in_the_month_of_the_merge() -> None:
    """March: #1 = 1 (the bot's #3 is out, #2 is not merged). April: 0. May: #4 and #5 = 2.

    #6 is merged after the moment the numbers are for (15 June), so June has none yet.
    """
    store = example(COMMITS, changes=CHANGES)
    assert values(store, METRIC) == {202603: 1, 202604: 0, 202605: 2, 202606: 0}
    assert drilled(store, METRIC) == {202603: 1, 202605: 2}


def test_a_clone_without_merged_changes_gives_no_rows() -> None:
    """One change is visible, but nothing shows a merge: unknown, not 0."""
    changes = "number | who | opened | merged\n#2 | Bob | 2026-03-05 |"
    assert values(example(COMMITS, changes=changes), METRIC) == {}


def test_a_project_that_lands_patches_by_email_is_not_said_to_merge_nothing() -> None:
    """Of 21 changes opened one is seen merged: 4.8 %. Landings are then not visible in this clone."""
    lines = [f"#{n} | Bob | 2026-03-05 |" for n in range(2, 22)]
    table = ["number | who | opened | merged", "#1 | Ada | 2026-03-03 | 2026-04-04", *lines]
    assert values(example(COMMITS, changes="\n".join(table)), METRIC) == {}
    assert values(example(COMMITS, changes="\n".join(table[:-1])), METRIC)


def test_what_is_seen_of_a_project_is_its_peoples_changes() -> None:
    """A robot's change, merged in January, is not when the visible ones begin: that is March."""
    changes = """
        number | who             | opened     | merged
        #1     | Ada             | 2026-03-01 | 2026-03-04
        #2     | dependabot[bot] | 2026-01-06 | 2026-01-07
    """
    found = values(example(COMMITS, changes=changes), METRIC)
    assert found == {202603: 1, 202604: 0, 202605: 0, 202606: 0}


def test_a_robots_merges_do_not_show_that_git_shows_landings() -> None:
    """No change of a person's is seen merged, so nothing is said."""
    changes = """
        number | who             | opened     | merged
        #1     | Ada             | 2026-03-01 |
        #2     | dependabot[bot] | 2026-01-06 | 2026-01-07
    """
    assert values(example(COMMITS, changes=changes), METRIC) == {}


def test_a_forges_word_counts_whatever_the_share() -> None:
    """Of 21 changes one is merged, as the forge says; where it says that none is, there is no first month."""
    rows = ["item | who | opened | merged", *(f"!{n} | Bob | 2026-06-05 |" for n in range(2, 22))]
    assert values(example(items="\n".join([*rows, "!1 | Ada | 2026-06-03 | 2026-06-04"])), METRIC) == {
        202606: 1
    }
    assert values(example(items="\n".join(rows)), METRIC) == {}


def test_a_project_that_says_nothing_adds_nothing_to_another() -> None:
    """Project 1, seen in git, merged one of 21; project 2, told of by a forge, merged two in June."""
    lines = [f"#{n} | Bob | 2026-06-05 |" for n in range(2, 22)]
    store = example(
        COMMITS,
        changes="\n".join(["number | who | opened | merged", "#1 | Ada | 2026-06-03 | 2026-06-04", *lines]),
        items="""
            project | item | who  | opened     | merged
            2       | !1   | Cleo | 2026-06-01 | 2026-06-02
            2       | !2   | Cleo | 2026-06-01 | 2026-06-02
        """,
    )
    assert values(store, METRIC) == {202606: 2}
    assert drilled(store, METRIC) == {202606: 2}
