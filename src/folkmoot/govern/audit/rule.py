"""What a rule of the audit is: one question about practice, and how it is answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from folkmoot.govern.audit.practice import Practice
from folkmoot.i18n import Text
from folkmoot.model.audit import Answer, Evidence, Level
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.errors import AbsentError

ABSENT = (
    "This clone lacks contents that are needed to answer; `git fetch --refetch --no-filter` fetches them."
)


@dataclass(frozen=True)
class Verdict:
    """What a rule found: the outcome, what it rests on, and how many things were looked at."""

    outcome: Outcome
    evidence: tuple[Evidence, ...] = ()
    examined: int = 0


def judged(breaches: Iterable[Evidence], examined: int) -> Verdict:
    """Give "no" when anything was found, else "yes"."""
    found = tuple(breaches)
    return Verdict(Outcome.NO if found else Outcome.YES, found, examined)


def nothing_to_audit(why: Text) -> Verdict:
    """Give "not applicable": this community has nothing of the kind."""
    return Verdict(Outcome.NOT_APPLICABLE, (Evidence(why),))


def unknown(why: Text) -> Verdict:
    """Give "unknown": it cannot be said from what is here."""
    return Verdict(Outcome.UNKNOWN, (Evidence(why),))


@dataclass(frozen=True)
class AuditRule:
    """One question. `decide` gives its verdict from practice; `why`, `remedy` and `effort` are for people."""

    id: str
    version: int
    title: str
    question: str
    level: Level
    why: str
    remedy: str
    effort: str
    decide: Callable[[Practice], Verdict]
    definition: str
    order: int = 50

    def answer(self, practice: Practice) -> Answer:
        """Ask the question. Raises AbsentError for what a clone lacks, where practice refuses that."""
        try:
            verdict = self.decide(practice)
        except AbsentError:
            if practice.refuses:
                raise
            verdict = unknown(ABSENT)
        acts = verdict.outcome is Outcome.NO
        return Answer(
            Finding(
                self.id, self.title, verdict.outcome, tuple(each.what for each in verdict.evidence), self.why,
                self.remedy if acts else "", self.effort if acts else "",
            ),
            self.question, self.level, verdict.evidence, (), verdict.examined, (self.definition,),
        )  # fmt: skip
