"""Looking at some projects of a store at one moment."""

from __future__ import annotations

import pytest

from folkmoot.store.database import Connection, one
from folkmoot.store.schema import VIEW_ORDER
from folkmoot.store.scope import ROWS_OF, look_at
from worked_example import day, example

HISTORY = """
    when       | who | files   | also
    2026-01-03 | Ada | a.py +1 | co: Bob
    2026-02-04 | Bob | b.py +2 |
    2026-03-05 | Ada | a.py +3 |
"""
CHANGES = """
    number | who | opened     | merged
    #1     | Ada | 2026-01-02 | 2026-02-20
    #2     | Bob | 2026-02-25 |
"""
RELEASES = """
    tag | when
    v1  | 2026-01-10
    v2  | 2026-03-10
"""


@pytest.fixture
def store() -> Connection:
    """Give the history with its last commit moved into a second project."""
    made = example(HISTORY, changes=CHANGES, releases=RELEASES, as_of="2026-04-01")
    made.execute("insert into project values (2, 'second', 'made for a test')")
    made.execute("update commit_fact set project = 2 where commit = 3")
    return made


def count(store: Connection, view: str) -> int:
    return int(one(store, f"select count(*) from {view}")[0])


def test_everything_is_seen_unless_asked_otherwise(store: Connection) -> None:
    look_at(store)
    assert (count(store, "commits"), count(store, "contributions")) == (3, 4)


def test_one_project_is_seen_alone(store: Connection) -> None:
    look_at(store, [2])
    assert (count(store, "commits"), count(store, "changes"), count(store, "persons")) == (1, 0, 1)


def test_no_project_shows_nothing(store: Connection) -> None:
    look_at(store, [])
    assert [count(store, view) for view in ("commits", "contributions", "touches", "files")] == [0] * 4


def test_what_came_later_is_not_there_yet(store: Connection) -> None:
    look_at(store, as_of=day("2026-02-10"))
    assert (count(store, "commits"), count(store, "releases")) == (2, 1)


def test_a_change_merged_later_is_not_merged_yet(store: Connection) -> None:
    look_at(store, as_of=day("2026-02-10"))
    rows = store.execute("select number, is_merged, merged_ts, merged_month_id from changes").fetchall()
    assert rows == [(1, 0, 0, 0)]


def test_months_run_from_the_first_commit_to_the_clock(store: Connection) -> None:
    look_at(store, as_of=day("2026-03-15"))
    assert store.execute("select month_id, is_complete from months order by month_id").fetchall() == [
        (202601, 1), (202602, 1), (202603, 0),
    ]  # fmt: skip


def test_looking_again_forgets_the_last_look(store: Connection) -> None:
    look_at(store, [2])
    look_at(store, [1])
    assert count(store, "commits") == 2


def test_the_store_itself_is_not_changed(store: Connection) -> None:
    look_at(store, [2], day("2026-01-05"))
    assert count(store, "main.commit_fact") == 3


@pytest.mark.parametrize("view", VIEW_ORDER)
def test_every_view_is_laid_down_as_the_store_shows_it(store: Connection, view: str) -> None:
    look_at(store)
    laid = store.execute(f"select * from temp.{view} limit 0").description
    shown = store.execute(f"select * from main.{view} limit 0").description
    assert [column[0] for column in laid or ()] == [column[0] for column in shown or ()]


def shared(store: Connection) -> Connection:
    """Give the second project the first project's second commit as well, as a fork has it."""
    store.execute(
        "insert into commit_fact select 4, 2, * exclude (commit, project) from commit_fact where commit = 2"
    )
    store.execute("insert into place select 4, * exclude (commit) from place where commit = 2")
    store.execute("insert into touch_fact select 4, * exclude (commit) from touch_fact where commit = 2")
    return store


def test_a_commit_of_two_projects_is_there_for_each(store: Connection) -> None:
    look_at(shared(store))
    assert (count(store, "commits"), count(store, "touches")) == (4, 4)


def test_together_a_shared_commit_counts_once(store: Connection) -> None:
    """Ada 1 with Bob as co-author, Bob 1, Ada 1: four contributions, not five."""
    look_at(shared(store), once=True)
    assert (count(store, "commits"), count(store, "contributions"), count(store, "touches")) == (3, 4, 3)


