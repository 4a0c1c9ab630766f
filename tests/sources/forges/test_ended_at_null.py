"""What GitLab and Forgejo show as ended without a time, read from an answer to a record."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.forge import NOBODY, Item
from sources.forges.forge_at_hand import of
from sources.forges.rest_at_hand import read
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import day, forgejo, forgejo_user, gitlab, gitlab_user, story

AT = 1_710_000_000
ROOT = "repos/ada/loom"


def at_gitlab() -> RestForge:
    """A forge with one issue and one change that have the same number, both silent."""
    told = story(issues=1, changes=1)
    told["pullRequests"][0]["number"] = 1
    return gitlab(told)


def at_forgejo(number: int = 0, *entries: dict[str, Any]) -> RestForge:
    """A forge with one issue (1) and one change (2), both silent but for what one's timeline tells."""
    forge = forgejo(story(issues=1, changes=1))
    found = [{"id": place, "created_at": day(AT), **entry} for place, entry in enumerate(entries, 100)]
    forge.rows[f"{ROOT}/issues/{number}/timeline"] = found
    return forge


def item(forge: RestForge, *, is_change: bool) -> Item:
    items: list[Item] = of(read(forge), Item)
    return next(one for one in items if one.is_change == is_change)


def untimed(state: str, kind: str = "") -> tuple[Item, Item]:
    """Read an issue and a change that ended at null, as those of long ago do, with a note or without."""
    forge = at_gitlab()
    ended = {"merged_at": None, "merged_by": None, "merge_user": None, "closed_at": None, "closed_by": None}
    forge.rows["projects/5/issues"][0] |= {"state": "closed", "closed_at": None, "closed_by": None}
    forge.rows["projects/5/merge_requests"][0] |= {**ended, "state": state}
    for name in ("issues", "merge_requests"):
        forge.rows["projects/5/" + name][0]["updated_at"] = day(AT + 900)
        words = f"Status changed to {kind if name == 'merge_requests' else 'closed'}"
        told = {
            "id": 71, "type": None, "author": gitlab_user({"login": "cleo"}), "body": words, "system": True,
            "created_at": day(AT + 60), "internal": False, "confidential": False,
        }  # fmt: skip
        forge.rows[f"projects/5/{name}/1/notes"] = [told] if kind else []
        forge.rows[f"projects/5/{name}/1/resource_state_events"] = []
    issue, change = sorted(of(read(forge), Item))
    return issue, change


@pytest.mark.parametrize("state", ["merged", "closed"])
def test_what_ended_at_null_ended_when_its_notes_say(state: str) -> None:
    """Left as it is, it would count as open for ever."""
    issue, change = untimed(state, state)
    assert (issue.closed_at, issue.closed_by.login) == (AT + 60, "cleo")
    assert (change.closed_at, change.closed_by.login) == (AT + 60, "cleo")
    assert (change.merged_at, change.merged_by.login) == ((AT + 60, "cleo") if state == "merged" else (0, ""))
    assert bool(change.landing) == (state == "merged")


def test_what_ended_at_null_and_in_silence_ended_when_it_last_changed() -> None:
    issue, change = untimed("merged")
    assert (issue.closed_at, issue.closed_by) == (AT + 900, NOBODY)
    assert (change.closed_at, change.merged_at, change.merged_by) == (AT + 900, AT + 900, NOBODY)


@pytest.mark.parametrize("at", [None, "1970-01-01T00:00:00Z", "0001-01-01T00:00:00Z"])
def test_a_change_merged_at_no_time_was_merged_when_it_was_closed(at: str | None) -> None:
    forge = at_forgejo()
    forge.rows[f"{ROOT}/pulls"][0] |= {
        "state": "closed", "merged": True, "merged_at": at, "merged_by": None, "closed_at": day(AT),
        "merge_commit_sha": "c" * 40,
    }  # fmt: skip
    change = item(forge, is_change=True)
    assert (change.merged_at, change.closed_at, change.landing) == (AT, AT, "c" * 40)
    assert (change.merged_by, change.closed_by) == (NOBODY, NOBODY)


def test_a_merge_at_no_time_is_that_of_the_timeline() -> None:
    forge = at_forgejo(2, {"type": "merge_pull", "user": forgejo_user({"login": "cleo"})})
    forge.rows[f"{ROOT}/pulls"][0] |= {
        "state": "closed", "merged": True, "merged_at": None, "merged_by": None, "closed_at": None,
    }  # fmt: skip
    change = item(forge, is_change=True)
    assert (change.merged_at, change.closed_at, change.merged_by.login) == (AT, AT, "cleo")


def test_an_issue_closed_at_no_time_is_closed() -> None:
    forge = at_forgejo(1)
    forge.rows[f"{ROOT}/issues"][0] |= {"state": "closed", "closed_at": None, "updated_at": day(AT + 9)}
    issue = item(forge, is_change=False)
    assert issue.closed_at == AT + 9


def test_a_closed_change_was_not_merged() -> None:
    forge = at_forgejo()
    forge.rows[f"{ROOT}/pulls"][0] |= {
        "state": "closed", "merged": False, "merged_at": None, "closed_at": day(AT),
        "merge_commit_sha": "c" * 40,
    }  # fmt: skip
    change = item(forge, is_change=True)
    assert (change.merged_at, change.closed_at, change.landing) == (0, AT, "")
