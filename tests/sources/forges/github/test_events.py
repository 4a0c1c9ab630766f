"""Stars out of a repository's public events: what is new, what is wrong, and where reading stops."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

import pytest

from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError
from folkmoot.model.event import Kind
from folkmoot.model.forge import Account, Act
from folkmoot.sources.forges.github.events import PAGES, stars
from folkmoot.sources.web.client import Answer, Client

NINE, NINE_O_CLOCK = "2026-01-03T09:00:00Z", 1_767_430_800
ROOT = "https://api.forge.test"


class Asked(NamedTuple):
    url: str
    headers: Mapping[str, str]


class Pages:
    """A host that gives these answers in turn and remembers what it was asked."""

    host = "api.forge.test"

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[Asked] = []

    def ask(self, url: str, *, headers: Mapping[str, str]) -> Answer:
        self.asked.append(Asked(url, headers))
        return self.answers.pop(0)


def star(number: int, login: str = "ada") -> dict[str, Any]:
    return {"id": str(number), "type": "WatchEvent", "actor": {"login": login}, "created_at": NINE}


def page(*events: Any, etag: str = "", following: str = "") -> Answer:
    """Give a page of events, newest first, and the address of the page after it."""
    headers = {"etag": etag, "link": f'<{ROOT}/x?page=9>; rel="last", <{following}>; rel="next"'}
    return Answer(200, headers if following else {"etag": etag}, json.dumps(events).encode())


def read(host: Pages, state: dict[str, str]) -> tuple[list[Act], list[Message]]:
    wrongs: list[Message] = []
    return list(stars(cast("Client", host), ROOT, "repos 1/x", state, wrongs.append)), wrongs


def test_stars_are_taken_out_of_everything_that_happened() -> None:
    host = Pages(page(star(9), {"id": "8", "type": "PushEvent"}, star(7, "bob"), etag='"e1"'))
    state: dict[str, str] = {}
    found, wrongs = read(host, state)
    assert found == [
        Act("event:9", Kind.STAR, Account("ada"), NINE_O_CLOCK),
        Act("event:7", Kind.STAR, Account("bob"), NINE_O_CLOCK),
    ]
    assert wrongs == []
    assert state == {"etag": '"e1"', "newest": "9"}


def test_only_what_is_newer_than_the_newest_known_counts() -> None:
    state = {"newest": "8"}
    found, _ = read(Pages(page(star(9), star(8), star(7))), state)
    assert [act.key for act in found] == ["event:9"]
    assert state["newest"] == "9"


def test_what_was_never_asked_about_cannot_be_as_it_was() -> None:
    with pytest.raises(SourceError, match="was not asked whether it has") as caught:
        read(Pages(Answer(304, {}, b"")), {"newest": "8", "etag": ""})
    assert "run the same command again" in caught.value.hint


def test_a_tag_that_could_not_be_sent_back_is_not_kept() -> None:
    state: dict[str, str] = {}
    read(Pages(page(star(9), etag='"e1"\r\nx: y')), state)
    assert state == {"etag": "", "newest": "9"}


def test_pages_are_followed_until_what_is_known() -> None:
    """The second page reaches event 4, which is known, so the third is not asked for."""
    host = Pages(
        page(star(9), star(8), following=f"{ROOT}/x?page=2"),
        page(star(7), star(4), following=f"{ROOT}/x?page=3"),
    )
    found, _ = read(host, {"newest": "4"})
    assert [act.key for act in found] == ["event:9", "event:8", "event:7"]
    assert [asked.url for asked in host.asked] == [
        f"{ROOT}/repos/repos%201/x/events?per_page=100",
        f"{ROOT}/x?page=2",
    ]


def test_pages_have_an_end_even_where_each_names_another() -> None:
    host = Pages(*(page(star(99 - n), following=f"{ROOT}/x?page={n}") for n in range(PAGES + 5)))
    found, _ = read(host, {})
    assert len(host.asked) == len(found) == PAGES


def test_a_page_of_other_events_alone_is_read_on() -> None:
    """Nothing that is known was reached yet, though no event was a star."""
    host = Pages(page({"id": "9", "type": "PushEvent"}, following=f"{ROOT}/x?page=2"), page(star(8)))
    found, _ = read(host, {"newest": "1"})
    assert [act.key for act in found] == ["event:8"]


def test_the_last_answers_sign_goes_with_the_first_question_alone() -> None:
    host = Pages(page(star(9), following=f"{ROOT}/x?page=2"), page(star(8), etag='"of page 2"'))
    state = {"etag": '"e1"', "newest": "1"}
    read(host, state)
    first, second = (asked.headers for asked in host.asked)
    assert first["if-none-match"] == '"e1"'
    assert "if-none-match" not in second
    assert state["etag"] == ""


@pytest.mark.parametrize("status", [304, 403, 404, 451])
def test_where_nothing_is_new_or_shown_the_state_stays(status: int) -> None:
    state = {"etag": '"e1"', "newest": "8"}
    assert read(Pages(Answer(status, {}, b"")), state) == ([], [])
    assert state == {"etag": '"e1"', "newest": "8"}


@pytest.mark.parametrize("second", [Answer(502, {}, b""), Answer(200, {}, b"no json")])
def test_a_second_page_that_cannot_be_had_is_asked_for_again(second: Answer) -> None:
    """The state stays as it was: with the first page's sign, the host would say that nothing is new."""
    state = {"newest": "1", "etag": '"e1"'}
    read(Pages(page(star(9), etag='"e2"', following=f"{ROOT}/x?page=2"), second), state)
    assert state == {"newest": "1", "etag": '"e1"'}


@pytest.mark.parametrize("body", [b"", b"no json", b"\xff"])
def test_an_answer_that_is_no_json_is_said(body: bytes) -> None:
    state: dict[str, str] = {}
    found, wrongs = read(Pages(Answer(200, {}, body)), state)
    assert found == []
    assert [str(wrong) for wrong in wrongs] == ["api.forge.test: the events are no JSON."]
    assert state == {}


@pytest.mark.parametrize("identifier", ["", "x", "-5", "1.5", "٣", "9" * 19, 7])
def test_an_event_without_a_number_is_named_and_the_others_are_kept(identifier: object) -> None:
    state: dict[str, str] = {}
    found, wrongs = read(Pages(page({**star(9), "id": identifier}, star(8))), state)
    assert [act.key for act in found] == ["event:8"]
    assert len(wrongs) == 1
    assert state["newest"] == "8"


def test_a_star_of_nobody_is_named_and_not_asked_for_again() -> None:
    state: dict[str, str] = {}
    found, wrongs = read(Pages(page({**star(9), "actor": None}, star(8))), state)
    assert [act.key for act in found] == ["event:8"]
    assert "actor should be an object" in str(wrongs[0])
    assert state["newest"] == "9"
