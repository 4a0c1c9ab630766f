"""What a record claims about its votes, against the votes it lists."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, places, vote


def test_a_claim_that_the_list_bears_out_is_fine(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    claim = "Approved by 1 binding vote and 2 non-binding votes."
    moot.hold(
        "1", vote("Dora as Reviewer", "ada (binding)", "cleo (non-binding)", "zoe (non-binding)", claim=claim)
    )
    assert moot.ask("claims-match-votes").finding.outcome is Outcome.YES


def test_the_evidence_names_the_vote_and_the_line_of_the_claim(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    commit = moot.hold("1", vote("Dora as Reviewer", "ada (binding)", claim="Approved by 2 binding votes."))
    answer = moot.ask("claims-match-votes")
    (found,) = answer.evidence
    assert str(found.what) == "A Vote for Dora as Reviewer: of binding votes, 2 are claimed and 1 listed."
    assert (places(answer), found.commit) == (["votes/1.md:9"], commit)


def test_a_list_that_marks_some_is_held_against_the_claim(tmp_path: Path) -> None:
    """The unmarked vote is neither binding nor not."""
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "bob", claim="Approved by 2 binding votes."))
    (found,) = moot.ask("claims-match-votes").evidence
    assert "2 are claimed and 1 listed" in str(found.what)


def test_where_nothing_is_marked_nothing_contradicts_the_claim(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada", "bob", claim="Approved by 3 binding votes."))
    answer = moot.ask("claims-match-votes")
    assert (answer.finding.outcome, answer.examined) == (Outcome.YES, 1)


def test_records_without_claim_are_not_counted_as_looked_at(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    assert moot.ask("claims-match-votes").finding.outcome is Outcome.NOT_APPLICABLE
    moot.hold("2", vote("Emil as Reviewer", "ada (binding)", claim="Approved by 1 binding vote."))
    assert moot.ask("claims-match-votes").examined == 1
