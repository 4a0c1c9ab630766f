"""Sentences are as wide as the terminal, up to what is easy to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from folkmoot.cli._folding import LEAST_WIDE, MOST_WIDE, folded, on_screen, rows_on_screen, width
from sources.git.repositories import Repository

if TYPE_CHECKING:
    from cli.conftest import Call


@pytest.mark.parametrize(("columns", "used"), [("5", LEAST_WIDE), ("60", 60), ("400", MOST_WIDE)])
def test_the_terminal_says_how_wide(monkeypatch: pytest.MonkeyPatch, columns: str, used: int) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width() == used


def test_commands_and_addresses_are_not_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    address = "https://example.org/a-rather-long/address-that-does-not-fit"
    assert folded(f"See {address} soon.", "", "  ").splitlines() == ["See", f"  {address}", "  soon."]


def test_findings_fit_the_terminal(call: Call, project: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    told = [line for line in call("check", project.place).out.splitlines() if line.startswith("     What")]
    assert told
    assert max(map(len, told)) <= 60


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let somebody watch on a terminal of 40 columns."""
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)


SENTENCE = "A sentence that is longer than forty columns are wide."
ROWS = [["role", "holder", "file"], ["chair", "ada", "a/folder/OWNERS"], ["chair", "bob", ""]]


@pytest.mark.usefixtures("watched")
def test_lines_are_folded_where_somebody_watches() -> None:
    told = on_screen(SENTENCE, "ada  ", "     ").splitlines()
    assert told == ["ada  A sentence that is longer than", "     forty columns are wide."]


def test_lines_stay_lines_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs read line by line, however wide the terminal is that they run in."""
    monkeypatch.setenv("COLUMNS", "40")
    assert on_screen(SENTENCE, "ada  ", "     ") == f"ada  {SENTENCE}"
    assert list(rows_on_screen(ROWS, [20, 20, 20]))[1].endswith(" a/folder/OWNERS")


@pytest.mark.usefixtures("watched")
def test_columns_that_do_not_fit_stand_below_their_row() -> None:
    assert list(rows_on_screen(ROWS, [10, 10, 16])) == [
        "role        holder      file",
        "chair       ada         a/folder/OWNERS",
        "chair       bob",
    ]
    assert list(rows_on_screen(ROWS, [10, 10, 17])) == [
        "role        holder", "    file", "chair       ada", "    a/folder/OWNERS", "chair       bob",
    ]  # fmt: skip


@pytest.mark.usefixtures("watched")
def test_a_row_that_is_longer_than_others_moves_what_does_not_fit_of_it() -> None:
    rows = [*ROWS, ["chair", "a-holder-with-a-long-name-of-forty-letters", "OWNERS"]]
    assert list(rows_on_screen(rows, [5, 6, 15]))[-2:] == [
        "chair", "    a-holder-with-a-long-name-of-forty-letters  OWNERS"
    ]  # fmt: skip
