"""Records that leave open whose vote was binding, where others of the same community say it."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, vote


def test_the_evidence_names_the_vote_and_how_many_voted(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    moot.hold("2", vote("Emil as Reviewer", "ada", "bob", "cleo"))
    answer = moot.ask("votes-say-who-binds")
    assert [str(each.what) for each in answer.evidence] == [
        "A Vote for Emil as Reviewer: votes: 3, none marked as binding or not."
    ]
    (place,) = {(each.path, each.line) for each in answer.evidence}
    (line,) = [
        number
        for number, text in enumerate(vote("Emil as Reviewer", "ada", "bob", "cleo").splitlines(), start=1)
        if "ada" in text
    ]
    assert place[1] == line


def test_one_mark_in_a_record_is_enough(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "bob"))
    assert moot.ask("votes-say-who-binds").finding.outcome is Outcome.YES


def test_a_record_without_result_is_not_counted_as_looked_at(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    moot.hold("2", vote("Emil as Reviewer"))
    answer = moot.ask("votes-say-who-binds")
    assert (answer.finding.outcome, answer.examined) == (Outcome.YES, 1)
