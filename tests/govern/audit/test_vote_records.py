"""Votes on record: which files they are, and when they landed."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.govern.audit.vote_records import MOST_BYTES, Vote, is_record
from govern.audit.moot import GOVERNANCE, Moot, team, vote


@pytest.mark.parametrize("path", ["votes/1-x.md", "governance/votes/2026-01.md", "vote/x.markdown"])
def test_files_below_votes_may_be_records(path: str) -> None:
    assert is_record(path)


@pytest.mark.parametrize(
    "path",
    [
        "votes/README.md",
        "votes/TEMPLATE.md",
        "votes/1.json",
        "docs/votes.md",
        ".folkmoot/votes/x.md",
        "tests/fuzz/votes/x.md",
        "pkg/testdata/votes/x.md",
    ],
)
def test_others_are_none(path: str) -> None:
    assert not is_record(path)


def test_a_record_lands_with_the_commit_that_brought_its_votes(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer"))
    landed = moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    moot.hold("1", vote("Dora as a fine Reviewer", "ada (binding)"))
    with moot.practice() as practice:
        found = practice.votes[0]
    assert found.commit == landed
    assert found.poll.title == "A Vote for Dora as a fine Reviewer"


def test_a_file_that_is_no_vote_is_left_out(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("notes", "# Minutes\n\nWe met.\n")
    with moot.practice() as practice:
        assert practice.votes == []


def test_a_record_that_was_deleted_is_gone(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    moot.made.commit(files={"votes/1.md": None})
    with moot.practice() as practice:
        assert practice.votes == []


def test_everybody_with_a_role_may_vote_where_nothing_is_written(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"SECURITY_CONTACTS": "zoe\n"})
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    with moot.practice() as practice:
        found = practice.votes[0]
    assert (found.voters, found.by_rule, found.min_yes) == ({"zoe"}, False, 0)


def only(moot: Moot) -> Vote:
    """Give the one vote on record."""
    with moot.practice() as practice:
        (found,) = practice.votes
    return found


def test_the_written_rule_says_who_may_vote_and_how_many_must(tmp_path: Path) -> None:
    """The usual rules: maintainers vote on reviewers; Cleo is a committer."""
    moot = Moot.create(tmp_path)
    commit = moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "cleo (non-binding)"))
    found = only(moot)
    assert (found.commit, found.by_rule, found.min_yes) == (commit, True, 2)
    assert found.voters == {"ada", "bob"}
    assert found.roles_of["cleo"] == ("committer of store",)
    assert [ballot.voter for ballot in found.binding] == ["ada"]


def test_only_the_team_that_is_named_votes(tmp_path: Path) -> None:
    files = {
        "GOVERNANCE.md": GOVERNANCE,
        "teams/store/team.json": team(),
        "teams/docs/team.json": team(("zoe",)),
    }
    moot = Moot.create(tmp_path, files)
    moot.hold("1-store", vote("Dora as Reviewer", "ada (binding)"))
    found = only(moot)
    assert (found.teams, found.voters) == ({"store"}, {"ada", "bob"})


def test_where_no_team_is_named_every_team_votes(tmp_path: Path) -> None:
    files = {
        "GOVERNANCE.md": GOVERNANCE,
        "teams/store/team.json": team(),
        "teams/docs/team.json": team(("zoe",)),
    }
    moot = Moot.create(tmp_path, files)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    assert only(moot).voters == {"ada", "bob", "zoe"}


def test_part_of_a_word_names_no_team(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1-restored", vote("Dora as Reviewer of the bookstore", "ada (binding)"))
    assert only(moot).teams == frozenset()


def test_of_several_rules_that_may_be_meant_the_least_is_asked(tmp_path: Path) -> None:
    """A title that fits no action must not be held against the strictest of them."""
    strict = GOVERNANCE.replace("* **2/3", "* **Many**: Many requires 5 binding +1 votes.\n* **2/3")
    strict = strict.replace("| New Committer  | Consensus ", "| New Committer  | Many      ")
    moot = Moot.create(tmp_path, {"GOVERNANCE.md": strict, "teams/store/team.json": team()})
    moot.hold("1", vote("Painting it green", "ada (binding)"))
    moot.hold("2", vote("Emil as Committer", "ada (binding)"))
    with moot.practice() as practice:
        unclear, clear = practice.votes
    assert (unclear.action, unclear.share, unclear.min_yes) == (None, None, 2)
    assert clear.min_yes == 5


def test_who_gets_the_role_with_the_record_did_not_have_it_before(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    record = vote("Zoe as Committer", "ada (binding)", "zoe (binding)")
    moot.made.commit(files={"teams/store/team.json": team(("ada", "bob", "zoe")), "votes/1.md": record})
    assert only(moot).voters == {"ada", "bob"}


def test_without_roles_nobody_knows_who_may_vote(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"README.md": "Hello"})
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    found = only(moot)
    assert (found.voters, found.by_rule, found.roles_of) == (None, False, {})


def test_who_left_before_the_vote_does_not_count(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.made.commit(files={"teams/store/team.json": team(("bob",))})
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    moot.made.commit(files={"teams/store/team.json": team(("ada", "bob"))})
    assert only(moot).voters == {"bob"}


def test_a_corrected_account_does_not_move_the_day_of_the_vote(tmp_path: Path) -> None:
    """As many votes, one of them under a new name: what was decided then was decided then."""
    moot = Moot.create(tmp_path)
    landed = moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "bob (binding)"))
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "robert (binding)"))
    found = only(moot)
    assert found.commit == landed
    assert [ballot.voter for ballot in found.binding] == ["ada", "bob"]
    assert "robert" in found.text


def test_a_vote_added_later_moves_it(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    later = moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "bob (binding)"))
    assert only(moot).commit == later


def test_a_vote_without_ballots_has_no_time_in_which_it_was_open(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer"))
    found = only(moot)
    assert (found.binding, found.longest) == ([], None)


def test_evidence_points_at_the_line_of_the_words(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "Ada (binding)"))
    found = only(moot)
    lines = found.text.splitlines()
    assert lines[found.line_of("ADA") - 1] == "* Ada (binding)"
    assert lines[found.line_of("nobody of this name") - 1] == "## Result"


def test_a_record_too_large_to_be_one_is_left_out(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)") + "x" * MOST_BYTES)
    moot.hold("2", vote("Emil as Reviewer", "ada (binding)"))
    assert only(moot).path == "votes/2.md"


def test_bytes_that_are_no_text_do_no_harm(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.made.commit(files={"votes/1.md": b"\xff\xfe# A Vote for \x00\n"})
    found = only(moot)
    assert (found.poll.ballots, found.binding) == ((), [])
