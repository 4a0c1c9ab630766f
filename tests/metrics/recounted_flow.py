"""What is opened, answered, closed and merged, counted from the words of the metrics alone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from metrics.drawn_forge import INSIDE, Thing, World, is_bot
from metrics.recounted_periods import (
    DAY,
    HOUR,
    Counts,
    Wait,
    fates,
    fewest,
    middles,
    month,
    monthly,
    months,
    share,
    waits,
    windows,
)

WELCOMING = re.compile(r"\b(good first|first timers?|beginners?|newcomers?|starter|easy)\b")
AGES = ((7, "under a week"), (30, "under a month"), (90, "under 3 months"), (365, "under a year"))


def people(world: World, *, changes: bool | None = None) -> list[Thing]:
    """Give what people opened, and accounts that are gone; only changes, or only issues, where told."""
    return [t for t in world.things if not is_bot(t.who) and changes in (None, t.is_change)]


def answer(thing: Thing) -> int:
    """Give when another human first said something, 0 for never, or for later than a minute after closing."""
    times = [said.at for said in thing.said if said.who and not is_bot(said.who) and said.who != thing.who]
    first = min((at for at in times if at >= thing.opened), default=0)
    return 0 if thing.closed and first > thing.closed + 60 else first


def responses(changes: bool | None, world: World) -> Counts:
    def waited(thing: Thing) -> Wait:
        first = answer(thing)
        return ((first or thing.closed or world.until) - thing.opened, bool(first))

    return waits(world, ((t.opened, waited(t)) for t in people(world, changes=changes)), HOUR)


def outcomes(world: World) -> Counts:
    names = ("answered", "closed without a word", "waiting")
    found = ((t.opened, names[0 if answer(t) else 1 if t.closed else 2]) for t in people(world))
    return fates(world, found, names)


def closings(changes: bool, world: World) -> Counts:
    return waits(world, (_open_for(world, t) for t in people(world, changes=changes)), DAY)


def _open_for(world: World, thing: Thing) -> tuple[int, Wait]:
    return thing.opened, ((thing.closed or world.until) - thing.opened, bool(thing.closed))


def opened(changes: bool, world: World) -> Counts:
    counts = monthly(world, (t.opened for t in people(world, changes=changes)))
    if changes:  # "Months before the first visible change, by whomever, are a gap"
        first = min((month(t.opened) for t in world.things if t.is_change), default=0)
        counts = _since(first, world) | counts
    return counts


def _since(first: int, world: World) -> Counts:
    return {(m, "", ""): (0, 0) for m in months(first, month(world.until))} if first else {}


def issues_closed(world: World) -> Counts:
    issues = people(world, changes=False)
    first = min((month(t.opened) for t in issues), default=0)
    return _since(first, world) | monthly(world, (t.closed for t in issues if t.closed))


def changes_merged(world: World) -> Counts:
    return monthly(world, (t.merged for t in merged(world)))


def merged(world: World) -> list[Thing]:
    return [t for t in people(world, changes=True) if t.merged]


def merge_share(world: World) -> Counts:
    every = windows(world, ((t.opened, t) for t in people(world, changes=True)))
    return {
        (p, "", ""): (sum(bool(t.merged) for t in own) / len(own), len(own))
        for p, own in every.items()
        if p > 1
    }


def closure_ratio(world: World) -> Counts:
    changes = people(world, changes=True)
    counts: Counts = {}
    came, went = (
        Counter(p for at in times for p in {month(at), *([1] if at > world.year_ago else [])})
        for times in ([t.opened for t in changes], [t.closed for t in changes if t.closed])
    )
    for p, n in came.items():
        counts[p, "", ""] = (went[p] / n, n + went[p])
    return counts


def acceptance(world: World) -> Counts:
    return share(world, ((t.closed, bool(t.merged)) for t in people(world, changes=True) if t.closed))


def ages(changes: bool, world: World) -> Counts:
    left = [t for t in people(world, changes=changes) if not t.closed]
    old = Counter(
        next((name for days, name in AGES if world.until - t.opened < days * DAY), "over a year")
        for t in left
    )
    return {(0, name, ""): (n, len(left)) for name, n in old.items()}


def backlog(of: Callable[[World], Iterable[Thing]], world: World) -> Counts:
    things = list(of(world))
    first = min((month(t.opened) for t in things), default=0)
    counts: Counts = {}
    for m in months(first, month(world.until)) if first else ():
        n = sum(month(t.opened) <= m and not (t.closed and month(t.closed) <= m) for t in things)
        counts[m, "", ""] = (n, n)
    return counts


def issues(world: World) -> list[Thing]:
    return people(world, changes=False)


def welcoming(world: World) -> Iterator[Thing]:
    """Give the issues with an inviting label, whoever opened them."""
    for thing in world.things:
        words = (re.sub("[^a-z0-9]+", " ", label.lower()) for label in thing.labels)
        if not thing.is_change and any(WELCOMING.search(label) for label in words):
            yield thing


def time_to_merge(world: World) -> Counts:
    return middles(world, ((t.merged, t.merged - t.opened) for t in merged(world)), DAY)


def lottery_factor(world: World) -> Counts:
    every = [t for t in merged(world) if t.who]
    counts: Counts = {}
    for p, own in ((0, every), (1, [t for t in every if t.merged > world.year_ago])):
        if own:
            counts[p, "", ""] = (fewest(Counter(t.who for t in own).values()), len(own))
    return counts


def outside(world: World) -> Counts:
    return share(world, ((t.merged, t.role not in INSIDE) for t in merged(world) if t.role))


def self_merged(world: World) -> Counts:
    known = (t for t in merged(world) if t.who and t.merger and not is_bot(t.merger))
    return share(world, ((t.merged, t.who == t.merger) for t in known))


RECOUNTED: dict[str, Callable[[World], Counts]] = {
    "time-to-first-response": partial(responses, None),
    "issue-first-response": partial(responses, False),
    "change-first-response": partial(responses, True),
    "first-response-outcomes": outcomes,
    "time-to-close-issues": partial(closings, False),
    "time-to-close-changes": partial(closings, True),
    "time-to-merge": time_to_merge,
    "issues-opened": partial(opened, False),
    "changes-opened": partial(opened, True),
    "issues-closed": issues_closed,
    "changes-merged": changes_merged,
    "changes-merge-share": merge_share,
    "change-closure-ratio": closure_ratio,
    "change-acceptance": acceptance,
    "issue-backlog": partial(backlog, issues),
    "issue-backlog-age": partial(ages, False),
    "change-backlog-age": partial(ages, True),
    "good-first-issues": partial(backlog, welcoming),
    "good-first-issue-lifetime": lambda world: waits(
        world, (_open_for(world, t) for t in welcoming(world)), DAY
    ),
    "lottery-factor-changes": lottery_factor,
    "outside-contributor-share": outside,
    "self-merged": self_merged,
}
"""By the id of the metric, how it is counted by plain Python."""
