"""What an audit answers: a finding, and the exact lines and commits it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from folkmoot.i18n import Text
from folkmoot.model.check import Evidence, Finding, Outcome

__all__ = ["Answer", "Evidence", "Level", "Suppressed"]


class Level(StrEnum):
    """How much a "no" matters. The names are those of SARIF."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True)
class Suppressed:
    """Evidence that does not count, because the community said so and why. `until` is an ISO day."""

    evidence: Evidence
    reason: str
    until: str


@dataclass(frozen=True)
class Answer:
    """The answer to one question. `examined` is how many things were looked at; 0 where that says nothing."""

    finding: Finding
    question: Text = ""
    level: Level = Level.WARNING
    evidence: tuple[Evidence, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    examined: int = 0
    references: tuple[str, ...] = field(default=())

    @property
    def fails(self) -> bool:
        """Tell whether this is something to act on. "Could not know" never is, and a note does not insist."""
        return self.finding.outcome is Outcome.ERROR or (
            self.finding.outcome is Outcome.NO and self.level is not Level.NOTE
        )
