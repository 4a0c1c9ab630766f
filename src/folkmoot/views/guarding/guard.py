"""Everything known about how one project is guarded, each part found out when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from folkmoot.govern.audit.suppressions import answer_about, apply, read_suppressions
from folkmoot.model.audit import Answer
from folkmoot.model.check import Finding, Ground, Tree
from folkmoot.views.guarding.deciding import guard_checks, guard_findings
from folkmoot.views.profiles import Profile, ask, of_check

if TYPE_CHECKING:
    from folkmoot.govern.audit.practice import Practice


@dataclass
class Guard:
    """One project. `today` decides which suppressions hold.

    `first` are the findings on the files that people look for, decided before. `make` gives the ground with
    what is known beside the files, when `key` does not lead to what was decided before; () keeps nothing.
    Without `practice`, questions about how a community decides stay unknown.
    """

    project: int
    name: str
    tree: Tree
    today: date
    key: tuple[str, ...]
    make: Callable[[], Ground]
    first: tuple[Finding, ...] = ()
    practice: Practice | None = None
    web: str = ""
    """The https address of the project at its forge, "" where none is known."""
    quotes: bool = True
    """Whether words and paths of the files may be shown: they name people, whom aliases are to hide."""
    _asked: dict[str, list[Answer]] = field(default_factory=dict, repr=False)

    @cached_property
    def guarding(self) -> tuple[Finding, ...]:
        """Give what the guarding checks found."""
        return guard_findings(self.make, self.key)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Give what every check found, the files that people look for first."""
        return (*self.first, *self.guarding)

    @cached_property
    def answers(self) -> tuple[Answer, ...]:
        """Give every finding with what the community has suppressed taken out, and told."""
        good, bad = read_suppressions(self.tree, self.today)
        about = answer_about(bad, good)
        found = (*apply(map(of_check, self.findings), good), *([about] if about else ()))
        return tuple(map(self._shown, found))

    def _shown(self, answer: Answer) -> Answer:
        """Give an answer without a word of the files where nobody may be named."""
        if self.quotes:
            return answer
        finding = replace(answer.finding, evidence=(), spots=(), links=(), scored=None)
        return replace(answer, finding=finding, evidence=(), suppressed=())

    def asked(self, profile: Profile) -> list[Answer]:
        """Give the answers to the questions of a profile, in its order."""
        if profile.name not in self._asked:
            is_guarding = any(profile.wants("check", identifier) for identifier in guard_checks())
            findings = self.findings if is_guarding else self.first
            wanted = [finding for finding in findings if profile.wants("check", finding.id)]
            answers = ask(profile, self.practice, wanted) if self.practice else []
            self._asked[profile.name] = list(map(self._shown, answers))
        return self._asked[profile.name]
