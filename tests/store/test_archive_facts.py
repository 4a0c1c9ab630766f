"""Public events become acts, items, remarks and turns, the same in whatever order they are read."""

from __future__ import annotations

import random

from folkmoot.model.event import Kind
from folkmoot.model.forge import Account, Act, Item
from folkmoot.store.database import connect, one
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.scope import look_at
from sources.archives.public_events import Event, change, comment, event, issue, user
from store.archives import dump, meaning, rows, store_with, take

MAY = "2024-05-01T"
NOON = 1714564800


def minute(number: int) -> str:
    return f"{MAY}12:{number:02d}:00Z"


def trimmed(number: int) -> Event:
    """A change as payloads have it since October 2025."""
    return {"id": 2000 + number, "number": number, "head": {"sha": "a" * 40}, "base": {"repo": {"id": 7}}}


STORY = [
    event(1, "WatchEvent", {"action": "started"}),
    event(2, "ForkEvent", {"forkee": {"id": 5, "full_name": "ada/hall"}}, minute(1)),
    event(3, "PushEvent", {"push_id": 9, "ref": "refs/heads/main", "commits": []}, minute(2), "bob"),
    event(4, "ReleaseEvent", {"action": "published", "release": {"tag_name": "v1"}}, minute(3), "bob"),
    event(5, "IssuesEvent", {"action": "opened", "issue": issue(3)}, minute(0), "bob"),
    event(
        6,
        "IssueCommentEvent",
        {"action": "created", "issue": issue(3), "comment": comment(90)},
        minute(5),
        "cleo",
    ),
    event(7, "IssuesEvent", {"action": "closed", "issue": issue(3, closed_at=minute(6))}, minute(6), "cleo"),
    event(
        8, "PullRequestEvent", {"action": "opened", "number": 4, "pull_request": change(4)}, minute(0), "bob"
    ),
    event(
        9,
        "PullRequestReviewEvent",
        {
            "action": "created",
            "pull_request": change(4),
            "review": {**comment(91), "submitted_at": minute(8), "state": "APPROVED"},
        },
        minute(8),
        "cleo",
    ),
    event(
        10,
        "PullRequestReviewCommentEvent",
        {"action": "created", "pull_request": change(4), "comment": comment(92, body="/lgtm")},
        minute(9),
        "cleo",
    ),
    event(
        11,
        "PullRequestEvent",
        {
            "action": "closed",
            "number": 4,
            "pull_request": change(4, merged_at=minute(10), closed_at=minute(10), merged_by=user("cleo")),
        },
        minute(10),
        "cleo",
    ),
    event(12, "GollumEvent", {"pages": []}, minute(11)),
]


def test_what_is_done_to_a_project_becomes_acts() -> None:
    assert rows(store_with(STORY), "select kind, subject, event, ts from acts order by ts") == [
        ("star", "", "gharchive:1", NOON),
        ("fork", "ada/hall", "gharchive:2", NOON + 60),
        ("push", "refs/heads/main", "gharchive:3", NOON + 120),
        ("release", "v1", "gharchive:4", NOON + 180),
    ]


def test_an_issue_is_there_with_its_life() -> None:
    found = rows(
        store_with(STORY),
        """select title, opened_ts, closed_ts, response_ts, has_lines from items
        where is_change = 0""",
    )
    assert found == [("It breaks", NOON, NOON + 360, NOON, 0)]


def test_a_change_is_there_with_its_merge() -> None:
    store = store_with(STORY)
    assert rows(store, "select merged_ts, closed_ts, lines, landing from items where is_change = 1") == [
        (NOON + 600, NOON + 600, 7, "c" * 40)
    ]
    question = "select count(*) from items i join person p on p.person = i.merged_by where p.name = 'cleo'"
    assert one(store, question) == (1,)


def test_what_is_said_is_measured_and_not_kept() -> None:
    found = rows(
        store_with(STORY),
        """select r.kind, state, length, is_command, a.login from remark_fact r
        join account a on a.identity = r.author order by 1""",
    )
    assert found == [
        ("comment", "", 23, 0, "cleo"),
        ("review", "approved", 23, 0, "cleo"),
        ("review.comment", "", 5, 1, "cleo"),
    ]


def test_turns_are_told_by_who_took_them() -> None:
    found = rows(
        store_with(STORY),
        """select is_change, t.kind, made_at, login from turn_fact t
        join account on identity = actor order by 1, 2""",
    )
    assert found == [
        (0, "closed", NOON + 360, "cleo"),
        (1, "closed", NOON + 600, "cleo"),
        (1, "merged", NOON + 600, "cleo"),
    ]


