"""Behind a share stands everything it is a share of, and each event says whether it is of the share."""

from __future__ import annotations

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.store.answer import answer, counted
from worked_example import example

STORE = """
    when       | who    | files     | also
    2026-01-03 | Ada    | a.py +1   | signed; #1; signed-off: Ada
    2026-01-03 | Ada    | a.py +1   | signed-off: Ada; reviewed: Bob
    2026-01-05 | Bob    | a.py +1   |
    2026-01-06 | Bob    | a.py +1   | signed; co: Claude
    2026-01-07 | Cleo   | b.py +1   | merge; #2
    2026-01-08 | Cleo   | b.py +1   | acked: Ada
    2026-01-09 | Cleo   | b.py +1   |
"""
CHANGES = """
    number | who  | opened     | merged     | merger
    #1     | Ada  | 2026-01-01 | 2026-01-03 | Ada
    #2     | Bob  | 2026-01-01 | 2026-01-07 | Cleo
    #3     | Bob  | 2026-01-02 |            |
    #4     | Cleo | 2026-01-02 |            |
"""
SHARES = (
    ("ai-assisted-share", "commit.names an AI tool"),
    ("changes-merge-share", "change.merged"),
    ("direct-pushes", "commit.direct"),
    ("review-share", "commit.names a reviewer"),
    ("self-merged", "change.self-merged"),
    ("sign-off-share", "commit.signed off"),
    ("signed-commit-share", "commit.signed"),
)


@pytest.mark.parametrize(("metric", "kind"), SHARES)
def test_the_marked_events_are_the_share(metric: str, kind: str) -> None:
    store = example(STORE, changes=CHANGES, as_of="2026-06-15")
    asked = all_metrics()[metric]
    behind = counted(store, asked)
    rows = answer(store, asked)
    assert rows
    for row in rows:
        kinds = [one.kind for one in behind if one.period == row.period]
        assert (len(kinds), kinds.count(kind)) == (row.n, round((row.value or 0) * row.n))
        assert 0 < kinds.count(kind) < row.n
