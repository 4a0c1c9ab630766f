"""What a count found: the result, every tie, and the working so that a loser can follow it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from folkmoot.i18n import Text

if TYPE_CHECKING:
    from folkmoot.govern.tally._parameters import Method, Parameters

Places = tuple[tuple[str, ...], ...]
"""Groups of candidates from the first place on; those of one group share their place."""


@dataclass(frozen=True)
class Tie:
    """Candidates between whom the votes do not decide, and how many seats they compete for.

    `settled` are those who got the seats by the published seed; () while the tie is only declared.
    """

    candidates: tuple[str, ...]
    seats: int
    settled: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A part of the working that is a table: a heading, the columns, and rows of as many cells."""

    title: Text
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Result:
    """The outcome of a count.

    `winners` are certain, in the order of their places; a declared tie leaves seats open. `dropped` are
    candidates whom the employer cap kept out, with their employer. `working` is plain data
    for machines, `steps` the same in words and tables.
    """

    method: str
    seats: int
    winners: tuple[str, ...]
    ranking: Places
    ties: tuple[Tie, ...] = ()
    dropped: tuple[tuple[str, str], ...] = ()
    parameters: Mapping[str, Any] = field(default_factory=dict)
    working: Mapping[str, Any] = field(default_factory=dict)
    steps: tuple[Text | Table, ...] = ()

    def document(self) -> dict[str, Any]:
        """Give the result as plain data: the JSON of `folkmoot tally`."""
        return {
            "method": self.method,
            "seats": self.seats,
            "winners": list(self.winners),
            "ranking": [list(group) for group in self.ranking],
            "ties": [
                {"candidates": list(tie.candidates), "seats": tie.seats, "settled": list(tie.settled)}
                for tie in self.ties
            ],
            "dropped": [{"candidate": name, "employer": employer} for name, employer in self.dropped],
            "parameters": dict(self.parameters),
            "working": dict(self.working),
        }


def printed(method: Method, parameters: Parameters) -> dict[str, Any]:
    """Give the parameters that a method heeds, as they are printed beside its result."""
    every = {
        "unranked": parameters.unranked.value,
        "strength": parameters.strength.value,
        "tie": "seeded" if parameters.seed else "declared",
        "seed": parameters.seed or None,
        "employer_cap": parameters.employer_cap,
        "employers": dict(sorted(parameters.employers.items()))
        if parameters.employer_cap is not None
        else {},
        "sitting": dict(sorted(parameters.sitting.items())) if parameters.employer_cap is not None else {},
    }
    always = ("tie", "seed", "employer_cap", "employers", "sitting")
    return {name: value for name, value in every.items() if name in method.heeds or name in always}


def exact(number: Fraction | int) -> int | str:
    """Give a number for a machine without rounding: whole, or a fraction such as "37/3"."""
    fraction = Fraction(number)
    return fraction.numerator if fraction.denominator == 1 else f"{fraction.numerator}/{fraction.denominator}"


def shown(number: Fraction | int) -> str:
    """Give a number for a reader: whole, or rounded to four places (counting itself never rounds)."""
    fraction = Fraction(number)
    if fraction.denominator == 1:
        return str(fraction.numerator)
    tenths = round(fraction * 10_000)
    return f"{tenths // 10_000}.{tenths % 10_000:04d}"


def merged(order: Sequence[tuple[str, ...]], tied: frozenset[str]) -> Places:
    """Give an order in which all of `tied` share the place of the first of them."""
    found: list[tuple[str, ...]] = []
    for group in order:
        if not tied & set(group):
            found.append(group)
            continue
        if tied and not any(tied & set(earlier) for earlier in found):
            found.append(tuple(sorted(tied)))
        rest = tuple(name for name in group if name not in tied)
        if rest:
            found.append(rest)
    return tuple(found)