def test_the_second_project_alone_keeps_what_it_shares(store: Connection) -> None:
    look_at(shared(store), [2], once=True)
    assert count(store, "commits") == 2


@pytest.mark.parametrize("view", ROWS_OF)
def test_a_view_that_is_known_to_be_empty_has_its_columns(store: Connection, view: str) -> None:
    expected = store.execute(f"describe main.{view}").fetchall()
    look_at(store)
    assert count(store, view) == 0
    assert store.execute(f"describe temp.{view}").fetchall() == expected


def test_what_a_forge_tells_is_laid_down(store: Connection) -> None:
    store.execute("insert into label_fact values (1, 0, 7, 'good first issue')")
    look_at(store)
    assert store.execute("select number, is_welcoming from labels").fetchall() == [(7, 1)]


ITEMS = """
    item | who | opened | closed | merged | merger | role
    #1 | Ada | 2026-01-05 | 2026-01-09 | | | NONE
    !2 | Bob | 2026-01-06 | | 2026-01-20 | ci[bot] | MEMBER
    #3 | Ada | 2026-01-05 | 2026-05-09 | | | NONE
    #4 | | 2026-01-07 | | | |
    #5 | ci[bot] | 2026-02-01 | | | |
    #6 | Bob | 2026-05-06 | | | | MEMBER
"""
REMARKS = """
    item | who | when | kind
    #1 | ci[bot] | 2026-01-05 | comment
    #1 | Bob | 2026-01-06 | comment
    !2 | Ada | 2026-01-07 | review approved
    #3 | Bob | 2026-05-01 | comment
    #4 | | 2026-01-08 | comment
"""


@pytest.mark.parametrize("view", ["items", "interactions"])
def test_what_is_laid_down_is_what_the_view_says(view: str) -> None:
    store = example(items=ITEMS, remarks=REMARKS, as_of="2026-04-01")
    laid = store.execute(f"from temp.{view} order by event").fetchall()
    assert laid == store.execute(f"from main.{view} order by event").fetchall()
    assert len(laid) == {"items": 5, "interactions": 4}[view]


def test_the_first_of_a_kind_by_a_person_is_marked() -> None:
    """Of Ada's two issues of one day the lower number is the first; nobody known has none."""
    store = example(items=ITEMS, remarks=REMARKS, as_of="2026-04-01")
    firsts = store.execute("select number from items where is_first = 1 order by number").fetchall()
    assert firsts == [(1,), (2,), (5,)]


def test_an_answer_is_by_a_human_and_not_yet_to_come() -> None:
    store = example(items=ITEMS, remarks=REMARKS, as_of="2026-04-01")
    answered = store.execute("select number, response_ts from items where response_ts > 0").fetchall()
    assert sorted(answered) == [(1, day("2026-01-06")), (2, day("2026-01-07"))]


def test_a_merge_by_a_robot_names_nobody() -> None:
    store = example(items=ITEMS, as_of="2026-04-01")
    assert store.execute("select is_merged, merged_by from items where number = 2").fetchall() == [(1, 0)]


@pytest.mark.parametrize(
    ("role", "is_outside", "is_inside"),
    [
        ("OWNER", 0, 1), ("MEMBER", 0, 1), ("COLLABORATOR", 0, 1), ("CONTRIBUTOR", 1, 0), ("NONE", 1, 0),
        ("FIRST_TIME_CONTRIBUTOR", 1, 0), ("MANNEQUIN", 0, 0), ("", 0, 0),
    ],
)  # fmt: skip
def test_who_nobody_says_anything_of_is_neither_outside_nor_inside(
    role: str, is_outside: int, is_inside: int
) -> None:
    connection = example(
        items=f"item | who | opened | role\n!1 | Ada | 2026-01-01 | {role}",
        remarks=f"item | who | when | kind | role\n!1 | Bob | 2026-01-02 | comment | {role}",
    )
    for view in ("items", "interactions"):
        (row,) = connection.execute(f"select is_outside, is_inside from {view}").fetchall()
        assert row == (is_outside, is_inside)
