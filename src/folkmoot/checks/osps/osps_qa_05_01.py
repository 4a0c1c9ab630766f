"""OSPS-QA-05.01: no built programs in the repository.

Question:
    Is the repository free of programs that a build made?

Why it matters:
    Nobody reviews a binary. The xz backdoor hid in two files for tests.

How it is counted:
    Files named as programs, installers or bytecode that begin as such: one is a no. The wrappers of Gradle
    and Maven do not count: they are checked by hash against known ones by a step of the build.

What it does not tell:
    Programs under other names, scripts that a tool made, and what is inside archives.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0501
"""

from folkmoot.checks.osps._binaries import programs
from folkmoot.checks.osps._requirement import requirement

CHECK = requirement(
    __doc__,
    (programs,),
    remedy=("Build it when it is needed, or fetch it in a documented step with its hash; then `git rm` it."),
    effort="an afternoon",
    settle="Fetch the files that are missing in this clone.",
)
