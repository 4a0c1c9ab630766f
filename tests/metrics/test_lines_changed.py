"""Lines added and deleted, worked by hand."""

from folkmoot.metrics.lines_changed import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

HISTORY = """
    when       | who             | files                     | also
    2026-01-03 | Ada             | a.py +10 -2; b.py +5      |
    2026-01-04 | Bob             | a.py -7                   |
    2026-01-05 | Cleo            | a.py +100 -100            | merge
    2026-01-06 | dependabot[bot] | lock +900                 |
    2026-02-01 | Ada             | a.py                      |
    2026-03-01 | Ada             | a.py +1                   |
    2026-03-02 | Bob             | b.py                      |
"""


def test_lines_of_people_without_merges() -> None:
    """January: 10 + 5 added, 2 + 7 deleted. February: not counted, so unknown. March: Ada's one line."""
    assert values(example(HISTORY), METRIC) == {
        (202601, "added"): 15,
        (202601, "deleted"): 9,
        (202602, "added"): None,
        (202602, "deleted"): None,
        (202603, "added"): 1,
        (202603, "deleted"): 0,
    }


def test_n_says_how_many_commits_were_counted() -> None:
    """Two commits counted in January, none in February, one of two in March."""
    rows = answer(example(HISTORY), METRIC)
    assert [(row.period, row.n) for row in rows if row.label == "added"] == [
        (202601, 2),
        (202602, 0),
        (202603, 1),
    ]


def test_each_counted_commit_stands_behind_both_labels() -> None:
    """Two counted commits in January and one in March, once for added and once for deleted."""
    assert drilled(example(HISTORY), METRIC) == {202601: 4, 202603: 2}


def test_without_any_line_count_there_is_nothing_to_show() -> None:
    """A clone without file contents has no line counts at all: no rows, rather than a chart of zeros."""
    assert values(example("when | who | files\n2026-01-03 | Ada | a.py"), METRIC) == {}


def test_one_counted_commit_is_enough() -> None:
    store = example("when | who | files\n2026-01-03 | Ada | a.py +2 -1")
    assert values(store, METRIC) == {(202601, "added"): 2, (202601, "deleted"): 1}
