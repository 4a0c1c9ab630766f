"""What we ask of Forgejo and Gitea, and what we read, held against the descriptions they give of themselves.

The descriptions are not part of the project. Answers are made from them, every described field in its
described form; a field that is read and not described fails at once.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jsonschema
import pytest

from folkmoot.model.event import Kind
from folkmoot.model.forge import Act, Authored, HeadRuns, Item, Record, Remark, Snapshot, Turn
from folkmoot.sources.forges._listed import Listed, State
from folkmoot.sources.forges.forgejo.reading import Reading
from folkmoot.sources.web.client import Answer, Client
from folkmoot.sources.web.pages import Pages
from sources.forges.forge_at_hand import TODAY
from sources.forges.rest_at_hand import Talk, of, read, state
from sources.forges.rest_worlds import forgejo, story

SPECS = Path(__file__).parents[4] / "shared" / "data" / "specs"
NAMES = {"forgejo": "forgejo-16.swagger.json.gz", "gitea": "gitea-openapi3.json.gz"}
ROOT = "/repos/{owner}/{repo}"
TYPES = (
    "comment",
    "close",
    "reopen",
    "label",
    "assignees",
    "review_request",
    "change_title",
    "merge_pull",
    "review",
)
"""Sorts of entries of a timeline that are read; a description calls them a text."""

AT_HAND = pytest.mark.skipif(
    not all((SPECS / name).is_file() for name in NAMES.values()), reason="no descriptions here"
)

pytestmark = [
    pytest.mark.shared_data,
    AT_HAND,
    pytest.mark.parametrize("brand", NAMES),
]


@cache
def described(brand: str) -> dict[str, Any]:
    whole: dict[str, Any] = json.loads(gzip.decompress((SPECS / NAMES[brand]).read_bytes()))
    return whole


def resolved(brand: str, form: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference to what it stands for."""
    while "$ref" in form or "allOf" in form:
        if "allOf" in form:
            form = form["allOf"][0]
            continue
        found: Any = described(brand)
        for step in form["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        form = found
    return form


def operation(brand: str, path: str) -> dict[str, Any]:
    """Give what is described of a path such as repos/ada/loom/issues/4/timeline. Fails for an unknown one."""
    template = re.sub(r"/(issues|pulls)/\d+", r"/\1/{index}", re.sub(r"/reviews/\d+", "/reviews/{id}", path))
    template = re.sub(r"/commits/[0-9a-f]{40}/", "/commits/{ref}/", template)
    template = re.sub(r"^repos/[^/]+(/[^/]+)?", lambda found: ROOT if found[1] else found[0], template)
    assert template in described(brand)["paths"], f"{template} is not described"
    found: dict[str, Any] = described(brand)["paths"][template]["get"]
    return found


def answer_form(brand: str, path: str) -> dict[str, Any]:
    answer = resolved(brand, operation(brand, path)["responses"]["200"])
    return answer["schema"] if "schema" in answer else answer["content"]["application/json"]["schema"]  # type: ignore[no-any-return] # of JSON


class Described(dict[str, Any]):
    """An object of the described form: reading a field that it has not is an error."""

    def get(self, field: str, default: Any = None) -> Any:
        assert field in self, f"{field!r} is read, and described is only {sorted(self)}"
        return super().get(field, default)


def made(brand: str, form: dict[str, Any], name: str = "", depth: int = 0) -> Any:
    """Make an answer of a form, all fields filled, as deep as anything is read."""
    form = resolved(brand, form)
    if "properties" in form:
        fields = form["properties"] if depth < 5 else {}
        return Described({field: made(brand, of_, field, depth + 1) for field, of_ in fields.items()})
    if form.get("type") == "array":
        return [made(brand, form["items"], name, depth + 1)] if depth < 5 else []
    if form.get("format") == "date-time":
        return "2024-05-01T12:00:00Z"
    values: dict[str, Any] = {"integer": 7, "boolean": False, "string": "ada", "object": {}, "number": 1.5}
    return form["enum"][0] if form.get("enum") else values[form["type"]]


def told(brand: str, path: str) -> Any:
    """Make the answer at a path, with what only words of the description would say."""
    found = made(brand, answer_form(brand, path))
    if path == "repos/ada/loom":
        return Described({**found, "full_name": "ada/loom"})
    if path.endswith("/timeline"):
        return [Described({**found[0], "type": sort, "id": place}) for place, sort in enumerate(TYPES)]
    if path.endswith("/reviews"):
        return [Described({**found[0], "state": "APPROVED"})]
    if path.endswith("/issues"):
        return [Described({**found[0], "pull_request": None})]
    if path.endswith("/pulls"):
        merged = {
            "merged_at": "2024-05-01T12:00:00Z",
            "merge_commit_sha": "b" * 40,
            "head": Described({**found[0]["head"], "sha": "a" * 40}),
        }
        return [Described({**found[0], **merged})]
    return found


class Telling(Pages):
    """Answers every question out of the description, once it is seen that it may be asked."""

    def __init__(self, brand: str) -> None:
        super().__init__(Client("http://127.0.0.1:1", Talk().access), "http://127.0.0.1:1", [], "")
        self.brand = brand
        self.now = 1_715_000_000
        self.asked: set[str] = set()

    def _ask(self, url: str, *, is_optional: bool, tag: str = "") -> tuple[Answer, Any] | None:
        del is_optional, tag
        path = urlsplit(url).path.strip("/")
        question = parse_qs(urlsplit(url).query)
        check(self.brand, path, {name: values[-1] for name, values in question.items()})
        self.asked.add(path)
        return Answer(200, {}, b""), told(self.brand, path)


def check(brand: str, path: str, question: dict[str, str]) -> None:
    """Hold a question against its description: every name, and every value of a closed list."""
    described_ = operation(brand, path).get("parameters", [])
    known = {one["name"]: one for one in (resolved(brand, one) for one in described_) if one["in"] == "query"}
    for name, value in question.items():
        assert name in known, f"{path} has no parameter {name}"
        form = known[name].get("schema", known[name])
        assert value in form.get("enum", [value])
        if form.get("format") == "date-time":
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value)


