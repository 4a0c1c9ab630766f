"""The events behind each part of a number are those it counts: both ways of asking give the same."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.store.answer import answer, counted
from folkmoot.store.database import Connection
from worked_example import example

COUNTS = (
    "activity-by-kind", "change-backlog-age", "collaboration-organisations", "commits", "issue-backlog-age",
    "organisation-commits", "release-frequency", "releases-monthly", "stars", "stars-daily",
    "top-organisations", "working-hours",
)  # fmt: skip
"""Each part of these is a number of events, and n is the same number."""
OTHERWISE = {
    "collaboration-people", "contribution-concentration", "contributor-path", "conversion-rates",
    "conversion-stages", "cross-organisation-co-editing", "days-since-release", "knowledge-spread",
    "longest-silence", "openrank", "review-load", "second-contribution", "stars-total",
    "translation-languages", "working-hours",
}  # fmt: skip
"""Here n is of people, files or releases, or of all parts together, and not of the events of a part."""
DIVIDED = (
    "change-sizes", "contribution-types", "first-response-outcomes", "newcomer-answers", "newcomer-changes",
)  # fmt: skip
"""Each of these divides events among its parts."""


@cache
def history() -> Connection:
    """Give a community in which something of every sort happened more than once, and some things never."""
    return example(
        """
        when             | who         | files                            | also
        2024-03-01 10:00 | Ada @acme   | src/a.py +10 -1; po/de.po +1     | signed
        2025-07-02 23:00 | Bob @globex | src/a.py +1; docs/x.md +4        | #9
        2025-07-05 09:00 | Cleo        | tests/t.py +3                    | merge
        2025-07-06 09:00 | Gil         | src/a.py +1                      |
        2025-07-07 09:00 | Hal         | src/a.py +1                      | co: Gil
        2026-02-03 11:00 | Ada @acme   | README.md +2; po/de.po +9        |
        2026-02-04 11:00 | Ada @acme   | src/b.py +2                      |
        2026-02-05 11:00 | Bob @globex | src/b.py +200                    |
        2026-05-04 12:00 | Claude      | src/b.py +9                      |
        2026-05-05 12:00 | ci[bot]     | src/b.py +9                      |
        """,
        changes="number | who | opened | merged | merger\n#9 | Bob | 2025-07-01 | 2025-07-02 | Ada\n"
        "#10 | Bob | 2025-07-01 | |\n#11 | Ada | 2025-07-03 | |",
        releases="tag | when | also\nv1 | 2024-04-01 |\nv2-rc | 2025-07-01 | pre\nv2-rc2 | 2025-07-02 | pre\n"
        "v2 | 2025-07-09 |\nv3-rc | 2026-05-01 | pre",
        items="""
        item | who         | opened     | closed     | merged     | merger | role   | also
        !2   | Ada @acme   | 2025-08-01 |            | 2025-08-03 | Bob    | MEMBER | +1 -1
        !12  | Gil         | 2025-08-01 |            | 2025-08-05 | Gil    | MEMBER | +1 -1
        !13  | Hal         | 2025-08-01 |            | 2025-08-06 | Hal    | NONE   | +1 -1
        !3   | Bob @globex | 2025-08-02 | 2025-08-09 |            |        | NONE   | +1 -1
        #4   | Eve         | 2025-09-02 | 2025-09-09 |            |        | NONE   | label: good first issue
        #14  | Eve         | 2025-09-03 | 2025-09-10 |            |        | NONE   | label: good first issue
        #5   | Dan         | 2026-03-02 |            |            |        | NONE   |
        #7   | Fay         | 2026-03-03 | 2026-03-04 |            |        | NONE   |
        !6   | Eve         | 2026-04-02 |            |            |        | NONE   |
        """,
        remarks="""
        item | who         | when       | kind
        !2   | Bob @globex | 2025-08-02 | review approved
        !3   | Ada @acme   | 2025-08-03 | review approved
        !3   | Ada @acme   | 2025-08-04 | review approved
        #4   | Ada @acme   | 2025-09-03 | comment
        """,
        acts="who | when | kind\nDan | 2026-04-01 | star\nEve | 2026-06-13 | star\nFay | 2026-06-13 | star\n"
        "Eve | 2026-06-14 | unstar\nFay | 2026-05-03 | fork\nGil | 2026-05-04 | fork",
    )


@pytest.mark.parametrize("identifier", COUNTS)
def test_as_many_events_stand_behind_a_part_as_it_counts(identifier: str) -> None:
    metric = all_metrics()[identifier]
    found = counted(history(), metric)
    has_parts = any(event.part for event in found)
    counts = {
        (row.period, row.label, row.part if has_parts else ""): row.value
        for row in answer(history(), metric)
        if row.value
    }
    assert counts
    assert counts == Counter((event.period, event.label, event.part) for event in found)


@pytest.mark.parametrize("identifier", DIVIDED)
def test_the_events_of_a_part_are_its_share(identifier: str) -> None:
    metric = all_metrics()[identifier]
    found = counted(history(), metric)
    every = Counter(event.period for event in found)
    parts = Counter((event.period, event.label) for event in found)
    rows = answer(history(), metric)
    assert len({row.label for row in rows if row.value}) > 1
    assert {(row.period, row.label): row.value for row in rows if row.value} == pytest.approx(
        {(period, label): count / every[period] for (period, label), count in parts.items()}
    )
    assert [row.n for row in rows] == [every[row.period] for row in rows]


@pytest.mark.parametrize("identifier", sorted(all_metrics().keys() - OTHERWISE - {*DIVIDED}))
def test_n_is_the_number_of_events_behind_a_part(identifier: str) -> None:
    metric = all_metrics()[identifier]
    behind = Counter((event.period, event.label) for event in counted(history(), metric))
    sizes = {(row.period, row.label): row.n for row in answer(history(), metric) if row.n}
    assert sizes == {part: behind[part] for part in sizes}
