"""Texts made to keep a search busy: one thing written over and over in every file that checks read.

An expression that goes back over what it has read needs minutes for these; one that does not, no time.
`make fuzz` makes them as large as checks read, and ends each check that takes more than two minutes.
"""

from __future__ import annotations

import signal

import pytest

from checks.trees import ground
from folkmoot.checks import all_checks
from folkmoot.model.check import Ground, Outcome
from fuzz.mutations import CASES

FILES = (
    "README.md", "SECURITY.md", "CONTRIBUTING.md", "GOVERNANCE.md", "MAINTAINERS.md", "docs/guide.md",
    "CHANGELOG.md", "LICENSE", "CODEOWNERS", "package.json", "pnpm-workspace.yaml", "setup.py", "setup.cfg",
    "pyproject.toml", "Cargo.toml", "Makefile", "Dockerfile", "scripts/release.sh", ".gitlab-ci.yml",
    ".github/workflows/release.yml", ".github/dependabot.yml", "renovate.json", "SECURITY-INSIGHTS.yml",
    "action.yml", "main.py", "a.js", "requirements.txt", ".pre-commit-config.yaml", "OWNERS",
)  # fmt: skip
ENDLESS = (
    " ", "\t", "\n", "\n ", "\n- ", "\n# ", "# ", "== ", "<!--", "<a ", "[", "[a](", "(", "`", '"', "${{ ",
    "a", "a/", "1.", "@a.", "https://", "git fetch ", "RUN ", "release ",
)  # fmt: skip
IS_LARGE = CASES > 1000
SIZE = 1_000_000 if IS_LARGE else 60_000
MOST_SECONDS = 120
IN_A_SCRIPT = "on: pull_request_target\njobs:\n  a:\n    runs-on: x\n    steps:\n    - run: |\n        "


def filled(piece: str) -> Ground:
    """Give a project whose every file is that piece, over and over, with an end that fits nothing."""
    text = piece * (SIZE // len(piece)) + "\x01x!\n"
    files = dict.fromkeys(FILES, text)
    files[".github/workflows/ci.yml"] = IN_A_SCRIPT + text.replace("\n", "\n        ")
    return ground(files)


@pytest.mark.parametrize("piece", ENDLESS)
def test_what_is_written_over_and_over_is_read_in_one_go(piece: str) -> None:
    project = filled(piece)
    for check in all_checks().values():
        signal.alarm(MOST_SECONDS if IS_LARGE else 0)
        assert check.decide(project).outcome in Outcome, check.id
    signal.alarm(0)
