"""What is Forgejo's own: timelines that are not paged, reviews that are begun long before they are shown."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.errors import UnreachableError, UsageError
from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Account, Item, Reach, Remark, Snapshot, Turn
from folkmoot.model.source import Access
from folkmoot.sources.forges import open_forge
from folkmoot.sources.forges.forgejo import rows
from folkmoot.sources.typed_rows import Row
from sources.forges.rest_at_hand import TOKEN, Talk, of, opened, read, state
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import day, forgejo, forgejo_user, story

AT = 1_710_000_000
ROOT = "repos/ada/loom"


def row(**values: Any) -> Row:
    return Row({"id": 1, "user": forgejo_user({"login": "ada"}), "created_at": day(AT), **values}, "h", "row")


def on(*, is_change: bool = True) -> Item:
    return Item(is_change, 4, "k", Account("bob"), "", "T", AT, 0, AT)


def one(**more: Any) -> RestForge:
    """A forge with one issue (1) and one change (2), both silent."""
    return forgejo(story(issues=1, changes=1), **more)


def timeline(forge: RestForge, number: int, *entries: dict[str, Any]) -> None:
    found = [{"id": place, "user": forgejo_user({"login": "ada"}), "created_at": day(AT), **entry}
             for place, entry in enumerate(entries, 100)]  # fmt: skip
    forge.rows[f"{ROOT}/issues/{number}/timeline"] = found


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"type": "close"}, ("closed", "")),
        ({"type": "reopen"}, ("reopened", "")),
        ({"type": "merge_pull"}, ("merged", "")),
        ({"type": "label", "body": "1", "label": {"name": "bug"}}, ("labelled", "bug")),
        ({"type": "label", "body": "", "label": {"name": "bug"}}, ("unlabelled", "bug")),
        ({"type": "assignees", "assignee": {"login": "cleo"}}, ("assigned", "cleo")),
        ({"type": "review_request", "assignee": {"login": "cleo"}}, ("review_requested", "cleo")),
        ({"type": "review_request", "assignee_team": {"name": "core"}}, ("review_requested", "")),
        ({"type": "change_title", "old_title": "WIP: a", "new_title": "a"}, ("ready_for_review", "")),
        ({"type": "change_title", "old_title": "a", "new_title": "[WIP] a"}, ("converted_to_draft", "")),
    ],
)
def test_turns(entry: dict[str, Any], expected: tuple[str, str]) -> None:
    assert rows.turns(row(**entry), on()) == [
        Turn(True, 4, "turn:1", expected[0], Account("ada"), AT, expected[1])
    ]


@pytest.mark.parametrize(
    "entry",
    [
        {"type": "assignees", "removed_assignee": True, "assignee": {"login": "cleo"}},
        {"type": "change_title", "old_title": "a", "new_title": "b"},
        {"type": "pull_push"},
        {"type": "something new"},
    ],
)
def test_other_entries_are_no_turns(entry: dict[str, Any]) -> None:
    assert rows.turns(row(**entry), on()) == []


def test_the_title_of_an_issue_makes_no_draft() -> None:
    entry = row(type="change_title", old_title="WIP: a", new_title="a")
    assert rows.turns(entry, on(is_change=False)) == []


def test_a_review_is_of_the_moment_it_was_shown() -> None:
    """Begun at `submitted_at`, as the forge calls it; the timeline shows when it was submitted."""
    told = row(id=9, state="APPROVED", submitted_at=day(AT - 5000), body="fine", dismissed=False)
    made = rows.review(told, on(), {9: AT}, {"ada": "OWNER"})
    assert made == Remark(True, 4, "review:9", Kind.REVIEW, Account("ada"), "OWNER", AT, "approved", 4)
    begun = rows.review(told, on(), {}, {})
    assert begun is not None
    assert begun.made_at == AT - 5000


@pytest.mark.parametrize(
    ("state_", "dismissed", "expected"),
    [
        ("REQUEST_CHANGES", False, "changes_requested"),
        ("COMMENT", False, "commented"),
        ("APPROVED", True, "dismissed"),
        ("REQUEST_CHANGES", True, "dismissed"),
        ("COMMENT", True, "commented"),
    ],
)
def test_states_of_reviews(state_: str, dismissed: bool, expected: str) -> None:
    made = rows.review(row(state=state_, dismissed=dismissed, submitted_at=day(AT)), on(), {}, {})
    assert made is not None
    assert made.state == expected


@pytest.mark.parametrize("state_", ["PENDING", "REQUEST_REVIEW", ""])
def test_reviews_nobody_submitted_are_none(state_: str) -> None:
    assert rows.review(row(state=state_), on(), {}, {}) is None


def test_a_comment_on_a_line_is_shown_with_its_review_or_later() -> None:
    assert rows.line_comment(row(body="why"), on(), AT + 60, {}).made_at == AT + 60
    assert rows.line_comment(row(body="why"), on(), AT - 60, {}).made_at == AT


def test_accounts() -> None:
    def account(**who: Any) -> Account:
        return rows.account(Row({"user": who or None}, "h", "row"), "user")

    assert account() == account(login="Ghost") == NOBODY
    assert account(login="ada", full_name=" Ada ") == Account("ada", "Ada")
    assert account(login="forgejo-actions").is_bot
    assert account(login="helper[bot]").is_bot


@pytest.mark.parametrize(
    ("email", "kept"),
    [("ada@noreply.codeberg.org", True), ("ada@noreply.code.example.org", True), ("ada@example.org", False),
     ("ada@example.org, b@noreply.x.org", False)],
)  # fmt: skip
def test_no_address_is_kept_but_the_placeholder(email: str, kept: bool) -> None:
    told = Row({"user": {"login": "ada", "email": email}}, "h", "row")
    assert rows.account(told, "user").email == (email if kept else "")


def test_what_came_from_elsewhere_belongs_to_nobody_here() -> None:
    forge = one()
    forge.rows[f"{ROOT}/issues"][0] |= {
        "original_author": "somebody",
        "user": forgejo_user({"login": "importer"}),
    }
    issue = next(item for item in of(read(forge), Item) if not item.is_change)
    assert issue.author == NOBODY


def test_changes_are_told_whole() -> None:
    forge = one()
    forge.rows[f"{ROOT}/pulls"][0] |= {
        "state": "closed", "merged_at": day(AT), "closed_at": day(AT),
        "merged_by": forgejo_user({"login": "cleo"}),
        "merge_commit_sha": "c" * 40, "draft": True, "labels": [{"name": "good first issue"}],
    }  # fmt: skip
    change = next(item for item in of(read(forge), Item) if item.is_change)
    assert (change.merged_by.login, change.closed_by.login, change.merged_at) == ("cleo", "cleo", AT)
    head = forge.rows[f"{ROOT}/pulls"][0]["head"]["sha"]
    assert (change.landing, change.head, change.is_draft) == ("c" * 40, head, True)
    assert (change.added, change.deleted, change.files) == (1, 2, 3)
    assert change.labels == ("good first issue",)


def test_who_closed_is_the_last_one_to_do_so() -> None:
    forge = one()
    forge.rows[f"{ROOT}/issues"][0] |= {"state": "closed", "closed_at": day(AT)}
    actors = [{"type": kind, "user": forgejo_user({"login": who})}
              for kind, who in (("close", "bob"), ("reopen", "bob"), ("close", "cleo"))]  # fmt: skip
    timeline(forge, 1, *actors)
    records = read(forge)
    assert next(item for item in of(records, Item) if not item.is_change).closed_by.login == "cleo"
    assert [turn.kind for turn in of(records, Turn) if not turn.is_change] == ["closed", "reopened", "closed"]


def test_a_reopened_issue_is_open() -> None:
    forge = one()
    forge.rows[f"{ROOT}/issues"][0] |= {"state": "open", "closed_at": day(AT)}
    timeline(forge, 1, {"type": "close"}, {"type": "reopen"})
    issue = next(item for item in of(read(forge), Item) if not item.is_change)
    assert (issue.closed_at, issue.closed_by) == (0, NOBODY)


@pytest.mark.parametrize("count", [12, 30, 50, 170])
@pytest.mark.parametrize("is_cut", [False, True], ids=["whole", "cut into pages"])
def test_long_timelines_are_read_to_their_end(count: int, is_cut: bool) -> None:
    """Given whole, or in pages of fifty where a forge does so: every entry once."""
    forge = one(most=50)
    if is_cut:
        forge.uncounted = ("comments",)
    timeline(forge, 1, *({"type": "comment", "body": "so"} for _ in range(count)))
    said = [remark for remark in of(read(forge), Remark) if not remark.is_change]
    assert len(said) == len({remark.key for remark in said}) == count


def test_a_timeline_with_nothing_in_it_is_null() -> None:
    forge = one(bend=lambda path, found: found or None if path.endswith("timeline") else found)
    timeline(forge, 1)
    timeline(forge, 2)
    assert len(of(read(forge), Item)) == 2


def test_a_timeline_that_is_not_shown_is_said() -> None:
    forge = one(hidden={f"{ROOT}/issues/1/timeline": 404})
    with opened(forge) as source:
        records = list(source.records({}))
    assert [str(problem) for problem in source.problems] == [
        "127.0.0.1: issues/1: the timeline is not shown; comments and turns are missing."
    ]
    assert (len(of(records, Item)), of(records, Reach)[0].quality) == (2, "lower bound")


def test_reviews_that_are_not_shown_are_said() -> None:
    forge = one(hidden={f"{ROOT}/pulls/2/reviews": 404})
    forge.rows[f"{ROOT}/pulls"][0]["review_comments"] = 1
    with opened(forge) as source:
        assert len(of(source.records({}), Item)) == 2
    assert "pulls/2: the reviews are not shown" in str(source.problems[0])


def test_the_owner_and_shown_collaborators_are_known() -> None:
    forge = one()
    forge.rows[f"{ROOT}/collaborators"] = [forgejo_user({"login": "Bob"})]
    for path, who in (("issues", "ada"), ("pulls", "bob")):
        forge.rows[f"{ROOT}/{path}"][0]["user"] = forgejo_user({"login": who})
    assert {item.association for item in of(read(forge), Item)} == {"OWNER", "COLLABORATOR"}


def test_others_may_be_anything() -> None:
    forge = one(hidden={f"{ROOT}/collaborators": 401})
    forge.rows[f"{ROOT}/issues"][0]["user"] = forgejo_user({"login": "dan"})
    issue = next(item for item in of(read(forge), Item) if not item.is_change)
    assert issue.association == ""


def test_counts() -> None:
    assert of(read(one()), Snapshot)[0][1:] == (12, 12, 12, 3, 4)


def test_what_cannot_be_known_is_told_once() -> None:
    told, talk = story(issues=1, changes=1), Talk()
    since = state(read(forgejo(told), talk=talk))
    read(forgejo(told), since, talk)
    assert talk.told == [
        "ada/loom: this forge tells how many starred, and not when; stars are known as daily counts."
    ]


def test_drafts_of_releases_are_none() -> None:
    assert rows.release(row(draft=True, published_at=day(AT), tag_name="v1")) is None
    released = rows.release(row(draft=False, published_at=day(AT), tag_name="v1", author=None))
    assert released is not None
    assert (released.subject, released.actor, released.made_at) == ("v1", NOBODY, AT)


def test_a_renamed_project_is_read_under_its_new_name() -> None:
    talk = Talk()
    forge = one(moved={"repos/ada/old": ROOT})
    assert len(of(read(forge, talk=talk, project="ada/old"), Item)) == 2
    assert talk.told[0] == "ada/old is now called ada/loom; it is read under its new name."
    assert sum(path.startswith("repos/ada/old") for path, _ in forge.asked) == 1


def test_a_project_that_is_not_there_is_said_so() -> None:
    with opened(one(), project="ada/nothing") as source, pytest.raises(UnreachableError) as refused:
        list(source.records({}))
    assert "no project ada/nothing" in str(refused.value)
    assert "FOLKMOOT_FORGEJO_TOKEN" in refused.value.hint


def test_a_token_is_sent_and_nowhere_kept() -> None:
    forge = one()
    records = read(forge)
    assert forge.tokens == {f"token {TOKEN}"}
    assert TOKEN not in repr(records) + repr(state(records))


def test_public_projects_need_no_token() -> None:
    forge = one()
    assert len(of(read(forge, talk=Talk({})), Item)) == 2
    assert forge.tokens == {""}


@pytest.mark.parametrize(
    "origin",
    [
        "https://codeberg.org/ada/loom",
        "https://forgejo.example.org/ada/loom.git",
        "forgejo+https://h.example/ada/loom",
    ],
)
def test_forgejo_is_told_by_its_address(origin: str) -> None:
    source = open_forge(origin, Access())
    assert (source.name, source.project) == ("forgejo", "ada/loom")


def test_an_address_of_more_or_less_than_a_project_is_refused() -> None:
    for origin in ("https://codeberg.org/ada", "https://codeberg.org/ada/loom/issues"):
        with pytest.raises(UsageError, match="names no project"):
            open_forge(origin, Access())
