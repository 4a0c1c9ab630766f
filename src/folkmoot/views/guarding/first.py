"""What to do first: how bad it is, how sure that is, and how soon it is done.

The order is that of `risk x certainty / effort`, as a tired volunteer would choose: what takes ten minutes
and closes a large hole stands before what takes a week. It is no score and is shown nowhere as a number.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome, Risk
from folkmoot.model.scorecard import BEST
from folkmoot.views.guarding.effort import WEEKEND, minutes

FIRST = 3
"""How many things a weekend is asked for."""
WEIGHTS = {Risk.CRITICAL: 12.0, Risk.HIGH: 5.0, Risk.MEDIUM: 2.0, Risk.LOW: 1.0}
SHOWN, NOT_FOUND = 1.0, 0.6
"""How sure a "no" is that points at lines, and one that found nothing where it looked."""
LEAST_MINUTES = 10.0
"""Nothing takes less than that: somebody must open the editor, and somebody must look at the change."""


def urgency(finding: Finding) -> float:
    """Give the weight by which findings are ordered; 0 for what is not to be acted on."""
    if finding.outcome is not Outcome.NO:
        return 0.0
    certainty = SHOWN if finding.spots else NOT_FOUND
    missing = 1 - max(0, finding.scored.score) / BEST if finding.scored else 1.0
    time = max(LEAST_MINUTES, needed(finding))
    # Half as long does not count twice: the root keeps a grave thing that takes a day before small change.
    return float(WEIGHTS[finding.risk or Risk.MEDIUM] * certainty * missing / time**0.5)


def of_a_weekend(acting: Sequence[Finding]) -> list[Finding]:
    """Give the first few that are worth a weekend and can be done in one; small risks ask for none.

    What takes no time is no work: it is for others to know.
    """
    worth = (finding for finding in acting if finding.effort and finding.risk is not Risk.LOW)
    return [finding for finding in worth if needed(finding) <= WEEKEND][:FIRST]


def needed(finding: Finding) -> float:
    """Give the minutes that a finding takes: for each file where it says so."""
    return minutes(say(finding.effort), len({spot.path for spot in finding.spots}))


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Give the findings to act on, the most urgent first."""
    acting = [finding for finding in findings if finding.outcome is Outcome.NO]
    return sorted(acting, key=lambda finding: (-urgency(finding), finding.id))
