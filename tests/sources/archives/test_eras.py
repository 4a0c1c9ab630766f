"""Events of every year come into today's form."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.sources.archives.eras import todays
from folkmoot.sources.archives.shape import fitted
from sources.archives.public_events import event, issue


def old(kind: str, payload: dict[str, Any], url: str = "https://github.com/moot/hall") -> dict[str, Any]:
    """An event as 2012 to 2014 had it."""
    return {
        "type": kind, "actor": "ada", "created_at": "2013-02-15T00:00:45-08:00", "url": url,
        "payload": payload,
        "actor_attributes": {"login": "ada", "email": "ada@example.org"},
        "repository": {"id": 7, "name": "hall", "owner": "moot", "stargazers": 12, "forks": 3},
    }  # fmt: skip


def test_todays_events_stay_as_they_are() -> None:
    made = event(1, "IssuesEvent", {"action": "opened", "issue": issue(3)})
    assert todays(made) == made


def test_an_actor_that_was_a_name_becomes_an_account() -> None:
    found = fitted(todays(old("WatchEvent", {"action": "started"})))
    assert found["actor"] == {"login": "ada"}
    assert found["repo"] == {"id": 7, "name": "moot/hall"}
    assert found["created_at"] == "2013-02-15T08:00:45Z"
    assert "example.org" not in str(found)


def test_an_event_without_an_id_gets_the_same_one_every_time() -> None:
    first, again = (todays(old("WatchEvent", {"action": "started"})) for _ in range(2))
    other = todays({**old("WatchEvent", {"action": "started"}), "actor": "bob"})
    assert first["id"] == again["id"] != other["id"]
    assert first["id"].startswith("sha256-")


def test_a_bare_issue_is_known_by_its_number_and_opening() -> None:
    found = fitted(todays(old("IssuesEvent", {"action": "opened", "issue": 11005329, "number": 28})))
    assert found["payload"]["issue"] == {
        "number": 28, "user": {"login": "ada"}, "created_at": "2013-02-15T08:00:45Z",
    }  # fmt: skip


def test_a_bare_comment_finds_its_item_in_the_address() -> None:
    address = "https://github.com/moot/hall/issues/22#issuecomment-35149940"
    found = fitted(todays(old("IssueCommentEvent", {"issue_id": 1, "comment_id": 35149940}, address)))
    assert found["payload"]["issue"] == {"number": 22}
    assert found["payload"]["comment"]["id"] == 35149940


def test_a_bare_comment_on_a_change_is_told_by_the_address() -> None:
    address = "https://github.com/moot/hall/pull/22#issuecomment-35149940"
    found = fitted(todays(old("IssueCommentEvent", {"issue_id": 1, "comment_id": 35149940}, address)))
    assert found["payload"]["issue"]["pull_request"] == {"url": address}


def test_a_comment_on_a_line_finds_its_change_in_its_links() -> None:
    links = {"pull_request": {"href": "https://api.github.com/repos/moot/hall/pulls/467"}}
    found = todays(old("PullRequestReviewCommentEvent", {"comment": {"id": 5, "_links": links}}))
    assert found["payload"]["pull_request"] == {"number": 467}


def test_old_changes_carry_the_counts_of_their_repository() -> None:
    found = todays(old("PullRequestEvent", {"action": "opened", "number": 1, "pull_request": {"number": 1}}))
    assert found["payload"]["pull_request"]["base"]["repo"] == {"stargazers_count": 12, "forks_count": 3}


def test_what_followed_people_and_gists_belongs_to_no_repository() -> None:
    followed = {**event(1, "FollowEvent", {}), "repo": {"id": 0, "name": "/", "url": "x"}}
    assert todays(followed)["repo"] is None
    assert todays({"type": "GistEvent", "actor": "ada", "created_at": "x", "payload": {}})["repo"] is None


@pytest.mark.parametrize(("short", "kind"), [("watch", "WatchEvent"), ("icomment", "IssueCommentEvent")])
def test_stripped_events_get_their_names_back(short: str, kind: str) -> None:
    stripped = {"id": "9", "dt": "2015-02-22T21:00:00Z", "repo": "moot/hall", "type": short, "actor": "ada"}
    found = fitted(todays(stripped))
    assert (found["type"], found["repo"], found["actor"]) == (kind, {"name": "moot/hall"}, {"login": "ada"})


@pytest.mark.parametrize("odd", [None, 5, "x", [], {}, {"payload": 5}, {"repository": 5}, {"dt": {}}])
def test_what_is_none_of_them_does_not_break(odd: object) -> None:
    with pytest.raises(ValueError, match="should be"):
        fitted(todays(odd))
