"""Code-Review: what lands was approved by somebody other than its author.

Question:
    Is what lands approved by somebody else first?

Why it matters:
    A second pair of eyes is the cheapest defence against mistakes, and against one stolen account.

How it is counted:
    Scorecard's rule: approved changesets divided by all, as 0 to 10 rounded down. A changeset is a merged
    change, or a commit on the main line that came without one. It is approved by a review that says so or
    by a merge, either of somebody other than the author. Changesets of bots that somebody approved are
    left out.
    Where it deviates: Scorecard looks at the newest 30 commits, we at all of the last 12 months, as far
    back as the forge knows of changes; commits of a side branch count with what landed them; reviews of
    the author under another account do not count here; of commits without a change, a trailer such as
    Reviewed-by that names somebody else counts, where Scorecard knows Gerrit, Prow, Phabricator and
    Piper.

What it does not tell:
    Whether anybody read the code: a merge may be one click. Without a connected forge, or where it was
    last read more than 90 days ago, nothing is known.

References:
    Scorecard, Code-Review: https://github.com/ossf/scorecard/blob/main/docs/checks.md#code-review
    The rule: https://github.com/ossf/scorecard/blob/main/probes/codeApproved/impl.go
"""

from __future__ import annotations

from folkmoot.checks.scorecard._scored import Ruling, normalized, proportional, scorecard_check
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, INCONCLUSIVE

ASK = "Who approved a change only the forge tells: `folkmoot sync --forge URL` asks it."
NO_FORGE = "no forge told of changes of late; `folkmoot sync --forge URL` asks it"


def _rule(ground: Ground) -> Ruling:
    past = ground.past
    if past is None or past.landed is None or past.changesets is None:
        return Ruling(INCONCLUSIVE, NO_FORGE, outcome=Outcome.UNKNOWN, spots=(Evidence(ASK),))
    if not past.landed:
        return Ruling(INCONCLUSIVE, "no changesets detected")
    if past.approved < past.changesets:
        score = proportional(past.approved, past.changesets)
        reason = f"Found {past.approved}/{past.changesets} approved changesets"
        return Ruling(score, normalized(reason, score))
    if not past.by_people:
        return Ruling(INCONCLUSIVE, f"Found no human activity in the last {past.landed} changesets")
    return Ruling(BEST, "all changesets reviewed")


CHECK = scorecard_check(
    "code-review",
    "Code-Review",
    _rule,
    title="Approved by somebody else",
    question="Is what lands approved by somebody else first?",
    why="A second pair of eyes is the cheapest defence against mistakes, and against one stolen account.",
    remedy=(
        "Let the default branch take changes only with one approval, and ask one person to share the "
        "reviewing. A project of one person cannot do this alone: then say so, and review one's own changes "
        "a day later."
    ),
    effort="half an hour, and time every week",
    risk=Risk.HIGH,
    order=70,
)
