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
_NAMED = rf"(?P<name>{'|'.join(MONTHS)})[a-z]{{0,6}}\.?"
_DAY = r"(?:the )?\d{1,2}(?:st|nd|rd|th)?"
_WHEN = (
    r" (?:on|in|by|from|as of|effective|"
    r"(?:(?:at|by|in|before) )?(?:the )?(?:beginning|start|middle|end) of) "
    r"(?:[a-z]{3,6}day,? )?"
    rf"(?:(?P<iso>20\d\d-(?:0[1-9]|1[0-2]))(?:-\d\d)?|"
    rf"(?:{_DAY}(?: of)? )?{_NAMED}(?: {_DAY})?,? (?P<year>20\d\d)|(?P<only>20\d\d))(?![\d-])"
)
_SOON = r"(?: (?:soon|shortly|in the near future))?[.! ]*$|(?: (?:soon|shortly|in the near future))?[.!] "
_LEAD = r"(?:^|[.!] |\b(?:note|notice|warning|attention|important|deprecated|deprecation notice)[:.!]* )"
HINT = "archived"


class Announced(NamedTuple):
    """The last day of the month or year by which the end is announced, None without one."""

    by: date | None


def announced(plain: str, what: str) -> Announced | None:
    """Read a line in lower case and without marks; `what` is an expression for what a project is called."""
    if HINT not in plain:
        return None
    said = (
        rf"{_LEAD}(?:please note that )?this {what} "
        r"(?:will(?: soon)? be|is going to be|is (?:scheduled|due|planned|about) to be) "
        rf"(?:permanently |officially |fully )?archived(?:{_WHEN}|{_SOON})"
    )
    match = re.search(said, plain)
    return Announced(_by(match)) if match else None


def _by(match: re.Match[str]) -> date | None:
    told = match.groupdict()
    if told["iso"]:
        year, month = (int(part) for part in told["iso"].split("-"))
    elif told["name"]:
        year, month = int(told["year"]), MONTHS.index(told["name"]) + 1
    elif told["only"]:
        year, month = int(told["only"]), 12
    else:
        return None
    return date(year, month, monthrange(year, month)[1])
