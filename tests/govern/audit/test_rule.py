"""What a rule answers."""

from __future__ import annotations

from folkmoot.govern.audit.rule import judged, nothing_to_audit, unknown
from folkmoot.model.audit import Answer, Evidence, Level
from folkmoot.model.check import Finding, Outcome


def test_any_breach_is_a_no() -> None:
    assert judged([Evidence("x")], 3).outcome is Outcome.NO
    assert judged([], 3).outcome is Outcome.YES


def test_what_cannot_be_said_says_why() -> None:
    assert (nothing_to_audit("w").outcome, unknown("w").outcome) == (Outcome.NOT_APPLICABLE, Outcome.UNKNOWN)
    assert unknown("w").evidence == (Evidence("w"),)


def test_only_a_no_that_insists_fails() -> None:
    def fails(outcome: Outcome, level: Level) -> bool:
        return Answer(Finding("x", "X", outcome), level=level).fails

    assert fails(Outcome.NO, Level.WARNING)
    assert fails(Outcome.ERROR, Level.NOTE)
    assert not fails(Outcome.NO, Level.NOTE)
    assert not fails(Outcome.UNKNOWN, Level.ERROR)
