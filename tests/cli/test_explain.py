"""`folkmoot explain`: every metric in words."""

from __future__ import annotations

import json

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.template import SECTIONS

from .conftest import Call


def test_lists_every_metric(call: Call) -> None:
    answer = call("explain")
    assert answer.code == 0
    assert all(identifier in answer.out for identifier in all_metrics())


def test_tells_every_section_and_the_sql(call: Call) -> None:
    out = call("explain", "contributor-absence-factor").out
    for heading in (*SECTIONS, "SQL"):
        assert f"\n{heading}\n" in out
    assert "percent = 50" in out


def test_the_sql_alone_is_the_text_that_runs(call: Call) -> None:
    answer = call("explain", "commits", "--sql")
    assert answer.out.split() == all_metrics()["commits"].text().split()


def test_as_json(call: Call) -> None:
    told = json.loads(call("explain", "commits", "--format", "json").out)
    assert told["id"] == "commits"
    assert told["sections"]["Question"]


def test_a_metric_that_is_none(call: Call) -> None:
    answer = call("explain", "karma")
    assert answer.code == 2
    assert "hint:" in answer.err


def test_the_list_as_json(call: Call) -> None:
    told = json.loads(call("explain", "--format", "json").out)
    assert {"id": "commits", "page": "flow"}.items() <= next(
        each for each in told if each["id"] == "commits"
    ).items()


@pytest.mark.parametrize("columns", [40, 80])
def test_words_are_folded_to_the_terminal(call: Call, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    words, _, _ = call("explain", "openrank").out.partition("\nReferences\n")
    assert max(map(len, words.splitlines())) <= columns
