"""Dates as people write them in headers; what is no date stays no date."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DASHES = str.maketrans("\u2010\u2011\u2012\u2013\u2014\u2212", "------")
YEAR_FIRST = re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
DAY_NAMED = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?[- ]([A-Za-z]{3})[a-z]*\.?,?[- ](\d{4})(?!\d)")
MONTH_NAMED = re.compile(r"\b([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)")


def date_in(value: str) -> date | None:
    """Give the first date in `value`, or None where there is none that exists.

    `2014-03-11`, `2020/2/1`, `2020.02.01`, `19.04.2020`, `25-12-2014`, `03-Jul-2001` and `May 4, 2019` are
    read. Where day and month could be either, the day is taken to be first, as everywhere with dots.
    """
    text = value.translate(DASHES)
    if match := YEAR_FIRST.search(text):
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := DAY_NAMED.search(text):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    if match := YEAR_LAST.search(text):
        day, month = int(match[1]), int(match[3])
        return _day(int(match[4]), *((day, month) if month > 12 else (month, day)))
    if match := MONTH_NAMED.search(text):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    return None


def _month(name: str) -> int:
    short = name.casefold()
    return MONTHS.index(short) + 1 if short in MONTHS else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if 1970 <= year <= 2199 else None
    except ValueError:
        return None
