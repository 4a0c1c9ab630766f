"""Lists and objects of a REST interface, against a server that has every habit and every fault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from folkmoot.model.errors import HostileInputError, SourceError, UnreachableError
from folkmoot.sources.web.client import Answer, Client, PassingError
from folkmoot.sources.web.pages import Pages, linked, next_address, number_of, previous_address
from sources.forges.forge_at_hand import TODAY
from sources.forges.rest_at_hand import Talk
from sources.forges.rest_forge import RestForge

ROWS = [{"id": number} for number in range(25)]


@contextmanager
def pages(found: Any = ROWS, **switches: Any) -> Iterator[Pages]:
    """Give what asks a forge with one list, `things`, and one object, `thing`."""
    rows = {"things": found, "thing": {"name": "loom"}}
    forge = RestForge("forgejo", "api/v1", rows, lambda rows, _: rows, **{"most": 10, **switches})
    with forge.serving() as base:
        client = Client(base, Talk().access)
        try:
            yield Pages(client, f"{base}/api/v1", [], "log in somehow.")
        finally:
            client.close()


def numbers(asking: Pages, path: str = "things?page=1&limit=50") -> list[int]:
    return [row.number("id") for row in asking.every(path) or ()]


def test_pages_are_followed_as_they_are_linked() -> None:
    with pages() as asking:
        assert numbers(asking) == list(range(25))
        assert asking.client.requests == 3


def test_without_links_pages_are_asked_for_until_all_are_there() -> None:
    """The forge gives ten at a time, whatever it is asked for."""
    with pages(unlinked=("things",)) as asking:
        assert numbers(asking) == list(range(25))


def test_the_total_and_the_time_of_the_host_are_told() -> None:
    with pages() as asking:
        page = asking.page("things?limit=5")
        assert page is not None
        assert (len(page.rows), page.total, page.at) == (5, 25, TODAY)
        assert asking.now == TODAY


def test_no_list_at_all_is_an_empty_one() -> None:
    """A forge written in Go writes null for a list with nothing in it."""
    with pages(bend=lambda _path, _found: None) as asking:
        assert asking.every("things") == []


@pytest.mark.parametrize("status", [403, 404, 410])
def test_what_is_not_shown_is_none(status: int) -> None:
    with pages(hidden={"things": status, "thing": status}) as asking:
        assert asking.page("things") is None
        assert asking.every("things") is None
        assert asking.one("thing") is None


def test_a_list_that_is_shown_no_more_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pages() as asking:
        gone = f"{asking.root}/gone"
        monkeypatch.setattr("folkmoot.sources.web.pages.next_address", lambda *_: gone)
        with pytest.raises(SourceError, match="stopped showing things"):
            asking.every("things")


def test_problems_are_kept_as_far_as_there_is_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("folkmoot.sources.web.pages.MOST_PROBLEMS", 2)
    with pages([7, 7, 7, 7]) as asking:
        assert numbers(asking) == []
        assert len(asking.problems) == 2


def test_a_wanted_token_is_said_with_how_to_get_one() -> None:
    with pages(hidden={"things": 401}) as asking:
        with pytest.raises(UnreachableError, match="token") as refused:
            asking.page("things")
        assert refused.value.hint == "log in somehow."


def test_a_list_for_some_eyes_only_is_none_for_others() -> None:
    with pages(hidden={"things": 401}) as asking:
        assert asking.page("things", is_optional=True) is None


def test_another_answer_is_named_with_its_place() -> None:
    with (
        pages(hidden={"things": 422}) as asking,
        pytest.raises(UnreachableError, match="answers 422 at things"),
    ):
        asking.page("things?cursor=secret")


def test_an_object_in_place_of_a_list_is_named() -> None:
    wrong = "things: it should be a list, and is an object"
    with (
        pages(bend=lambda _path, _found: {"message": "no"}) as asking,
        pytest.raises(SourceError, match=wrong),
    ):
        asking.page("things")


def test_a_list_in_place_of_an_object_is_named() -> None:
    with pages() as asking, pytest.raises(SourceError, match="should be an object, and is a list"):
        asking.one("things")


def test_a_row_that_is_none_is_named_and_the_others_kept() -> None:
    with pages([{"id": 1}, 7, {"id": 2}]) as asking:
        assert numbers(asking) == [1, 2]
        assert [str(problem) for problem in asking.problems] == [
            "127.0.0.1: things[1]: it should be an object, and is a number."
        ]


def test_half_an_answer_is_asked_for_again() -> None:
    with pages(halving_every=2) as asking:
        assert numbers(asking) == list(range(25))


def test_nothing_but_half_answers_is_an_end() -> None:
    with pages(halving_every=1) as asking, pytest.raises(PassingError, match="half answers"):
        asking.page("things")


def test_links_to_another_host_are_not_followed() -> None:
    away = "http://169.254.169.254/latest"
    with pages(elsewhere=away) as asking, pytest.raises(HostileInputError, match="another host"):
        asking.every("things")


def test_a_circle_of_links_is_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    with pages() as asking:
        monkeypatch.setattr(
            "folkmoot.sources.web.pages.next_address", lambda *_: f"{asking.root}/things?page=2"
        )
        with pytest.raises(SourceError, match="things again and again"):
            asking.every("things?page=1")


def told(**headers: str) -> Answer:
    return Answer(200, {name.replace("_", "-"): value for name, value in headers.items()}, b"")


@pytest.mark.parametrize(
    ("answer", "rows", "total", "expected"),
    [
        (told(link='<https://h/x?page=3>; rel="next", <https://h/x?page=9>; rel="last"'), 2, 20, "https://h/x?limit=2&page=3"),
        (told(link="<https://h/x?cursor=a>; rel=next"), 2, -1, "https://h/x?limit=2&cursor=a"),
        (told(link='<https://h/x?page=1>; rel="first"'), 2, 20, ""),
        (told(), 2, 20, "https://h/x?page=3&limit=2"),
        (told(), 2, 4, ""),
        (told(), 1, -1, ""),
        (told(), 2, -1, "https://h/x?page=3&limit=2"),
        (told(), 0, 20, ""),
    ],
    ids=["linked", "cursor", "last", "counted", "all there", "uncounted", "uncounted and full", "empty"],
)  # fmt: skip
def test_the_next_page(answer: Answer, rows: int, total: int, expected: str) -> None:
    assert next_address("https://h/x?page=2&limit=2", answer, rows, total) == expected


def test_nothing_says_that_a_list_asked_for_whole_goes_on() -> None:
    assert next_address("https://h/x?state=all", told(), 500, -1) == ""


@pytest.mark.parametrize("size", [5, 10])
def test_a_list_without_links_and_counts_is_read_to_its_end(size: int) -> None:
    with pages() as asking:
        bare_pages(asking)
        assert numbers(asking, f"things?page=1&limit={size}") == list(range(25))


def test_a_list_that_knows_no_pages_is_read_once() -> None:
    with pages(uncounted=("things",)) as asking:
        bare_pages(asking, always="things?limit=5")
        assert numbers(asking, "things?limit=5") == list(range(25))
        assert asking.client.requests == 2


def bare_pages(asking: Pages, always: str = "") -> None:
    """Let a proxy take the headers of lists away; with `always` the host gives one list for all pages."""
    real = asking.client.ask

    def ask(url: str, **more: Any) -> Answer:
        answer = real(f"{asking.root}/{always}" if always else url, **more)
        return answer._replace(headers={"content-type": "application/json"})

    asking.client.ask = ask  # type: ignore[assignment,method-assign] # a proxy


@pytest.mark.parametrize(
    ("url", "above"),
    [("https://h/x?page=3&limit=2", "https://h/x?page=2&limit=2"), ("https://h/x?page=1", ""),
     ("https://h/x", ""), ("https://h/x?cursor=b", ""), ("", "")],
)  # fmt: skip
def test_the_page_before(url: str, above: str) -> None:
    assert previous_address(url) == above


@pytest.mark.parametrize(
    ("url", "number"), [("https://h/x", 1), ("https://h/x?page=7", 7), ("https://h/x?page=-", 1)]
)
def test_the_number_of_a_page(url: str, number: int) -> None:
    assert number_of(url) == number


@pytest.mark.parametrize(
    ("asked", "link", "expected"),
    [
        ("https://h/api/x?state=all&page=1", "https://h/api/x?page=2&state=all", "https://h/api/x?page=2&state=all"),
        ("https://h/api/x?state=all&page=1", "https://h/api/x?page=2", "https://h/api/x?state=all&page=2"),
        ("https://h/api/x?state=all", "https://h/api/x?cursor=b", "https://h/api/x?state=all&cursor=b"),
        ("https://h/api/x?page=1", "https://h/api/x?cursor=b", "https://h/api/x?cursor=b"),
        ("https://h/api/x", "http://h/api/x?page=2", "https://h/api/x?page=2"),
        ("https://h:81/api/x", "https://h/api/x?page=2", "https://h:81/api/x?page=2"),
        ("https://h/api/x?page=1", "http://localhost:3000/api/x?page=2", "https://h/api/x?page=2"),
        ("https://h/api/x", "/api/x?page=2", "/api/x?page=2"),
        ("https://h/api/x", "https://h/repositories/1/x?page=2", "https://h/repositories/1/x?page=2"),
        ("https://h/api/x", "http://169.254.169.254/latest", "http://169.254.169.254/latest"),
    ],
    ids=["whole", "forgetful", "cursor", "cursor for a page", "scheme", "port", "host", "relative",
         "other list", "elsewhere"],
)  # fmt: skip
def test_links_are_followed_as_they_are_or_mended(asked: str, link: str, expected: str) -> None:
    assert linked(asked, link) == expected


def test_a_forge_that_does_not_know_its_own_address_is_read_all_the_same() -> None:
    """Its links name the host it takes itself for; the path is the one that was asked."""
    with pages(elsewhere="http://127.0.0.1:9/api/v1") as asking:
        assert numbers(asking) == list(range(25))
