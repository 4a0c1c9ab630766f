"""Periods: from the numbers a metric's SQL gives to the words on a page."""

from __future__ import annotations

import contextlib
import re
from datetime import UTC, date, datetime, timedelta

from folkmoot.model.metric import ALL_TIME, LAST_DAYS, LAST_YEAR

EPOCH = date(1970, 1, 1).toordinal()
DAYS = range(10_000, 100_000)
"""Numbers of periods that are days since 1970: above every year, below every month."""
FRESH_DAYS = 31
"""Days without anything new after which a clone may simply be old."""

WORDS = {
    ALL_TIME: "all time",
    LAST_YEAR: "last 12 months",
    **{days: f"last {days} days" for days in LAST_DAYS},
}


def words(period: int) -> str:
    """Give "2026-03" for 202603, "2026" for 2026, "2026-03-31" for day 20543; words for special periods."""
    if period in WORDS:
        return WORDS[period]
    if period in DAYS:
        return date.fromordinal(EPOCH + period).isoformat()
    if period > 9999:
        return f"{period // 100:04d}-{period % 100:02d}"
    return f"{period:04d}"


def number(text: str) -> int | None:
    """Give 202603 for "2026-03", 2026 for "2026", 20543 for "2026-03-31", special periods for their words.

    None for anything else.
    """
    for special, word in WORDS.items():
        if text.strip().lower() == word:
            return special
    with contextlib.suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", text.strip(), re.ASCII):
            return date.fromisoformat(text.strip()).toordinal() - EPOCH
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2]))?", text.strip()):
        return int(text.strip().replace("-", ""))
    return None


def iso_date(seconds: int) -> str:
    """Give the day of a moment in UTC, "" for 0 and for moments no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds else ""
    except (OverflowError, ValueError, OSError):
        return ""


def trusted_until(data_until: str, freshness: str) -> str:
    """Give the newest month that comparisons may use, from the days of the newest data and of the clock.

    A clone that was not fetched lately has empty months at its end, which say nothing about the community;
    then it is the month before that of the newest data. Otherwise it is "9999-12": every month that is over.
    """
    if not is_stale(data_until, freshness):
        return "9999-12"
    newest = date.fromisoformat(data_until)
    return (newest.replace(day=1) - timedelta(days=1)).isoformat()[:7]


def is_stale(data_until: str, freshness: str) -> bool:
    """Tell whether the newest data lies so long before the clock that the clone may be old."""
    if not data_until or not freshness:
        return False
    return (date.fromisoformat(freshness) - date.fromisoformat(data_until)).days > FRESH_DAYS
