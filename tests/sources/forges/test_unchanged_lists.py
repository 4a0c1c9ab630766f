"""Lists that are told whole each time are not told again where nothing is new, and no fact is lost by it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.model.forge import Act, Mark
from folkmoot.sources.forges import open_forge
from folkmoot.store.database import one, reading
from sources.forges.mortal_sync import sync
from sources.forges.rest_at_hand import TOKEN, Talk, opened, read, state
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import day, forgejo, gitlab, story
from store.test_forge_sync import Killed, content

BRANDS = pytest.mark.parametrize("brand", [forgejo, gitlab], ids=lambda brand: str(brand.__name__))
Brand = Callable[..., RestForge]
PAGES = {"forgejo": 4 + 3, "gitlab": 3 + 3 + 3}
"""Pages of five of the forks, the releases and, at GitLab, the stars. Forgejo's forks have no links, so the
end is a page without any."""


def small(brand: Brand, **switches: Any) -> RestForge:
    """A community of few items; lists come in pages of five, and all answers are tagged."""
    return brand(story(issues=2, changes=2), most=5, tagged=True, **switches)


def kept(store: Path) -> int:
    with reading(store) as connection:
        question = "select count(*) from forge_state where starts_with(name, 'unchanged:')"
        return int(one(connection, question)[0])


@BRANDS
def test_a_second_sync_is_told_nothing_again_and_the_store_is_the_same(brand: Brand, tmp_path: Path) -> None:
    forge, store = small(brand), tmp_path / "s.duckdb"
    with forge.serving() as base:
        sync(forge, base, store)
        first = content(store)
        assert (forge.same, kept(store)) == ([], PAGES[forge.brand])
        sync(forge, base, store)
    assert len(forge.same) == PAGES[forge.brand]
    assert content(store) == first
    assert len(first["act_fact"]) > 20


@BRANDS
def test_what_is_new_is_told_all_the_same(brand: Brand, tmp_path: Path) -> None:
    forge, store = small(brand), tmp_path / "s.duckdb"
    forks = next(rows for path, rows in forge.rows.items() if path.endswith("/forks"))
    with forge.serving() as base:
        sync(forge, base, store)
        known = len(content(store)["act_fact"])
        forks += [{**forks[0], "id": 900 + number, "created_at": day()} for number in range(9)]
        sync(forge, base, store)
    assert len(content(store)["act_fact"]) == known + 9
    # The first two pages of forks were full before.
    assert [path.endswith("/forks") for path in forge.same].count(True) == 2


@BRANDS
def test_a_page_whose_facts_were_not_kept_is_told_again(brand: Brand, tmp_path: Path) -> None:
    """It was answered, and the end came before its mark: each moment of a reading."""
    whole = small(brand)
    records = read(whole)
    places = [place for place, record in enumerate(records) if isinstance(record, Act)]
    compared = tmp_path / "whole.duckdb"
    for alive in (*places[2:-1:12], len(records) - 1):
        forge, store = small(brand), tmp_path / f"{alive}.duckdb"
        with forge.serving() as base:
            with pytest.raises(Killed):
                sync(forge, base, store, alive)
            assert not store.exists()
            told = {record.name for record in records[:alive] if isinstance(record, Mark)}
            sync(forge, base, store)
            assert len(forge.same) <= len([name for name in told if name.startswith("unchanged:")])
            if not compared.exists():
                sync(forge, base, compared)
        assert acts(store) == acts(compared)


def acts(store: Path) -> list[Any]:
    """Give what was done; who did it has the number of its store."""
    with reading(store) as connection:
        question = (
            "select event, kind, login, made_at, subject from act_fact left join account on identity = actor"
        )
        return sorted(connection.execute(f"{question} order by all").fetchall())


@BRANDS
def test_what_was_spooled_and_never_entered_is_entered_later(
    brand: Brand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    forge, store = small(brand), tmp_path / "s.duckdb"

    def dying(*_: Any) -> Any:
        raise Killed

    with forge.serving() as base:
        with monkeypatch.context() as patch:
            patch.setattr("folkmoot.store.forge_sync._enter", dying)
            with pytest.raises(Killed):
                sync(forge, base, store)
        sync(forge, base, store)
        sync(forge, base, tmp_path / "whole.duckdb")
    assert content(store) == content(tmp_path / "whole.duckdb")


@BRANDS
def test_a_new_store_is_told_everything(brand: Brand, tmp_path: Path) -> None:
    forge = small(brand)
    with forge.serving() as base:
        sync(forge, base, tmp_path / "a.duckdb")
        sync(forge, base, tmp_path / "b.duckdb")
    assert forge.same == []
    assert content(tmp_path / "a.duckdb") == content(tmp_path / "b.duckdb")


@BRANDS
def test_a_forge_that_says_so_of_what_it_never_told_is_an_error_with_a_hint(
    brand: Brand, tmp_path: Path
) -> None:
    forge = small(brand, lying="/releases")
    with forge.serving() as base, pytest.raises(SourceError, match="nothing has changed") as caught:
        sync(forge, base, tmp_path / "s.duckdb")
    assert caught.value.hint.startswith("run the same command again")


@BRANDS
def test_a_page_with_rows_that_make_no_sense_is_told_again(brand: Brand) -> None:
    forge = small(brand)
    forge.bend = lambda path, found: ["no row", *found[1:]] if path.endswith("/forks") else found
    with opened(forge) as source:
        records = list(source.records({}))
        assert source.problems
        assert not [name for name in state(records) if name.startswith("unchanged:")]


@BRANDS
def test_no_mark_names_a_token_or_an_address(brand: Brand) -> None:
    marks = {name: value for name, value in state(read(small(brand))).items() if name != "reading"}
    assert len(marks) == PAGES[small(brand).brand]
    # A digest may spell a short name by chance.
    told = re.sub(r"[0-9a-f]{32}", "", json.dumps(marks))
    for secret in (TOKEN, "127.0.0.1", "ada", "/api/"):
        assert secret not in told


@BRANDS
def test_lists_with_more_behind_each_entry_are_not_among_them(brand: Brand) -> None:
    """Whether a comment was added, the list of issues may not tell."""
    forge = small(brand)
    with forge.serving() as base:
        marks: dict[str, str] = {}
        for _ in range(2):
            source = open_forge(f"{forge.brand}+{base}/ada/loom", Talk().access)
            marks = {**state(source.records(marks)), "reading": ""}
            source.close()
    assert {path.rpartition("/")[2] for path in forge.same} <= {"forks", "releases", "starrers"}
    assert forge.same
