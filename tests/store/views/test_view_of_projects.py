"""Every view shows the projects that are looked at, and of each nothing of another's."""

from __future__ import annotations

from functools import cache

import pytest

from folkmoot.store.database import Connection
from folkmoot.store.scope import look_at
from store.views.seen import second, seen
from worked_example import example

CLOCK = second("2026-06-15")
VIEWS = (
    "commits", "contributions", "touches", "files", "changes", "releases", "items", "labels", "interactions",
    "turns", "heads", "acts", "snapshots", "activities",
)  # fmt: skip


def two_projects() -> Connection:
    """Give two projects in which the same happened: issue 1, change 2 and the rest have the same numbers."""
    told = ("1", "2")
    store = example(
        items="\n".join(
            [
                "project | item | who | opened     | merged     | also",
                *(f"{project} | #1 | Ada | 2026-06-01 |            | label: easy" for project in told),
                *(f"{project} | !2 | Bob | 2026-06-01 | 2026-06-02 | ran: ci success" for project in told),
            ]
        ),
        remarks="\n".join(
            ["project | item | who | when", *(f"{project} | #1 | Bob | 2026-06-03" for project in told)]
        ),
        turns="\n".join(
            [
                "project | item | who | when | kind",
                *(f"{project} | #1 | Bob | 2026-06-04 | closed" for project in told),
            ]
        ),
        acts="\n".join(
            ["project | who | when | kind", *(f"{project} | Cleo | 2026-06-05 | star" for project in told)]
        ),
        snapshots="\n".join(
            ["project | day | stars", *(f"{project} | 2026-06-06 | {project}" for project in told)]
        ),
        releases="tag | when\nv1 | 2026-06-07",
        commits="when | who | files\n2026-06-08 | Ada | src/a.py +1\n2026-06-09 | Bob | src/b.py +1",
    )
    store.execute("update commit_fact set project = 2 where commit = 2")
    store.execute("update path_fact set project = 2 where name = 'src/b.py'")
    store.execute(
        "update file_fact set project = 2 where path = (select path from path_fact where project = 2)"
    )
    store.execute("insert into release_fact select * replace (2 as project) from release_fact")
    return store


@cache
def shown() -> dict[tuple[str, tuple[int, ...]], list[int]]:
    """Give the project of each row of each view, by view and by what is looked at."""
    store, found = two_projects(), {}
    for asked in ((1,), (2,), (1, 2)):
        look_at(store, asked, as_of=CLOCK)
        found |= {(view, asked): seen(store, "project", view) for view in VIEWS}
    return found


@pytest.mark.parametrize("view", VIEWS)
def test_each_project_shows_its_half_and_both_together_show_no_more(view: str) -> None:
    rows = shown()
    alone = len(rows[view, (1,)])
    assert alone > 0
    assert rows[view, (1,)] == [1] * alone
    assert rows[view, (2,)] == [2] * alone
    assert rows[view, (1, 2)] == [1] * alone + [2] * alone
