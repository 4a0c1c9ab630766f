"""What metrics read of changes: what git alone can say, and when a forge speaks for it."""

from __future__ import annotations

from folkmoot.store.database import Connection
from folkmoot.store.scope import look_at
from store.views.seen import second, seen
from worked_example import example

COMMITS = """
    when       | who | also
    2026-01-05 | Ada | #1
"""
CHANGES = """
    number | who | opened     | merged     | merger
    #1     | Ada | 2026-01-02 | 2026-01-05 | Bob
    #2     | Bob | 2026-01-03 |            |
    #3     | Ada |            | 2026-01-31 | bors[bot]
"""


def test_git_alone_never_says_that_a_change_was_closed_unmerged() -> None:
    """#1 and #3 were merged, and so closed; #2 is open or refused, which nobody can tell."""
    store = example(COMMITS, changes=CHANGES)
    assert seen(store, "number, is_settled, is_merged, is_closed", "changes") == [
        (1, 0, 1, 1),
        (2, 0, 0, 0),
        (3, 0, 1, 1),
    ]


def test_an_unknown_opening_has_no_month() -> None:
    store = example(COMMITS, changes=CHANGES)
    assert seen(store, "number, has_opened, opened_month_id", "changes") == [
        (1, 1, 202601),
        (2, 1, 202601),
        (3, 0, 0),
    ]


def test_a_merging_robot_says_nothing_about_who_decided() -> None:
    store = example(COMMITS, changes=CHANGES)
    assert seen(store, "number, merged_by > 0", "changes") == [(1, True), (2, False), (3, False)]


def test_a_change_knows_the_commit_it_landed_in() -> None:
    store = example(COMMITS, changes=CHANGES)
    assert seen(store, "number, landing", "changes") == [(1, f"git:{1:040x}"), (2, ""), (3, "")]


def test_a_merge_that_has_not_come_yet_is_none() -> None:
    """As of noon of 4 January #1 is open still; at noon of the 5th it is merged, by Bob."""
    store = example(COMMITS, changes=CHANGES)
    columns = "is_merged, merged_ts, merged_month_id, is_closed, closed_ts, closed_month_id"
    look_at(store, as_of=second("2026-01-04"))
    assert seen(store, columns, "changes where number = 1") == [(0,) * 6]
    look_at(store, as_of=second("2026-01-05"))
    landed = second("2026-01-05")
    assert seen(store, columns, "changes where number = 1") == [(1, landed, 202601, 1, landed, 202601)]


def forge(source: str = "test") -> Connection:
    """Give the changes of git beside change 2 as a forge, or an archive of its events, tells it."""
    store = example(
        COMMITS,
        changes=CHANGES,
        items="item | who | opened | closed\n!2 | Bob | 2026-01-03 | 2026-01-09\n#1 | Cleo | 2026-01-01 |",
    )
    store.execute("update item_fact set source = ?", [source])
    look_at(store, as_of=second("2026-06-15"))
    return store


def test_a_forge_speaks_for_all_changes_of_its_project() -> None:
    """It shows change 2 alone, so there is no other; its issue is no change."""
    assert seen(forge(), "number, is_settled, is_merged, is_closed", "changes") == [(2, 1, 0, 1)]


def test_an_archive_speaks_for_the_changes_it_knows_alone() -> None:
    assert seen(forge("gharchive"), "number, is_settled, is_closed", "changes") == [
        (1, 0, 1),
        (2, 1, 1),
        (3, 0, 1),
    ]


def test_a_forge_with_issues_alone_does_not_speak_for_changes() -> None:
    store = example(COMMITS, changes=CHANGES, items="item | who | opened\n#9 | Cleo | 2026-01-01")
    assert seen(store, "number, is_settled", "changes") == [(1, 0), (2, 0), (3, 0)]


def test_a_forge_of_one_project_does_not_speak_for_another() -> None:
    store = example(
        COMMITS, changes=CHANGES, items="project | item | who | opened\n2 | !1 | Cleo | 2026-01-01"
    )
    assert seen(store, "project, number, is_settled", "changes") == [
        (1, 1, 0),
        (1, 2, 0),
        (1, 3, 0),
        (2, 1, 1),
    ]


def test_a_forges_change_knows_its_landing_in_its_own_project() -> None:
    """The second project has a change with the same landing, and no such commit."""
    store = example(
        COMMITS,
        items=f"""
            project | item | who | opened     | merged     | landing
            1       | !1   | Ada | 2026-01-02 | 2026-01-05 | {1:040x}
            2       | !1   | Ada | 2026-01-02 | 2026-01-05 | {1:040x}
            1       | !2   | Ada | 2026-01-02 | 2026-01-05 |
        """,
    )
    assert seen(store, "project, number, landing", "changes") == [
        (1, 1, f"git:{1:040x}"),
        (1, 2, ""),
        (2, 1, ""),
    ]


def test_a_change_opened_after_the_clock_is_not_there_and_one_of_its_second_is() -> None:
    store = example(
        COMMITS,
        changes="number | who | opened\n#1 | Ada | 2026-01-02 12:00:00\n#2 | Ada | 2026-01-02 12:00:01",
    )
    look_at(store, as_of=second("2026-01-02"))
    assert seen(store, "number", "changes") == [1]


def test_who_made_a_change_is_known_by_the_account_and_may_be_a_robot() -> None:
    changes = "number | who | opened\n#1 | Ada | 2026-01-02\n#2 | ci[bot] | 2026-01-02\n#3 |  | 2026-01-02"
    store = example(COMMITS, changes=changes)
    assert seen(store, "number, person > 0, is_bot", "changes") == [(1, True, 0), (2, True, 1), (3, False, 0)]


def test_what_is_open_has_no_end() -> None:
    """No month of 1970 either."""
    store = example(COMMITS, changes="number | who | opened\n#1 | Ada | 2026-01-02")
    ends = "merged_ts, merged_month_id, closed_ts, closed_month_id"
    assert seen(store, f"is_merged, is_closed, {ends}", "changes") == [(0,) * 6]


def test_changes_of_one_number_in_two_projects_are_two_events() -> None:
    """Git alone tells of both, so that no forge's key tells them apart."""
    store = example(changes="number | who | opened\n7 | Ada | 2026-06-01")
    store.execute("insert into project values (2, 'other', 'made for a test')")
    store.execute("insert into change_fact select * replace (2 as project) from change_fact")
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "event", "changes") == ["git:change:1:7", "git:change:2:7"]
