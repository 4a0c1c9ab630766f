"""Which names and addresses look like a test to Scorecard."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from folkmoot.model.ci import SIGNS, names_test, sign_of, signs_of


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("github-actions", "github-actions"),
        ("Unit Tests (3.13)", "test"),
        ("https://app.circleci.com/pipelines/1", "circleci"),
        ("ci/woodpecker/pr/build", "ci/woodpecker"),
        ("vstfs:///build/Build/77", "vstfs:///build/build"),
        ("latest", "test"),
        ("Cirrus CI", ""),
        ("license/cla", ""),
        ("", ""),
    ],
)
def test_signs_are_found_anywhere_and_in_any_case(text: str, sign: str) -> None:
    """Also where they prove little: that is Scorecard's rule."""
    assert sign_of(text) == sign


def test_every_sign_is_found_in_itself() -> None:
    assert [sign for sign in SIGNS if not sign_of(sign)] == []


def test_all_signs_are_told_apart_from_the_first() -> None:
    assert signs_of("GitHub-Actions\nUnit Tests") == {"github-actions", "test"}
    assert sign_of("GitHub-Actions\nUnit Tests") == "github-actions"
    assert signs_of("build") == set()


def test_the_signs_are_those_that_scorecard_looks_for() -> None:
    """In its own source, where that is at hand; all but the one that its lower case can never meet."""
    place = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES", "/nowhere")) / "ossf+scorecard" / "repo"
    if not place.exists():
        pytest.skip("FOLKMOOT_REAL_REPOSITORIES does not hold ossf+scorecard")
    shown = ["git", "-C", str(place), "show", "HEAD:probes/testsRunInCI/impl.go"]
    source = subprocess.run(shown, check=True, capture_output=True, text=True).stdout
    listed = source.partition("range []string{")[2].partition("} {")[0]
    assert set(re.findall(r'"([^"]+)"', listed)) - {"Cirrus CI"} == set(SIGNS)


@pytest.mark.parametrize(
    "name",
    ["Unit Tests (3.13)", "pull-kubernetes-unit-test", "pytest", "ci/woodpecker/pr/test", "UnitTests",
     "tests_py312", "rspec 3/8", "e2e", "testsuite", "Go test", "doctests", "testing"],
)  # fmt: skip
def test_names_that_say_test(name: str) -> None:
    assert names_test(name)


@pytest.mark.parametrize(
    "name", ["", "latest", "attestation", "build-latest", "contest", "lint", "license/cla", "protest"]
)
def test_names_that_only_have_its_letters(name: str) -> None:
    """To Scorecard some of these are tests all the same."""
    assert not names_test(name)
