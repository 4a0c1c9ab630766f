"""The metrics of changes that git alone can answer take a forge's word where one is connected."""

from __future__ import annotations

import pytest

from folkmoot.metrics import metric
from worked_example import example, values

GIT = """
    number | who | opened     | merged
    #1     | Ada | 2026-01-01 |
"""
ITEMS = """
    item | who           | opened     | closed     | merged     | merger
    !1   | Ada           | 2026-01-02 |            | 2026-01-04 | Bob
    !2   | Ada           | 2026-01-02 |            | 2026-01-06 | Ada
    !3   | Bob           | 2026-02-02 | 2026-02-04 |            |
    !4   | renovate[bot] | 2026-02-02 |            | 2026-02-04 | Bob
"""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("changes-opened", {202601: 2, 202602: 1}),
        ("changes-merged", {202601: 2, 202602: 0}),
        ("changes-merge-share", {2026: 2 / 3}),
        ("self-merged", {1: 0.5, 2026: 0.5}),
        ("time-to-merge", {(1, "median"): 3, (1, "p90"): 4, (2026, "median"): 3, (2026, "p90"): 4}),
    ],
)
def test_the_forge_is_believed(name: str, expected: dict[object, float]) -> None:
    """Two of Ada's merged after 2 and 4 days, one by herself; Bob's closed; git's #1 is set aside."""
    store = example("when | who\n2026-01-01 | Ada", changes=GIT, items=ITEMS, as_of="2026-02-20")
    assert values(store, metric(name)) == expected


def test_all_merged_is_an_answer_where_a_forge_says_so() -> None:
    """From git alone, merged changes only would make the share 1 by construction."""
    forge = example(items="item | who | opened | merged\n!1 | Ada | 2026-01-02 | 2026-01-04")
    changes = "number | who | opened | merged\n#1 | Ada | 2026-01-01 | 2026-01-02"
    git = example("when | who\n2026-01-01 | Ada", changes=changes)
    assert values(forge, metric("changes-merge-share")) == {2026: 1}
    assert values(git, metric("changes-merge-share")) == {}


def test_few_merges_are_believed_where_a_forge_says_so() -> None:
    """One of 30 is merged: too few to believe of a clone, the plain truth of a forge."""
    lines = [f"!{n} | Ada | 2026-01-02 | {'2026-01-04' if n == 1 else ''}" for n in range(1, 31)]
    store = example(items="\n".join(["item | who | opened | merged", *lines]), as_of="2026-01-20")
    assert values(store, metric("changes-merged")) == {202601: 1}
    assert values(store, metric("changes-merge-share")) == {2026: pytest.approx(1 / 30)}
