"""Whatever a repository holds, every check of the room says something, and says it within its scale."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checks.trees import ground
from folkmoot.checks import all_checks
from folkmoot.model.check import Check, Finding, Outcome

CHECKS = list(all_checks("scorecard").values())
NAMES = [
    "LICENSE", "COPYING/GPL-3.0.md", "SECURITY.md", ".github/SECURITY.md", ".github/workflows/ci.yml",
    ".github/dependabot.yml", ".clusterfuzzlite/Dockerfile", "Dockerfile", "pom.xml", "a_test.go", "a.c",
    "a.exe", "run.sh", "testdata/a.exe", "\udcff.py", "a\nb.js", "-rf", "../x", "/etc/passwd", "",
]  # fmt: skip
PIECES = [
    b"", b"\0", b"\xff\xfe", b"MZ", b"#!/bin/sh\n", b"curl x | sh\n", b"jobs:\n", b"  - uses: a/b@c\n",
    b"on: push\n", b"{{", b"${{ github.event.issue.title }}", b"&a [*a]\n", b"- - - - -", b"FROM x\n",
    b"RUN pip install y\n",
    b"ada@example.org ", b"https://", b"<sonar.host.url>", b"import atheris\n", b"\x1b[2J", b"\xe2\x80\xae",
]  # fmt: skip
CONTENTS = st.none() | st.binary(max_size=80) | st.lists(st.sampled_from(PIECES), max_size=12).map(b"".join)


def is_sound(finding: Finding) -> bool:
    """A score is a whole number of the scale, and none at all is never called a yes or a no."""
    scored = finding.scored
    if scored is None or not -1 <= scored.score <= 10:
        return False
    return scored.score >= 0 or finding.outcome not in (Outcome.YES, Outcome.NO)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=12), CONTENTS, max_size=8), st.data())
def test_no_tree_breaks_a_check(files: dict[str, bytes | None], data: st.DataObject) -> None:
    links = data.draw(st.sets(st.sampled_from(sorted(files)))) if files else set()
    place = ground(dict(files), links)
    assert [check.id for check in CHECKS if not is_sound(check.decide(place))] == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_an_empty_tree_is_judged(check: Check) -> None:
    assert is_sound(check.decide(ground({})))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_clone_without_contents_never_says_yes_or_no_by_content(check: Check) -> None:
    """Only what a name alone decides may be decided."""
    files = dict.fromkeys(
        ["LICENSE", "SECURITY.md", ".github/workflows/ci.yml", "a.c", "run.sh", "Dockerfile"]
    )
    finding = check.decide(ground(dict(files)))
    by_name = {"scorecard-license", "scorecard-dependency-update-tool"}
    assert finding.outcome not in (Outcome.YES, Outcome.NO) or finding.id in by_name
