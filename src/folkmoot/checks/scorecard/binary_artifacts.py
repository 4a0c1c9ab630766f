"""Binary-Artifacts: programs kept among the sources, which nobody can review.

Question:
    Is everything in the repository source, and nothing made from it?

Why it matters:
    Nobody can read a program. Whoever changes one among the sources can put anything into it, and users
    cannot tell whether it was made from the sources beside it.

How it is counted:
    Scorecard's rule: a file is a program by the mark in its first 1024 bytes (as the library filetype 1.1.3
    knows it), or by its ending when it does not hold text. 10 minus one for each. Test data is left out.

What it does not tell:
    Whether a program was made honestly. Scorecard forgives a Gradle wrapper that a workflow checks when the
    forge shows that the workflow ran; from files alone it does not, so where such a workflow is here and
    nothing else was found, the answer is unknown. Pictures, fonts and documents are no
    programs; what only tests hold is told as a small risk. A file whose content is not in this clone makes
    the answer unknown.

References:
    Scorecard, Binary-Artifacts: https://github.com/ossf/scorecard/blob/main/docs/checks.md#binary-artifacts
    The rule: https://github.com/ossf/scorecard/blob/main/checks/raw/binary_artifact.go
"""

from __future__ import annotations

import re

from folkmoot.checks.scorecard._scored import NotHereError, Ruling, scorecard_check
from folkmoot.checks.scorecard._survey import survey
from folkmoot.checks.scorecard._workflows import step_that_uses
from folkmoot.model.check import Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, warn

TESTS = re.compile(r"(^|/)(tests?|__tests__|specs?|fixtures?|test[-_]?(data|assets|files))/", re.IGNORECASE)
FOR_TESTS = (
    "They stand among tests: write beside them where each comes from and how to make it again, or let the "
    "test make it. Under a folder named testdata Scorecard leaves them alone."
)


WRAPPER = re.compile(r"(^|/)gradle-wrapper\.jar$")
VALIDATES = re.compile(r"gradle/(?:wrapper-validation-action|actions/wrapper-validation)@")
CHECKED = (
    "A workflow compares the Gradle wrapper with those that Gradle published. Scorecard forgives the wrapper "
    "where the forge shows that this ran on the newest commit, which a clone does not."
)
LOOK = "Look at the forge whether that workflow passed on the newest commit; then nothing is to be done."
FOR_WRAPPERS = (
    "The Gradle wrapper belongs there. Let a workflow compare it with those that Gradle published: "
    "gradle/actions/wrapper-validation, named by its commit."
)


def _rule(ground: Ground) -> Ruling:
    seen = survey(ground)
    if not seen.programs:
        if seen.missing:
            raise NotHereError(seen.missing[0])
        return Ruling(BEST, "no binaries found in the repo")
    told = tuple(warn("binary detected", path, 1) for path in seen.programs)
    score, reason = max(BEST - len(told), 0), "binaries present in source code"
    if all(WRAPPER.search(path) for path in seen.programs):
        if checked := step_that_uses(ground, VALIDATES, CHECKED):
            return Ruling(score, reason, told, Outcome.UNKNOWN, (checked,), LOOK, "a minute")
        return Ruling(score, reason, told, remedy=FOR_WRAPPERS, effort="a quarter of an hour")
    if all(TESTS.search(path) for path in seen.programs):
        return Ruling(score, reason, told, remedy=FOR_TESTS, effort="half an hour", risk=Risk.LOW)
    return Ruling(score, reason, told)


CHECK = scorecard_check(
    "binary-artifacts",
    "Binary-Artifacts",
    _rule,
    title="No programs among the sources",
    question="Is everything in the repository source, and nothing made from it?",
    why=(
        "Nobody can read a program. Whoever changes one among the sources can put anything into it, and "
        "users cannot tell whether it was made from the sources beside it."
    ),
    remedy=(
        "Make them when they are needed, in the build or in CI, or fetch them with their checksum. What only "
        "tests use can go under a folder named testdata."
    ),
    effort="an hour to a day",
    risk=Risk.HIGH,
    order=20,
)
