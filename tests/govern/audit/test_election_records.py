"""Elections on record: ballots, lists of voters and published results read together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from folkmoot.govern.audit.election_records import MOST_BYTES, Election
from govern.audit.moot import Moot

BALLOTS = "ada,bob,cleo\n1,2,3\n1,3,2\n2,1,No opinion\n"
SETTINGS = "name: Steering 2026\nno_winners: 1\n"
VOTERS = "# who may vote\neligible_voters:\n- ada\n- bob\n- cleo\n- dora\n"
RESULTS = """\
# Results

- Number of eligible voters: 4
- Number of votes cast: 3

## Winners

1. [Ada Example](https://github.com/Ada)

The rest of the candidates were placed as follows:
2. Bob
"""
FOLDER = {"ballots.csv": BALLOTS, "election.yaml": SETTINGS, "voters.yaml": VOTERS, "results.md": RESULTS}


def election(folder: Mapping[str, str] = FOLDER, **changed: str) -> dict[str, str]:
    """Give the files of one election; `results` and others replace those with such a name."""
    names = {name.partition(".")[0]: name for name in folder}
    whole = dict(folder) | {names[key]: text for key, text in changed.items()}
    return {f"elections/2026/{name}": text for name, text in whole.items()}


def only(place: Path, files: Mapping[str, str]) -> Election:
    with Moot.create(place, files).practice() as practice:
        (found,) = practice.elections
    return found


def test_a_folder_of_elekto_is_read_as_one_election(tmp_path: Path) -> None:
    found = only(tmp_path, election())
    assert (found.path, found.result_path, found.line) == (
        "elections/2026/ballots.csv", "elections/2026/results.md", 6,
    )  # fmt: skip
    assert found.winners == ("ada",)
    assert found.numbers == {"voters": 4, "cast": 3}
    assert (found.listed, len(found.poll.ballots), found.is_limited) == (4, 3, False)


def test_a_name_is_found_through_the_candidates_own_page(tmp_path: Path) -> None:
    results = "## Winner\n\n- Ada Example\n"
    page = {"elections/2026/candidate-ada.md": "name: Ada Example\nID: ada\n"}
    assert only(tmp_path / "a", election(results=results)).winners is None
    assert only(tmp_path / "b", election(results=results) | page).winners == ("ada",)


def test_a_limit_that_changed_the_seats_is_noticed(tmp_path: Path) -> None:
    limited = RESULTS + "\nProportional representation limits moved one seat.\n"
    unlimited = RESULTS + "\nProportional representation limits were not invoked for this election.\n"
    assert only(tmp_path / "a", election(results=limited)).is_limited
    assert not only(tmp_path / "b", election(results=unlimited)).is_limited


def test_an_election_without_result_has_no_winners(tmp_path: Path) -> None:
    files = {"elections/2026/ballots.csv": BALLOTS}
    found = only(tmp_path, files)
    assert (found.winners, found.numbers, found.listed) == (None, {}, None)


def test_a_vote_of_node_holds_its_own_outcome(tmp_path: Path) -> None:
    vote = {"description": "Hats?", "outcome": "Yes", "votes": {"ada": 1, "bob": -1, "cleo": 1}}
    found = only(tmp_path, {"votes/2026.json": json.dumps(vote)})
    assert (found.said, found.winners, found.result_path) == ("Yes", None, "votes/2026.json")


def test_what_is_no_election_is_left_out(tmp_path: Path) -> None:
    files = {
        "votes/other.json": '{"votes": 3}',
        "x/ballots.csv": "voter,vote\nada,yes\n",
        "votes/x.json": "[",
    }
    with Moot.create(tmp_path, files).practice() as practice:
        assert practice.elections == []


def test_a_file_of_ballots_that_is_too_large_is_not_counted_in_part(tmp_path: Path) -> None:
    """Half of the ballots would elect somebody else, and be told as a mistake of the community."""
    many = "ada,bob,cleo\n" + "1,2,3\n" * (MOST_BYTES // 6) + "2,1,3\n"
    with Moot.create(tmp_path, election(ballots=many)).practice() as practice:
        assert practice.elections == []


def test_an_election_in_a_folder_without_settings_is_read(tmp_path: Path) -> None:
    found = only(tmp_path, {"elections/x/ballots.csv": BALLOTS, "elections/x/results.md": RESULTS})
    assert (found.winners, found.numbers["cast"], found.listed) == (("ada",), 3, None)


def test_elections_stand_in_the_order_of_their_paths(tmp_path: Path) -> None:
    vote = json.dumps({"description": "Hats?", "outcome": "Yes", "votes": {"ada": 1}})
    files = election() | {"votes/2026.json": vote, "votes/2025.json": vote}
    with Moot.create(tmp_path, files).practice() as practice:
        assert [each.path for each in practice.elections] == [
            "elections/2026/ballots.csv", "votes/2025.json", "votes/2026.json",
        ]  # fmt: skip


def test_numbers_are_read_with_their_commas(tmp_path: Path) -> None:
    results = RESULTS.replace("voters: 4", "voters: 1,234").replace("votes cast: 3", "votes cast: ,")
    assert only(tmp_path, election(results=results)).numbers == {"voters": 1234}


def test_a_list_of_voters_without_anybody_is_no_list(tmp_path: Path) -> None:
    assert only(tmp_path, election(voters="eligible_voters:\n")).listed is None


def test_entries_above_the_voters_are_none(tmp_path: Path) -> None:
    """Other lists in the same file, such as of officers, must not add voters."""
    voters = "officers:\n- zoe\n- yan\neligible_voters:\n- ada\n"
    assert only(tmp_path, election(voters=voters)).listed == 1


def test_an_election_among_the_seeds_of_tests_is_no_election(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"tests/seeds/2026/ballots.csv": "ada,bob\n1,2\n"})
    with moot.practice() as practice:
        assert practice.elections == []
