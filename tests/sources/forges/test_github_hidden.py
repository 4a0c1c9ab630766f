"""What a token may not see at GitHub is named with GitHub's reason, and never taken for nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from folkmoot.i18n import say
from folkmoot.model.errors import UnreachableError
from folkmoot.model.forge import Item, Reach, Record
from sources.forges.forge_at_hand import Talk, fake, needs_schema, of, opened

pytestmark = needs_schema
NOT_ACCESSIBLE = "Resource not accessible by personal access token"


def read_hidden(
    monkeypatch: pytest.MonkeyPatch,
    path: Sequence[str | int],
    *,
    kind: str = "FORBIDDEN",
    beside: bool = False,
) -> tuple[list[Record], list[str]]:
    """Read a forge that shows nothing at `path` and says so; `beside`: the project is null with it."""
    from fake_forge import serving

    real = serving.answer

    def bent(*arguments: Any, **more: Any) -> Any:
        told = real(*arguments, **more)
        told["errors"] = [{"type": kind, "path": list(path), "message": NOT_ACCESSIBLE}]
        within = told["data"]
        for step in path[:-1]:
            within = within[step] if isinstance(step, int) else within.get(step, {})
        if beside:
            told["data"]["repository"] = None
        elif isinstance(path[-1], int) or path[-1] in within:
            within[path[-1]] = None
        else:
            del told["errors"]
        return told

    monkeypatch.setattr(serving, "answer", bent)
    with opened(fake(), Talk()) as source:
        return list(source.records({})), [say(problem) for problem in source.problems]


@pytest.mark.parametrize("path", [["repository"], ["repository", "openIssues"]])
def test_the_reason_is_told_where_a_project_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, path: list[str]
) -> None:
    """Single sign-on, an address that is not allowed, or a token that may not read the issues."""
    with pytest.raises(UnreachableError, match=f"does not show ada/loom to this token: {NOT_ACCESSIBLE}"):
        read_hidden(monkeypatch, path, beside=True)


def test_a_project_that_is_not_found_is_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UnreachableError, match="has no project ada/loom, or does not show it"):
        read_hidden(monkeypatch, ["repository"], kind="NOT_FOUND", beside=True)


@pytest.mark.parametrize(("name", "left"), [("issues", 60), ("changes", 40), ("discussions", 100)])
def test_a_list_that_is_hidden_is_a_gap(monkeypatch: pytest.MonkeyPatch, name: str, left: int) -> None:
    records, said = read_hidden(monkeypatch, ["repository", name])
    assert said == [f"127.0.0.1: the {name} are not shown to this token, and are missing: {NOT_ACCESSIBLE}"]
    assert len(of(records, Item)) == left
    assert [reach.quality for reach in of(records, Reach)] == ["lower bound"]


@pytest.mark.parametrize(
    "below", [["issues", "nodes", 0], ["changes", "nodes", 0, "reviews"], ["issues", "nodes", 0, "comments"]]
)
def test_what_is_hidden_within_a_list_is_a_gap(
    monkeypatch: pytest.MonkeyPatch, below: list[str | int]
) -> None:
    records, said = read_hidden(monkeypatch, ["repository", *below])
    assert len(said) == 1
    assert "should be an object, and is nothing" in said[0]
    assert [reach.quality for reach in of(records, Reach)] == ["lower bound"]


@pytest.mark.parametrize("below", [["issues", "nodes", 0, "author"], ["forks", "nodes", 0]])
def test_a_hidden_account_or_fork_is_none(monkeypatch: pytest.MonkeyPatch, below: list[str | int]) -> None:
    records, said = read_hidden(monkeypatch, ["repository", *below])
    assert said == []
    assert [reach.quality for reach in of(records, Reach)] == ["complete"]
