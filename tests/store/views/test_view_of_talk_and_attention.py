"""What metrics read of words, labels, stars, counts, runs and releases.

Long because each of these views is small, and its worlds are told row by row.
"""

from __future__ import annotations

from folkmoot.store.scope import look_at
from store.views.seen import second, seen
from worked_example import example

ITEMS = """
    item | who | opened
    #1   | Ada | 2026-06-01
    !1   | Bob | 2026-06-01
"""


def test_noise_is_a_command_or_next_to_nothing() -> None:
    """Ten characters say something; nine do not. An approval may be wordless. -1 is a length not known."""
    store = example(
        items=ITEMS,
        remarks="""
            item | who | when             | kind            | also
            !1   | Ada | 2026-06-02 01:00 | comment         | length: 9
            !1   | Ada | 2026-06-02 02:00 | comment         | length: 10
            !1   | Ada | 2026-06-02 03:00 | comment         | command
            !1   | Ada | 2026-06-02 04:00 | review approved | length: 0
            !1   | Ada | 2026-06-02 05:00 | review.comment  | length: 3
            !1   | Ada | 2026-06-02 06:00 | comment         | length: 0
            !1   | Ada | 2026-06-02 07:00 | comment         |
        """,
    )
    assert seen(store, "is_noise", "interactions", "ts") == [1, 0, 1, 0, 1, 1, 0]
    store.execute("update remark_fact set length = -1 where length < 10")
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "is_noise", "interactions", "ts") == [0, 0, 1, 0, 0, 0, 0]


def test_a_word_belongs_to_the_issue_or_change_it_was_said_on() -> None:
    """Ada speaks on her own issue and on Bob's change of the same number."""
    store = example(
        items=ITEMS,
        remarks="item | who | when\n#1 | Ada | 2026-06-02\n!1 | Ada | 2026-06-03\n!1 |  | 2026-06-04",
    )
    assert seen(store, "is_change, is_own, person > 0", "interactions", "ts") == [
        (0, 1, True),
        (1, 0, True),
        (1, 0, False),
    ]


def test_words_and_turns_after_the_clock_are_not_there_yet() -> None:
    store = example(
        items=ITEMS,
        remarks="item | who | when\n#1 | Bob | 2026-06-15 12:00:00\n#1 | Bob | 2026-06-15 12:00:01",
        turns="item | who | when | kind\n#1 | Bob | 2026-06-15 12:00:00 | closed\n"
        "#1 | Bob | 2026-06-15 12:00:01 | reopened",
        acts="who | when | kind\nBob | 2026-06-15 12:00:00 | star\nBob | 2026-06-15 12:00:01 | fork",
        releases="tag | when\nv1 | 2026-06-15 12:00:00\nv2 | 2026-06-15 12:00:01",
    )
    assert seen(store, "ts", "interactions") == [second("2026-06-15")]
    assert seen(store, "kind", "turns") == ["closed"]
    assert seen(store, "kind", "acts") == ["star"]
    assert seen(store, "tag", "releases") == ["v1"]


INVITING = (
    "good first issue", "Good-First-Issue", "good_first_bug", "first-timers-only", "First Timer", "E-easy",
    "good - first issue",
    "status: Beginner", "beginners welcome", "newcomer", "newcomers!", "starter", "EASY",
)  # fmt: skip
NOT_INVITING = (
    "bug",
    "uneasy",
    "easyfix",
    "easy2",
    "my first issue",
    "good second issue",
    "kickstarter",
    "first time",
)


def test_a_label_invites_by_whole_words_whatever_their_case_and_signs() -> None:
    labels = "; ".join(f"label: {name}" for name in (*INVITING, *NOT_INVITING))
    store = example(items=f"item | who | opened | also\n#1 | Ada | 2026-06-01 | {labels}")
    assert seen(store, "label", "labels where is_welcoming = 1") == sorted(INVITING)
    assert seen(store, "label", "labels where is_welcoming = 0") == sorted(NOT_INVITING)


