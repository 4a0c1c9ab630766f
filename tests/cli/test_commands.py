"""The group of all commands: found by discovery, calm about mistakes."""

from __future__ import annotations

import gc

import pytest

from folkmoot import __version__
from folkmoot.cli import ROWS_BETWEEN_COLLECTIONS, folkmoot

from .conftest import Call


def test_every_file_is_a_command(call: Call) -> None:
    out = call("--help").out
    for name in ("events", "explain", "export", "people", "report", "sql", "sync"):
        assert f"\n  {name} " in out
    assert "_options" not in out


def test_the_version_is_told(call: Call) -> None:
    assert __version__ in call("--version").out


@pytest.mark.parametrize("name", sorted(folkmoot.list_commands(None)))
def test_every_command_explains_itself(call: Call, name: str) -> None:
    answer = call(name, "--help")
    assert answer.code == 0
    assert len(answer.out) > 100


def test_a_command_that_is_none(call: Call) -> None:
    answer = call("dance")
    assert answer.code == 2
    assert "dance" in answer.err
    assert "hint:" in answer.err


def test_an_option_that_is_none(call: Call) -> None:
    answer = call("report", "--shiny")
    assert answer.code == 2
    assert "folkmoot report --help" in answer.err


def test_colours_stay_away_where_nobody_watches(call: Call) -> None:
    assert "\x1b" not in call("explain", "commits").out


def test_control_characters_in_a_mistake_do_not_reach_the_terminal(call: Call) -> None:
    assert "\x1b" not in call("report", "\x1b[31mred").err


def test_cycles_are_looked_for_rarely_because_rows_hold_none(call: Call) -> None:
    call("--version")
    assert gc.get_threshold()[0] == ROWS_BETWEEN_COLLECTIONS
    assert gc.isenabled()
