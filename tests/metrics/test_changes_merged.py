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
