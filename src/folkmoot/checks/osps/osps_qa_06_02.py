"""OSPS-QA-06.02: when and how tests are run is written down.

Question:
    Does the documentation say how tests are run, and when?

Why it matters:
    Who cannot run the tests sends changes without knowing whether they work.

How it is counted:
    Headings about testing with something below them, or lines with a test command, in documents for
    contributors. In a README a heading counts with a command below it only: it may be about testing what is
    made with the software.

What it does not tell:
    Whether it says when they run in the pipeline: the workflows do.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-qa-0602
"""

from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

HEADINGS = (
    r"^(\d[.\d]* )?(\w+ ){0,3}(test(s|ing)( suite)?|unit tests?|"
    r"test( (plan|steps|cases?|setup|strategy|policy|instructions|environment))?$|test suites?|"
    r"running (the )?(unit |"
    r"integration |e2e )?tests?|how to (run )?tests?|tests? and \w+)\b"
)
COMMANDS = (
    r"(run|execut)\w* (the |all |our |your |unit |full |existing )*(\w+ )?tests?\b|"
    r"^[ \t]*[$>]?[ \t]*(pytest|"
    r"tox|nox|npm (run )?test|pnpm (run )?test|yarn test|go test|cargo test|make (test|"
    r"check)|mvn (test|verify)|\./gradlew (test|check(?!style))|bundle exec (rake|rspec)|rake( test|"
    r" spec)?$|composer test|phpunit|ctest|python -m (unittest|pytest)|uv run .*pytest)"
)

CHECK = requirement(
    __doc__,
    (
        told(
            headings=HEADINGS,
            files=r"test(s|ing)",
            words=COMMANDS,
            about=("test", "tox", "rake"),
            where=r"contribut|develop|hack|internals|guideline|^\.github/|(^|/)tests?/|"
            r"^(testing|tests)\.|^docs?/dev",
        ),
        # A README may tell users how to test what they make: there a heading needs a command below it.
        told(
            headings=HEADINGS,
            words=COMMANDS,
            about=("test", "tox", "rake"),
            where="readme",
            says=COMMANDS,
        ),
    ),
    remedy=(
        "Write a section “Tests” in CONTRIBUTING: the command, what it needs, and that it runs on every "
        "pull request."
    ),
    effort="half an hour",
    settle="Write a section “Tests” in CONTRIBUTING.md: the command, and when it runs by itself.",
)
