"""What we ask and what we read, held against the contracts GitHub publishes."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import jsonschema
import pytest

from folkmoot.model.source import Access
from folkmoot.sources.forges.github.events import stars
from folkmoot.sources.forges.github.queries import PAGES, Rest, rests
from folkmoot.sources.web.client import Answer
from sources.forges.forge_at_hand import contracts, fake, needs_schema

SORTS = [
    ("comments", False), ("comments", True), ("turns", False), ("turns", True), ("reviews", True),
    ("line comments", True), ("runs", True),
]  # fmt: skip
needs_description = pytest.mark.skipif(
    not contracts.place("github-rest.json").is_file(),
    reason="GitHub's published REST description is not in the cache: run python tools/contracts.py",
)


@needs_schema
def test_the_question_for_pages_is_valid() -> None:
    from fake_forge.resolving import schema
    from graphql import parse, validate

    assert validate(schema(), parse(PAGES)) == []


@needs_schema
@pytest.mark.parametrize("wanted", [[sort] for sort in SORTS] + [SORTS], ids=str)
def test_every_question_for_a_rest_is_valid(wanted: list[tuple[str, bool]]) -> None:
    from fake_forge.resolving import schema
    from graphql import parse, validate

    question, variables = rests([Rest(sort, is_change, 1, "node", "cursor") for sort, is_change in wanted])
    assert validate(schema(), parse(question)) == []
    assert len(variables) == sum(1 if sort == "runs" else 2 for sort, _ in wanted)


@needs_schema
def test_a_whole_page_keeps_to_the_limit_of_nodes() -> None:
    """500,000 nodes at most, and a tenth of an hour's points for the largest page."""
    from fake_forge.resolving import MOST_NODES, checked, weight

    every = dict.fromkeys(("issues", "changes", "discussions", "forks", "releases", "stars"), True)
    nodes, lists = weight(checked(PAGES), {"size": 100, "runs": True, **every})
    assert nodes < MOST_NODES
    assert lists / 100 < 50
    assert weight(checked(PAGES), {"size": 100, "runs": False, **every}) == (nodes - 3100, lists - 200)


@cache
def description() -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(contracts.place("github-rest.json").read_text(encoding="utf-8"))
    return whole


def schema_of(path: str, status: str) -> dict[str, Any]:
    """The form of one answer, with the components its parts refer to."""
    answer = description()["paths"][path]["get"]["responses"][status]
    form: dict[str, Any] = answer["content"]["application/json"]["schema"]
    return {**form, "components": description()["components"]}


@needs_description
def test_events_are_read_from_answers_of_the_published_form() -> None:
    """Each example the description itself gives, and each event of the fake forge."""
    path = "/repos/{owner}/{repo}/events"
    answer = description()["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    names = [example["$ref"].rsplit("/", 1)[1] for example in answer["examples"].values()]
    examples = [description()["components"]["examples"][name]["value"] for name in names]
    assert examples
    problems: list[object] = []
    for events in examples:
        found = list(stars(Canned(events), "http://x/api/v3", "a/b", {}, problems.append))  # type: ignore[arg-type]
        watched = [event for event in events if event["type"] == "WatchEvent"]
        assert len(found) == len(watched)
        assert problems == []


@needs_description
@needs_schema
def test_the_fake_gives_events_of_the_published_form() -> None:
    validator = jsonschema.Draft202012Validator(event_form())
    for event in next(iter(fake().world.values()))["events"]:
        missing = [error.message for error in validator.iter_errors(event) if error.validator == "type"]
        assert missing == []


SETTINGS = {
    "": "/repos/{owner}/{repo}",
    "branches/main": "/repos/{owner}/{repo}/branches/{branch}",
    "rules/branches/main": "/repos/{owner}/{repo}/rules/branches/{branch}",
    "releases": "/repos/{owner}/{repo}/releases",
    "community/profile": "/repos/{owner}/{repo}/community/profile",
    "security-advisories": "/repos/{owner}/{repo}/security-advisories",
    "private-vulnerability-reporting": "/repos/{owner}/{repo}/private-vulnerability-reporting",
    "actions/permissions/workflow": "/repos/{owner}/{repo}/actions/permissions/workflow",
}


@needs_description
@needs_schema
@pytest.mark.parametrize("place", SETTINGS)
def test_the_fake_gives_settings_of_the_published_form(place: str) -> None:
    """Fewer fields than the real one, and none of another type."""
    from fake_forge.settings import told

    project = {**next(iter(fake().world.values())), "viewerPermission": "ADMIN"}
    validator = jsonschema.Draft202012Validator(schema_of(SETTINGS[place], "200"))
    wrong = [
        error.message for error in validator.iter_errors(told(project, place)) if error.validator == "type"
    ]
    assert wrong == []


def event_form() -> dict[str, Any]:
    form = schema_of("/repos/{owner}/{repo}/events", "200")
    return {**form["items"], "components": form["components"]}


@needs_description
@pytest.mark.parametrize("field", ["id", "type", "actor", "created_at"])
def test_fields_that_are_read_are_in_the_published_form(field: str) -> None:
    """And `actor` has the login."""
    components = description()["components"]["schemas"]
    assert field in components["event"]["properties"]
    assert "login" in components["actor"]["properties"]


class Canned:
    """A client that gives one answer."""

    host = "example.org"
    access = Access()

    def __init__(self, events: list[Any]) -> None:
        self.events = [{**event, "id": str(place + 1)} for place, event in enumerate(events)]

    def ask(self, url: str, *, headers: dict[str, str]) -> Answer:
        assert url.endswith("/repos/a/b/events?per_page=100")
        assert headers["x-github-api-version"]
        return Answer(200, {}, json.dumps(self.events).encode())
