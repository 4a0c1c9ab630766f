"""CI-Tests: tests run before a change is merged.

Question:
    Do tests run before a change is merged?

Why it matters:
    A mistake that a test finds before the merge costs its author a minute, and nobody else anything.

How it is counted:
    Scorecard's rule: merged changes on whose newest commit a status succeeded with the sign of a test in its
    name or address, or a suite of checks of an app with such a sign, divided by all merged changes, as 0 to
    10 rounded down. Signs are the names of services such as github-actions, circleci or jenkins, and the
    words "test" and "e2e". Changes with one newest commit in common count once. With no merged change there
    is no score.
    Where it deviates: Scorecard looks at what the newest 30 commits belong to, we at all changes merged in
    the last 12 months of which a forge told what ran; those of which it did not are left out, and counted
    beside it. Of each status the newest word counts, for Scorecard any earlier one too. Scorecard knows
    GitHub and GitLab; Forgejo and Gitea are asked the same. Where no forge was read in the last 90 days, its
    settings may answer: 10 when the default branch takes a change only after named checks passed.

What it does not tell:
    What the checks test: github-actions counts whatever it ran. What ran more than 400 days ago GitHub has
    forgotten. Without a forge nothing is known, and the answer is "unknown", never "no".

References:
    Scorecard, CI-Tests: https://github.com/ossf/scorecard/blob/main/docs/checks.md#ci-tests
    The rule: https://github.com/ossf/scorecard/blob/main/probes/testsRunInCI/impl.go
"""

from __future__ import annotations

from folkmoot.checks.scorecard._scored import Ruling, normalized, proportional, scorecard_check
from folkmoot.i18n import Message, say
from folkmoot.model.check import Evidence, Ground, Outcome, Risk
from folkmoot.model.past import RanBefore
from folkmoot.model.scorecard import BEST, INCONCLUSIVE, info

PROTECTION = (
    "Let a workflow run the tests on every change, and let the default branch ask for it: Settings > "
    "Branches > the rule of the default branch > Enable status check > name the checks."
)
NO_FORGE = "no forge told of late what ran on merged changes; `folkmoot sync --forge URL` asks it"
NONE_MERGED = "no pull request found"
MISSED = (
    "Of {heads} changes merged in the last 12 months, {tested} had passed something that looks like a test. "
    "The newest that had not: {numbers}."
)
UNKNOWN = "Of {number} more merged changes it is not known what had run on them."


def _rule(ground: Ground) -> Ruling:
    ran = ground.past.ran if ground.past else None
    if ran is not None and ran.heads:
        return _counted(ran)
    if checks := ground.forge.branch.checks if ground.forge else None:
        told = tuple(info(f"check must pass before a merge: {name}") for name in checks)
        return Ruling(BEST, "every change must pass checks before it is merged", told)
    if ran is not None and not ran.unknown:
        return Ruling(INCONCLUSIVE, NONE_MERGED)
    return Ruling(INCONCLUSIVE, NO_FORGE, outcome=Outcome.UNKNOWN)


def _counted(ran: RanBefore) -> Ruling:
    score = proportional(ran.tested, ran.heads)
    reason = normalized(f"{ran.tested} out of {ran.heads} merged PRs checked by a CI test", score)
    numbers = ", ".join(f"#{number}" for number in ran.untested)
    values: dict[str, str | int | float] = {"tested": ran.tested, "heads": ran.heads, "numbers": numbers}
    missed = [Message(MISSED, values)] if ran.untested else []
    more = [Message(UNKNOWN, {"number": ran.unknown})] if ran.unknown else []
    details = tuple(info(say(each)) for each in more)
    return Ruling(score, reason, details, spots=tuple(map(Evidence, [*missed, *more])))


CHECK = scorecard_check(
    "ci-tests",
    "CI-Tests",
    _rule,
    title="Tests before the merge",
    question="Do tests run before a change is merged?",
    why="A mistake that a test finds before the merge costs its author a minute, and nobody else anything.",
    remedy={
        "": "Let a pipeline run the tests on every change, and let the settings of the default branch ask "
        "for it, so that a change lands when they pass.",
        "github": "Let a workflow run the tests on every change, and let the default branch ask for it: "
        "Settings > Rules > Rulesets > Require status checks to pass.",
        "gitlab": "Let a pipeline run the tests on every merge request, and ask for it: Settings > Merge "
        "requests > Merge checks > Pipelines must succeed.",
        "forgejo": PROTECTION,
        "gitea": PROTECTION,
    },
    effort="an hour",
    risk=Risk.LOW,
    order=80,
)
