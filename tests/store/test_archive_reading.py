"""The engine is told the whole shape of events, and refuses what is no line of JSON."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from folkmoot.sources.archives.shape import ACT, SHAPE
from folkmoot.store.archive_reading import DONE, engine_type, reading
from sources.archives.public_events import event


def test_the_engine_reads_the_whole_shape() -> None:
    assert (
        engine_type({"a": "whole", "b": [{"c": "login"}]}) == 'STRUCT("a" BIGINT, "b" STRUCT("c" VARCHAR)[])'
    )
    assert engine_type(SHAPE["payload"]).count("STRUCT") > 10


def test_less_is_read_of_acts() -> None:
    assert engine_type(ACT["payload"]).count("STRUCT") == 4
    assert reading(ACT).replace(" ", "") in DONE.replace(" ", "")


def read(path: Path, text: str) -> list[tuple[object, ...]]:
    path.write_text(text)
    with duckdb.connect() as engine:
        return engine.execute(f"select id, type from {reading(ACT)}", {"file": str(path)}).fetchall()


def test_lines_with_blank_ones_between_are_read(tmp_path: Path) -> None:
    line = json.dumps(event(1, "WatchEvent", {}))
    assert read(tmp_path / "x.json", f"\n{line}\n\n{line}") == [("1", "WatchEvent")] * 2


@pytest.mark.parametrize("bad", ['{"id":"1","id":"2"}', '{"id":"1"', '"x"', '{"id":"1"} x'])
def test_what_is_no_event_is_refused(tmp_path: Path, bad: str) -> None:
    with pytest.raises(duckdb.Error):
        read(tmp_path / "x.json", f"{bad}\n")
