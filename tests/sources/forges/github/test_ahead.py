"""The next question is sent before an answer is read, and never taken for another one."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from folkmoot.model.forge import Item
from folkmoot.sources import json_elements
from folkmoot.sources.forges.github import ahead, asking, reading
from folkmoot.sources.forges.github.ahead import following
from folkmoot.sources.forges.github.queries import LISTS
from sources.forges.forge_at_hand import TODAY, facts, fake, needs_schema, of, opened, read, state, world

pytestmark = needs_schema
DAY = 86_400


def question(*names: str, **more: Any) -> dict[str, Any]:
    """Give the variables of a question for some lists."""
    asked: dict[str, Any] = {"size": 100, "runs": True}
    for name in LISTS:
        asked |= {name: name in names, f"{name}After": None}
    return {**asked, **more}


def page(cursor: str | None, *nodes: Any) -> dict[str, Any]:
    return {
        "totalCount": 7, "pageInfo": {"hasNextPage": cursor is not None, "endCursor": cursor or "last"},
        "nodes": list(nodes),
    }  # fmt: skip


def body(compact: bool = True, **lists: Any) -> bytes:
    told = {"data": {"repository": {"id": "R", **lists}}}
    return json.dumps(told, separators=(",", ":") if compact else None).encode()


def never(_: str) -> bool:
    return False


@pytest.mark.parametrize("compact", [True, False])
def test_each_list_goes_on_where_its_page_ended(compact: bool) -> None:
    told = body(compact, issues=page("Y3Vy=="), forks=page(None))
    then = following(told, question("issues", "forks"), never)
    assert then == question("issues", issuesAfter="Y3Vy==")


def test_nothing_is_sent_after_the_last_page() -> None:
    assert following(body(issues=page(None)), question("issues"), never) is None


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"<html>Bad gateway</html>",
        body(issues=page("a")).replace(b"totalCount", b"total"),
        body(issues=page("a"))[:60],
        body(issues=page("a\\u0022")),
        body(issues={"nodes": [], **page("a")}),
        body(issues=page("a"))[:-1] + b',"errors":[{"type":"RATE_LIMITED"}]}',
        body(forks=page("a")),
    ],
    ids=["none", "html", "other field", "half", "odd cursor", "other order", "errors", "other list"],
)
def test_an_answer_that_is_not_plain_is_read_first(told: bytes) -> None:
    assert following(told, question("issues"), never) is None


def test_what_somebody_wrote_is_never_taken_for_a_list() -> None:
    forged = '"changes":{"totalCount":1,"pageInfo":{"hasNextPage":true,"endCursor":"evil"}},"headRefOid":"'
    forged += f'{"0" * 40}","createdAt":"2001-01-01T00:00:00Z"'
    opened_at = []

    def noted(last: str) -> bool:
        opened_at.append(last)
        return False

    change = {"headRefOid": "a" * 40, "createdAt": "2024-05-06T00:00:00Z", "body": forged}
    told = body(issues=page("one", {"body": forged}), changes=page("two", change))
    then = following(told, question("issues", "changes"), noted)
    assert then == question("issues", "changes", issuesAfter="one", changesAfter="two", runs=False)
    assert opened_at == ["2024-05-06T00:00:00Z"]


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Give a forge with five pages of issues and four of changes."""
    from fake_forge.worlds import invented

    monkeypatch.setattr(reading, "PAGE", 10)
    return lambda **switches: fake(invented(issues=45, changes=33), **switches)


def test_the_question_is_on_its_way_before_the_answer_is_read(
    many: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of five pages the second, third and fourth are read while the next one is asked for already."""
    real, sent = json_elements.loads, []
    forge = many()
    monkeypatch.setattr(ahead, "LEAD", 60.0)
    with opened(forge) as source:

        def noted(text: bytes) -> Any:
            sent.append(source.requests)
            return real(text)

        monkeypatch.setattr(asking, "loads", noted)
        assert len(of(list(source.records({})), Item)) == 78
    assert sent == [1, 3, 4, 5, 5]
    assert forge.asked == 5


def test_no_question_is_sent_twice_where_older_changes_come_without_what_ran(
    many: Callable[..., Any],
) -> None:
    """A page of changes opened long ago is followed by one that asks for less, and a later one by all."""
    forge = many()
    changes = world(forge)["pullRequests"]
    for place, change in enumerate(changes):
        opened_at = TODAY - (4 * 365 - 40 * place) * DAY
        change["createdAt"] = datetime.fromtimestamp(opened_at, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    read(forge)
    pages = [asked for asked in forge.log if "owner" in asked]
    assert [asked["runs"] for asked in pages] == [True, False, True, True, True]
    assert len({json.dumps(asked) for asked in pages}) == len(pages)


def test_a_second_reading_sends_nothing_that_it_may_not_want(many: Callable[..., Any]) -> None:
    """Up to what is known everything may be news or nothing: that is read before more is asked for.

    Only releases, which have no such order, are read to their second page.
    """
    forge = many()
    since = state(read(forge))
    forge.log.clear()
    read(forge, since)
    assert [asked["releasesAfter"] is None for asked in forge.log] == [True, False]
    assert not forge.log[1]["issues"]


def twofold(real: Any) -> Any:
    """Give answers that name where issues go on twice; of two fields of one name the last one counts."""

    def answered(*arguments: Any, **more: Any) -> Any:
        told = real(*arguments, **more)
        issues = told["data"]["repository"].get("issues")
        if issues and issues["pageInfo"]["hasNextPage"]:
            info = {"hasNextPage": True, "endCursor": arguments[2]["issuesAfter"] or "WyIwIiwgIjAiXQ=="}
            issues["pageInfo"] = Twice(info, issues["pageInfo"])
        return told

    return answered


class Twice(dict[str, Any]):
    """An object written with one content before the other."""

    def __init__(self, first: dict[str, Any], second: dict[str, Any]) -> None:
        super().__init__(second)
        self.first = first

    def items(self) -> Any:
        return [*self.first.items(), *super().items()]


def test_an_answer_to_the_wrong_question_is_thrown_away(
    many: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    from fake_forge import serving

    right = facts(read(many()))
    forge = many()
    monkeypatch.setattr(serving, "answer", twofold(serving.answer))
    assert facts(read(forge)) == right
    assert forge.asked > 5


@pytest.mark.parametrize("switches", [{"failing_every": 3}, {"truncating_every": 3}, {"secondary_every": 3}])
def test_trouble_with_a_question_sent_ahead_changes_nothing(
    many: Callable[..., Any], switches: dict[str, Any]
) -> None:
    assert facts(read(many(**switches))) == facts(read(many()))


def test_no_more_is_asked_at_once_than_before(
    many: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages come one after the other, however early they are asked for."""
    from fake_forge import serving

    real, lock, under_way, most = serving.answer, threading.Lock(), [0], [0]

    def counted(*arguments: Any, **more: Any) -> Any:
        with lock:
            under_way[0] += 1
            most[0] = max(most[0], under_way[0])
        try:
            return real(*arguments, **more)
        finally:
            with lock:
                under_way[0] -= 1

    monkeypatch.setattr(serving, "answer", counted)
    read(many())
    assert most == [1]
