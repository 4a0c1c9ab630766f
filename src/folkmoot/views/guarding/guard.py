"""Everything known about how one project is guarded, each part found out when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from folkmoot.govern.audit.suppressions import answer_about, apply, read_suppressions
from folkmoot.model.audit import Answer
from folkmoot.model.check import Finding, Ground, Outcome, Tree
from folkmoot.views.guarding.deciding import guard_findings
from folkmoot.views.profiles import Profile, ask, of_check

if TYPE_CHECKING:
    from folkmoot.govern.audit.practice import Practice


@dataclass
class Guard:
    """One project. `today` decides which suppressions hold; `commit` names what is looked at, "" for none.

    `first` are the findings on the files that people look for, decided before. `ground` holds the files and
    what is known beside them. Without `practice`, questions about how a community decides stay unknown.
    """

    project: int
    name: str
    ground: Ground
    commit: str
    today: date
    first: tuple[Finding, ...] = ()
    practice: Practice | None = None
    _asked: dict[str, list[Answer]] = field(default_factory=dict, repr=False)

    @property
    def tree(self) -> Tree:
        """Give the files that are looked at."""
        return self.ground.tree

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Give what every check found, the files that people look for first."""
        return (*self.first, *guard_findings(self.ground, self.commit))

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Give every finding with what the community has suppressed taken out, and told."""
        good, bad = read_suppressions(self.tree, self.today)
        about = answer_about(bad, good)
        return (*apply(map(of_check, self.findings), good), *([about] if about else ()))

    def asked(self, profile: Profile) -> list[Answer]:
        """Give the answers to the questions of a profile, in its order."""
        if profile.name not in self._asked:
            wanted = [finding for finding in self.findings if profile.wants("check", finding.id)]
            self._asked[profile.name] = ask(profile, self.practice, wanted) if self.practice else []
        return self._asked[profile.name]

    def with_outcome(self, outcome: Outcome) -> list[Answer]:
        """Give the answers that have one outcome."""
        return [answer for answer in self.answers if answer.finding.outcome is outcome]