def test_counts_in_payloads_become_daily_counts() -> None:
    assert rows(store_with(STORY), "select day_id, stars, forks, watchers from snapshots") == [
        (NOON // 86400, 12, 3, -1)
    ]


def test_reading_again_changes_nothing() -> None:
    assert dump(store_with(STORY, STORY)) == dump(store_with(STORY))


def test_an_event_twice_in_a_file_is_there_once() -> None:
    assert meaning(store_with([*STORY, *STORY])) == meaning(store_with(STORY))


def test_the_order_of_reading_does_not_matter() -> None:
    """Hours arrive late, or backwards; the store is the same."""
    expected = meaning(store_with(STORY))
    chance = random.Random(11)
    for _ in range(6):
        mixed = chance.sample(STORY, len(STORY))
        cut = chance.randrange(1, len(mixed))
        assert meaning(store_with(mixed[:cut], mixed[cut:])) == expected


def test_trimmed_changes_are_put_together_from_what_happened_to_them() -> None:
    """Since October 2025 only the actions tell: opened, merged."""
    at = "2025-11-01T12:0{}:00Z".format
    story = [
        event(
            1, "PullRequestEvent", {"action": "opened", "number": 4, "pull_request": trimmed(4)}, at(0), "bob"
        ),
        event(
            2,
            "PullRequestEvent",
            {"action": "merged", "number": 4, "pull_request": trimmed(4)},
            at(5),
            "cleo",
        ),
    ]
    for hours in ([story], [story[:1], story[1:]], [story[1:], story[:1]]):
        store = store_with(*hours, name="2025-11-01-12.json")
        assert rows(store, "select opened_ts, closed_ts, merged_ts, has_lines, title from items") == [
            (1761998400, 1761998700, 1761998700, 0, "")
        ]


def test_a_change_closed_before_payloads_told_of_merging_is_not_called_unmerged() -> None:
    bare = {"title": "Mend it", "number": 4, "additions": 3, "deletions": 1}
    old = event(
        1, "PullRequestEvent", {"action": "closed", "number": 4, "pull_request": bare}, "2011-02-15T00:03:03Z"
    )
    store = store_with([old])
    assert rows(store, "select count(*) from item_fact union all select count(*) from turn_fact") == [
        (0,),
        (0,),
    ]


def test_a_comment_on_a_closed_change_does_not_tell_that_it_was_not_merged() -> None:
    closed = issue(4, closed_at=minute(10), pull_request={"url": "https://api.example.org/4"})
    said = event(
        20, "IssueCommentEvent", {"action": "created", "issue": closed, "comment": comment(93)}, minute(20)
    )
    before, after = store_with(STORY, [said]), store_with(STORY)
    merged = "select merged_ts from items where is_change = 1"
    assert rows(before, merged) == rows(after, merged) == [(NOON + 600,)]


def test_reopening_opens() -> None:
    again = event(21, "IssuesEvent", {"action": "reopened", "issue": issue(3)}, minute(30), "ada")
    for hours in ([STORY, [again]], [[again], STORY]):
        assert rows(store_with(*hours), "select is_closed, closed_ts from items where is_change = 0") == [
            (0, 0)
        ]


def test_labels_are_those_of_the_newest_look() -> None:
    relabelled = issue(3, labels=[{"name": "help wanted"}])
    later = event(
        22,
        "IssuesEvent",
        {"action": "labeled", "issue": relabelled, "label": {"name": "help wanted"}},
        minute(40),
    )
    store = store_with(STORY, [later])
    assert rows(store, "select label from labels where is_change = 0") == [("help wanted",)]
    assert rows(store, "select detail from turns where kind = 'labelled'") == [("help wanted",)]


def test_no_address_of_e_mail_reaches_the_store() -> None:
    """Commits, attributes, bodies and titles carry some."""
    address = "someone.real@example.org"
    story = [
        {
            **event(
                1, "PushEvent", {"ref": f"refs/heads/{address}", "commits": [{"author": {"email": address}}]}
            ),
            "actor_attributes": {"email": address},
        },
        event(
            2,
            "IssuesEvent",
            {
                "action": "opened",
                "issue": issue(3, title=f"Ask {address} about it", body=address, labels=[{"name": address}]),
            },
        ),
        event(3, "ReleaseEvent", {"action": "published", "release": {"tag_name": address}}),
    ]
    store = store_with(story)
    assert rows(store, "select title from items") == [("Ask (e-mail) about it",)]
    assert address not in str(dump(store))
    addresses = [email for (email,) in rows(store, "select email from identity")]
    assert addresses
    assert all(email.endswith("@users.noreply.github.com") for email in addresses)


def test_robots_are_robots_and_deleted_accounts_nobody() -> None:
    robot = {**comment(95), "user": user("helper", "Bot")}
    story = [
        event(1, "IssuesEvent", {"action": "opened", "issue": issue(3, user=user("ghost"))}, actor="ghost"),
        event(
            2, "IssueCommentEvent", {"action": "created", "issue": issue(3), "comment": robot}, actor="helper"
        ),
        event(3, "WatchEvent", {}, actor="other[bot]"),
    ]
    store = store_with(story)
    assert rows(store, "select name, is_bot from person where is_bot = 1 order by 1") == [
        ("helper[bot]", 1),
        ("other[bot]", 1),
    ]
    assert rows(store, "select count(*) from account where login = 'ghost'") == [(0,)]


def test_numbers_no_table_can_hold_are_unknown() -> None:
    huge = change(4, additions=2**40, deletions=-5)
    opened = event(1, "PullRequestEvent", {"action": "opened", "number": 4, "pull_request": huge})
    beyond = event(2, "IssuesEvent", {"action": "opened", "issue": {**issue(3), "number": 2**40}})
    store = store_with([opened, beyond])
    assert rows(store, "select number, added, deleted from item_fact") == [(4, -1, -1)]


def test_what_the_forge_itself_told_is_left_alone() -> None:
    store = connect(None)
    store.execute("insert into project values (1, 'moot/hall', 'https://github.com/Moot/Hall.git')")
    intake = ForgeIntake(store, 1, "github", "github.com")
    intake.take(
        [
            Item(False, 3, "I_3", Account("bob"), "MEMBER", "As the forge has it", NOON, 0, NOON + 9000),
            Act("star:ada", Kind.STAR, Account("ada"), NOON + 1),
        ]
    )
    intake.flush()
    take(store, STORY)
    look_at(store)
    assert rows(store, "select title, is_closed from items where is_change = 0") == [
        ("As the forge has it", 0)
    ]
    assert rows(store, "select event from acts where kind = 'star'") == [("github:star:ada",)]
    assert rows(store, "select count(*) from remark_fact where is_change = 0") == [(0,)]
    assert rows(store, "select count(*) from project") == [(1,)]
