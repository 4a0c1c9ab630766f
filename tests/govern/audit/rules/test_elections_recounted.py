"""Elections counted again: their winners, and their numbers."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, places
from govern.audit.test_election_records import RESULTS, election


def test_elections_are_counted_again(tmp_path: Path) -> None:
    assert Moot.create(tmp_path / "a", election()).ask("elections-recounted").finding.outcome is Outcome.YES
    other = RESULTS.replace("[Ada Example](https://github.com/Ada)", "bob")
    answer = Moot.create(tmp_path / "b", election(results=other)).ask("elections-recounted")
    assert places(answer) == ["elections/2026/results.md:6"]
    assert str(answer.evidence[0].what) == "Steering 2026: published bob; the ballots give ada."


def test_who_shares_a_place_may_be_the_winner(tmp_path: Path) -> None:
    tie = election(ballots="ada,bob\n1,2\n2,1\n")
    assert Moot.create(tmp_path, tie).ask("elections-recounted").finding.outcome is Outcome.YES


def test_what_a_limit_moved_is_not_compared(tmp_path: Path) -> None:
    moved = RESULTS.replace("[Ada Example](https://github.com/Ada)", "bob") + "\nLimits applied.\n"
    moot = Moot.create(tmp_path, election(results=moved))
    assert moot.ask("elections-recounted").finding.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize(("said", "outcome"), [("Yes", Outcome.YES), ("No", Outcome.NO)])
def test_a_yes_or_no_is_counted_again(tmp_path: Path, said: str, outcome: Outcome) -> None:
    text = f'{{"description": "Hats?", "outcome": "{said}", "votes": {{"ada": 1, "bob": 0, "cleo": 1}}}}'
    moot = Moot.create(tmp_path, {"votes/1.json": text})
    assert moot.ask("elections-recounted").finding.outcome is outcome


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (
            {"results": RESULTS.replace("cast: 3", "cast: 5")},
            "5 votes cast by the result, 3 ballots in the file",
        ),
        (
            {"voters": "eligible_voters:\n- ada\n- bob\n- x\n"},
            "4 eligible voters by the result, 3 in the list",
        ),
        (
            {"voters": "eligible_voters:\n- a\n- b\n", "results": "## Winners\n1. ada\n"},
            "3 ballots, 2 voters",
        ),
    ],
)
def test_numbers_that_do_not_add_up_are_found(tmp_path: Path, changed: dict[str, str], told: str) -> None:
    answer = Moot.create(tmp_path, election(**changed)).ask("elections-add-up")
    assert [told in str(each.what) for each in answer.evidence] == [True]


def test_numbers_that_add_up_are_fine(tmp_path: Path) -> None:
    assert Moot.create(tmp_path, election()).ask("elections-add-up").finding.outcome is Outcome.YES
