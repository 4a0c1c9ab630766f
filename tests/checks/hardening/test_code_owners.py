"""Lines of CODEOWNERS held against the files that are there."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.checks.hardening.code_owners import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome

TREE = {"src/boats/oar.py": "x", "docs/guide.md": "x", "docs/a b.md": "x", "Makefile": "x"}


def found(text: str | None, path: str = ".github/CODEOWNERS") -> Finding:
    return CHECK.decide(ground({**TREE, path: text}))


@pytest.mark.parametrize(
    "line",
    [
        "* @ada", "** @ada", "/docs/ @moot/writers", "docs/ ada@oak.test", "docs @ada", "/docs @ada",
        "*.py @ada",
        "src/**/*.py @ada @bob", "/src/** @ada", "**/boats/ @ada", "boats/ @ada", "oar.py @ada",
        "/Makefile @ada", "/docs/*.md @ada", "docs/a\\ b.md @ada", "/docs/gu?de.md @ada",
        "/docs/ @ada # words",
        "[Docs] @moot/writers", "^[Docs][2] @ada", "/gone/", "# /gone/ @ada", "docs/*uid* @@maintainer",
    ],
)  # fmt: skip
def test_lines_that_ask_somebody(line: str) -> None:
    assert found(f"* @ada\n{line}\n").outcome is Outcome.YES


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("/gone/ @ada", "“/gone/” fits no file here."),
        ("gone.py @ada", "“gone.py” fits no file here."),
        ("/boats/ @ada", "“/boats/” fits no file here."),
        ("*.rs @ada", "“*.rs” fits no file here."),
        ("/src/*.py @ada", "“/src/*.py” fits no file here."),
        ("docs/ ada", "“ada” is no account and no address."),
        ("!docs/ @ada", "Forges know no exceptions that begin with “!”."),
    ],
)
def test_lines_that_ask_nobody(line: str, what: str) -> None:
    finding = found(f"# who\n* @ada\n{line}\n")
    assert finding.outcome is Outcome.NO
    assert [(spot.place, say(spot.what)) for spot in finding.spots] == [(".github/CODEOWNERS:3", what)]
    assert finding.remedy


def test_without_a_file_nothing_is_asked() -> None:
    finding = CHECK.decide(ground(TREE))
    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert "folkmoot fix codeowners" in say(finding.evidence[0])


def test_a_file_of_comments_names_nobody_on_purpose() -> None:
    assert found("# Copyright Ada\n\n").outcome is Outcome.NOT_APPLICABLE


def test_what_is_not_in_the_clone_is_not_known() -> None:
    assert found(None).outcome is Outcome.UNKNOWN


def test_forges_read_the_first_one_only() -> None:
    files = {**TREE, ".github/CODEOWNERS": "* @ada\n", "CODEOWNERS": "/gone/ @ada\n"}
    assert CHECK.decide(ground(files)).outcome is Outcome.YES
    assert found("/gone/ @ada\n", "docs/CODEOWNERS").outcome is Outcome.NO


@pytest.mark.parametrize(
    "line", ["*a" * 400 + " @ada", "[" * 900 + " @ada", "**/" * 300 + "x @ada", "?" * 999]
)
def test_lines_made_to_take_long_are_passed_over(line: str) -> None:
    assert found(f"{line}\n").outcome is Outcome.YES
