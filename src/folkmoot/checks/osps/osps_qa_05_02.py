"""OSPS-QA-05.02: nothing in the repository escapes review.

Question:
    Is the repository free of binary code that nobody can review?

Why it matters:
    What cannot be read can do anything. Pictures, sounds and fonts are not meant.

How it is counted:
    Files named as libraries, objects, archives of classes or packages that begin as such, and the programs of
    OSPS-QA-05.01: one is a no.

What it does not tell:
    Binary data under other names, and data that a test needs: whether it could be made by the test somebody
    has to judge.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0502
"""

from folkmoot.checks.osps._binaries import libraries
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (libraries,),
    remedy=(
        "Let the build fetch it from its registry by version and hash, or make it from source; then `git "
        "rm` it."
    ),
    effort="an afternoon",
    settle="Fetch the files that are missing in this clone.",
)
