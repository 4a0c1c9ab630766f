"""Share of opened changes that get merged, worked by hand."""

from folkmoot.metrics.changes_merge_share import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

COMMITS = """
    when       | who
    2024-01-01 | Ada
"""


def test_merged_among_those_opened_in_the_year() -> None:
    """2025: #1 merged (though in 2026), #2, #3 and #4 not: 1 of 4. 2026: #6 = 1 of 1.

    The bot's #5 is out, and #7 has no visible opening.
    """
    store = example(COMMITS, changes="""
        number | who             | opened     | merged
        #1     | Ada             | 2025-12-30 | 2026-01-01
        #2     | Ada             | 2025-01-01 |
        #3     | Bob             | 2025-02-01 |
        #4     |                 | 2025-03-01 |
        #5     | dependabot[bot] | 2025-01-01 | 2025-01-02
        #6     | Bob             | 2026-01-01 | 2026-01-11
        #7     | Cleo            |            | 2026-01-02
    """)  # fmt: skip
    assert values(store, METRIC) == {2025: 0.25, 2026: 1}
    assert [row.n for row in answer(store, METRIC)] == [4, 1]
    assert drilled(store, METRIC) == {2025: 4, 2026: 1}


def test_merged_changes_alone_say_nothing() -> None:
    """With merged changes only, 100 % would be true by construction, so there are no rows."""
    store = example(COMMITS, changes="""
        number | who | opened     | merged
        #1     | Ada | 2025-12-30 | 2026-01-01
        #2     | Bob | 2026-01-01 | 2026-01-11
    """)  # fmt: skip
    assert values(store, METRIC) == {}
    assert drilled(store, METRIC) == {}


def test_a_project_that_lands_patches_by_email_is_not_said_to_refuse_all() -> None:
    """Of 21 changes opened one is seen merged: 4.8 %. Landings are then not visible in this clone."""
    lines = [f"#{n} | Bob | 2026-03-05 |" for n in range(2, 22)]
    table = ["number | who | opened | merged", "#1 | Ada | 2026-03-03 | 2026-04-04", *lines]
    assert values(example(COMMITS, changes="\n".join(table)), METRIC) == {}
    assert values(example(COMMITS, changes="\n".join(table[:-1])), METRIC)


def test_merged_changes_of_a_robot_do_not_show_what_becomes_of_peoples() -> None:
    """Of 21 changes by people one is merged, 4.8 %: the robot's ten make that no more."""
    lines = [f"#{n} | Bob | 2026-03-05 |" for n in range(2, 22)]
    robots = [f"#{n} | dependabot[bot] | 2026-03-05 | 2026-03-06" for n in range(30, 40)]
    table = ["number | who | opened | merged", "#1 | Ada | 2026-03-03 | 2026-04-04", *lines, *robots]
    assert values(example(COMMITS, changes="\n".join(table)), METRIC) == {}


def test_changes_whose_opening_is_not_seen_do_not_show_it_either() -> None:
    """Two merged ones without a visible opening and 20 open ones: none of these is seen merged."""
    lines = [f"#{n} | Bob | 2026-03-05 |" for n in range(2, 22)]
    table = ["number | who | opened | merged", "#1 | Ada | | 2026-04-04", "#22 | Ada | | 2026-04-04", *lines]
    assert values(example(COMMITS, changes="\n".join(table)), METRIC) == {}


def test_december_belongs_to_its_year() -> None:
    """A forge says: of two changes opened in December 2025 one was merged, and one of January 2026."""
    items = """
        item | who | opened     | merged
        !1   | Ada | 2025-12-30 | 2026-01-01
        !2   | Ada | 2025-12-31 |
        !3   | Bob | 2026-01-01 | 2026-01-11
    """
    assert values(example(items=items), METRIC) == {2025: 0.5, 2026: 1}


def test_a_project_that_says_nothing_adds_nothing_to_another() -> None:
    """Project 1, seen in git, merged all it shows; of project 2 a forge says that one of two was merged."""
    store = example(
        COMMITS,
        changes="number | who | opened | merged\n#1 | Ada | 2026-06-03 | 2026-06-04",
        items="project | item | who | opened | merged\n2 | !1 | Cleo | 2026-06-01 | 2026-06-02\n"
        "2 | !2 | Cleo | 2026-06-01 |",
    )
    assert values(store, METRIC) == {2026: 0.5}
    assert drilled(store, METRIC) == {2026: 2}


def test_where_a_forge_says_so_all_may_be_merged() -> None:
    """What a clone shows of merged changes alone says nothing; a forge would also have told of others."""
    items = "item | who | opened | merged\n!1 | Ada | 2026-01-01 | 2026-01-02"
    assert values(example(items=items), METRIC) == {2026: 1}
