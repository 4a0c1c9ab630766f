"""Of which merged changes it is known whether anybody reviewed them: who tells, and since when."""

from __future__ import annotations

import pytest

from folkmoot.store.database import Connection
from folkmoot.store.scope import look_at
from worked_example import example

ITEMS = "item | who | opened | merged\n" + "\n".join(
    [
        *(f"!{number} | Ada | 2026-01-01 | 2026-01-0{number}" for number in (1, 2, 3)),
        "!4 | Ada | 2026-01-01 |",
    ]
)
REVIEW = "item | who | when | kind\n!2 | Bob | 2026-01-02 | review commented"
COMMENT = "item | who | when | kind\n!2 | Bob | 2026-01-02 | comment\n!2 | Bob | 2026-01-02 | review.comment"


def known(store: Connection) -> list[int]:
    return [number for (number,) in store.execute("select number from reviewable order by number").fetchall()]


@pytest.mark.parametrize("forge", ["github", "gitlab", "forgejo", "gitea"])
def test_a_forge_that_was_read_whole_tells_of_all(forge: str) -> None:
    for remarks in ("", COMMENT, REVIEW):
        assert known(example(items=ITEMS, remarks=remarks, forge=forge)) == [1, 2, 3]


def test_a_dump_tells_of_all_where_it_tells_of_any() -> None:
    """Some dumps hold no reviews, whoever reviewed."""
    assert known(example(items=ITEMS, remarks=COMMENT, forge="archive-dump")) == []
    assert known(example(items=ITEMS, remarks=REVIEW, forge="archive-dump")) == [1, 2, 3]


@pytest.mark.parametrize("forge", ["gharchive", "snapshot", "test"])
def test_whatever_else_tells_does_so_from_its_first_review_on(forge: str) -> None:
    assert known(example(items=ITEMS, remarks=COMMENT, forge=forge)) == []
    assert known(example(items=ITEMS, remarks=REVIEW, forge=forge)) == [2, 3]


def test_a_robots_review_shows_that_reviews_are_told() -> None:
    remarks = "item | who | when | kind\n!2 | ci[bot] | 2026-01-02 | review approved"
    assert known(example(items=ITEMS, remarks=remarks)) == [2, 3]


def test_a_reading_with_gaps_is_not_whole() -> None:
    store = example(items=ITEMS, remarks=REVIEW, forge="github")
    store.execute("update coverage set quality = 'lower bound' where source = 'github'")
    look_at(store)
    assert known(store) == [2, 3]


def test_what_was_merged_after_the_reading_is_not_known_by_it() -> None:
    """Deliveries told of !3 later, and of no review."""
    store = example(items=ITEMS, forge="github")
    store.execute(
        """update coverage set until = (select merged_at from item_fact where number = 2)
        where source = 'github'"""
    )
    look_at(store)
    assert known(store) == [1, 2]


def test_each_project_speaks_for_itself() -> None:
    items = "project | item | who | opened | merged\n1 | !1 | Ada | 2026-01-01 | 2026-01-05\n"
    items += "2 | !2 | Ada | 2026-01-01 | 2026-01-05"
    remarks = "project | item | who | when | kind\n1 | !1 | Bob | 2026-01-02 | review"
    store = example(items=items, remarks=remarks)
    assert known(store) == [1]


def test_a_change_of_another_tool_is_left_to_that_tool() -> None:
    """Its commit names it; whether it was reviewed there, the forge does not tell."""
    items = "item | who | opened | merged | landing\n"
    items += f"!1 | Ada | 2026-01-01 | 2026-01-05 | {1:040x}\n!2 | Ada | 2026-01-01 | 2026-01-05 | {2:040x}"
    store = example("when | who\n2026-01-05 | Ada\n2026-01-05 | Ada", items=items, forge="github")
    store.execute("insert into tool_fact values (1, 'phabricator')")
    look_at(store)
    assert known(store) == [2]
