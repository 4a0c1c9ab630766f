"""An end that a README announces: "this project will be archived on" a day, or without a day.

Only a sentence about this project that begins a paragraph or stands by itself counts, and only with a day,
or with nothing behind it: what will be archived on Zenodo, or once something is done, has not ended.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
QUARTERS = ("first", "second", "third", "fourth", "last")
_NAMED = rf"(?P<name>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
_DAY = r"(?:the )?\d{1,2}(?:st|nd|rd|th)?"
_QUARTER = (
    r"q(?P<q>[1-4])(?: of|,)?\s(?P<q_year>20\d\d)|(?P<year_q>20\d\d)[\s-]?q(?P<q_last>[1-4])|"
    rf"(?:the )?(?P<q_name>{'|'.join(QUARTERS)}) quarter of\s(?P<q_of>20\d\d)"
)
_WHEN = (
    r"\s(?:on|in|by|from|as of|effective|"
    r"(?:(?:at|by|in|before) )?(?:the )?(?:beginning|start|middle|end) of)\s"
    r"(?:[a-z]{3,6}day,?\s)?"
    rf"(?:(?P<iso>20\d\d-(?:0[1-9]|1[0-2]))(?:-\d\d)?|{_QUARTER}|"
    rf"(?:{_DAY}(?: of)?\s)?(?:(?:early|mid|late)[\s-])?{_NAMED}(?:\s{_DAY})?,?\s(?P<year>20\d\d)|"
    r"(?:(?:early|mid|late|the (?:first|second) half of)[\s-])?(?P<only>20\d\d))(?![\d-])"
)
_ADVERB = r"soon|shortly|in the near future|later this year|(?:at|by) the end of (?:the|this) (?:year|month)"
_SOON = rf"(?: (?:{_ADVERB}))?[.! ]*$|(?: (?:{_ADVERB}))?[.!]\s"
_LEAD = r"(?:^|[.!] |\b(?:note|notice|warning|attention|important|deprecated|deprecation notice)[:.!]*\s)"
HINT = "archived"


class Announced(NamedTuple):
    """The last day of the month or year by which the end is announced, None without one."""

    by: date | None


def place(plain: str, what: str) -> tuple[int, Announced] | None:
    """Give where a paragraph, in lower case and without marks, announces an end, and what.

    `what` is an expression for what a project is called; a new sentence may begin with each line.
    """
    if HINT not in plain:
        return None
    said = (
        rf"{_LEAD}(?:please note that )?(?P<this>this) {what} "
        r"(?:will(?: soon)? be|is going to be|is (?:scheduled|due|planned|about) to be) "
        rf"(?:permanently |officially |fully )?archived(?:{_WHEN}|{_SOON})"
    )
    match = re.search(said, plain, re.MULTILINE)
    return (match.start("this"), Announced(_by(match))) if match else None


def _by(match: re.Match[str]) -> date | None:
    told = match.groupdict()
    if told["iso"]:
        year, month = (int(part) for part in told["iso"].split("-"))
    elif told["name"]:
        year, month = int(told["year"]), MONTHS.index(told["name"]) + 1
    elif quarter := told["q"] or told["q_last"] or told["q_name"]:
        year = int(told["q_year"] or told["year_q"] or told["q_of"])
        month = 3 * (int(quarter) if quarter.isdigit() else min(QUARTERS.index(quarter), 3) + 1)
    elif told["only"]:
        year, month = int(told["only"]), 12
    else:
        return None
    return date(year, month, monthrange(year, month)[1])
