"""STV: seats in proportion to voters, by the weighted inclusive Gregory method, without rounding.

The rules of Scottish local elections (WIGM), with three differences that make them exact and order-free:
fractions are never cut to five decimals, candidates ranked alike share a ballot equally, and ties are not
broken by earlier stages: every choice is followed and a tie is declared when they elect different people (or
the seed chooses).

1. The quota is the whole part of ballots / (seats + 1), plus 1 (Droop); ballots that rank nobody are left
   out.
2. Who reaches the quota is elected. The largest surplus is passed on first: every ballot the elected
   candidate holds moves to its next choice at its value x surplus / votes; what has no next choice is not
   transferred.
3. When nobody has a surplus, the last candidate drops out and the ballots move on at their value. Candidates
   tied for the last place drop out together where all their votes together stay below the next one's.
4. When only as many candidates are left as seats, they are elected.

With an employer cap, candidates of an employer whose seats are taken drop out at once, and nobody drops out
without whom a seat would stay empty.

References:
    The Scottish Local Government Elections Order 2011, schedule 1, part III.
    https://www.legislation.gov.uk/ssi/2011/399/schedule/1/part/III
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from folkmoot.govern.tally._parameters import Form, Method, Parameters
from folkmoot.govern.tally._preferences import Contest, whole
from folkmoot.govern.tally._result import Result, Table, exact, merged, printed, shown
from folkmoot.govern.tally._seating import Choose, Seating, contested, courses
from folkmoot.govern.tally._transfers import lowest, next_choice, together
from folkmoot.i18n import Message, Text
from folkmoot.model.ballot import Ranking


@dataclass
class Count:
    """One way a count can go. `held` gives, for each candidate, the value held of each distinct ballot."""

    rankings: tuple[tuple[Ranking, int], ...]
    parameters: Parameters
    choose: Choose
    standing: set[str]
    quota: int
    seating: Seating
    held: dict[str, dict[int, Fraction]] = field(default_factory=lambda: defaultdict(dict))
    run_out: Fraction = Fraction(0)
    surplus: dict[str, Fraction] = field(default_factory=dict)
    out: list[tuple[str, ...]] = field(default_factory=list)
    stages: list[dict[str, Any]] = field(default_factory=list)
    steps: list[Text] = field(default_factory=list)

    def votes(self, name: str) -> Fraction:
        """Give what a candidate holds."""
        return sum(self.held[name].values(), Fraction(0))

    def run(self) -> Count:
        """Count to the end."""
        for number, (_, weight) in enumerate(self.rankings):
            self._pass_on(number, Fraction(weight))
        while True:
            self._record()
            self._elect()
            if not self.seating.left() or not self.standing:
                return self
            if self._full():
                self._drop_out(
                    self._full(), "Stage {stage}: out, because the employer's seats are taken: {names}."
                )
            elif not self._droppable():
                self._elect_the_rest()
            elif self.surplus:
                self._transfer()
            else:
                self._eliminate()

    def _record(self) -> None:
        held = {name: self.votes(name) for name in sorted({*self.standing, *self.seating.winners})}
        self.stages.append({"votes": held, "run_out": self.run_out})

    def _pass_on(self, number: int, value: Fraction) -> None:
        wanted = next_choice(self.rankings[number][0], self.standing)
        for name in wanted:
            self.held[name][number] = self.held[name].get(number, Fraction(0)) + value / len(wanted)
        if not wanted:
            self.run_out += value

    def _elect(self) -> None:
        while self.seating.left():
            reached = {n: self.votes(n) for n in self.standing if self.votes(n) >= self.quota}
            able = {n: v for n, v in reached.items() if self.seating.room(n) > 0}
            if not able:
                return
            most = max(able.values())
            best = sorted(name for name, votes in able.items() if votes == most)
            rivals = self._rivals(best)
            self._seat(self.choose(rivals, favour=True) if len(rivals) > 1 else best[0], most)

    def _rivals(self, best: list[str]) -> list[str]:
        """Give those of equal candidates who compete, because there is no room for all of them."""
        employer = self.parameters.employer
        if len(best) > self.seating.left():
            return best
        return [n for n in best if sum(employer(o) == employer(n) for o in best) > self.seating.room(n)]

    def _seat(self, name: str, votes: Fraction) -> None:
        self.seating.give(name)
        self.standing.discard(name)
        if votes > self.quota:
            self.surplus[name] = votes - self.quota
        self._say("Stage {stage}: {names} is elected with {votes}.", (name,), votes)

    def _elect_the_rest(self) -> None:
        """Seat everybody left: there is room for all of them, and not for fewer."""
        self.surplus.clear()
        for name in sorted(self.standing, key=lambda name: (-self.votes(name), name)):
            self.seating.give(name)
            self.standing.discard(name)
            self._say(
                "Stage {stage}: {names} takes a remaining seat with {votes}.", (name,), self.votes(name)
            )

    def _seatable(self, names: set[str]) -> int:
        """Give how many of some candidates could sit at once under the employer cap."""
        teams = Counter(self.parameters.employer(name) for name in names)
        free = teams.pop("", 0)
        rooms = {self.parameters.employer(name): self.seating.room(name) for name in names}
        return free + sum(min(number, rooms[employer]) for employer, number in teams.items())

    def _needed(self) -> int:
        return min(self.seating.left(), self._seatable(self.standing))

    def _droppable(self) -> list[str]:
        """Give those without whom the seats can still be filled, as far as they can be."""
        needed = self._needed()
        return sorted(n for n in self.standing if self._seatable(self.standing - {n}) >= needed)

    def _full(self) -> tuple[str, ...]:
        return tuple(sorted(name for name in self.standing if self.seating.room(name) < 1))

    def _transfer(self) -> None:
        most = max(self.surplus.values())
        best = sorted(name for name, extra in self.surplus.items() if extra == most)
        name = self.choose(best, favour=True) if len(best) > 1 else best[0]
        extra = self.surplus.pop(name)
        share = extra / self.votes(name)
        moving = self.held[name]
        self.held[name] = {number: value * (1 - share) for number, value in moving.items()}
        for number, value in moving.items():
            self._pass_on(number, value * share)
        self._say("Stage {stage}: the surplus of {names} ({votes}) moves to next choices.", (name,), extra)

    def _eliminate(self) -> None:
        votes = {name: self.votes(name) for name in self.standing}
        last = lowest({name: votes[name] for name in self._droppable()})
        enough_left = self._seatable(self.standing - set(last)) >= self._needed()
        if len(last) > 1 and not (enough_left and together(votes, last)):
            last = (self.choose(last, favour=False),)
        self._drop_out(last, "Stage {stage}: out with {votes}: {names}.")

    def _drop_out(self, names: tuple[str, ...], text: str) -> None:
        votes = sum((self.votes(name) for name in names), Fraction(0))
        for name in names:
            self.standing.discard(name)
            if self.seating.room(name) < 1:
                self.seating.drop(name)
        self.out.append(names)
        for name in names:
            for number, value in self.held.pop(name, {}).items():
                self._pass_on(number, value)
        self._say(text, names, votes)

    def _say(self, text: str, names: tuple[str, ...], votes: Fraction) -> None:
        values: dict[str, str | int | float] = {
            "stage": len(self.stages),
            "names": ", ".join(names),
            "votes": shown(votes),
        }
        self.steps.append(Message(text, values))

    def order(self) -> list[tuple[str, ...]]:
        """Give the elected in the order of their election, then the others, the last to go first."""
        levels = sorted({self.votes(name) for name in self.standing}, reverse=True)
        left = [tuple(sorted(n for n in self.standing if self.votes(n) == level)) for level in levels]
        return [*((name,) for name in self.seating.winners), *left, *reversed(self.out)]


def count(contest: Contest, parameters: Parameters) -> Result:
    """Count by the single transferable vote."""
    rankings = tuple((r, w) for r, w in whole(contest, parameters.unranked) if r)
    valid = sum(weight for _, weight in rankings)
    quota = valid // (parameters.seats + 1) + 1

    def once(choose: Choose) -> Count:
        standing = set(contest.candidates)
        return Count(rankings, parameters, choose, standing, quota, Seating(parameters)).run()

    found, broken = courses(once, parameters.seed)
    tied = contested([tuple(course.seating.winners) for course in found])
    first = found[0]
    certain = tuple(name for name in first.seating.winners if name not in tied)
    seating = Seating(parameters)
    if tied:
        seating.declare(sorted(tied), len(first.seating.winners) - len(certain))
    ranking = merged(first.order(), tied)
    names = [name for group in first.order() for name in group]
    stages = first.stages
    rows = [
        (name, *(shown(stage["votes"][name]) if name in stage["votes"] else "" for stage in stages))
        for name in names
    ]
    rows.append(("(not transferable)", *(shown(stage["run_out"]) for stage in stages)))
    columns = ("", *(str(number) for number in range(1, len(stages) + 1)))
    return Result(
        method=METHOD.name,
        seats=parameters.seats,
        winners=certain,
        ranking=ranking,
        ties=(*broken, *seating.ties),
        dropped=tuple(first.seating.dropped),
        parameters=printed(METHOD, parameters) | {"quota": quota, "transfers": "weighted inclusive Gregory"},
        working={
            "ballots": valid,
            "quota": quota,
            "stages": [
                {"votes": _exact(stage["votes"]), "run_out": exact(stage["run_out"])}
                for stage in stages
            ],
            "events": [str(step) for step in first.steps],
        },
        steps=(
            Message("{ballots} ballots for {seats} seats: the quota is {quota}.", {
                "ballots": valid, "seats": parameters.seats, "quota": quota,
            }),
            Table("Votes at each stage", columns, tuple(rows)),
            *first.steps,
        ),
    )  # fmt: skip


def _exact(votes: dict[str, Fraction]) -> dict[str, int | str]:
    return {name: exact(number) for name, number in votes.items()}


METHOD = Method(
    name="stv",
    title="Single transferable vote",
    form=Form.RANKING,
    heeds=("unranked",),
    says="Who reaches the quota is elected and passes the surplus on; who is last drops out.",
    count=count,
)
