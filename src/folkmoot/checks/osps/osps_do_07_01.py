"""OSPS-DO-07.01: how to build it from source.

Question:
    Does the documentation say how to build the software, and what that needs?

Why it matters:
    Who can build it can fix it, and can check that a release is made of its source.

How it is counted:
    Headings about building, compiling, installing from source or setting up for development; files such as
    INSTALL, BUILDING or HACKING; lines with build commands in documents for contributors.

What it does not tell:
    Whether the instructions work and are complete.

References:
    OSPS Baseline: https://baseline.openssf.org/versions/2026-02-19#osps-do-0701
"""

from folkmoot.checks.osps._requirement import requirement
from folkmoot.checks.osps._told import told

CHECK = requirement(
    __doc__,
    (
        told(
            files=r"install|build(ing)?|hacking|develop(ment|ing)?|compil(e|ing)|(install|"
            r"build)(ing)?[-_ ].+",
            headings=r"^(\d[.\d]* )?(development|developer) (steps|workflow|instructions|process)\b|"
            r"^(\d[.\d]* )?(how to )?(build(ing)?|compil(e|ing)|hacking)( (from|the|and|it|"
            r"with|instructions)\b"
            r".*|:?)$|build instructions|(install(ing|ation)?|run(ning)?) (\w+ )?from (the )?(source|git)|"
            r"source installation|(dev(elopment|eloper)?|local) (setup|environment|install|guide)|"
            r"first[- ]time setup|set(ting)? ?up( your| a| the)?( local)? (dev|env|repo|project|working)",
            words=r"^[ \t]*[$>]?[ \t]*(make( all| build)?$|\./configure|cmake \.\.?|cargo build|go build|"
            r"go install \./|npm (ci|install)$|pnpm (i|install|build)$|yarn( install)?$|pip install -e|"
            r"python -m build|mvn (package|install)|\./gradlew (build|assemble)|bundle install|"
            r"composer install|dotnet build|meson setup|uv sync|poetry install)",
            about=("build", "compil", "install", "setup", "set up"),
            where=r"^(?!.*(tutorial|quick[-_]?start|example)).*(^[^/]+$|contribut|develop|hack|^\.github/|build|"
            r"compil|install|source|^docs?/(dev|readme))",
        ),
    ),
    remedy=(
        "Write a section “Building” in CONTRIBUTING: what has to be there first, and the commands from a "
        "fresh clone to a running program."
    ),
    effort="an hour",
    settle="Write a section “Building from source” in CONTRIBUTING.md: what it needs, and the commands.",
)
