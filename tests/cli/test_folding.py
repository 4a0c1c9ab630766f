"""Sentences are as wide as the terminal, up to what is easy to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from folkmoot.cli._folding import LEAST_WIDE, MOST_WIDE, folded, width
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
