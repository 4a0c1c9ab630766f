"""Months and days as words in the reader's language."""

from __future__ import annotations

import re
from collections.abc import Callable

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH_YEAR = "{month} {year}"
DAY_MONTH_YEAR = "{day} {month} {year}"
DATE = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?")


def date_in_words(text: str, translate: Callable[[str], str] = str) -> str:
    """Give "2026-03" as "March 2026" and "2026-03-14" as "14 March 2026"; any other text as it is."""
    match = DATE.fullmatch(text)
    if not match:
        return text
    month = translate(MONTHS[int(match[2]) - 1])
    if match[3]:
        return translate(DAY_MONTH_YEAR).format(day=int(match[3]), month=month, year=match[1])
    return translate(MONTH_YEAR).format(month=month, year=match[1])
