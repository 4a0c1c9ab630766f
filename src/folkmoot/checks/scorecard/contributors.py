"""Contributors: people of several organisations do the work.

Question:
    Do people of several organisations contribute?

Why it matters:
    What one company alone keeps up ends when its plans change.

How it is counted:
    Scorecard's rule: organisations behind people with five commits or more; three hold 10, fewer in
    proportion.
    Where it deviates: Scorecard reads the company that people state at GitHub and the organisations they
    belong to there, of the contributors that GitHub lists; we take what e-mail domains and the community's
    own overrides tell, for everybody. Scorecard names the organisations; we count them only, because one name
    may stand for one person. Where fewer than two of them were behind a commit of the last 12 months the
    answer is "unknown", whatever the score.

What it does not tell:
    How much each does: see the organisations page. Free mail addresses tell no organisation, so that too
    few known ones are "unknown", never "no".

References:
    Scorecard, Contributors: https://github.com/ossf/scorecard/blob/main/docs/checks.md#contributors
    The rule: https://github.com/ossf/scorecard/blob/main/checks/evaluation/contributors.go
"""

from __future__ import annotations

from folkmoot.checks.scorecard._scored import Ruling, normalized, proportional, scorecard_check
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, INCONCLUSIVE

ENOUGH = 3
FEW_KNOWN = (
    "For whom most people work is known to nobody but them. Those who want to can say so in "
    ".folkmoot/people/HANDLE.toml."
)
NOT_LATELY = (
    "Organisations known behind people with five commits or more: {count} over all time, {active} in the "
    "last 12 months. For whom others work is known to nobody but them."
)
SEVERAL = 2
LOOK = "The history was not looked at. `folkmoot sync` reads it, and `folkmoot report` does so by itself."
NO_STORE = "no history was looked at; `folkmoot sync` reads it"


def _rule(ground: Ground) -> Ruling:
    past = ground.past
    if past is None or not past.first_seen:
        return Ruling(INCONCLUSIVE, NO_STORE, outcome=Outcome.UNKNOWN, spots=(Evidence(LOOK),))
    count = past.organisations
    reason = f"project has {count} contributing companies or organizations"
    score = proportional(count, ENOUGH)
    active = past.active_organisations
    if score == BEST and active is not None and active < SEVERAL:
        told = Evidence(Message(NOT_LATELY, {"count": count, "active": active}))
        reason = reason if count > ENOUGH else normalized(reason, score)
        return Ruling(score, reason, (), Outcome.UNKNOWN, (told,))
    if count > ENOUGH:
        return Ruling(BEST, reason)
    # Most people's organisations are known to nobody, so that few known ones prove no lack of others.
    if score == BEST:
        return Ruling(score, normalized(reason, score))
    return Ruling(score, normalized(reason, score), (), Outcome.UNKNOWN, (Evidence(FEW_KNOWN),))


CHECK = scorecard_check(
    "contributors",
    "Contributors",
    _rule,
    title="People of several organisations",
    question="Do people of several organisations contribute?",
    why="What one company alone keeps up ends when its plans change.",
    remedy=(
        "Nothing that can be done in a weekend. Where affiliations are missing, state them in "
        ".folkmoot/people; where they are right, invite those who already send changes from elsewhere."
    ),
    effort="months",
    risk=Risk.LOW,
    order=85,
)
