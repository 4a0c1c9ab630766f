"""Maintained: somebody works on the project and answers.

Question:
    Does somebody work on the project and answer?

Why it matters:
    What nobody maintains gets no mending when a hole is found.

How it is counted:
    Scorecard's rule: commits on the default branch in the last 90 days, and issues on which somebody with
    rights to the repository spoke in that time; 12 or more together hold 10, fewer in proportion. A project
    younger than 90 days holds 0.
    Where it deviates: Scorecard counts 30 commits at most, which never changes the score; its 90 days end
    now, ours when the store was last brought up to date; it asks when the repository was created, we when the
    first commit or issue was made, so that a move is no new beginning.

What it does not tell:
    Whether the project needs work: finished software may rest. Whether the forge calls it archived, for which
    Scorecard gives 0. Without a connected forge the issues are not known, so that a low score is "unknown".

References:
    Scorecard, Maintained: https://github.com/ossf/scorecard/blob/main/docs/checks.md#maintained
    The rule: https://github.com/ossf/scorecard/blob/main/checks/evaluation/maintained.go
"""

from __future__ import annotations

from folkmoot.checks.scorecard._scored import Ruling, normalized, proportional, scorecard_check
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
from folkmoot.model.event import DAY
from folkmoot.model.past import RECENT_DAYS
from folkmoot.model.scorecard import BEST, INCONCLUSIVE, warn

ENOUGH = RECENT_DAYS // 7
"""One thing a week."""
NO_STORE = "no history was looked at; `folkmoot sync` reads it"
LOOK = "The history was not looked at. `folkmoot sync` reads it, and `folkmoot report` does so by itself."
QUIET = (
    "Commits in the last {days} days: {count}. Whether somebody answers issues a forge can tell: "
    "`folkmoot sync --forge URL`."
)
YOUNG = "The project is younger than 90 days, which is too early to tell."
TOO_YOUNG = "project was created within the last 90 days. Please review its contents carefully"


def _rule(ground: Ground) -> Ruling:
    past = ground.past
    if past is None or not past.first_seen:
        return Ruling(INCONCLUSIVE, NO_STORE, outcome=Outcome.UNKNOWN, spots=(Evidence(LOOK),))
    if past.first_seen > past.as_of - RECENT_DAYS * DAY:
        told = (warn(f"Repository was created within the last {RECENT_DAYS} days."),)
        return Ruling(0, TOO_YOUNG, told, Outcome.UNKNOWN, (Evidence(YOUNG),))
    issues = past.issues or 0
    score = proportional(past.commits + issues, ENOUGH)
    reason = f"{past.commits} commit(s) and {issues} issue activity found in the last {RECENT_DAYS} days"
    if past.issues is None and score < BEST:
        quiet = Evidence(Message(QUIET, {"count": past.commits, "days": RECENT_DAYS}))
        return Ruling(score, normalized(reason, score), (), Outcome.UNKNOWN, (quiet,))
    return Ruling(score, normalized(reason, score))


CHECK = scorecard_check(
    "maintained",
    "Maintained",
    _rule,
    title="Somebody works on it",
    question="Does somebody work on the project and answer?",
    why="What nobody maintains gets no mending when a hole is found.",
    remedy=(
        "Say in the README what users can count on. If the project is finished, say that too; if nobody can "
        "answer any more, look for a successor or archive it."
    ),
    effort="half an hour",
    risk=Risk.HIGH,
    order=75,
)
