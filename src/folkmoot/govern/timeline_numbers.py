"""What the timelines of a community add up to: how long decisions take, what follows what, what lies still.

Durations are days. What is still undecided counts as watched until now and never as decided, by Kaplan and
Meier; the plain median of what was decided stands beside it, because that is what others report. With fewer
than five nothing is said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from statistics import median

from folkmoot.govern.timeline import History, Timeline, Transition
from folkmoot.model.event import DAY
from folkmoot.model.proposal import DecisionState, DeliveryState
from folkmoot.model.statistics import Spell, kaplan_meier

FEWEST = 5


@dataclass(frozen=True)
class Wait:
    """How long one proposal waited, and whether the waiting ended. `since` is when it began (seconds)."""

    timeline: Timeline
    since: int
    days: float
    ended: bool


@dataclass(frozen=True)
class Latency:
    """How long a group waited: `decided` of `n` got what they waited for, the others were still waiting.

    `median` and `p90` are of those that did (None below five); `median_all` and `p90_all` count the others
    in as still waiting (None where fewer than that share ever got it).
    """

    group: str
    n: int
    decided: int
    median: float | None
    p90: float | None
    median_all: float | None
    p90_all: float | None


@dataclass(frozen=True)
class Change:
    """How often one word became another, and the median days spent in the first (None under five)."""

    before: str
    after: str
    n: int
    median: float | None


def is_answer(history: History, transition: Transition) -> bool:
    """Tell whether a transition gave an answer to what was undecided; being put aside by a rule is none."""
    decision = transition.states.decision
    return (
        decision is not None
        and not decision.is_undecided
        and transition.after not in history.layout.unanswered
    )


def waits_for_decision(history: History) -> list[Wait]:
    """Give how long each proposal waited for its first answer.

    It waits from when it first landed undecided. Where only decided ones land (being merged is the decision),
    it waits from the day its header says it was started. Others have no known beginning and are left out.
    """
    found = []
    for timeline in history.timelines:
        first = next((one for one in timeline.transitions if one.states.decision is not None), None)
        if first is None or timeline.began_at is None:
            continue
        decision = first.states.decision
        if decision is not None and decision.is_undecided:
            found.append(_wait(history, timeline, first.at, lambda one: is_answer(history, one)))
        elif history.layout.merged and timeline.created is not None:
            start = datetime(timeline.created.year, timeline.created.month, timeline.created.day, tzinfo=UTC)
            since = int(start.timestamp())
            if since <= first.at:
                found.append(Wait(timeline, since, (first.at - since) / DAY, ended=True))
    return found


def waits_for_delivery(history: History) -> list[Wait]:
    """Give how long each proposal waited from its acceptance until delivery, where its words tell of any."""
    found: list[Wait] = []
    if not history.layout.tells_delivery:
        return found
    for timeline in history.timelines:
        accepted = next((one for one in timeline.transitions if _is_waiting_for_work(one)), None)
        if accepted is not None and (accepted.before or timeline.began_at is not None):
            found.append(
                _wait(
                    history, timeline, accepted.at, lambda one: one.states.delivery is DeliveryState.DELIVERED
                )
            )
    return found


def _is_waiting_for_work(one: Transition) -> bool:
    states = one.states
    return states.decision is DecisionState.ACCEPTED and states.delivery is not DeliveryState.DELIVERED


def _wait(history: History, timeline: Timeline, since: int, ends: Callable[[Transition], bool]) -> Wait:
    """Give the wait from `since` until the first transition that `ends` it, else until it was last seen."""
    until = next(
        (one.at for one in timeline.transitions if one.at >= since and one.before and ends(one)), None
    )
    last = until if until is not None else (timeline.gone_at or max(history.known_until, timeline.changed_at))
    return Wait(timeline, since, max(0, last - since) / DAY, until is not None)


def latency(waits: Iterable[Wait], group: str = "") -> Latency:
    """Sum up a group of waits."""
    known = list(waits)
    done = sorted(wait.days for wait in known if wait.ended)
    steps = kaplan_meier(Spell(wait.days, wait.ended) for wait in known) if len(known) >= FEWEST else []
    enough = len(done) >= FEWEST
    return Latency(
        group=group,
        n=len(known),
        decided=len(done),
        median=median(done) if enough else None,
        p90=done[min(len(done) - 1, -(-9 * len(done) // 10) - 1)] if enough else None,
        median_all=next((step.time for step in steps if step.survival <= 0.5 + 1e-12), None),
        p90_all=next((step.time for step in steps if step.survival <= 0.1 + 1e-12), None),
    )


def by_year(waits: Iterable[Wait]) -> list[Latency]:
    """Sum up waits by the year (UTC) in which they began."""
    return _grouped(waits, lambda wait: str(datetime.fromtimestamp(wait.since, UTC).year))


def by_kind(waits: Iterable[Wait]) -> list[Latency]:
    """Sum up waits by the kind the proposals give themselves."""
    return _grouped(waits, lambda wait: wait.timeline.kind)


def _grouped(waits: Iterable[Wait], key: Callable[[Wait], str]) -> list[Latency]:
    groups: dict[str, list[Wait]] = {}
    for wait in waits:
        groups.setdefault(key(wait), []).append(wait)
    return [latency(groups[name], name) for name in sorted(groups)]


def changes(history: History) -> list[Change]:
    """Give every change from one word to another with its count, the most frequent first."""
    counts: Counter[tuple[str, str]] = Counter()
    days: dict[tuple[str, str], list[float]] = {}
    for timeline in history.timelines:
        for earlier, later in zip(timeline.transitions, timeline.transitions[1:], strict=False):
            counts[later.before, later.after] += 1
            if earlier.before or timeline.began_at is not None:
                days.setdefault((later.before, later.after), []).append(max(0, later.at - earlier.at) / DAY)
    return [
        Change(
            before, after, n, median(found) if len(found := days.get((before, after), [])) >= FEWEST else None
        )
        for (before, after), n in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    ]


def stale(history: History) -> list[tuple[Timeline, int]]:
    """Give the undecided proposals unchanged for the layout's time, with the days, longest first.

    What lies where today's proposals do not was left behind by an older layout, and waits for nothing.
    """
    found = []
    for timeline in history.timelines:
        decision = timeline.state.decision
        days = (history.known_until - timeline.changed_at) // DAY
        is_here = timeline.gone_at is None and history.layout.match(timeline.path) is not None
        if is_here and decision is not None and decision.is_undecided and days > history.layout.stale_days:
            found.append((timeline, days))
    return sorted(found, key=lambda one: (-one[1], one[0].path))
