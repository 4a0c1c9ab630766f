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
