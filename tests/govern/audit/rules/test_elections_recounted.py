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
            "votes cast by the result: 5; ballots in the file: 3",
        ),
        (
            {"voters": "eligible_voters:\n- ada\n- bob\n- x\n"},
            "eligible voters by the result: 4; in the list: 3",
        ),
        (
            {"voters": "eligible_voters:\n- a\n- b\n", "results": "## Winners\n1. ada\n"},
            "ballots: 3; voters: 2",
        ),
    ],
)
def test_numbers_that_do_not_add_up_are_found(tmp_path: Path, changed: dict[str, str], told: str) -> None:
    answer = Moot.create(tmp_path, election(**changed)).ask("elections-add-up")
    assert [told in str(each.what) for each in answer.evidence] == [True]


def test_numbers_that_add_up_are_fine(tmp_path: Path) -> None:
    assert Moot.create(tmp_path, election()).ask("elections-add-up").finding.outcome is Outcome.YES


def test_the_seats_of_the_settings_count_and_not_only_how_many_were_published(tmp_path: Path) -> None:
    """Two seats; Ada comes first and Bob second, but Ada withdrew and only Bob is published."""
    settings = "name: Steering 2026\nno_winners: 2\n"
    only_bob = RESULTS.replace("[Ada Example](https://github.com/Ada)", "bob")
    moot = Moot.create(tmp_path, election(results=only_bob, election=settings))
    assert moot.ask("elections-recounted").finding.outcome is Outcome.YES


def test_several_winners_by_the_ballots_stand_in_the_order_of_the_alphabet(tmp_path: Path) -> None:
    settings = "name: Steering 2026\nno_winners: 2\n"
    other = RESULTS.replace("[Ada Example](https://github.com/Ada)", "cleo")
    ballots = "cleo,bob,ada\n3,2,1\n3,2,1\n3,1,2\n"
    moot = Moot.create(tmp_path, election(ballots=ballots, results=other, election=settings))
    (found,) = moot.ask("elections-recounted").evidence
    assert str(found.what) == "Steering 2026: published cleo; the ballots give ada, bob."


@pytest.mark.parametrize(
    "ballots",
    ["ada,bob,cleo\n", ",".join(["ada", *(f"c{n}" for n in range(100))]) + "\n" + ",".join("1" * 101) + "\n"],
    ids=["nobody voted", "more candidates than can be counted"],
)
def test_an_election_that_cannot_be_counted_is_not_compared(tmp_path: Path, ballots: str) -> None:
    """One odd election must not end the audit of all others."""
    moot = Moot.create(tmp_path, election(ballots=ballots))
    assert moot.ask("elections-recounted").finding.outcome is Outcome.UNKNOWN
    vote = '{"description": "Hats?", "outcome": "Yes", "votes": {"ada": 1}}'
    moot.made.commit(files={"votes/1.json": vote})
    answer = moot.ask("elections-recounted")
    assert (answer.finding.outcome, answer.examined) == (Outcome.YES, 1)


@pytest.mark.parametrize(
    ("said", "votes", "outcome"),
    [
        ("Passed", "1, 1, -1", Outcome.YES),
        ("approved", "1, 1, -1", Outcome.YES),
        ("approved", "1, -1, -1", Outcome.NO),
        ("rejected", "1, -1, -1", Outcome.YES),
        ("rejected", "1, 1, -1", Outcome.NO),
        ("no", "1, -1, 0", Outcome.YES),
        ("yes", "1, -1, 0", Outcome.NO),
        ("postponed", "1, 1, 1", Outcome.UNKNOWN),
    ],
)
def test_the_words_for_an_outcome(tmp_path: Path, said: str, votes: str, outcome: Outcome) -> None:
    """As many yes as no is no majority."""
    cast = ", ".join(f'"v{n}": {vote}' for n, vote in enumerate(votes.split(", ")))
    text = f'{{"description": "Hats?", "outcome": "{said}", "votes": {{{cast}}}}}'
    moot = Moot.create(tmp_path, {"votes/1.json": text})
    assert moot.ask("elections-recounted").finding.outcome is outcome


def test_a_yes_that_the_ballots_do_not_give_is_told_with_their_numbers(tmp_path: Path) -> None:
    text = '{"description": "Hats?", "outcome": "Passed", "votes": {"ada": 1, "bob": -1, "cleo": -1, "d": 0}}'
    (found,) = Moot.create(tmp_path, {"votes/1.json": text}).ask("elections-recounted").evidence
    assert str(found.what) == "Hats?: published as Passed, with 1 yes and 2 no."
