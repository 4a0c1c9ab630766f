"""Numbers and periods as words: how a value is rounded, spelled and named.

A value is published with the same decimals in every format (`exact`), so that no two files disagree.
"""

from __future__ import annotations

import math
import re
from datetime import date

from folkmoot.model.metric import Unit
from folkmoot.model.page import Point
from folkmoot.render.dates import DATE, date_in_words
from folkmoot.render.voice import Voice

LARGEST = 1e15
"""Nothing that can be counted is larger; what is, is taken for no number."""
DECIMALS = {Unit.SHARE: 4, Unit.INDEX: 4}
"""Decimals that are published; two for every other unit."""
STATISTICS = frozenset({Unit.SHARE, Unit.INDEX, Unit.YEARS, Unit.DAYS, Unit.HOURS, Unit.ROUNDS})
"""Units whose values are medians, shares and the like, and mean little without their n."""

SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
COUNTED = {
    Unit.PEOPLE: ("{count} person", "{count} people"),
    Unit.COMMITS: ("{count} commit", "{count} commits"),
    Unit.CHANGES: ("{count} change", "{count} changes"),
    Unit.LINES: ("{count} line", "{count} lines"),
    Unit.FILES: ("{count} file", "{count} files"),
    Unit.RELEASES: ("{count} release", "{count} releases"),
    Unit.ORGANISATIONS: ("{count} organisation", "{count} organisations"),
    Unit.LANGUAGES: ("{count} language", "{count} languages"),
    Unit.PROPOSALS: ("{count} proposal", "{count} proposals"),
    Unit.ROLES: ("{count} role", "{count} roles"),
    Unit.DECISIONS: ("{count} decision", "{count} decisions"),
    Unit.ISSUES: ("{count} issue", "{count} issues"),
    Unit.REVIEWS: ("{count} review", "{count} reviews"),
    Unit.ROUNDS: ("{count} round", "{count} rounds"),
    Unit.ACTS: ("{count} act", "{count} acts"),
    Unit.STARS: ("{count} star", "{count} stars"),
    Unit.FORKS: ("{count} fork", "{count} forks"),
    Unit.YEARS: ("{count} year", "{count} years"),
    Unit.DAYS: ("{count} day", "{count} days"),
    Unit.HOURS: ("{count} hour", "{count} hours"),
}
PLURAL = {
    Unit.PEOPLE: "people", Unit.COMMITS: "commits", Unit.CHANGES: "changes", Unit.LINES: "lines",
    Unit.FILES: "files", Unit.RELEASES: "releases", Unit.ORGANISATIONS: "organisations",
    Unit.LANGUAGES: "languages", Unit.PROPOSALS: "proposals", Unit.ROLES: "roles",
    Unit.DECISIONS: "decisions", Unit.ISSUES: "issues", Unit.REVIEWS: "reviews", Unit.ROUNDS: "rounds",
    Unit.ACTS: "acts", Unit.STARS: "stars", Unit.FORKS: "forks",
    Unit.YEARS: "years", Unit.DAYS: "days", Unit.HOURS: "hours", Unit.SHARE: "percent", Unit.INDEX: "index",
}  # fmt: skip
TWO_DAYS = 48
WHOLE_DAYS = 10
"""From so many days on, hours that are said in days too are said in whole ones."""
FEW = 5
"""Cases from which on a missing value is not for lack of them alone: fewer than half are answered, say."""
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_HOUR = re.compile(r"[01]?\d|2[0-3]")
_YEAR = re.compile(r"\d{4}")


def exact(value: float | None, unit: Unit | None) -> float | int | None:
    """Give the value as it is published: whole numbers whole, others rounded by unit, None when no number."""
    if value is None or not math.isfinite(value) or abs(value) > LARGEST:
        return None
    rounded = round(value, DECIMALS.get(unit, 2) if unit else 2)
    return int(rounded) if rounded == int(rounded) else rounded