def every_record(brand: str) -> Iterator[Record]:
    telling = Telling(brand)
    try:
        yield from Listed(Reading(telling, "ada/loom"), State(), lambda *_: None).records()
        assert telling.problems == []
    finally:
        telling.client.close()


def test_answers_of_the_described_form_are_read_without_a_problem(brand: str) -> None:
    """Issue, change, timeline, reviews, comments on lines, forks, releases, collaborators and counts."""
    records = list(every_record(brand))
    assert {item.is_change for item in of(records, Item)} == {False, True}
    said = {remark.kind for remark in of(records, Remark)}
    assert said == {Kind.COMMENT, Kind.REVIEW, Kind.REVIEW_COMMENT}
    assert {act.kind for act in of(records, Act)} == {Kind.FORK, Kind.RELEASE}
    assert [(one.commit, one.author.login) for one in of(records, Authored)] == [("ada", "ada")]
    assert [run.name for head in of(records, HeadRuns) for run in head.runs] == ["ada"]
    assert {turn.kind for turn in of(records, Turn)} == {
        "closed", "reopened", "unlabelled", "assigned", "review_requested", "merged"
    }  # fmt: skip
    assert of(records, Snapshot)[0][1:] == (7, 7, 7, 7, 7)


def test_every_question_of_a_whole_and_of_a_second_reading_is_described(brand: str) -> None:
    told_ = story(issues=8, changes=8)
    forge = forgejo(told_, most=3)
    read(forge, state(read(forge)))
    forge.today = TODAY
    assert len({re.sub(r"[0-9a-f]{40}|\d+", "{}", path) for path, _ in forge.asked}) == 11
    for path, question in forge.asked:
        check(brand, path, question)


@pytest.mark.parametrize(
    "path",
    ["", "/issues", "/pulls", "/issues/4/timeline", "/pulls/4/reviews", "/pulls/4/reviews/7/comments",
     "/forks", "/releases", "/collaborators", "/commits",
     "/commits/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/status"],
)  # fmt: skip
def test_made_answers_are_of_the_described_form(brand: str, path: str) -> None:
    """The answers above are valid by the description itself, nulls of timelines apart."""
    path = f"repos/ada/loom{path}"
    parts = {"definitions", "components"} & set(described(brand))
    whole = {name: described(brand)[name] for name in parts}
    form = {**answer_form(brand, path), **whole}
    validator = jsonschema.validators.validator_for(form)(form)
    assert list(validator.iter_errors(made(brand, answer_form(brand, path)))) == []


def test_what_is_not_described_would_be_noticed(brand: str) -> None:
    row = told(brand, "repos/ada/loom/issues")[0]
    with pytest.raises(AssertionError, match="'iid' is read"):
        row.get("iid")
    with pytest.raises(AssertionError, match="no parameter per_page"):
        check(brand, "repos/ada/loom/issues", {"per_page": "1"})
    with pytest.raises(AssertionError, match="not described"):
        check(brand, "repos/ada/loom/merge_requests", {})


def test_the_answers_of_our_own_forge_are_of_the_described_form(brand: str) -> None:
    """What other tests read, field by field: none that is not described, none of another type."""
    types = {"integer": int, "boolean": bool, "string": str, "array": list}
    for path, found in forgejo(story(issues=8, changes=8)).rows.items():
        form = resolved(brand, answer_form(brand, path))
        rows, form = (found, resolved(brand, form["items"])) if isinstance(found, list) else ([found], form)
        for name, value in [pair for row in rows for pair in row.items()]:
            assert name in form["properties"], f"{path}: {name}"
            kind = types.get(resolved(brand, form["properties"][name]).get("type", ""), dict)
            assert value is None or isinstance(value, kind), f"{path}: {name}"
