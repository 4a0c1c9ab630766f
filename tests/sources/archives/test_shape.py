"""An event is fitted to what is read of it, or named with the field that does not fit."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest

from folkmoot.sources.archives.shape import SHAPE, MisfitError, fitted, moment
from sources.archives.public_events import change, comment, event, issue

FULL = event(1, "IssueCommentEvent", {
    "action": "created", "issue": issue(3), "comment": comment(9), "pull_request": change(4),
})  # fmt: skip


def places(shape: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every plain field of the shape that FULL has, with its type."""
    for name, kind in shape.items():
        if isinstance(kind, dict):
            yield from places(kind, (*path, name))
        elif isinstance(kind, str):
            yield (*path, name), kind


def put(path: tuple[str, ...], value: object) -> dict[str, Any]:
    made = copy.deepcopy(FULL)
    inner: Any = made
    for name in path[:-1]:
        inner = inner.setdefault(name, {})
        if inner is None:
            return {}
    inner[path[-1]] = value
    return made


def test_only_what_is_read_is_left() -> None:
    found = fitted(FULL)
    assert "public" not in found
    assert found["actor"] == {"login": "ada"}
    assert "body" not in found["payload"]["issue"]


@pytest.mark.parametrize(("path", "kind"), list(places(SHAPE)), ids=str)
def test_a_wrong_type_is_named_by_its_field(path: tuple[str, ...], kind: str) -> None:
    for wrong in ({"a": 1}, [1], True if kind != "flag" else "yes", 1.5):
        with pytest.raises(MisfitError) as raised:
            fitted(put(path, wrong))
        assert raised.value.field == ".".join(path)


@pytest.mark.parametrize("wrong", [5, "x", [1], True])
def test_an_object_must_be_one(wrong: object) -> None:
    with pytest.raises(MisfitError, match=r"payload\.issue should be an object"):
        fitted(put(("payload", "issue"), wrong))


def test_a_list_must_hold_objects() -> None:
    with pytest.raises(MisfitError, match=r"payload\.issue\.labels\[0\] should be an object"):
        fitted(put(("payload", "issue", "labels"), ["bug"]))


@pytest.mark.parametrize("name", ["id", "type", "created_at"])
def test_what_every_event_has_may_not_be_missing(name: str) -> None:
    with pytest.raises(MisfitError) as raised:
        fitted(put((name,), None))
    assert raised.value.field == name


@pytest.mark.parametrize("login", ["a b", "a@example.org", "a/b", "x" * 200, "a\n"])
def test_what_can_be_no_account_is_refused(login: str) -> None:
    with pytest.raises(MisfitError):
        fitted(put(("actor", "login"), login))


def test_what_a_database_does_not_take_is_replaced() -> None:
    title = fitted(put(("payload", "issue", "title"), "a\0b\ud800c"))["payload"]["issue"]["title"]
    assert title == "a�b?c"


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ("2013-02-15T00:00:34-08:00", "2013-02-15T08:00:34Z"),
        ("2012/04/01 09:00:00 -0700", "2012-04-01T16:00:00Z"),
        ("2011-02-15T00:00:06Z", "2011-02-15T00:00:06Z"),
        ("2024-05-01T12:00:00", "2024-05-01T12:00:00Z"),
    ],
)
def test_times_become_utc(told: str, meant: str) -> None:
    assert moment(told) == meant


@pytest.mark.parametrize("told", ["", "yesterday", "1950-01-01T00:00:00Z", "9999-01-01T00:00:00Z", "5"])
def test_what_is_no_time_of_an_event_is_refused(told: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        moment(told)
