"""How long something takes, by its words."""

import pytest

from folkmoot.views.guarding.effort import NOT_SAID, minutes


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("ten minutes", 10),
        ("half an hour", 30),
        ("an hour", 60),
        ("An hour, more in a large project", 60),
        ("45 minutes", 45),
        ("two hours", 120),
        ("half a day", 240),
        ("a day", 480),
        ("a week", 2400),
        ("a few minutes", 3),
        ("a quarter of an hour", 15),
        ("months", 9600),
        ("two months", 19200),
    ],
)
def test_words_mean_minutes(said: str, expected: float) -> None:
    assert minutes(said) == expected


def test_each_counts_for_every_place() -> None:
    assert minutes("five minutes each", 4) == 20
    assert minutes("ten minutes per workflow", 3) == 30
    assert minutes("five minutes each", 0) == 5


def test_one_effort_for_all_places_is_not_multiplied() -> None:
    assert minutes("ten minutes", 4) == 10


@pytest.mark.parametrize("said", ["", "depends", "long", "many minutes of thought", "9" * 400])
def test_what_is_not_said_is_reckoned_as_an_hour(said: str) -> None:
    assert minutes(said) == NOT_SAID