def brief(value: float | None, unit: Unit | None) -> str:
    """Give a value in few characters without its unit: "1,234", "3.2", "12%", a dash for none."""
    number = exact(value, unit)
    if number is None:
        return "–"
    if unit is Unit.SHARE:
        percent = number * 100
        digits = 1 if 0 < abs(percent) < 10 or 99 < percent < 100 else 0
        return f"{_trimmed(percent, digits)}%"
    if isinstance(number, int):
        return f"{number:,}".replace("-", "−")
    return _trimmed(number, 2 if abs(number) < 1 or unit is Unit.INDEX else 1).replace("-", "−")


def spelled(value: float | None, unit: Unit | None, voice: Voice) -> str:
    """Give a value with its unit in words: "1 person", "3.2 days", "12%"."""
    number = brief(value, unit)
    if unit not in COUNTED or exact(value, unit) is None:
        return number
    one, many = COUNTED[unit]
    words = voice(one if exact(value, unit) == 1 else many, count=number)
    days = in_days(value, unit, voice)
    return voice("{hours}, or {days}", hours=words, days=days) if days else words


def unit_word(value: float, unit: Unit | None, voice: Voice) -> str:
    """Give the unit beside a value: "person", "days"; "" where the value holds it, or there is none."""
    if unit not in COUNTED or exact(value, unit) is None:
        return ""
    one, many = COUNTED[unit]
    return voice(one if exact(value, unit) == 1 else many, count="").strip()


def in_days(value: float | None, unit: Unit | None, voice: Voice) -> str:
    """Give hours as days where there are too many for anybody to picture, else ""."""
    if unit is not Unit.HOURS or value is None or value < TWO_DAYS:
        return ""
    days = value / 24
    return voice(COUNTED[Unit.DAYS][1], count=brief(round(days) if days >= WHOLE_DAYS else days, Unit.DAYS))


def telling_name(label: str, unit: Unit | None, voice: Voice) -> str:
    """Give the name of a series, "" where it only repeats the unit: "releases: 5 releases"."""
    name = voice.name(label)
    return "" if unit and name == voice(PLURAL[unit]) else name


def period_name(period: str, voice: Voice) -> str:
    """Give a period in words: "March 2026", "2026", "all time", "May 2025 to April 2026"."""
    first, slash, last = period.partition("/")
    if slash and _MONTH.fullmatch(first) and _MONTH.fullmatch(last):
        return voice("{first} to {last}", first=period_name(first, voice), last=period_name(last, voice))
    return date_in_words(period, voice.translate) if DATE.fullmatch(period) else voice.name(period)


def cell_name(row: str, column: str, voice: Voice) -> str:
    """Give the name of the place where a row and a column cross: "Tue, 22:00" where the column is an hour."""
    if _HOUR.fullmatch(column):
        return voice("{day}, {hour}:00", day=voice.name(row), hour=column)
    return f"{voice.name(row)} · {voice.name(column)}"


def day_name(moment: str, voice: Voice) -> str:
    """Give the day of an ISO date or time in words, such as "14 June 2026"; other text as it is."""
    day = moment[:10]
    return (
        date_in_words(day, voice.translate) if DATE.fullmatch(day) and len(day) == 10 else voice.name(moment)
    )


def place(period: str) -> int | None:
    """Give the place of a day, month or year on a line of its kind; None for a period without one."""
    if day := _day(period):
        return day.toordinal()
    if match := _MONTH.fullmatch(period):
        return int(match[1]) * 12 + int(match[2]) - 1
    return int(period) if _YEAR.fullmatch(period) else None


def is_month(period: str) -> bool:
    """Tell whether the period is one month."""
    return bool(_MONTH.fullmatch(period))


def is_day(period: str) -> bool:
    """Tell whether the period is one day."""
    return _day(period) is not None


def _day(period: str) -> date | None:
    try:
        return date.fromisoformat(period) if len(period) == 10 and DATE.fullmatch(period) else None
    except ValueError:
        return None


def too_few(point: Point) -> bool:
    """Tell whether a value is withheld because only a handful of cases stand behind it."""
    return point.value is None and point.n > 0


def withheld(point: Point) -> str:
    """Give the words for a value that is not there: where there are cases, too little is known of them."""
    return "too few (n = {n})" if point.n < FEW else "not known (n = {n})"


def _trimmed(number: float, digits: int) -> str:
    text = f"{number:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
