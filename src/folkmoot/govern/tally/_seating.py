"""Who gets a seat: down the ranking, within the employer cap, ties declared or broken by the seed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Protocol, TypeVar

from folkmoot.govern.tally._parameters import Parameters
from folkmoot.govern.tally._result import Places, Tie
from folkmoot.model.errors import UsageError

MOST_COURSES = 1_000
"""A count whose ties could go in more ways than this is refused without a seed."""

Found = TypeVar("Found")


def seeded(names: Iterable[str], seed: str) -> list[str]:
    r"""Order tied candidates by the SHA-256 of seed, line feed and name in UTF-8; the first is favoured.

    Anybody can repeat it: `printf '%s\n%s' SEED NAME | sha256sum`.
    """
    return sorted(names, key=lambda name: (sha256(f"{seed}\n{name}".encode()).hexdigest(), name))


@dataclass
class Seating:
    """Seats being given: who sits, who dropped out for the employer cap, and which ties came up."""

    parameters: Parameters
    winners: list[str] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    ties: list[Tie] = field(default_factory=list)
    tied: int = 0
    _taken: dict[str, int] = field(default_factory=dict)

    def left(self) -> int:
        """Give how many seats nobody has, and no declared tie waits for."""
        return self.parameters.seats - len(self.winners) - self.tied

    def room(self, candidate: str) -> int:
        """Give how many more people of a candidate's employer may sit."""
        employer = self.parameters.employer(candidate)
        room = self.parameters.room(employer)
        return self.parameters.seats if room is None else room - self._taken.get(employer, 0)

    def give(self, candidate: str) -> None:
        """Give one seat."""
        self.winners.append(candidate)
        self._take(self.parameters.employer(candidate), 1)

    def drop(self, candidate: str) -> None:
        """Note that a candidate cannot sit because the employer's seats are taken."""
        self.dropped.append((candidate, self.parameters.employers.get(candidate, "")))

    def declare(self, candidates: Sequence[str], seats: int) -> None:
        """Declare a tie; its seats stay open."""
        self.ties.append(Tie(tuple(sorted(candidates)), seats))
        self.tied += seats
        employers = {self.parameters.employer(name) for name in candidates}
        if len(employers) == 1:
            self._take(employers.pop(), seats)

    def _take(self, employer: str, seats: int) -> None:
        self._taken[employer] = self._taken.get(employer, 0) + seats


def seat(ranking: Places, parameters: Parameters) -> Seating:
    """Fill the seats from the first place down; who ranks lower drops out when an employer is full."""
    seating = Seating(parameters)
    for group in ranking:
        if not seating.left():
            break
        if parameters.seed and len(group) > 1:
            _seat_seeded(seating, group)
        else:
            _seat_together(seating, group)
    return seating


def _seat_seeded(seating: Seating, group: tuple[str, ...]) -> None:
    able = [name for name in group if seating.room(name) > 0]
    before = len(seating.winners)
    for name in seeded(group, seating.parameters.seed):
        if seating.room(name) < 1:
            seating.drop(name)
        elif seating.left():
            seating.give(name)
    settled = tuple(seating.winners[before:])
    if len(settled) < len(able):
        seating.ties.append(Tie(tuple(sorted(able)), len(settled), settled))


def _seat_together(seating: Seating, group: tuple[str, ...]) -> None:
    """Seat a group of equals as far as their equality allows; declare what it leaves open."""
    teams: dict[str, list[str]] = {}
    for name in sorted(group):
        if seating.room(name) < 1:
            seating.drop(name)
        else:
            employer = seating.parameters.employer(name)
            teams.setdefault(employer or f"\0{name}", []).append(name)
    fitting = {key: min(len(names), seating.room(names[0])) for key, names in teams.items()}
    left = seating.left()
    if sum(fitting.values()) > left:
        seating.declare([name for names in teams.values() for name in names], left)
        return
    for key, names in teams.items():
        if len(names) == fitting[key]:
            for name in names:
                seating.give(name)
        else:
            seating.declare(names, fitting[key])


class Choose(Protocol):
    """Pick one of several tied candidates: the one to favour, or the one to give up."""

    def __call__(self, tied: Sequence[str], *, favour: bool) -> str:
        """Give one of `tied`."""
        ...


def courses(count: Callable[[Choose], Found], seed: str) -> tuple[list[Found], tuple[Tie, ...]]:
    """Give what a count finds in every way its ties can go, or in the one way that the seed gives.

    The first course is the one shown as the working; the ties are those that the seed broke.
    Raises UsageError when the ties go in too many ways.
    """
    if seed:
        broken: list[Tie] = []

        def by_seed(tied: Sequence[str], *, favour: bool) -> str:
            order = seeded(tied, seed)
            settled = order[:1] if favour else order[:-1]
            broken.append(Tie(tuple(sorted(tied)), len(settled), tuple(settled)))
            return order[0 if favour else -1]

        return [count(by_seed)], tuple(broken)
    found: list[Found] = []
    ahead: list[int] = []
    while True:
        taken: list[int] = []
        widths: list[int] = []

        def choose(
            tied: Sequence[str], *, favour: bool, taken: list[int] = taken, widths: list[int] = widths
        ) -> str:
            pick = ahead[len(taken)] if len(taken) < len(ahead) else 0  # noqa: B023 - called within this turn
            taken.append(pick)
            widths.append(len(tied))
            return sorted(tied, reverse=not favour)[pick]

        found.append(count(choose))
        while taken and taken[-1] + 1 == widths[-1]:
            taken.pop()
            widths.pop()
        if not taken:
            return found, ()
        if len(found) >= MOST_COURSES:
            raise too_many()
        taken[-1] += 1
        ahead = taken


def first_way(tied: Sequence[str], *, favour: bool) -> str:
    """Choose as the first course does: by the alphabet."""
    return sorted(tied, reverse=not favour)[0]


def too_many() -> UsageError:
    """Give the error for ties that go in more ways than can be followed."""
    return UsageError(
        "So many candidates are tied during the count that not every way can be followed.",
        hint="--seed TEXT breaks ties by a published value.",
    )


def contested(outcomes: Sequence[tuple[str, ...]]) -> frozenset[str]:
    """Give the candidates who are elected in some of the outcomes but not in all."""
    named = {name for winners in outcomes for name in winners}
    return frozenset(name for name in named if not all(name in winners for winners in outcomes))
