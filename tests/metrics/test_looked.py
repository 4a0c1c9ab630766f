"""On which changes somebody else has looked before they were merged."""

import pytest

from folkmoot.metrics._looked import looked
from folkmoot.store.database import Connection
from worked_example import example

WORDS = " and x.kind in ('review', 'review.comment')"


def rows(store: Connection, question: str, which: str = "") -> list[object]:
    """Give what the table holds."""
    found = store.execute(f"{looked(which)} nothing as (select 1) {question}").fetchall()
    return [value for (value,) in found]


@pytest.mark.parametrize(
    ("which", "found"), [("", ["test:!1", "test:!2", "test:!3"]), (WORDS, ["test:!1", "test:!2"])]
)
def test_a_look_is_a_word_of_somebody_else_until_the_merge(which: str, found: list[str]) -> None:
    """!4 is not merged, !5 was looked at a second too late, !6 by its author, !7 a robot, !8 by nobody."""
    items = [
        f"!{number} | Ada | 2026-01-01 | {'' if number == 4 else '2026-01-05 12:00:00'}"
        for number in range(1, 9)
    ]
    store = example(
        items="\n".join(["item | who | opened | merged", *items]),
        remarks="""
            item | who     | when                | kind
            !1   | Bob     | 2026-01-05 12:00:00 | review approved
            !1   | Cleo    | 2026-01-02          | review approved
            !2   | Bob     | 2026-01-02          | review.comment
            !3   | Bob     | 2026-01-02          | comment
            !4   | Bob     | 2026-01-02          | review approved
            !5   | Bob     | 2026-01-05 12:00:01 | review approved
            !6   | Ada     | 2026-01-02          | review commented
            !7   | ci[bot] | 2026-01-02          | review approved
            !8   |         | 2026-01-02          | review approved
        """,
    )
    assert rows(store, "select item_event from looked order by item_event", which) == found


def test_a_trailer_on_the_commit_that_landed_is_a_look() -> None:
    """!1 and !2 name Bob; !3 its own author, whose change Cleo merged, !4 a robot, !5 one who only tested."""
    commits = """
        when       | who  | also
        2026-01-05 | Ada  | reviewed: Bob; acked: Cleo
        2026-01-05 | Ada  | acked: Bob; signed-off: Ada
        2026-01-05 | Cleo | merge; reviewed: Ada
        2026-01-05 | Ada  | reviewed: ci[bot]
        2026-01-05 | Ada  | tested: Bob
        2026-01-05 | Ada  | reviewed: Bob
    """
    items = [f"!{number} | Ada | 2026-01-01 | 2026-01-05 | {number:040x}" for number in range(1, 6)]
    store = example(commits, items="\n".join(["item | who | opened | merged | landing", *items]))
    found = rows(store, "select item_event from looked order by item_event", WORDS)
    assert found == ["test:!1", "test:!2"]


def test_a_trailer_speaks_of_the_change_of_its_own_project() -> None:
    """The commit of the first project that names a reviewer is no landing of the second's change."""
    store = example(
        "when | who | also\n2026-01-05 | Ada | reviewed: Bob",
        items=f"project | item | who | opened | merged | landing\n"
        f"2 | !1 | Ada | 2026-01-01 | 2026-01-05 | {1:040x}",
    )
    assert rows(store, "select item_event from looked") == []
