"""Ballots made ready to count: checked, alike ones put together, candidates in one fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from folkmoot.govern.tally._parameters import Form, Method, Parameters, Unranked
from folkmoot.model.ballot import Ballot, Poll, Ranking
from folkmoot.model.errors import UsageError

MOST_CANDIDATES = 100
MOST_WORK = 50_000_000
"""Bounds against files made to take hours: candidates, and distinct ballots x candidates squared."""

Pairs = Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class Contest:
    """Who stands, and how often each distinct ballot was cast; sorted, so that no order of input matters."""

    candidates: tuple[str, ...]
    rankings: tuple[tuple[Ranking, int], ...] = ()
    scores: tuple[tuple[tuple[tuple[str, int], ...], int], ...] = ()
    approvals: tuple[tuple[tuple[str, ...], int], ...] = ()

    def voters(self) -> int:
        """Give the number of ballots."""
        return sum(weight for kind in (self.rankings, self.scores, self.approvals) for _, weight in kind)


def prepared(poll: Poll, method: Method, parameters: Parameters) -> Contest:
    """Check a poll against a method and make its ballots ready. Raises UsageError for what does not fit."""
    candidates = tuple(sorted(poll.options))
    _check(poll, method, parameters, candidates)
    rankings: Counter[Ranking] = Counter()
    scores: Counter[tuple[tuple[str, int], ...]] = Counter()
    approvals: Counter[tuple[str, ...]] = Counter()
    known = set(candidates)
    for number, ballot in enumerate(poll.ballots, 1):
        strangers = sorted(set(ballot.options()) - known)
        if strangers:
            raise UsageError(
                f"Ballot {number} names {strangers[0]!r}, who does not stand.",
                hint="correct the ballot, or add the name to those who stand.",
            )
        if method.form is Form.RANKING:
            rankings[_ranking(ballot, method)] += ballot.weight
        elif method.form is Form.SCORES:
            scores[_scores(ballot)] += ballot.weight
        else:
            approvals[_approvals(ballot)] += ballot.weight
    work = max(len(rankings), len(scores), len(approvals)) * len(candidates) ** 2
    if work > MOST_WORK:
        raise UsageError(
            "There are too many ballots and candidates to count in reasonable time.",
            hint="take out who does not stand any more.",
        )
    return Contest(
        candidates,
        tuple(sorted(rankings.items())),
        tuple(sorted(scores.items())),
        tuple(sorted(approvals.items())),
    )


def _check(poll: Poll, method: Method, parameters: Parameters, candidates: tuple[str, ...]) -> None:
    if not candidates:
        raise UsageError(
            f"{poll.title!r} asks yes or no; there are no candidates to rank.",
            hint="`--rule NAME` decides yes/no votes.",
        )
    if len(candidates) > MOST_CANDIDATES:
        raise UsageError(
            f"More than {MOST_CANDIDATES} candidates cannot be counted.",
            hint="count only those who still stand.",
        )
    if not poll.ballots:
        raise UsageError(f"{poll.title!r} holds no ballots.", hint="is this the file of the ballots?")
    if not 1 <= parameters.seats <= len(candidates):
        raise UsageError(
            f"{parameters.seats} seats cannot be filled by {len(candidates)} candidates.",
            hint="ask for fewer with --seats.",
        )
    if method.single and parameters.seats > 1:
        raise UsageError(
            f"{method.title} fills one seat, not {parameters.seats}.",
            hint="for several seats use stv, which is its form for them, or give --seats 1.",
        )
    if parameters.employer_cap is not None and not parameters.employers:
        raise UsageError(
            "An employer cap needs to know who works for whom, and nothing says it.",
            hint="give --employers FILE, a CSV with the columns candidate and employer.",
        )


def _ranking(ballot: Ballot, method: Method) -> Ranking:
    order = ballot.order()
    if order is None:
        raise _misfit(method, "rank the candidates", ballot)
    return tuple(tuple(sorted(group)) for group in order if group)


def _scores(ballot: Ballot) -> tuple[tuple[str, int], ...]:
    if ballot.scores is None:
        raise UsageError(
            "STAR needs ballots with scores from 0 to 5, and these have none.",
            hint="ranks are no scores: 1 is the best rank and nearly the worst score.",
        )
    return tuple(sorted(ballot.scores))


def _approvals(ballot: Ballot) -> tuple[str, ...]:
    if ballot.approvals is None:
        raise UsageError(
            "Approval voting needs ballots that say who is approved, and these do not.",
            hint="a ranking does not say where approval ends.",
        )
    return tuple(sorted(ballot.approvals))


def _misfit(method: Method, wanted: str, ballot: Ballot) -> UsageError:
    given = "say who is approved" if ballot.approvals is not None else "say yes or no"
    return UsageError(
        f"{method.title} needs ballots that {wanted}; these {given}.",
        hint="`folkmoot tally --help` lists the methods.",
    )


def whole(contest: Contest, unranked: Unranked) -> tuple[tuple[Ranking, int], ...]:
    """Give the rankings, with the unranked as a last group where they count as last."""
    if unranked is Unranked.IGNORED:
        return contest.rankings
    found: Counter[Ranking] = Counter()
    for ranking, weight in contest.rankings:
        named = {name for group in ranking for name in group}
        rest = tuple(name for name in contest.candidates if name not in named)
        found[(*ranking, rest) if rest else ranking] += weight
    return tuple(sorted(found.items()))


def pairwise(contest: Contest, unranked: Unranked) -> Pairs:
    """Give, for each pair, how many ballots rank the first above the second."""
    found = {one: dict.fromkeys((o for o in contest.candidates if o != one), 0) for one in contest.candidates}
    for ranking, weight in whole(contest, unranked):
        for place, group in enumerate(ranking):
            below = [name for lower in ranking[place + 1 :] for name in lower]
            for above in group:
                row = found[above]
                for name in below:
                    row[name] += weight
    return found
