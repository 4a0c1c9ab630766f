"""What an answer says about waiting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.sources.web.patience import LONGEST_PAUSE, UNSAID, Limit, limit_of, pause

NOW = 1_700_000_000.0


@pytest.mark.parametrize("status", [200, 404, 502, 403])
def test_an_answer_without_a_word_of_limits_is_no_limit(status: int) -> None:
    assert limit_of(status, {"x-ratelimit-remaining": "12"}, NOW) is None


def test_seconds_are_taken_as_said() -> None:
    assert limit_of(429, {"retry-after": "17"}, NOW) == Limit(17, is_quota=False)


def test_a_date_is_taken_as_the_seconds_until_then() -> None:
    assert limit_of(403, {"retry-after": "Tue, 14 Nov 2023 22:13:50 GMT"}, NOW) == Limit(30, is_quota=False)


def test_a_spent_quota_waits_for_its_reset_and_a_second_more() -> None:
    headers = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW) + 90)}
    assert limit_of(403, headers, NOW) == Limit(91, is_quota=True)


def test_a_reset_that_has_passed_waits_a_second() -> None:
    headers = {"ratelimit-remaining": "0", "ratelimit-reset": str(int(NOW) - 5)}
    assert limit_of(429, headers, NOW) == Limit(1, is_quota=True)


def test_a_reset_may_be_told_in_seconds_to_wait() -> None:
    """So the IETF's draft of these headers has it, and some proxies before a forge."""
    headers = {"ratelimit-remaining": "0", "ratelimit-reset": "45"}
    assert limit_of(429, headers, NOW) == Limit(46, is_quota=True)


def test_a_limit_without_a_time_waits_as_long_as_forges_ask_for() -> None:
    assert limit_of(403, {}, NOW, is_limited=True) == Limit(UNSAID, is_quota=False)
    assert limit_of(200, {}, NOW, is_limited=True) == Limit(UNSAID, is_quota=False)


@given(after=st.text(max_size=30), reset=st.text(max_size=30))
def test_nonsense_in_headers_is_no_crash(after: str, reset: str) -> None:
    headers = {"retry-after": after, "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset}
    limit = limit_of(429, headers, NOW)
    assert limit is not None
    assert limit.seconds >= 0


def test_pauses_grow_and_are_spread() -> None:
    assert all(2**n / 2 <= pause(n) <= 2**n for n in range(5))
    assert pause(50) <= LONGEST_PAUSE
    assert len({pause(3) for _ in range(20)}) > 1


def test_a_word_about_when_to_come_back_outweighs_a_spent_quota() -> None:
    """GitHub sends both where we were too hasty; waiting for the hour to end would be far too long."""
    headers = {"retry-after": "17", "x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW) + 3000)}
    assert limit_of(403, headers, NOW) == Limit(17, is_quota=False)


def test_headers_of_limits_say_nothing_about_answers_that_came() -> None:
    """The last request of a quota is answered like any other."""
    headers = {"retry-after": "17", "x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW) + 90)}
    assert limit_of(200, headers, NOW) is None
    assert limit_of(503, headers, NOW) is None


def test_a_quota_that_is_not_spent_tells_of_no_reset() -> None:
    headers = {"x-ratelimit-remaining": "1", "x-ratelimit-reset": str(int(NOW) + 90)}
    assert limit_of(429, headers, NOW) == Limit(UNSAID, is_quota=False)


def test_a_date_that_has_passed_waits_for_nothing() -> None:
    assert limit_of(429, {"retry-after": "Tue, 14 Nov 2023 22:13:19 GMT"}, NOW) == Limit(0, is_quota=False)


@pytest.mark.parametrize("reset", ["", "soon", "-5", "1e9", "٣٣", "9" * 12])
def test_a_spent_quota_without_a_sensible_reset_waits_as_long_as_forges_ask_for(reset: str) -> None:
    headers = {"x-ratelimit-remaining": "0", "x-ratelimit-reset": reset}
    assert limit_of(429, headers, NOW) == Limit(UNSAID, is_quota=False)
    assert limit_of(403, headers, NOW) is None


@pytest.mark.parametrize("after", ["9" * 9, "٣", "1.5", "Tue, 45 Nov 2023 22:13:19 GMT"])
def test_a_word_that_is_neither_seconds_nor_a_date_is_none(after: str) -> None:
    assert limit_of(429, {"retry-after": after}, NOW) == Limit(UNSAID, is_quota=False)


def test_pauses_stay_below_their_bound_and_above_half_of_it() -> None:
    assert all(LONGEST_PAUSE / 2 <= pause(attempt) <= LONGEST_PAUSE for attempt in (6, 7, 60, 1000))
