"""Dates as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.proposals.dates import date_in


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2014-03-11", date(2014, 3, 11)),
        ("2014-3-1", date(2014, 3, 1)),
        ("(2014-03-11)", date(2014, 3, 11)),
        ("2020.02.01", date(2020, 2, 1)),
        ("2020/02/01", date(2020, 2, 1)),
        ("19.04.2020", date(2020, 4, 19)),
        ("25-12-2014", date(2014, 12, 25)),
        ("12-25-2014", date(2014, 12, 25)),
        ("03-Jul-2001", date(2001, 7, 3)),
        ("3 July 2001", date(2001, 7, 3)),
        ("May 4th, 2019", date(2019, 5, 4)),
        ("2017-06-13T00:00:00.000Z", date(2017, 6, 13)),
        ("2026\u201102\u201109", date(2026, 2, 9)),
        ("2014-19-19", None),
        ("2019-25-04", None),
        ("99-99-9999", None),
        ("0000-00-00", None),
        ("yyyy-mm-dd", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates(written: str, meant: date | None) -> None:
    assert date_in(written) == meant


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert date_in(day.isoformat()) == day
    assert date_in(day.strftime("%d-%b-%Y")) == day
    assert date_in(day.strftime("%d.%m.%Y")) == day


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    found = date_in(text)
    assert found is None or 1970 <= found.year <= 2199
