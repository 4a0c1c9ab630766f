"""What people vote: a ballot, and the poll it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from folkmoot.i18n import Text

Ranking = tuple[tuple[str, ...], ...]
"""Groups of options, the most wanted first; options of one group are ranked alike."""


class Answer(StrEnum):
    """What somebody says to a yes/no question. Not voting is none of these."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"


@dataclass(frozen=True)
class Ballot:
    """One person's vote. Exactly one of `ranking`, `scores`, `approvals` and `answer` is given.

    `voter` is "" where ballots are anonymous. An option that a ranking does not name was left unranked.
    `scores` are pairs of option and whole number, more is better. `reason` is what was said with an answer.
    `binding` is what the record says about whether this vote counts; None when it does not say.
    `weight` is the number of identical ballots this one stands for; a person's ballot weighs 1.
    """

    voter: str = ""
    ranking: Ranking | None = None
    scores: tuple[tuple[str, int], ...] | None = None
    approvals: tuple[str, ...] | None = None
    answer: Answer | None = None
    reason: str = ""
    binding: bool | None = None
    weight: int = 1

    def __post_init__(self) -> None:
        """Refuse a ballot that is of no kind, of several, or names an option twice (ValueError)."""
        kinds = [self.ranking, self.scores, self.approvals, self.answer]
        if sum(kind is not None for kind in kinds) != 1:
            raise ValueError("A ballot is a ranking, scores, approvals or an answer: exactly one of them.")
        if self.weight < 1:
            raise ValueError("A ballot weighs 1 or more.")
        named = self.options()
        if len(set(named)) != len(named):
            raise ValueError("A ballot names an option twice.")

    def options(self) -> tuple[str, ...]:
        """Give the options this ballot names, in its own order."""
        if self.ranking is not None:
            return tuple(option for group in self.ranking for option in group)
        if self.scores is not None:
            return tuple(option for option, _ in self.scores)
        return self.approvals or ()

    def order(self) -> Ranking | None:
        """Give the ranking; that of scores is their order. None for approvals and answers."""
        if self.scores is None:
            return self.ranking
        levels = sorted({score for _, score in self.scores}, reverse=True)
        return tuple(tuple(o for o, score in self.scores if score == level) for level in levels)


@dataclass(frozen=True)
class Poll:
    """What one record of votes holds: the question, the options, the ballots, and what it says of itself.

    `options` are the candidates or choices; empty for a yes/no question. `electorate` is who might vote,
    where the record says so, else empty. `employers` gives the employer of a candidate where it is known,
    `employer_cap` how many of one employer may be elected, where the settings of the election say so.
    `winners` and `outcome` are what the record itself claims, in its own words, `claims` its numbers.
    `days` is how long it was to stay open at least. `notes` say what is odd or missing in the record.
    """

    form: str
    title: str
    ballots: tuple[Ballot, ...]
    options: tuple[str, ...] = ()
    seats: int | None = None
    electorate: tuple[str, ...] = ()
    employers: Mapping[str, str] = field(default_factory=dict)
    winners: tuple[str, ...] = ()
    outcome: str = ""
    claims: Mapping[str, int] = field(default_factory=dict)
    days: int | None = None
    notes: tuple[Text, ...] = ()
    employer_cap: int | None = None
