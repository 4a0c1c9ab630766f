"""First changes, worked by hand."""

from folkmoot.metrics.newcomer_changes import METRIC
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | role
    !1 | Ada | 2026-01-01 | | 2026-01-05 | NONE
    !2 | Ada | 2026-02-01 | 2026-02-05 | | NONE
    !3 | Bob | 2026-02-01 | 2026-02-05 | | NONE
    !4 | Cleo | 2026-01-01 | | | NONE
    !5 | Dan | 2026-01-01 | | | NONE
    !6 | Eve | 2026-01-01 | | 2026-01-05 | OWNER
"""
REMARKS = """
    item | who | when | kind
    !4 | Eve | 2026-01-02 | comment
    !5 | Eve | 2026-06-01 | comment
"""


def test_merged_closed_open_or_abandoned() -> None:
    """Worked out on paper.

    Ada's first was merged, Bob's closed; nobody said anything on Cleo's since January, while Dan's was
    spoken of in June.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (period, fate): 0.25
        for period in (1, 2026)
        for fate in ("merged", "closed unmerged", "open", "abandoned")
    }
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 4, 2026: 4}


def test_of_several_projects_together_the_first_change_counts() -> None:
    """Ada's change in the second project came first and was merged; her later one does not count."""
    items = """
        project | item | who | opened     | closed     | merged     | role
        1       | !1   | Ada | 2026-02-01 | 2026-02-02 |            | NONE
        2       | !1   | Ada | 2026-01-03 |            | 2026-01-05 | NONE
    """
    made = example(items=items)
    assert values(made, METRIC)[2026, "merged"] == 1
    assert drilled(made, METRIC) == {1: 1, 2026: 1}


def test_the_last_word_decides_whether_it_is_still_open() -> None:
    """Spoken of in January and in June, it is not abandoned."""
    remarks = "item | who | when\n!1 | Eve | 2026-01-02\n!1 | Eve | 2026-06-01"
    store = example(items="item | who | opened | role\n!1 | Ada | 2026-01-01 | NONE", remarks=remarks)
    assert values(store, METRIC)[2026, "open"] == 1


def test_the_word_of_a_robot_is_nobodys() -> None:
    """Nobody spoke since January but the robot that calls it stale."""
    remarks = "item | who | when\n!1 | Eve | 2026-01-02\n!1 | stale[bot] | 2026-06-01"
    store = example(items="item | who | opened | role\n!1 | Ada | 2026-01-01 | NONE", remarks=remarks)
    assert values(store, METRIC)[2026, "abandoned"] == 1


def test_patience_ends_with_ninety_days() -> None:
    """As of noon of 15 June: Ada's has been quiet for 90 days to the second, Bob's for a second less."""
    items = """
        item | who | opened              | role
        !1   | Ada | 2026-03-17 12:00:00 | NONE
        !2   | Bob | 2026-03-17 12:00:01 | NONE
    """
    found = values(example(items=items), METRIC)
    assert (found[2026, "open"], found[2026, "abandoned"]) == (0.5, 0.5)


def test_neither_bots_nor_unknown_people_are_newcomers() -> None:
    items = """
        item | who           | opened     | role
        !1   | Ada           | 2026-06-01 | NONE
        !2   | renovate[bot] | 2026-06-01 | NONE
        !3   |               | 2026-06-01 | NONE
    """
    assert drilled(example(items=items), METRIC) == {1: 1, 2026: 1}


def test_of_two_changes_in_one_second_the_lower_number_is_first() -> None:
    items = """
        item | who | opened     | merged     | role
        !2   | Ada | 2026-01-01 |            | NONE
        !1   | Ada | 2026-01-01 | 2026-01-02 | NONE
    """
    assert values(example(items=items), METRIC)[2026, "merged"] == 1
