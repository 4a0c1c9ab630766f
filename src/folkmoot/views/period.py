"""Periods: from the numbers a metric's SQL gives to the words on a page."""

from __future__ import annotations

from datetime import UTC, datetime

from folkmoot.model.metric import ALL_TIME, LAST_YEAR

WORDS = {ALL_TIME: "all time", LAST_YEAR: "last 12 months"}


def words(period: int) -> str:
    """Give "2026-03" for 202603, "2026" for 2026, and the words for the two special periods."""
    if period in WORDS:
        return WORDS[period]
    if period > 9999:
        return f"{period // 100:04d}-{period % 100:02d}"
    return f"{period:04d}"


def iso_date(seconds: int) -> str:
    """Give the day of a moment in UTC, "" for 0 and for moments no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat() if seconds else ""
    except (OverflowError, ValueError, OSError):
        return ""
