"""What a history of roles means: how long people stay, who comes and goes, for whom they work.

Everything counts terms, that is one person in one role: who reviews three folders has three. Past roles
(emeritus) and groups are left out before. Nothing here orders people.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from statistics import median
from typing import NamedTuple

from folkmoot.model.event import DAY
from folkmoot.model.role import Listing, Term
from folkmoot.model.statistics import Spell, kaplan_meier

YEAR = 365.25 * DAY
SMALLEST_N = 5
"""A median of fewer terms than this is not shown."""


class Tenure(NamedTuple):
    """How long terms last, in years.

    `ended_median` is over the `n_ended` that are over, which leaves out the longest; `expected_median` counts
    those that go on as lasting at least until now (Kaplan-Meier). None: too few, or more than half go on.
    """

    n: int
    n_ended: int
    ended_median: float | None
    expected_median: float | None


def tenure(terms: Iterable[Term], now: int) -> Tenure:
    """Give how long these terms last; those that began before the clone's history are left out."""
    known = [term for term in terms if not term.is_from_start]
    ended = [term.seconds / YEAR for term in known if term.seconds is not None]
    spells = [
        Spell(
            max(0, (term.ended.when if term.ended else now) - term.began.when) / YEAR, term.ended is not None
        )
        for term in known
    ]
    steps = kaplan_meier(spells) if len(spells) >= SMALLEST_N else []
    half = next((step.time for step in steps if step.survival <= 0.5), None)
    return Tenure(len(known), len(ended), median(ended) if len(ended) >= SMALLEST_N else None, half)


class YearOfRoles(NamedTuple):
    """One year: terms that began and ended in it, and those held when it was over (or now)."""

    year: int
    joined: int
    left: int
    held: int
    is_complete: bool

    @property
    def turnover(self) -> float | None:
        """Give the share of those held at some time in the year that ended in it; None below n = 5."""
        at_risk = self.held + self.left
        return self.left / at_risk if at_risk >= SMALLEST_N else None


def years(terms: Sequence[Term], now: int) -> list[YearOfRoles]:
    """Give one row per year from the first term to `now`, years without change included."""
    if not terms:
        return []
    began = [_year(term.began.when) for term in terms if not term.is_from_start]
    ended = [_year(term.ended.when) for term in terms if term.ended is not None]
    first, last = min(_year(term.began.when) for term in terms), _year(now)
    rows, held = [], sum(term.is_from_start for term in terms)
    for year in range(first, last + 1):
        joined, left = began.count(year), ended.count(year)
        held += joined - left
        rows.append(YearOfRoles(year, joined, left, held, year < last))
    return rows


def _year(when: int) -> int:
    return datetime.fromtimestamp(when, UTC).year


class Employment(NamedTuple):
    """How many people in a set of roles state each employer; `unknown` is how many state none."""

    people: int
    unknown: int
    employers: tuple[tuple[str, int], ...]

    @property
    def largest(self) -> tuple[str, int] | None:
        """Give the employer stated by the most people, and by how many; None when nobody states one."""
        named = [pair for pair in self.employers if not is_nobody(pair[0])]
        return max(named, key=lambda pair: pair[1], default=None)


def is_nobody(employer: str) -> bool:
    """Tell whether what is stated as employer says that there is none."""
    words = employer.casefold()
    return (
        words in {"no funding", "self", "self-employed", "freelance", "freelancer"} or "independent" in words
    )


def employment(listings: Iterable[Listing]) -> Employment:
    """Count people once each, with the employer that any of their listings states."""
    stated: dict[str, str] = {}
    for listing in listings:
        key = listing.holder.key
        stated[key] = stated.get(key, "") or listing.holder.employer
    names: dict[str, str] = {}
    count: dict[str, int] = {}
    for employer in filter(None, stated.values()):
        folded = employer.casefold()
        names.setdefault(folded, employer)
        count[folded] = count.get(folded, 0) + 1
    return Employment(
        len(stated),
        sum(not employer for employer in stated.values()),
        tuple(sorted(((names[key], n) for key, n in count.items()), key=lambda pair: pair[0].casefold())),
    )
