"""Records of votes that do not say how they ended."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, vote


def test_the_evidence_names_the_vote(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer"))
    (found,) = moot.ask("decisions-with-result").evidence
    assert str(found.what) == "A Vote for Dora as Reviewer: the record has no result."


def test_a_list_of_votes_is_a_result_whoever_is_binding(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada"))
    assert moot.ask("decisions-with-result").finding.outcome is Outcome.YES
