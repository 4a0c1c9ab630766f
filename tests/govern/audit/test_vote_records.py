"""Votes on record: which files they are, and when they landed."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.govern.audit.vote_records import is_record
from govern.audit.moot import Moot, vote


@pytest.mark.parametrize("path", ["votes/1-x.md", "governance/votes/2026-01.md", "vote/x.markdown"])
def test_files_below_votes_may_be_records(path: str) -> None:
    assert is_record(path)


@pytest.mark.parametrize(
    "path", ["votes/README.md", "votes/TEMPLATE.md", "votes/1.json", "docs/votes.md", ".folkmoot/votes/x.md"]
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
