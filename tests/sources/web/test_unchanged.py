"""Tags of answers: which are kept, under what, and what is made of an answer that says nothing is new."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.model.forge import Mark
from folkmoot.sources.web.client import Client
from folkmoot.sources.web.pages import Page, Pages
from folkmoot.sources.web.unchanged import Unchanged, tag_of
from sources.forges.rest_at_hand import TOKEN, Talk
from sources.forges.rest_forge import RestForge

ROWS = [{"id": number} for number in range(25)]
THERE = "https://h.example/api/v4/projects/5/forks?per_page=100"


@contextmanager
def pages(**switches: Any) -> Iterator[tuple[RestForge, Pages]]:
    rows = {"things": list(ROWS)}
    switches = {"most": 10, "tagged": True, **switches}
    forge = RestForge("forgejo", "api/v1", rows, lambda rows, _: rows, **switches)
    with forge.serving() as base:
        client = Client(base, Talk().access, token=TOKEN)
        try:
            yield forge, Pages(client, f"{base}/api/v1", [], "log in somehow.")
        finally:
            client.close()


def read(asking: Pages) -> tuple[list[int], dict[str, str]]:
    """Read all pages of things; give their numbers, and the marks of the pages that were told."""
    numbers, marks = list[int](), list[Mark | None]()
    path = "things?page=1&limit=10"
    while path:
        page = asking.page(path, is_kept=True)
        assert page is not None
        numbers += [row.number("id") for row in page.rows]
        marks.append(asking.unchanged.mark(page.address, page.tag, len(page.rows)))
        path = page.next
    return numbers, {mark.name: mark.value for mark in marks if mark is not None}


def test_what_has_not_changed_is_not_told_again() -> None:
    with pages() as (forge, asking):
        numbers, marks = read(asking)
        assert (numbers, len(marks)) == (list(range(25)), 3)
        asking.unchanged = Unchanged(marks)
        assert read(asking) == ([], {})
        assert forge.same == ["things"] * 3
        forge.rows["things"].append({"id": 25})
        assert read(asking)[0] == list(range(20, 26))


def test_what_is_not_kept_is_always_asked_for_whole() -> None:
    with pages() as (_, asking):
        asking.unchanged = Unchanged(read(asking)[1])
        page = asking.page("things?page=1&limit=10")
        assert isinstance(page, Page)
        assert len(page.rows) == 10


@pytest.mark.parametrize("bare", [False, True])
def test_a_page_that_was_full_may_have_another_after_it_now(*, bare: bool) -> None:
    """One that says neither where the next one is nor how many there are is asked for in full."""
    with pages(bare=bare) as (forge, asking):
        del forge.rows["things"][20:]
        numbers, marks = read(asking)
        assert numbers == list(range(20))
        forge.rows["things"].append({"id": 20})
        asking.unchanged = Unchanged(marks)
        assert read(asking)[0] == ([20] if not bare else list(range(21)))
        assert forge.same == ["things"] * 2


def test_without_links_the_next_page_is_told_by_the_count() -> None:
    with pages(unlinked=("things",)) as (forge, asking):
        asking.unchanged = Unchanged(read(asking)[1])
        assert read(asking)[0] == []
        assert len(forge.same) == 4  # the last page has none


def test_an_answer_that_nobody_asked_for_is_an_error() -> None:
    with pages(lying="things") as (_, asking):
        for is_kept in (True, False):
            with pytest.raises(SourceError, match="was not asked whether it has") as caught:
                asking.page("things", is_kept=is_kept)
            assert "where a cache stands between" in caught.value.hint
        with pytest.raises(SourceError, match="nothing has changed"):
            asking.one("things")


def test_a_lie_about_what_was_asked_is_seen_by_what_it_lacks() -> None:
    """It says nothing of the list, so it is asked for in full, which nobody can answer like that."""
    with pages() as (forge, asking):
        asking.unchanged = Unchanged(read(asking)[1])
        forge.lying = "things"
        with pytest.raises(SourceError, match="was not asked whether it has"):
            read(asking)


@pytest.mark.parametrize(
    ("tag", "kept"),
    [
        ('W/"a1"', True), ('"a1"', True), ("a1", False), ("", False), ('"a\nb"', False), ('"a b"', False),
        ('"' + "a" * 151 + '"', False), ('"a", "b"', False), ('"ä"', False),
    ],
)  # fmt: skip
def test_only_tags_that_can_be_sent_back_are_kept(tag: str, *, kept: bool) -> None:
    assert tag_of({"etag": tag}) == (tag if kept else "")


def marked(unchanged: Unchanged, address: str = THERE, tag: str = '"a"') -> dict[str, str]:
    mark = unchanged.mark(address, tag, 7)
    return {mark.name: mark.value} if mark else {}


def test_marks_hold_no_address() -> None:
    marks = marked(Unchanged())
    assert Unchanged(marks).of(THERE) == ('"a"', 7)
    assert Unchanged(marks).of(f"{THERE}&page=2") is None
    assert "example" not in json.dumps(marks)


def test_another_version_begins_without(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may read more out of the same answer."""
    marks = marked(Unchanged())
    monkeypatch.setattr("folkmoot.sources.web.unchanged.__version__", "99.0")
    assert Unchanged(marks).of(THERE) is None


def test_so_many_are_kept_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("folkmoot.sources.web.unchanged.MOST", 2)
    unchanged = Unchanged(marked(Unchanged()))
    assert marked(unchanged, "https://h.example/2")
    assert not marked(unchanged, "https://h.example/3")
    assert marked(unchanged, THERE, '"b"')


@pytest.mark.parametrize(
    "value", ["", "7", "null", "[1, 2]", '["{v}", 7, 7]', '["{v}", "x", 7]', '["{v}", "\\"a\\"", true]', "{}"]
)
def test_marks_of_another_form_are_none(value: str) -> None:
    from folkmoot import __version__

    (name,) = marked(Unchanged())
    assert Unchanged({name: value.replace("{v}", __version__)}).of(THERE) is None
