"""The file of what people answered: written so that it reads back, and readable by its owner only."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from folkmoot.govern.growing.checkin import Answered, Note
from folkmoot.govern.growing.notes import change_notes, read_notes, write_notes
from folkmoot.model.errors import SourceError
from govern.growing.community import a_day

NOTES = {
    "ada": Note("Ada", a_day("2026-01-01"), Answered.STAYS, a_day("2026-01-02"), a_day("2026-07-01")),
    'b"o.b': Note('B"o.b', a_day("2026-01-01"), until=a_day("2026-07-01"), vouched_by="ada"),
    "cleo": Note("cleo", a_day("2026-01-01")),
}


def test_notes_read_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "notes.toml"
    write_notes(path, NOTES)
    assert read_notes(path) == NOTES
    write_notes(path, {})
    assert read_notes(path) == {}


def test_only_the_owner_reads_them(tmp_path: Path) -> None:
    path = tmp_path / "notes.toml"
    write_notes(path, NOTES)
    assert path.stat().st_mode & 0o077 == 0


def test_no_file_is_no_notes(tmp_path: Path) -> None:
    assert read_notes(tmp_path / "none.toml") == {}


@pytest.mark.parametrize(
    "text",
    [
        "[people.ada]\nanswer = 'maybe'\n",
        "[people]\nada = 3\n",
        "[other]\n",
        "x",
        "[people.ada]\nasked = 'soon'\n",
    ],
)
def test_what_makes_no_sense_is_refused_by_name(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.toml"
    path.write_text(text)
    with pytest.raises(SourceError, match=r"notes\.toml"):
        read_notes(path)


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SourceError, match="cannot be written"):
        write_notes(tmp_path / "file" / "notes.toml", NOTES)


def test_two_who_note_something_at_once_both_find_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "notes.toml"

    def ask(handle: str) -> None:
        change_notes(path, lambda kept: kept | {handle: Note(handle, a_day("2026-01-01"))})

    handles = [f"ada{number}" for number in range(16)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(ask, handles))
    assert sorted(read_notes(path)) == sorted(handles)
