"""Share of direct pushes, worked by hand."""

from folkmoot.metrics.direct_pushes import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

HISTORY = """
    when       | who             | also
    2024-01-01 | Ada             |
    2025-01-02 | Ada             | #1
    2025-02-01 | Bob             |
    2025-03-01 | Bob             | off-main
    2025-03-02 | Ada             | merge
    2025-04-01 | dependabot[bot] |
    2025-04-02 | Ada             | #2
    2026-01-01 | Cleo            |
"""
CHANGES = """
    number | who | opened     | merged
    #1     | Ada | 2025-01-01 | 2025-01-02
    #2     | Ada | 2025-04-01 | 2025-04-02
"""


def test_what_belongs_to_no_change_from_the_first_change_on() -> None:
    """2024 lies before the first change. 2025 on the main line: #1, Bob's push, Ada's merge, #2: 1 of 4.

    Bob's commit of March came in by the merge, and the bot is out. 2026: Cleo's push, 1 of 1, which is all of
    the last 12 months.
    """
    store = example(HISTORY, changes=CHANGES)
    assert values(store, METRIC) == {1: 1, 2025: 0.25, 2026: 1}
    assert {row.period: row.n for row in answer(store, METRIC)} == {1: 1, 2025: 4, 2026: 1}
    assert drilled(store, METRIC) == {1: 1, 2025: 4, 2026: 1}


def test_without_any_change_pushing_is_the_way_of_working() -> None:
    """The clone shows no change at all, so nothing is said."""
    assert values(example(HISTORY.replace("#1", "").replace("#2", "")), METRIC) == {}


def test_without_a_merged_change_nothing_is_said() -> None:
    """One change is there, but what merged cannot be seen."""
    changes = "number | who | opened | merged\n#9 | Ada | 2025-01-01 |"
    assert values(example("when | who\n2025-02-01 | Bob", changes=changes), METRIC) == {}


def test_nothing_is_said_of_a_project_that_lands_patches_by_email() -> None:
    """Two of 41 changes opened are seen merged: a direct commit may well have been reviewed."""
    lines = [f"#{n} | Bob | 2025-03-05 |" for n in range(3, 42)]
    assert values(example(HISTORY, changes="\n".join([CHANGES, *lines])), METRIC) == {}
    assert values(example(HISTORY, changes="\n".join([CHANGES, *lines[1:]])), METRIC) == {
        1: 1,
        2025: 0.25,
        2026: 1,
    }


def test_a_robots_merged_change_does_not_begin_the_count() -> None:
    """Its change was merged in 2023; the first of a person's in 2025, and so 2024 has no number."""
    changes = CHANGES.rstrip() + "\n    #7 | dependabot[bot] | 2023-12-01 | 2023-12-02\n"
    assert set(values(example(HISTORY, changes=changes), METRIC)) == {1, 2025, 2026}


def test_one_merged_change_is_enough() -> None:
    """From #1 on the main line: itself, two pushes, Ada's merge, and Cleo's push of 2026."""
    changes = "number | who | opened | merged\n#1 | Ada | 2025-01-01 | 2025-01-02"
    assert values(example(HISTORY.replace("#2", ""), changes=changes), METRIC) == {1: 1, 2025: 0.5, 2026: 1}


def test_a_change_of_another_project_does_not_begin_the_count() -> None:
    """Project 2 merges changes; nothing is known of how project 1, which has the commits, works."""
    items = "project | item | who | opened | merged\n2 | !1 | Bob | 2024-01-01 | 2024-01-02"
    store = example(HISTORY.replace("#1", "").replace("#2", ""), items=items)
    assert values(store, METRIC) == {}
    assert drilled(store, METRIC) == {}


def test_a_push_of_the_second_a_year_ago_is_not_of_the_last_twelve_months() -> None:
    history = """
        when                | who | also
        2025-01-02          | Ada | #1
        2025-06-15 12:00:00 | Bob |
        2025-06-15 12:00:01 | Bob |
    """
    changes = "number | who | opened | merged\n#1 | Ada | 2025-01-01 | 2025-01-02"
    assert drilled(example(history, changes=changes), METRIC) == {2025: 3, 1: 1}


def test_a_bot_that_merges_lands_what_people_made() -> None:
    """Two changes of people and one of a bot are merged by a bot; Bob pushes once: 1 of 3."""
    history = """
        when       | who               | also
        2025-01-02 | bors[bot]        | merge; #1
        2025-01-03 | bors[bot]        | merge; #2
        2025-01-04 | bors[bot]        | merge; #3
        2025-01-05 | bors[bot]        | merge
        2025-01-06 | bors[bot]        |
        2025-02-01 | Bob               |
    """
    changes = """
        number | who             | opened     | merged
        #1     | Ada             | 2025-01-01 | 2025-01-02
        #2     | Bob             | 2025-01-01 | 2025-01-03
        #3     | dependabot[bot] | 2025-01-01 | 2025-01-04
    """
    store = example(history, changes=changes)
    assert {row.period: (row.value, row.n) for row in answer(store, METRIC)}[2025] == (1 / 3, 3)
    assert drilled(store, METRIC)[2025] == 3
