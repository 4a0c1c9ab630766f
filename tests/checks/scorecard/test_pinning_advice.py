"""Advice about what is not pinned: for every kind, in words, once."""

import pytest

from folkmoot.checks.scorecard._pinning_advice import (
    ADVICE,
    LONG,
    SHORT,
    WORDS,
    advice,
    is_aside,
    plainly,
    weight,
)
from folkmoot.i18n import say


def test_every_kind_has_words_and_advice() -> None:
    assert set(WORDS) == set(ADVICE)


def test_a_kind_of_scorecard_is_told_in_words_and_other_texts_stay() -> None:
    assert plainly("npmCommand not pinned by hash") == WORDS["npmCommand"]
    assert plainly("something else") == "something else"


def test_what_to_mend_first_weighs_least() -> None:
    texts = [
        f"{kind} not pinned by hash" for kind in ("pipCommand", "third-party GitHubAction", "containerImage")
    ]
    assert sorted(texts, key=weight) == [texts[1], texts[2], texts[0]]
    assert weight("Possibly incomplete results") < weight(texts[1])


def test_advice_for_several_kinds_stands_in_their_order() -> None:
    told, effort = advice({"pipCommand", "containerImage"}, 9)
    assert say(told) == f"{ADVICE['containerImage']} {ADVICE['pipCommand']}"
    assert effort == LONG


def test_a_few_commands_take_less_than_all_actions() -> None:
    assert advice({"npmCommand"}, 9)[1] == SHORT


def test_own_actions_are_advised_on_once() -> None:
    assert (
        advice({"third-party GitHubAction", "GitHub-owned GitHubAction"}, 9)[0]
        == ADVICE["third-party GitHubAction"]
    )


def test_nothing_known_is_no_advice() -> None:
    assert advice({"rocketCommand"}, 9) == ("", "")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("tests/e2e/deploy.sh", True), (".devcontainer/setup.sh", True), ("docs/requirements.sh", True),
        (".github/workflows/test.yml", False), ("scripts/test.sh", False), ("Dockerfile", False),
    ],
)  # fmt: skip
def test_folders_tell_what_serves_developers_only(path: str, expected: bool) -> None:
    assert is_aside(path) is expected
