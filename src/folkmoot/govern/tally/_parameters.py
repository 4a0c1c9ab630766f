"""What can be set in a count: every parameter explicit, and printed with the result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from folkmoot.i18n import Text

if TYPE_CHECKING:
    from folkmoot.govern.tally._preferences import Contest
    from folkmoot.govern.tally._result import Result

INDEPENDENT = frozenset({"", "-", "n/a", "none", "no funding", "independent", "self", "self-employed"})
"""Words that stand for having no employer, in lower case; people without one are never limited."""


class Unranked(StrEnum):
    """What an option means that a ballot leaves out.

    IGNORED: it is compared with nothing, and a ballot that runs out no longer counts. LAST: it is below all
    that are ranked.
    """

    IGNORED = "ignored"
    LAST = "last"


class Strength(StrEnum):
    """How strong a pairwise victory is: the votes of the winning side, or the difference to the other."""

    WINNING = "winning"
    MARGIN = "margin"


class Form(StrEnum):
    """What kind of ballots a method counts."""

    RANKING = "ranking"
    SCORES = "scores"
    APPROVALS = "approvals"


@dataclass(frozen=True)
class Parameters:
    """The settings of one count.

    `seed` is a text published before or apart from the vote, by which ties are broken; "" declares them.
    `employer_cap` is how many people of one employer may hold a seat at once, None for no limit; `employers`
    gives each candidate's, and `sitting` how many seats that are not being filled an employer holds already.
    """

    seats: int = 1
    unranked: Unranked = Unranked.IGNORED
    strength: Strength = Strength.WINNING
    seed: str = ""
    employer_cap: int | None = None
    employers: Mapping[str, str] = field(default_factory=dict)
    sitting: Mapping[str, int] = field(default_factory=dict)

    def employer(self, candidate: str) -> str:
        """Give the employer by which a candidate is limited, without regard to case; "" for none."""
        name = " ".join(self.employers.get(candidate, "").casefold().split())
        return "" if name in INDEPENDENT else name

    def room(self, employer: str) -> int | None:
        """Give how many more seats people of an employer may take; None when nothing limits them."""
        if self.employer_cap is None or not employer:
            return None
        held = sum(n for name, n in self.sitting.items() if " ".join(name.casefold().split()) == employer)
        return max(0, self.employer_cap - held)


@dataclass(frozen=True)
class Method:
    """A voting method: what it counts, which parameters it heeds, and how it works in a sentence or two."""

    name: str
    title: str
    form: Form
    heeds: tuple[str, ...]
    says: Text
    count: Callable[[Contest, Parameters], Result]
    single: bool = False
