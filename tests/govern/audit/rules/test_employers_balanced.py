"""Seats of a body by employer: more than half for one of them is named."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, places


def rows(*employers: str) -> str:
    lines = "".join(f"h{number},{name}\n" for number, name in enumerate(employers))
    return f"github,employer\n{lines}"


@pytest.mark.parametrize(
    ("employers", "outcome"),
    [
        (("Acme", "Acme", "Acme", "Birch", "Birch", "Cedar"), Outcome.YES),
        (("Acme", "Acme", "Acme", "Acme", "Birch", "Cedar"), Outcome.NO),
        (("Acme", "ACME", "acme", "Birch", "Birch"), Outcome.NO),
    ],
    ids=["half", "four of six", "written in three ways"],
)
def test_more_than_half_of_the_seats_is_named(
    tmp_path: Path, employers: tuple[str, ...], outcome: Outcome
) -> None:
    moot = Moot.create(tmp_path, {"steering.csv": rows(*employers)})
    assert moot.ask("employers-balanced").finding.outcome is outcome


def test_who_states_no_employer_is_in_neither_number(tmp_path: Path) -> None:
    """Three of five who state one are more than half, though they are three of seven people."""
    moot = Moot.create(tmp_path, {"steering.csv": rows("Acme", "", "Acme", "Birch", "", "Acme", "Cedar")})
    answer = moot.ask("employers-balanced")
    assert [str(each.what) for each in answer.evidence] == [
        "3 of 5 people who state an employer as steering member work for Acme."
    ]
    assert places(answer) == ["steering.csv:2"]


def test_four_who_state_one_are_too_few_however_many_do_not(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"steering.csv": rows("Acme", "Acme", "Acme", "Acme", "", "", "")})
    assert moot.ask("employers-balanced").finding.outcome is Outcome.NOT_APPLICABLE


def test_each_body_is_looked_at_by_itself(tmp_path: Path) -> None:
    """Acme holds the council; among all ten people it holds only half."""
    files = {
        "council.csv": rows(*["Acme"] * 5),
        "board.csv": "github,employer\n" + "".join(f"b{n},Birch{n}\n" for n in range(5)),
    }
    answer = Moot.create(tmp_path, files).ask("employers-balanced")
    assert places(answer) == ["council.csv:2"]
    assert answer.examined == 2
