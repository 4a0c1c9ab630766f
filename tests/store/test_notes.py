"""Sentences kept in a store: translated when they are shown, and finished ones of older stores left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.i18n import Message, say
from folkmoot.store.database import connect
from folkmoot.store.notes import read, summed, written
from folkmoot.store.outline import outline
from folkmoot.store.scope import look_at
from folkmoot.store.writer import writing
from sources.git.repositories import small_history
from store.stores import ask, bring

GERMAN = {
    "Commits without line counts: {lacking} of {commits}; `--lines always` makes them.": "{lacking} von "
    "{commits} Commits haben keine Zeilenzahlen."
}


def test_a_message_comes_back_with_its_values() -> None:
    note = Message("{n} of {all} “commits”", {"n": 1, "all": 2.5})
    assert read(written(note)) == note


@given(st.text(max_size=200))
def test_whatever_an_older_store_holds_is_shown_as_it_stands(text: str) -> None:
    assert str(read(written(text))) == text


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "{}",
        '{"text": 3, "values": {}}',
        '{"text": "x"}',
        '{"text": "{missing}", "values": {"other": 1}}',
        '{"text": "{a}", "values": {"a": [1]}}',
        '{"text": "{a.b}", "values": {"a": 1}}',
        '{"text": "{a", "values": {"a": 1}}',
        '{"text": "{a:>999999999}", "values": {"a": 1}}',
        '{"text": "{a!r}", "values": {"a": 1}}',
        '{"text": "{}", "values": {"a": 1}}',
        "{n} commits are odd.",
    ],
)
def test_what_is_no_message_is_a_finished_sentence(kept: str) -> None:
    assert read(kept) == kept


def test_the_notes_of_a_sync_can_be_translated(tmp_path: Path) -> None:
    made, store = small_history(tmp_path / "r"), tmp_path / "s.duckdb"
    project = bring(store, made.place, lines="never").project
    with connect(store, read_only=True) as connection:
        look_at(connection, [project])
        (note,) = outline(connection).notes
    assert say(note, lambda text: GERMAN.get(text, text)) == "5 von 6 Commits haben keine Zeilenzahlen."


def test_a_store_with_finished_sentences_still_tells_them(tmp_path: Path) -> None:
    made, store = small_history(tmp_path / "r"), tmp_path / "s.duckdb"
    project = bring(store, made.place).project
    with writing(store) as connection:
        connection.execute(
            "insert into coverage values (?, 'git', 0, 0, 'complete', '3 odd {things}.')", [project]
        )
    with connect(store, read_only=True) as connection:
        look_at(connection, [project])
        assert outline(connection).notes == ("3 odd {things}.",)
    assert len(ask(store, "select * from coverage")) == 2


LACKED = "select count(*) filter (parents < 2), count(*) from commit_fact"
LACKING = "{lacking} of {commits} commits have no line counts."


def test_what_is_counted_of_several_projects_is_counted_together() -> None:
    notes = [Message(LACKING, {"lacking": 2, "commits": 5}), Message(LACKING, {"lacking": 2, "commits": 5})]
    assert summed(notes[:1], 9) == (notes[0],)
    assert summed(notes, 19) == (Message(LACKING, {"lacking": 4, "commits": 19}),)


def test_other_notes_are_told_once_each() -> None:
    days = [Message("Since {day}.", {"day": day}) for day in ("2024-01-01", "2025-01-01", "2024-01-01")]
    assert summed([*days, "As it was.", "As it was."], 9) == (days[0], days[1], "As it was.")
    part = Message("{share} of {commits} commits", {"share": 0.5, "commits": 2})
    assert summed([part, part], 9) == (part,)


def test_lines_that_several_projects_lack_are_one_note(tmp_path: Path) -> None:
    store = tmp_path / "s.duckdb"
    for name in ("a", "b"):
        bring(store, small_history(tmp_path / name).place, lines="never")
    with connect(store, read_only=True) as connection:
        look_at(connection, [1, 2])
        (note,) = outline(connection).notes
    assert [(note.values["lacking"], note.values["commits"])] == ask(store, LACKED)