def test_of_two_sources_that_counted_on_one_day_the_first_by_name_speaks() -> None:
    """Both counted on 1 June; on 2 June only the second did. Untold counts are -1, which is not 0."""
    store = example(snapshots="day | stars | forks\n2026-06-01 | 10 | 3\n2026-06-02 | 0 |")
    store.execute("update snapshot_fact set source = 'b'")
    store.execute(
        "insert into snapshot_fact select * replace ('a' as source, 11 as stars) from snapshot_fact "
        "where stars = 10"
    )
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "day_id, month_id, stars, forks", "snapshots") == [
        (second("2026-06-01") // 86400, 202606, 11, 3),
        (second("2026-06-02") // 86400, 202606, 0, -1),
    ]


def test_a_count_belongs_to_the_day_that_has_begun() -> None:
    """The counts of a day are there from its first second on, and not a second before."""
    store = example(snapshots="day | stars\n2026-06-01 | 10", as_of="2026-06-01 00:00:00")
    assert seen(store, "stars", "snapshots") == [10]
    look_at(store, as_of=second("2026-05-31 23:59:59"))
    assert seen(store, "stars", "snapshots") == []


def test_what_ran_is_known_once_something_succeeded_or_everything_ended() -> None:
    """One success is enough; failures alone are known too; only what still runs is not known, even where
    something else failed."""
    store = example(
        items="""
            item | who | opened     | merged     | also
            !1   | Ada | 2026-06-01 | 2026-06-02 | ran: tests success; ran: lint failure
            !2   | Ada | 2026-06-01 | 2026-06-02 | ran: tests failure
            !3   | Ada | 2026-06-01 | 2026-06-02 | ran: tests pending
            !4   | Ada | 2026-06-01 | 2026-06-02 | ran: tests pending; ran: lint success
            !5   | Ada | 2026-06-01 | 2026-06-02 | ran: nothing
            !6   | Ada | 2026-06-01 | 2026-06-02 |
            !7   | Ada | 2026-06-01 |            | ran: tests success
            !8   | Ada | 2026-06-01 | 2026-06-02 | ran: tests failure; ran: lint pending
        """
    )
    assert seen(store, "number, has_passed, is_known", "heads") == [
        (1, 1, 1),
        (2, 0, 1),
        (3, 0, 0),
        (4, 1, 1),
        (5, 0, 1),
        (8, 0, 0),
    ]


def test_a_failure_says_nothing_of_what_still_runs() -> None:
    """GitHub sums that up as a failure, other forges as running: whether anything passes is not known yet."""
    store = example(
        items="item | who | opened | merged | also\n"
        "!1 | Ada | 2026-06-01 | 2026-06-02 | ran: tests failure; ran: lint pending"
    )
    store.execute("update head_fact set state = 'failure'")
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "has_passed, is_known", "heads") == [(0, 0)]


def test_what_a_forge_waits_for_is_not_known_before_anything_began() -> None:
    store = example(
        items="item | who | opened | merged | also\n!1 | Ada | 2026-06-01 | 2026-06-02 | ran: nothing"
    )
    store.execute("update head_fact set state = 'pending'")
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "has_passed, is_known", "heads") == [(0, 0)]


def test_activity_is_what_known_people_did_and_no_attention() -> None:
    """Ada opened, Bob and Cleo spoke and merged; the star and what nobody known did are no activity."""
    store = example(
        "when | who\n2026-06-01 | Cleo",
        items="""
            item | who | opened     | merged     | merger
            #1   |     | 2026-06-01 |            |
            #2   | Ada | 2026-06-01 |            |
            !3   | Ada | 2026-06-01 | 2026-06-02 | Bob
            !4   | Ada | 2026-06-01 | 2026-06-02 | bors[bot]
            !5   | Ada | 2026-06-01 | 2026-06-02 | Cleo
        """,
        remarks="item | who | when\n#2 | Bob | 2026-06-03\n#2 |  | 2026-06-04\n#2 | Cleo | 2026-06-05",
        acts="who | when | kind\nDan | 2026-06-05 | star",
    )
    known = "activities a left join person p using (person)"
    assert seen(store, "p.name, kind, a.is_bot", known, "p.name, kind") == [
        ("Ada", "change.opened", 0),
        ("Ada", "change.opened", 0),
        ("Ada", "change.opened", 0),
        ("Ada", "issue.opened", 0),
        ("Bob", "change.merged", 0),
        ("Bob", "comment", 0),
        ("Cleo", "change.merged", 0),
        ("Cleo", "comment", 0),
        ("Cleo", "commit", 0),
    ]


def test_all_but_a_merge_is_told_with_an_employer() -> None:
    store = example(
        "when | who\n2026-06-01 | Bob @acme",
        items="item | who | opened | merged | merger\n!1 | Bob @acme | 2026-06-01 | 2026-06-02 | Bob @acme",
        remarks="item | who | when\n!1 | Bob @acme | 2026-06-03",
    )
    assert seen(store, "kind, organisation", "activities") == [
        ("change.merged", 0),
        ("change.opened", 1),
        ("comment", 1),
        ("commit", 1),
    ]


def test_one_persons_second_star_is_there_too() -> None:
    store = example(acts="who | when | kind\nAda | 2026-06-01 | star\nAda | 2026-06-02 | star")
    assert seen(store, "kind, is_bot", "acts") == [("star", 0), ("star", 0)]


def test_an_act_tells_what_it_was_about() -> None:
    store = example(acts="who | when | kind\nAda | 2026-06-01 | fork")
    store.execute("update act_fact set subject = 'ada/loom'")
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "event, subject", "acts") == [("test:act1", "ada/loom")]


