"""Who waits for the project's next word."""

from folkmoot.store.scope import look_at
from folkmoot.store.waiting import waiting
from worked_example import day, example

COMMITS = "when | who | files\n2025-01-01 | Ada | a.py"


def waits(items: str, remarks: str = "", turns: str = "", commits: str = COMMITS):
    made = example(commits, items=items, remarks=remarks, turns=turns, as_of="2026-02-01 12:00")
    return made, {(one.is_change, one.number): one for one in waiting(made)}


ITEMS = """
    item | who  | opened           | closed     | merged | role   | also
    #1   | Cleo | 2026-01-20 12:00 |            |        | NONE   |
    #2   | Dora | 2026-01-21 12:00 |            |        | NONE   |
    #3   | Emil | 2026-01-22 12:00 | 2026-01-23 |        | NONE   |
    !4   | Ada  | 2026-01-25 12:00 |            |        | MEMBER |
    !5   | Fred | 2026-01-26 12:00 |            |        | NONE   | draft
    #6   | ci[bot] | 2026-01-26 12:00 |         |        | NONE   |
"""


def test_what_is_open_and_unanswered_waits() -> None:
    _, found = waits(ITEMS, "item | who | when | kind\n#2 | Ada | 2026-01-22 | comment")
    assert set(found) == {(False, 1), (True, 4)}
    assert found[False, 1].days == 12
    assert (found[False, 1].is_new, found[False, 1].is_answered) == (True, False)


def test_a_member_is_not_new() -> None:
    _, found = waits(ITEMS)
    assert not found[True, 4].is_new


def test_who_speaks_last_waits_since_then() -> None:
    _, found = waits(
        ITEMS,
        """
        item | who  | when             | kind
        #2   | Ada  | 2026-01-22 12:00 | comment
        #2   | Dora | 2026-01-28 12:00 | comment
        """,
    )
    assert (found[False, 2].days, found[False, 2].is_answered) == (4, True)


def test_asking_again_makes_no_wait_shorter() -> None:
    _, found = waits(
        ITEMS,
        """
        item | who  | when             | kind
        #1   | Cleo | 2026-01-24 12:00 | comment
        #1   | Cleo | 2026-01-31 12:00 | comment
        #2   | Ada  | 2026-01-22 12:00 | comment
        #2   | Dora | 2026-01-23 12:00 | comment
        #2   | Dora | 2026-01-30 12:00 | comment
        """,
    )
    assert (found[False, 1].days, found[False, 1].is_answered) == (12, False)
    assert (found[False, 2].days, found[False, 2].is_answered) == (9, True)


def test_robots_answer_nobody() -> None:
    _, found = waits(ITEMS, "item | who | when | kind\n#1 | ci[bot] | 2026-01-21 | comment")
    assert (False, 1) in found


def test_a_draft_waits_since_it_was_ready() -> None:
    _, found = waits(
        "item | who | opened | also\n!7 | Cleo | 2026-01-02 12:00 |",
        turns="item | who | when | kind | detail\n!7 | Cleo | 2026-01-30 12:00 | ready_for_review |",
    )
    assert found[True, 7].days == 2


def test_only_the_first_thing_ever_is_by_somebody_new() -> None:
    _, found = waits(
        """
        item | who  | opened
        #1   | Cleo | 2026-01-02
        #2   | Cleo | 2026-01-03
        #3   | Ada  | 2026-01-04
        """
    )
    assert [found[False, number].is_new for number in (1, 2, 3)] == [True, False, False]


def test_the_newest_stand_first() -> None:
    made, _ = waits(ITEMS)
    assert [one.number for one in waiting(made)] == [4, 2, 1]


def test_addresses_follow_the_forge_that_told() -> None:
    made, found = waits(ITEMS)
    assert found[False, 1].address == ""
    made.execute("insert into forge_state values (1, 'test', 'web', 'https://forge.test/a/b')")
    assert {one.number: one.address for one in waiting(made)} == {
        1: "https://forge.test/a/b/issues/1",
        2: "https://forge.test/a/b/issues/2",
        4: "https://forge.test/a/b/pull/4",
    }


def test_an_odd_address_is_no_address() -> None:
    made, _ = waits(ITEMS)
    made.execute("insert into forge_state values (1, 'test', 'web', 'javascript:alert(1)//a/b')")
    assert {one.address for one in waiting(made)} == {""}


def test_what_an_archive_of_events_tells_may_long_be_closed() -> None:
    made, _ = waits(ITEMS)
    made.execute("update item_fact set event = 'gharchive:1' where number = 1")
    look_at(made, as_of=day("2026-02-01"))
    assert {one.number for one in waiting(made)} == {2, 4}


def test_nothing_waits_for_longer_than_its_forge_was_read() -> None:
    """Together with a project that was read later; what was answered since is not known."""
    made, before = waits(ITEMS)
    (source,) = {
        str(event).partition(":")[0] for (event,) in made.execute("select event from items").fetchall()
    }
    made.execute("delete from coverage where source <> 'git'")
    for until in ("2026-01-21", "2026-01-23"):
        made.execute("insert into coverage values (1, ?, 0, ?, 'complete', '')", [source, day(until)])
    look_at(made, as_of=day("2026-02-01 12:00"))
    found = {(one.is_change, one.number): one for one in waiting(made)}
    assert (before[False, 1].seconds, found[False, 1].seconds) == (12 * 86400, 3 * 86400)
    assert found[True, 4].seconds == 0
