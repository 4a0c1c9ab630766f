"""The fake forge keeps to what real ones do, or it would test nothing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import pytest

from sources.forges.forge_at_hand import ROOT, contracts, fake, needs_schema

FIRST = """query { repository(owner: "ada", name: "loom") {
    issues(%s) { totalCount nodes { number } pageInfo { hasNextPage endCursor } } } }"""


def issues(forge: Any, arguments: str) -> Any:
    from fake_forge.resolving import answer

    told = answer(forge.world, FIRST % arguments, {})
    assert "errors" not in told, told
    return told["data"]["repository"]["issues"]


@needs_schema
def test_pages_follow_one_another_without_a_gap() -> None:
    forge, seen, after = fake(), [], ""
    while True:
        page = issues(forge, f"first: 7{after}")
        seen += [node["number"] for node in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = f', after: "{page["pageInfo"]["endCursor"]}"'
    assert seen == list(range(1, 41))


@needs_schema
def test_a_cursor_names_an_entry_and_not_a_place() -> None:
    """What changes while it is read moves to the front, and nothing behind it is left out."""
    order = "orderBy: {field: UPDATED_AT, direction: DESC}"
    forge = fake()
    page = issues(forge, f"first: 10, {order}")
    rest = issues(forge, f'first: 100, {order}, after: "{page["pageInfo"]["endCursor"]}"')
    number = rest["nodes"][5]["number"]
    moved = next(issue for issue in forge.world["ada/loom"]["issues"] if issue["number"] == number)
    moved["updatedAt"] = "2030-01-01T00:00:00Z"
    again = issues(forge, f'first: 100, {order}, after: "{page["pageInfo"]["endCursor"]}"')
    assert again["nodes"] == [node for node in rest["nodes"] if node["number"] != moved["number"]]


@needs_schema
@pytest.mark.parametrize(
    ("question", "error"),
    [
        (FIRST % "first: 101", "more than 100"),
        (FIRST % 'first: 5, after: "nonsense"', "valid cursor"),
        ("query { nothing }", "Cannot query field"),
        ("query {", "Syntax Error"),
    ],
)
def test_what_a_real_forge_refuses_is_refused(question: str, error: str) -> None:
    from fake_forge.resolving import answer

    assert error in answer(fake().world, question, {})["errors"][0]["message"]


@needs_schema
def test_a_question_for_too_many_nodes_is_refused() -> None:
    from fake_forge.resolving import answer

    question = """query { repository(owner: "ada", name: "loom") { issues(first: 100) { nodes {
        comments(first: 100) { nodes { reactions(first: 100) { nodes { id } } } } } } } }"""
    assert answer(fake().world, question, {})["errors"][0]["type"] == "MAX_NODE_LIMIT_EXCEEDED"


@needs_schema
def test_nobody_is_answered_without_a_token() -> None:
    with fake().serving() as base:
        request = urllib.request.Request(f"{base}/api/graphql", data=b"{}")  # noqa: S310 - this machine
        with pytest.raises(urllib.error.HTTPError, match="401") as refused:
            urllib.request.urlopen(request)  # noqa: S310 - this machine
        refused.value.close()


@needs_schema
def test_it_starts_from_the_command_line() -> None:
    command = [sys.executable, str(ROOT / "tools" / "fake_forge"), "--port", "0", "--issues", "3"]
    env = {**os.environ, "XDG_CACHE_HOME": str(contracts.CACHE.parents[1])}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env) as run:
        assert run.stdout is not None
        address = run.stdout.readline().strip()
        base = address.removesuffix("/ada/loom")
        with urllib.request.urlopen(f"{base}/counts") as answer:  # noqa: S310 - this machine
            assert json.load(answer)["asked"] == 0
        run.terminate()


def test_a_contract_lies_where_its_version_says(tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "contracts.py"), "github.graphql"],
        env={"XDG_CACHE_HOME": str(tmp_path), "PATH": "/nowhere"}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert (run.returncode, run.stdout) == (1, "")
    listed = json.loads((ROOT / "tests" / "contracts.json").read_text(encoding="utf-8"))
    assert contracts.place("github.graphql").name.startswith(listed["github.graphql"]["version"])


def test_what_cannot_be_fetched_is_said_and_skipped(tmp_path: Path) -> None:
    command = [sys.executable, str(ROOT / "tools" / "contracts.py")]
    machine = {"XDG_CACHE_HOME": str(tmp_path), "PATH": "/nowhere"}
    run = subprocess.run(command, env=machine, capture_output=True, text=True, check=False)
    assert run.returncode == 0
    assert "will be skipped" in run.stderr
    run = subprocess.run(command, env={**machine, "CI": "true"}, capture_output=True, text=True, check=False)
    assert run.returncode == 1
