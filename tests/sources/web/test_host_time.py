"""A host's words about time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.sources.web.host_time import given_at, moment_of
from still_clock import NOW


def test_an_answer_is_of_the_time_its_host_says() -> None:
    assert given_at({"date": "Tue, 14 Nov 2023 22:13:20 GMT"}) == 1_700_000_000


@pytest.mark.parametrize("headers", [{}, {"date": ""}, {"date": "yesterday"}])
def test_where_a_host_does_not_say_it_is_our_time(headers: dict[str, str]) -> None:
    assert given_at(headers) == NOW


@pytest.mark.parametrize("zone", ["GMT", "+0000", "-0000", ""])
def test_wherever_we_are_a_date_without_a_zone_is_in_utc(monkeypatch: pytest.MonkeyPatch, zone: str) -> None:
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    time.tzset()
    try:
        assert moment_of(f"Tue, 14 Nov 2023 22:13:20 {zone}".strip()) == 1_700_000_000
    finally:
        monkeypatch.undo()
        time.tzset()


@given(st.text(max_size=40))
def test_what_has_no_digit_is_no_moment_and_nothing_crashes(said: str) -> None:
    assert moment_of(said) is None or any(map(str.isdigit, said))


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("Fri, 31 Dec 9999 23:59:59 -2359", 253_402_387_139),
        ("Fri, 31 Dec 99999 23:59:59 GMT", None),
        ("Fri, 31 Dec 9999 23:59:59 +99999999", None),
        ("Thu, 30 Feb 2023 00:00:00 GMT", None),
    ],
)
def test_a_date_that_cannot_be_is_no_moment(said: str, moment: int | None) -> None:
    assert moment_of(said) == moment
