"""Lines of CODEOWNERS held against the files that are there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.trees import ground
from folkmoot.checks.hardening.code_owners import CHECK, MOST_TRIES
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


def test_only_so_many_patterns_are_tried_in_full() -> None:
    lines = "".join(f"src/*/oar*{number}.py @ada\n" for number in range(MOST_TRIES + 60))
    files = {"src/boats/oar.py": "x", **{f"src/{number}.py": "x" for number in range(MOST_TRIES + 60)}}
    finding = CHECK.decide(ground({**files, "CODEOWNERS": lines}))
    assert len(finding.spots) == MOST_TRIES


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
    ("line", "outcome"),
    [("*a" * 400, Outcome.NO), ("[" * 900, Outcome.YES), ("**/" * 300 + "x", Outcome.NO),
     ("?" * 999, Outcome.NO), ("**/**" * 200 + "*", Outcome.YES)],
)  # fmt: skip
def test_lines_made_to_take_long_take_none(line: str, outcome: Outcome) -> None:
    assert found(f"{line} @ada\n").outcome is outcome


@pytest.mark.parametrize(
    ("pattern", "fits"),
    [
        ("s*c/b*ts/o*r.py", True), ("src/b*s/*a*.p?", True), ("**/boats/*.py", True), ("src/**/oar.py", True),
        ("src/**/boats", True),
        ("src/b*x/oar.py", False), ("*r.p", False), ("b*t", False), ("**/docs/*.py", False),
        ("src/**/ear.py", False), ("boats/**", True), ("/boats/**", False), ("**/src/boats", True),
        ("*o*a*t*s", True), ("*t*a*o*s", False), ("?ar.py", True), ("??ar.py", False),
    ],
)  # fmt: skip
def test_signs_that_stand_for_many(pattern: str, fits: bool) -> None:
    assert (found(f"{pattern} @ada\n").outcome is Outcome.YES) is fits


def test_a_name_made_to_take_long_does_not() -> None:
    files = {"a" * 3000: "x", "b": "x", "CODEOWNERS": "*a" * 60 + "*b @ada\n" + "/" + "a*" * 60 + "b @ada\n"}
    finding = CHECK.decide(ground(files))
    assert [spot.line for spot in finding.spots] == [1, 2]


@given(st.text("ab/*?", min_size=1, max_size=8), st.lists(st.text("ab/", min_size=1, max_size=8), max_size=6))
def test_patterns_agree_with_matching_every_path_by_itself(pattern: str, told: list[str]) -> None:
    paths = {"/".join(filter(None, path.split("/"))) for path in told} - {""}
    pattern = pattern.lstrip("/") or "a"
    if "**" in pattern or "//" in pattern or pattern.endswith("/"):
        return
    paths |= {"CODEOWNERS"}
    there = {*paths, *(path[:at] for path in paths for at, sign in enumerate(path) if sign == "/")}
    tails = there if "/" in pattern else {path.rpartition("/")[2] for path in there}
    wanted = re.compile(pattern.replace("*", "[^/]*").replace("?", "[^/]"))
    expected = set(pattern) <= {"*", "/"} or any(wanted.fullmatch(path) for path in tails)
    finding = CHECK.decide(
        ground({**dict.fromkeys(paths - {"CODEOWNERS"}, "x"), "CODEOWNERS": f"{pattern} @ada\n"})
    )
    assert (finding.outcome is Outcome.YES) is expected
