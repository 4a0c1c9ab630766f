"""Commits per month, worked by hand."""

from folkmoot.metrics.commits import METRIC
from folkmoot.store.answer import events
from worked_example import drilled, example, values

HISTORY = """
    when                   | who             | also
    2026-01-03             | Ada             |
    2026-01-20             | Bob             | co: Ada
    2026-01-21             | Cleo            | merge
    2026-01-31 23:30 -0500 | Ada             |
    2026-02-02             | dependabot[bot] |
"""


def test_merges_stand_apart_and_bots_are_out() -> None:
    """January: Ada and Bob = 2, Cleo's merge apart. Ada's late evening in New York is February in UTC = 1."""
    assert values(example(HISTORY), METRIC) == {
        (202601, "commits"): 2,
        (202601, "merges"): 1,
        (202602, "commits"): 1,
    }


def test_every_commit_can_be_looked_at() -> None:
    """Three in January (one of them a merge), one in February; the bot's is not there."""
    assert drilled(example(HISTORY), METRIC) == {202601: 3, 202602: 1}


def test_no_commits_give_no_rows() -> None:
    """Only a bot ever committed, so there is nothing to count."""
    assert values(example("when | who\n2026-01-03 | renovate[bot]"), METRIC) == {}


def test_behind_each_number_stand_its_own() -> None:
    """Ada's and Bob's stand behind the commits of January, Cleo's behind the merges."""
    labels = [(period, label) for period, label, _ in events(example(HISTORY), METRIC)]
    assert sorted(labels) == [
        (202601, "commits"),
        (202601, "commits"),
        (202601, "merges"),
        (202602, "commits"),
    ]
