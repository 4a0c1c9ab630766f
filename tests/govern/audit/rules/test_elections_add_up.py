"""The published numbers of an election against its lists."""

from __future__ import annotations

import json
from pathlib import Path

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, places
from govern.audit.test_election_records import BALLOTS, RESULTS, SETTINGS, election


def test_a_vote_without_a_list_of_voters_is_none_of_its_business(tmp_path: Path) -> None:
    vote = json.dumps({"description": "Hats?", "outcome": "Yes", "votes": {"ada": 1}})
    moot = Moot.create(tmp_path, {"votes/1.json": vote})
    assert moot.ask("elections-add-up").finding.outcome is Outcome.NOT_APPLICABLE
    moot.made.commit(files=election())
    assert moot.ask("elections-add-up").examined == 1


def test_an_election_that_publishes_no_numbers_is_not_counted_as_looked_at(tmp_path: Path) -> None:
    bare = {"elections/2025/ballots.csv": BALLOTS, "elections/2025/election.yaml": SETTINGS}
    moot = Moot.create(tmp_path, bare)
    assert moot.ask("elections-add-up").finding.outcome is Outcome.UNKNOWN
    moot.made.commit(files=election())
    assert moot.ask("elections-add-up").examined == 1


def test_more_ballots_than_either_number_of_voters_is_found(tmp_path: Path) -> None:
    """Three ballots; the result says 2 may vote, the list has 4: both differences are told."""
    fewer = RESULTS.replace("voters: 4", "voters: 2")
    answer = Moot.create(tmp_path, election(results=fewer)).ask("elections-add-up")
    assert [str(each.what) for each in answer.evidence] == [
        "Steering 2026: eligible voters by the result: 2; in the list: 4.",
        "Steering 2026: ballots: 3; voters: 2.",
    ]
    assert places(answer) == ["elections/2026/results.md:6"] * 2


def test_as_many_ballots_as_voters_is_fine(tmp_path: Path) -> None:
    voters = "eligible_voters:\n- ada\n- bob\n- cleo\n"
    results = RESULTS.replace("voters: 4", "voters: 3")
    moot = Moot.create(tmp_path, election(voters=voters, results=results))
    assert moot.ask("elections-add-up").finding.outcome is Outcome.YES


def test_without_a_list_the_published_number_of_voters_is_the_bound(tmp_path: Path) -> None:
    files = election(results=RESULTS.replace("voters: 4", "voters: 2"))
    del files["elections/2026/voters.yaml"]
    (found,) = Moot.create(tmp_path, files).ask("elections-add-up").evidence
    assert str(found.what) == "Steering 2026: ballots: 3; voters: 2."
