"""CI-Tests: tests run before a change is merged.

Question:
    Do tests run before a change is merged?

Why it matters:
    A mistake that a test finds before the merge costs its author a minute, and nobody else anything.

How it is counted:
    Scorecard's rule is: merged changes of the newest 30 commits whose last commit has a successful status or
    check run that looks like a test, divided by all.
    Where it deviates: our store keeps no check runs. We ask the forge's settings instead: 10 when the default
    branch takes a change only after named checks passed, which holds for every change, sampled or not.

What it does not tell:
    What the checks test. Where no checks are asked for, tests may still run on every change; so the answer is
    "unknown" then, and without settings, never "no".

References:
    Scorecard, CI-Tests: https://github.com/ossf/scorecard/blob/main/docs/checks.md#ci-tests
    The rule: https://github.com/ossf/scorecard/blob/main/probes/testsRunInCI/impl.go
"""

from __future__ import annotations

from folkmoot.checks.scorecard._scored import Ruling, scorecard_check
from folkmoot.model.check import Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, INCONCLUSIVE, info

NO_SETTINGS = "the rules of the default branch were not shown: run folkmoot check --forge URL with a token"
NOT_ASKED = "the default branch asks for no checks, and no check runs are kept"


def _rule(ground: Ground) -> Ruling:
    checks = ground.forge.branch.checks if ground.forge else None
    if checks is None:
        return Ruling(INCONCLUSIVE, NO_SETTINGS, outcome=Outcome.UNKNOWN)
    if not checks:
        return Ruling(INCONCLUSIVE, NOT_ASKED, outcome=Outcome.UNKNOWN)
    told = tuple(info(f"check must pass before a merge: {name}") for name in checks)
    return Ruling(BEST, "every change must pass checks before it is merged", told)


CHECK = scorecard_check(
    "ci-tests",
    "CI-Tests",
    _rule,
    title="Tests before the merge",
    question="Do tests run before a change is merged?",
    why="A mistake that a test finds before the merge costs its author a minute, and nobody else anything.",
    remedy=(
        "Let a workflow run the tests on every change, and let the default branch ask for it: Settings, "
        "Rules, Rulesets, Require status checks to pass."
    ),
    effort="an hour",
    risk=Risk.LOW,
    order=80,
)