def test_robots_are_marked_wherever_they_speak() -> None:
    store = example(
        items="item | who | opened\n#1 | ci[bot] | 2026-06-01",
        remarks="item | who | when\n#1 | ci[bot] | 2026-06-02",
        turns="item | who | when | kind\n#1 | ci[bot] | 2026-06-03 | closed",
        acts="who | when | kind\nci[bot] | 2026-06-04 | star",
    )
    for view in ("items", "interactions", "turns", "acts", "activities"):
        assert set(seen(store, "is_bot", view)) == {1}, view


def test_who_is_not_known_is_nobody_and_no_robot() -> None:
    store = example(
        items="item | who | opened\n#1 |  | 2026-06-01",
        remarks="item | who | when\n#1 |  | 2026-06-02",
        turns="item | who | when | kind\n#1 |  | 2026-06-03 | closed",
        acts="who | when | kind\n | 2026-06-04 | star",
    )
    for view in ("items", "interactions", "turns", "acts"):
        assert seen(store, "person, is_bot", view) == [(0, 0)], view
    assert seen(example(releases="tag | when\nv1 | 2026-06-01"), "person", "releases") == [0]


def test_of_two_whom_nobody_knows_one_may_answer_the_other() -> None:
    """Both accounts are gone: that they were one person is not known, and no word is called the author's."""
    store = example(
        items="item | who | opened\n#1 |  | 2026-06-01", remarks="item | who | when\n#1 |  | 2026-06-02"
    )
    assert seen(store, "is_own, organisation", "interactions") == [(0, 0)]


def test_where_no_employer_is_stated_the_address_tells_it() -> None:
    store = example(items=ITEMS, remarks="item | who | when\n#1 | Cleo @acme | 2026-06-02")
    assert seen(store, "o.name", "interactions join organisation o using (organisation)") == ["acme"]


def test_a_turn_belongs_to_the_issue_or_change_it_was_taken_on() -> None:
    """Ada's issue and Bob's change have the same number."""
    store = example(items=ITEMS, turns="item | who | when | kind\n!1 | Cleo | 2026-06-02 | closed")
    assert seen(store, "is_change, p.name", "turns t join person p on p.person = t.item_person") == [
        (1, "Bob")
    ]


def test_a_turn_is_there_once_and_tells_what_it_was() -> None:
    store = example(
        items="item | who | opened\n#1 | Ada | 2026-06-01\n#2 | Bob | 2026-06-01",
        turns="item | who | when | kind | detail\n#1 | Cleo | 2026-06-02 | labelled | bug",
    )
    assert seen(store, "event, number, kind, detail", "turns") == [("test:turn1", 1, "labelled", "bug")]


def test_what_is_said_of_an_issue_that_is_not_told_of_is_not_there() -> None:
    """Nor, seen from before its opening, is what was said of an issue."""
    store = example(
        items="item | who | opened\n#1 | Ada | 2026-06-03",
        remarks="item | who | when\n#9 | Bob | 2026-06-02\n#1 | Bob | 2026-06-02\n#1 | Bob | 2026-06-04",
        turns="item | who | when | kind\n#9 | Bob | 2026-06-02 | closed\n#1 | Bob | 2026-06-04 | closed",
    )
    assert seen(store, "number, count(*)", "interactions group by number") == [(1, 2)]
    assert seen(store, "number", "turns") == [1]
    look_at(store, as_of=second("2026-06-02"))
    assert seen(store, "number", "interactions") == []


def test_a_word_is_the_employers_of_that_moment() -> None:
    """Bob works for Acme from 3 June, noon, until 5 June, noon, which is the first second without it."""
    store = example(
        items=ITEMS,
        remarks="""
            item | who | when
            #1   | Bob | 2026-06-03 11:59:59
            #1   | Bob | 2026-06-03 12:00:00
            #1   | Bob | 2026-06-05 12:00:00
        """,
    )
    held = [second("2026-06-03"), second("2026-06-05")]
    store.execute("insert into affiliation select person, 9, ?, ? from person where name = 'Bob'", held)
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "organisation", "interactions", "ts") == [0, 9, 0]


def test_who_says_to_work_for_nobody_is_independent_for_that_time_alone() -> None:
    store = example("when | who\n2026-01-01 | Ada @-\n2026-01-02 | Bob @acme")
    store.execute("insert into affiliation select person, 9, 5, 7 from person where name = 'Bob'")
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "p.name, since_ts", "independents i join person p using (person)") == [("Ada", 0)]


def test_an_organisation_without_a_sector_is_there_too() -> None:
    store = example("when | who\n2026-01-01 | Ada @acme/company\n2026-01-02 | Bob @globex")
    assert seen(store, "name, sector", "organisations") == [("acme", "company"), ("globex", "")]
