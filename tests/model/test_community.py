"""What a community lists: one place, or a pattern that stands for many."""

from __future__ import annotations

import pytest

from folkmoot.model.community import WEEK, Community, Listed


@pytest.mark.parametrize("at", ["clones/*", "lib-?", "[ab]", "https://example.org/moot/*"])
def test_a_sign_of_a_pattern_makes_one(at: str) -> None:
    assert Listed(at).is_pattern


@pytest.mark.parametrize("at", ["", ".", "../a", "https://example.org/moot/hall.git", "git@example.org:a/b"])
def test_a_plain_place_is_no_pattern(at: str) -> None:
    assert not Listed(at).is_pattern


def test_weeks_begin_on_monday_as_the_standard_says() -> None:
    """ISO 8601 counts Monday as 1, and so do `working_days`."""
    assert (WEEK[0], WEEK[-1], len(WEEK)) == ("mon", "sun", 7)


def test_what_nobody_said_is_not_said() -> None:
    """No working hours are not hours from midnight to midnight, and no target is not a target of none."""
    silent = Community()
    assert (silent.working_hours, silent.response_days) == (None, None)
    assert (silent.repositories, silent.working_days, dict(silent.groups)) == ((), (), {})


def test_two_communities_share_no_groups() -> None:
    assert Community().groups is not Community().groups


def test_a_question_mark_or_bracket_alone_is_enough_for_a_pattern() -> None:
    assert [Listed(f"a{sign}b").is_pattern for sign in "*?[X]"] == [True, True, True, False, False]
