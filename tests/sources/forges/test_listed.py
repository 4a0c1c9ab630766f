"""Reading lists page by page: where it stops, where it goes on, and what is never asked for twice."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folkmoot.model.errors import HostileInputError, SourceError
from folkmoot.model.forge import Item, Mark, Reach, Record, Snapshot, Turn
from folkmoot.sources.forges import open_forge
from folkmoot.sources.forges._listed import ListState, State
from sources.forges.forge_at_hand import TODAY
from sources.forges.mortal_sync import sync
from sources.forges.rest_at_hand import Talk, bare, of, opened, read, state
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import day, forgejo, gitlab, story
from store.test_forge_sync import Killed, content

BRANDS = pytest.mark.parametrize("brand", [forgejo, gitlab], ids=lambda brand: str(brand.__name__))
Brand = Callable[..., RestForge]
SIZES = {"issues": 45, "changes": 40}
"""More than fits on a page of twenty."""


def test_a_state_is_what_was_written() -> None:
    kept = State(
        5, 1000, {"issues": ListState(3, 7, "https://example.org/api/v1/x?page=2"), "forks": ListState(9)}
    )
    assert State.read({"reading": kept.written()}) == kept


@pytest.mark.parametrize(
    "mark", ["", "7", "null", '{"lists": 7}', '{"identity": 1, "oldest": 0, "lists": {"a": {"b": 1}}}']
)
def test_a_mark_of_another_form_is_the_beginning(mark: str) -> None:
    assert State.read({"reading": mark}) == State()


@BRANDS
def test_every_page_ends_with_a_mark(brand: Brand) -> None:
    records = read(brand(story(**SIZES), most=20))
    runs: list[int] = [0]
    for record in records:
        if isinstance(record, Mark):
            runs.append(0)
        elif isinstance(record, Item):
            runs[-1] += 1
    assert max(runs) <= 20
    assert sum(runs) == 85
    assert isinstance(records[-1], Mark)


@BRANDS
def test_the_day_is_counted_and_the_reach_told(brand: Brand) -> None:
    told = story()
    records = read(brand(told))
    (snapshot,), (reach,) = of(records, Snapshot), of(records, Reach)
    assert (snapshot.day_id, snapshot.stars, snapshot.forks) == (TODAY // 86_400, 12, 12)
    assert (reach.until, reach.quality) == (TODAY, "complete")
    assert reach.since == min(item.opened_at for item in of(records, Item))


@BRANDS
def test_a_second_reading_tells_only_what_is_new(brand: Brand) -> None:
    told = story()
    since = state(read(brand(told)))
    issue, change = told["issues"][4], told["pullRequests"][7]
    issue["updatedAt"] = change["updatedAt"] = day(TODAY + 100)
    forge = brand(told, today=TODAY + 200)
    records = read(forge, since)
    assert {(item.is_change, item.number) for item in of(records, Item)} == {
        (False, issue["number"]), (True, change["number"])
    }  # fmt: skip
    assert [reach.until for reach in of(records, Reach)] == [TODAY + 200]
    assert len(forge.asked) < 25


@BRANDS
def test_readings_overlap_by_a_minute(brand: Brand) -> None:
    told = story()
    since = state(read(brand(told)))
    told["issues"][0]["updatedAt"] = day(TODAY - 30)
    told["issues"][1]["updatedAt"] = day(TODAY - 90)
    assert [item.number for item in of(read(brand(told), since), Item)] == [told["issues"][0]["number"]]


@BRANDS
@settings(deadline=None, max_examples=3, suppress_health_check=[HealthCheck.too_slow])
@given(deaths=st.lists(st.integers(0, 450), min_size=1, max_size=3))
def test_a_forge_is_read_to_the_same_store_through_any_deaths(
    brand: Brand, tmp_path_factory: pytest.TempPathFactory, deaths: list[int]
) -> None:
    """No page that was whole is asked for again."""
    room, forge = tmp_path_factory.mktemp("forge"), brand(story(issues=25, changes=25), most=10)
    with forge.serving() as base:
        sync(forge, base, room / "whole.duckdb")
        for alive in deaths:
            try:
                sync(forge, base, room / "s.duckdb", alive)
            except Killed:
                continue
        sync(forge, base, room / "s.duckdb")
    assert content(room / "s.duckdb") == content(room / "whole.duckdb")


@BRANDS
def test_what_was_whole_is_not_asked_for_again(brand: Brand) -> None:
    forge = brand(story(**SIZES), most=20)
    kept: list[Record] = []
    with opened(forge) as source:
        for record in source.records({}):
            kept.append(record)
            if len(of(kept, Mark)) == 2:
                break
        asked = {path for path, _ in forge.asked if path.endswith(("/timeline", "/notes"))}
        forge.asked.clear()
        rest = list(source.records(state(kept)))
        again = {path for path, _ in forge.asked if path.endswith(("/timeline", "/notes"))}
    whole = {item.number for item in of(kept, Item)}
    assert bare([*kept, *rest]) == bare(read(brand(story(**SIZES), most=20)))
    assert len(whole) >= 20
    assert not asked & again


@BRANDS
@pytest.mark.parametrize("trouble", ["failing_every", "limited_every", "truncating_every", "halving_every"])
def test_trouble_on_the_way_changes_nothing(brand: Brand, trouble: str) -> None:
    """502, 429 with a time to wait, connections that break, and whole answers of half a text."""
    talk = Talk()
    struck = brand(story(issues=9, changes=9), **{trouble: 5})
    assert bare(read(struck, talk=talk)) == bare(read(brand(story(issues=9, changes=9))))
    assert talk.slept > 0
    assert any("waiting 2 seconds" in words for words in talk.told) is (trouble == "limited_every")


@BRANDS
def test_another_project_of_the_same_name_is_refused(brand: Brand) -> None:
    mark = {"reading": json.dumps({"identity": 6, "oldest": 0, "lists": {}})}
    with (
        opened(brand(story(issues=1, changes=1))) as source,
        pytest.raises(SourceError, match="another project"),
    ):
        list(source.records(mark))


@BRANDS
def test_links_to_another_host_are_not_followed(brand: Brand) -> None:
    forge = brand(story(**SIZES), most=20, elsewhere="http://169.254.169.254/latest")
    with opened(forge) as source, pytest.raises(HostileInputError, match="another host"):
        list(source.records({}))


@BRANDS
def test_the_same_page_again_and_again_is_an_end(brand: Brand, monkeypatch: pytest.MonkeyPatch) -> None:
    forge = brand(story(**SIZES), most=20)
    real = forge.page

    def circling(path: str, found: list[Any], question: dict[str, str], base: str) -> Any:
        headers, rows = real(path, found, {**question, "page": "1"}, base)
        return headers, rows

    monkeypatch.setattr(forge, "page", circling)
    with opened(forge) as source, pytest.raises(SourceError, match="again and again"):
        list(source.records({}))


@BRANDS
@pytest.mark.parametrize("knows_pages", [True, False])
def test_lists_without_links_and_counts_are_read_whole_and_once(
    brand: Brand, monkeypatch: pytest.MonkeyPatch, knows_pages: bool
) -> None:
    """A proxy may take both headers away, and a forge that is old or odd give a list whole for any page."""
    size = "limit" if brand is forgejo else "per_page"
    forge = brand(story(issues=110, changes=5))

    def unsaid(_path: str, found: list[Any], question: dict[str, str], _base: str) -> Any:
        number, wanted = int(question.get("page", "1")), int(question.get(size, "500"))
        return {}, found[(number - 1) * wanted : number * wanted] if knows_pages else found

    monkeypatch.setattr(forge, "page", unsaid)
    records = read(forge)
    whole = read(brand(story(issues=110, changes=5)))
    assert bare(records) == bare(whole)
    assert Counter(of(records, Turn)) == Counter(of(whole, Turn))


def test_a_place_that_is_gone_begins_its_list_anew() -> None:
    """The cursor of a reading that was broken off leads nowhere any more."""
    forge = forgejo(story())
    with forge.serving() as base:
        gone = f"{base}/api/v1/repos/ada/loom/gone?page=2"
    lists = {"issues": {"until": 0, "started": TODAY, "next": gone}}
    mark = {"reading": json.dumps({"identity": 5, "oldest": 0, "lists": lists})}
    with opened(forge) as source:
        port = source.shown.split("/")[2]
        mark["reading"] = mark["reading"].replace(gone.split("/")[2], port)
        records = list(source.records(mark))
    assert len(of(records, Item)) == 100


def test_a_list_that_disappears_while_it_is_read_is_an_error() -> None:
    forge = forgejo(story(**SIZES), most=20)
    with opened(forge) as source, pytest.raises(SourceError, match="stopped showing its issues"):
        hide_after_a_page(forge, source.records({}))


def hide_after_a_page(forge: RestForge, records: Iterable[Record]) -> None:
    for record in records:
        if isinstance(record, Mark):
            forge.hidden["repos/ada/loom/issues"] = 404


@BRANDS
def test_the_cost_is_told_and_the_first_pages_are_not_asked_again(brand: Brand) -> None:
    forge = brand(story(**SIZES), most=20)
    with opened(forge) as source:
        estimate = source.estimate({})
        asked = len(forge.asked)
        records = list(source.records({}))
    assert estimate is not None
    assert asked <= 7
    assert len(of(records, Item)) == 85
    assert 0.7 * len(forge.asked) < estimate.requests < 1.5 * len(forge.asked)
    lists = [
        (path, question.get("page", "1"))
        for path, question in forge.asked
        if path.endswith(("/issues", "/pulls"))
    ]
    assert len(lists) == len(set(lists))


@BRANDS
def test_fields_of_a_wrong_type_are_named_and_the_good_rows_kept(brand: Brand) -> None:
    forge = brand(story(issues=5, changes=5))

    def bent(path: str, found: Any) -> Any:
        if path.endswith("/issues"):
            found = [{**found[0], "title": 7}, "no row", {**found[1], "labels": 7}, *found[2:]]
        elif path.endswith(("/timeline", "/notes")):
            found = [{"id": "x", "type": "comment", "system": False}, *found]
        return found

    forge.bend = bent
    with opened(forge) as source:
        records = list(source.records({}))
    said = "\n".join(str(problem) for problem in source.problems)
    assert len(of(records, Item)) == 3 + 5
    assert "127.0.0.1: " in said
    for words in ("/issues[0]: title should be a text, and is a number", "/issues[1]: it should be an object",
                  "/issues[2]: labels should be a list", "[0]: "):  # fmt: skip
        assert words in said
    assert [reach.quality for reach in of(records, Reach)] == ["lower bound"]
    assert quality_of(brand(story(issues=5, changes=5)), state(records)) == "lower bound"


def quality_of(forge: RestForge, since: dict[str, str]) -> str:
    return str(of(read(forge, since), Reach)[0].quality)


@BRANDS
def test_what_was_left_out_before_a_reading_was_broken_off_is_not_forgotten(brand: Brand) -> None:
    """The first page named a row that made no sense, and was whole; the rest was read later."""
    forge = brand(story(**SIZES), most=20)
    whole = forge.bend
    with forge.serving() as base:
        forge.bend = lambda path, found: ["no row", *found] if path.endswith("/issues") else found
        source = open_forge(f"{forge.brand}+{base}/ada/loom", Talk().access)
        mark = next(record for record in source.records({}) if isinstance(record, Mark))
        source.close()
        forge.bend = whole
        for since, quality in ((state([mark]), "lower bound"), ({}, "complete")):
            source = open_forge(f"{forge.brand}+{base}/ada/loom", Talk().access)
            records = list(source.records(since))
            source.close()
            assert [reach.quality for reach in of(records, Reach)] == [quality]
