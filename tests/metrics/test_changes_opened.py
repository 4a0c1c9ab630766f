"""Changes opened per month, worked by hand."""

from folkmoot.metrics.changes_opened import METRIC
from worked_example import drilled, example, values

COMMITS = """
    when       | who
    2026-01-03 | Ada
"""
CHANGES = """
    number | who             | opened     | merged
    #1     | Ada             | 2026-03-03 | 2026-04-04
    #2     | Bob             | 2026-03-05 |
    #3     | dependabot[bot] | 2026-03-06 |
    #4     |                 | 2026-05-06 |
    #5     | Cleo            |            | 2026-05-07
"""


def test_visible_openings_by_people() -> None:
    """March: Ada and Bob, the bot is out = 2. April: 0. May: the unknown author = 1; #5 has no opening.

    June has begun and has none. January and February lie before the first visible change: not 0, but unknown.
    """
    store = example(COMMITS, changes=CHANGES)
    assert values(store, METRIC) == {202603: 2, 202604: 0, 202605: 1, 202606: 0}
    assert drilled(store, METRIC) == {202603: 2, 202605: 1}


def test_a_clone_without_changes_gives_no_rows() -> None:
    """There is a commit, but no change: nothing can be said."""
    assert values(example(COMMITS), METRIC) == {}


def test_openings_that_are_not_visible_give_no_rows() -> None:
    """The only change is known by its merge."""
    changes = "number | who | opened | merged\n#5 | Cleo |  | 2026-05-07"
    assert values(example(COMMITS, changes=changes), METRIC) == {}


def test_one_change_is_enough() -> None:
    changes = "number | who | opened | merged\n#1 | Ada | 2026-05-03 |"
    assert values(example(COMMITS, changes=changes), METRIC) == {202605: 1, 202606: 0}
