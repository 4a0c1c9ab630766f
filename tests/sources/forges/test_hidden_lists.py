"""A list that a forge does not show is empty only where the project says that it has none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from folkmoot.i18n import say
from folkmoot.model.forge import Item, Mark, Reach, Record
from sources.forges.rest_at_hand import of, opened, read, state
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import forgejo, gitlab, story

Brand = Callable[..., RestForge]
BRANDS = pytest.mark.parametrize("brand", [forgejo, gitlab], ids=["forgejo", "gitlab"])
ABOUT = ("repos/ada/loom", "projects/ada%2Floom", "projects/5")
OFF = {
    "forgejo": [
        {"has_issues": False, "has_releases": False},
        {"external_tracker": {}, "has_releases": False},
    ],
    "gitlab": [
        {"issues_access_level": "disabled", "releases_access_level": "disabled"},
        {"issues_enabled": False, "releases_access_level": "disabled"},
    ],
}


@BRANDS
@pytest.mark.parametrize("way", [0, 1])
def test_lists_that_are_switched_off_are_empty(brand: Brand, way: int) -> None:
    forge = brand(story(issues=3, changes=3))
    forge.hidden = {path: 403 for path in forge.rows if path.endswith(("/issues", "/releases"))}
    switches = OFF[forge.brand][way]
    forge.bend = lambda path, found: {**found, **switches} if path in ABOUT else found
    records = read(forge)
    assert {item.is_change for item in of(records, Item)} == {True}
    assert of(records, Reach)[0].quality == "complete"


@BRANDS
@pytest.mark.parametrize(
    ("status", "body", "why"),
    [
        (403, b'{"message":"token lacks the scope read:issue"}', ": token lacks the scope read:issue"),
        (403, b'{"error":"insufficient_scope","error_description":"Not enough."}', ": Not enough."),
        (404, b'{"message":"404 Project Not Found"}', ": 404 Project Not Found"),
        (404, b'{"message":"404 Not Found"}', "."),
        (403, b"<html>", "."),
        (410, b"[]", "."),
    ],
)
def test_lists_that_are_hidden_are_a_gap_and_the_reason_is_told(
    brand: Brand, status: int, body: bytes, why: str
) -> None:
    """A token may see the project, and not its issues: that is no sign that there are none."""
    forge = brand(story(issues=3, changes=3))
    forge.hidden = {path: status for path in forge.rows if path.endswith("/issues")}
    forge.refusal = body
    with opened(forge) as source:
        records = list(source.records({}))
    assert [say(problem) for problem in source.problems] == [
        f"127.0.0.1: ada/loom: the issues are not shown, and are missing{why}"
    ]
    assert [reach.quality for reach in of(records, Reach)] == ["lower bound"]


@pytest.mark.parametrize("told", [{"mirror": True}, {"empty": True}, {"has_pull_requests": False}])
def test_a_mirror_and_an_empty_project_take_no_changes(told: dict[str, bool]) -> None:
    """Forgejo and Gitea then show no list of them, whatever the project's switches say."""
    forge = forgejo(story(issues=3, changes=3), hidden={"repos/ada/loom/pulls": 404})
    forge.bend = lambda path, found: {**found, **told} if path == "repos/ada/loom" else found
    records = read(forge)
    assert {item.is_change for item in of(records, Item)} == {False}
    assert of(records, Reach)[0].quality == "complete"


def test_comments_on_lines_that_are_not_shown_are_said() -> None:
    forge = forgejo(story(issues=1, changes=9))
    forge.hidden = {path: 403 for path in forge.rows if path.endswith("/comments")}
    with opened(forge) as source:
        records = list(source.records({}))
    assert "the comments on lines are not shown; they are missing." in say(source.problems[0])
    assert [reach.quality for reach in of(records, Reach)] == ["lower bound"]


def test_labels_whose_times_are_not_shown_are_said() -> None:
    forge = gitlab(story(issues=2, changes=0))
    forge.hidden = {path: 403 for path in forge.rows if path.endswith("/resource_label_events")}
    with opened(forge) as source:
        records = list(source.records({}))
    # Issues are read at once: which of them is told first is chance.
    assert sorted(say(problem).partition("/issues/")[2] for problem in source.problems) == [
        f"{number}: when labels were put on is not shown; it is missing." for number in (1, 2)
    ]
    assert [reach.quality for reach in of(records, Reach)] == ["lower bound"]


@pytest.mark.parametrize("brand", [forgejo, gitlab], ids=["forgejo", "gitlab"])
@pytest.mark.parametrize("is_broken_off", [False, True])
def test_what_slips_onto_a_page_that_was_read_is_not_lost(brand: Brand, is_broken_off: bool) -> None:
    """Issues on the first page are deleted when it was read: each page then begins further on than it did."""
    forge = brand(story(issues=45, changes=2), most=20)
    path = next(path for path in forge.rows if path.endswith("/issues"))
    rows = list(forge.rows[path])
    found: list[Record] = []
    with opened(forge) as source:
        for record in source.records({}):
            found.append(record)
            if isinstance(record, Mark) and len(forge.rows[path]) == 45:
                shown = [row.get("iid", row.get("number")) for row in rows[:20]]
                first = {item.number for item in of(found, Item)}
                gone = sorted(first)[:2]
                forge.rows[path] = [row for row in rows if row.get("iid", row.get("number")) not in gone]
                assert len(shown) == len(first) == 20
                if is_broken_off:
                    break
        if is_broken_off:
            found += list(source.records(state(found)))
    assert {item.number for item in of(found, Item) if not item.is_change} == {
        row.get("iid", row.get("number")) for row in rows
    }
