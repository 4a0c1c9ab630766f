"""The agenda: at most seven findings in plain words, one file per rule, found by discovery.

A rule looks at panels and checks and gives a finding or None. Rules are careful: a finding is true and useful
to somebody who maintains the project, speaks of the community and never of a person as a problem, and names
what to do on Monday. Outcome NO wants attention, YES is good news, UNKNOWN could not be known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from folkmoot.model.check import Finding, Outcome
from folkmoot.views.discovery import found_in
from folkmoot.views.look import Look

LIMIT = 7
ENDED = "declared-end"
"""Where the one project looked at says that it has ended, what to do about its work is advice to nobody."""
SILENCE, RESTED_DAYS = "silence", 730
"""Where nothing at all happened for so many days, what was fewer before them is advice to nobody either."""
GOOD_NEWS = 3
"""How many pieces of good news close an agenda that has room for them."""


@dataclass(frozen=True)
class Rule:
    """One thing worth raising. The heavier of two findings stands first.

    `concerns_users` says that it matters too where nobody works on the project any more, as it said itself
    or as years of silence show.
    """

    id: str
    weight: int
    look: Callable[[Look], Finding | None]
    concerns_users: bool = False


@cache
def all_rules() -> tuple[Rule, ...]:
    """Give every rule, the heaviest first."""
    rules: tuple[Rule, ...] = found_in(__name__, "RULE")
    return tuple(sorted(rules, key=lambda rule: (-rule.weight, rule.id)))


def agenda(look: Look) -> tuple[Finding, ...]:
    """Give at most seven findings: what wants attention first, then good news while there is room."""
    raised = [(rule, finding) for rule in all_rules() if (finding := rule.look(look)) is not None]
    is_over = len(look.findings) == 1 and any(rule.id == ENDED for rule, _ in raised)
    has_rested = look.unseen_days > RESTED_DAYS
    found = [
        finding
        for rule, finding in raised
        if rule.concerns_users or not (is_over or (has_rested and rule.id != SILENCE))
    ]
    urgent = [finding for finding in found if finding.outcome is not Outcome.YES][:LIMIT]
    good = [finding for finding in found if finding.outcome is Outcome.YES]
    return (*urgent, *good[: min(GOOD_NEWS, LIMIT - len(urgent))])
