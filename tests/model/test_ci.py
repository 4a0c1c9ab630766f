"""Which names and addresses look like a test to Scorecard."""

import pytest

from folkmoot.model.ci import SIGNS, VAGUE, sign_of, signs_of


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
    assert set(SIGNS) > VAGUE


def test_all_signs_are_told_apart_from_the_first() -> None:
    assert signs_of("GitHub-Actions\nUnit Tests") == {"github-actions", "test"}
    assert sign_of("GitHub-Actions\nUnit Tests") == "github-actions"
    assert signs_of("build") == set()
