"""Who comes, how far they get, and who comes back, counted from the words of the metrics alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain

from metrics.drawn_forge import INSIDE, Thing, World, is_bot
from metrics.recounted_flow import answer, merged
from metrics.recounted_periods import (
    DAY,
    Counts,
    Wait,
    fates,
    middles,
    month,
    months,
    wilson,
    windows,
    within,
)
from metrics.recounted_reviews import others

PATIENCE, QUIET, BACK, YEAR = 14, 90, 90, 365
STEPS = (
    "came by", "took part", "offered a change", "had a change merged", "and helped others",
    "and merged for others",
)  # fmt: skip


def firsts(things: Iterable[Thing]) -> dict[str, Thing]:
    """Give the first of these that each person opened."""
    found: dict[str, Thing] = {}
    for thing in sorted(things, key=lambda t: t.opened):
        if thing.who and not is_bot(thing.who):
            found.setdefault(thing.who, thing)
    return found


def _new(things: Iterable[Thing]) -> list[Thing]:
    return [t for t in firsts(things).values() if t.role not in INSIDE]


def answers(world: World) -> Counts:
    names = ("answered", "closed without a word", "waiting", "ignored")

    def fate(t: Thing) -> str:
        is_old = world.until - t.opened >= PATIENCE * DAY
        return names[0 if answer(t) else 1 if t.closed else 3 if is_old else 2]

    return fates(world, ((t.opened, fate(t)) for t in _new(world.things)), names)


def changes(world: World) -> Counts:
    names = ("merged", "closed unmerged", "open", "abandoned")

    def fate(t: Thing) -> str:
        last = max([t.opened, *(s.at for s in t.said if not is_bot(s.who))])
        is_left = world.until - last >= QUIET * DAY
        return names[0 if t.merged else 1 if t.closed else 3 if is_left else 2]

    return fates(world, ((t.opened, fate(t)) for t in _new(t for t in world.things if t.is_change)), names)


def _landed(world: World) -> dict[str, int]:
    found: dict[str, int] = {}
    for thing in sorted(merged(world), key=lambda t: t.merged):
        found.setdefault(thing.who, thing.merged)
    return found


def issue_to_change(world: World) -> Counts:
    asked, landed = firsts(t for t in world.things if not t.is_change), _landed(world)
    found = (
        (landed[who], landed[who] - t.opened) for who, t in asked.items() if t.opened < landed.get(who, 0)
    )
    return middles(world, found, DAY)


def reporters(world: World) -> Counts:
    asked, landed = firsts(t for t in world.things if not t.is_change), _landed(world)
    found: list[tuple[int, Wait]] = []
    for who, t in asked.items():
        if who not in landed or landed[who] > t.opened:
            found.append((t.opened, (landed.get(who, world.until) - t.opened, who in landed)))
    return {(p, "", ""): within(own, YEAR, 5) for p, own in windows(world, found).items()}


def _looks(world: World, since: int) -> dict[str, list[str]]:
    """Give who starred or forked after a moment, with what they did."""
    found: dict[str, list[str]] = defaultdict(list)
    for act in world.acts:
        if act.at > since and act.who and not is_bot(act.who) and act.kind in ("star", "fork"):
            found[act.who].append(act.kind)
    return found


def _stages(world: World) -> tuple[set[str], set[str], set[str]]:
    looked = set(_looks(world, world.year_ago))
    spoke = {t.who for t in world.things if not t.is_change} | {s.who for t in world.things for s in t.said}
    return looked, looked & spoke, looked & spoke & {t.who for t in merged(world)}


def stages(world: World) -> Counts:
    found = _stages(world)
    names = ("looked (D0)", "spoke (D1)", "merged (D2)")
    return {
        (1, name, ""): (len(own), len(found[0])) for name, own in zip(names, found, strict=True) if found[0]
    }


def rates(world: World) -> Counts:
    d0, d1, d2 = (len(own) for own in _stages(world))
    named = (("spoke (D1/D0)", d1, d0), ("merged (D2/D1)", d2, d1))
    return {(1, name, ""): (a / b, b, *wilson(a / b, b)) for name, a, b in named if b}


def path(world: World) -> Counts:
    seen = {act.who for act in world.acts if act.kind in ("star", "fork") and act.at > world.year_ago}
    done: dict[str, set[str]] = defaultdict(set)

    def did(step: str, who: str, at: int) -> None:
        done[step].add(who)
        if at > world.year_ago:
            seen.add(who)

    for thing in world.things:
        did(STEPS[1], thing.who, thing.opened)
        if thing.is_change:
            did(STEPS[2], thing.who, thing.opened)
        if thing.merged:
            did(STEPS[3], thing.who, thing.merged)
            did(STEPS[1], thing.merger, thing.merged)
            if thing.merger != thing.who:
                did(STEPS[4], thing.merger, thing.merged)
                did(STEPS[5], thing.merger, thing.merged)
        for said in thing.said:
            did(STEPS[1], said.who, said.at)
        for said in others(thing):
            if said.kind == "review":
                did(STEPS[4], said.who, said.at)
    reached = {who for who in seen if who and not is_bot(who)}
    total, counts = len(reached), {}
    for step in STEPS:
        reached &= done.get(step, set()) if step != STEPS[0] else reached
        counts[1, step, ""] = (len(reached), total)
    if not any(act.kind in ("star", "fork") for act in world.acts):
        del counts[1, STEPS[0], ""]
    return counts if total else {}


def _cohort(world: World) -> list[tuple[int, Wait]]:
    """Give when each newcomer first looked in, and how long until they came back with something."""
    came: dict[str, int] = {}
    for act in sorted(world.acts):
        if act.kind in ("star", "fork") and act.who and not is_bot(act.who):
            came.setdefault(act.who, act.at)
    gave: dict[str, list[int]] = defaultdict(list)
    for at, who in chain(((c.at, c.who) for c in world.commits), ((t.opened, t.who) for t in world.things)):
        gave[who].append(at)
    found: list[tuple[int, Wait]] = []
    for who, at in came.items():
        if not any(when < at for when in gave[who]):
            back = min((when for when in gave[who] if when > at), default=0)
            found.append((at, ((back or world.until) - at, bool(back))))
    return found


def confidence(world: World) -> Counts:
    counts: Counts = {}
    for days in (7, 30, 90, 365):
        own = [wait for at, wait in _cohort(world) if at > world.until - days * DAY]
        if own:
            counts[days, "", ""] = within(own, BACK, 10)
    return counts


def history(world: World) -> Counts:
    cohort = _cohort(world)
    counts: Counts = {}
    for m in months(min((month(at) for at, _ in cohort), default=999912), month(world.until)):
        first = m - 2 if m % 100 > 2 else m - 90
        own = [wait for at, wait in cohort if first <= month(at) <= m]
        if own:
            counts[m, "", ""] = within(own, BACK, 10)
    return counts


def opensauced(variant: int, world: World) -> Counts:
    counts: Counts = {}
    for days in (7, 30, 90, 365):
        since = world.until - days * DAY
        offered = {(t.who, t.project) for t in world.things if t.is_change and t.opened > since}
        places = Counter(who for who, _ in offered)
        total, n = 0.0, 0
        for kind, much in (("star", 0.1), ("fork", 0.5)):
            # the second variant asks for each repository, the first for people
            own = {
                (act.who, act.project if variant == 6 else 0)
                for act in world.acts
                if act.kind == kind and act.at > since and act.who and not is_bot(act.who)
            }
            weights = [1.0 if one in offered else much if places[one[0]] > 1 else 0.0 for one in own]
            n += len(own)
            total += sum(weights) / len(own) / 2 if own else 0.0
        if n:
            counts[days, "", ""] = (total, n)
    return counts


RECOUNTED: dict[str, Callable[[World], Counts]] = {
    "newcomer-answers": answers,
    "newcomer-changes": changes,
    "first-issue-to-first-change": issue_to_change,
    "issue-reporters-who-contribute": reporters,
    "conversion-stages": stages,
    "conversion-rates": rates,
    "contributor-path": path,
    "contributor-confidence": confidence,
    "contributor-confidence-history": history,
    "contributor-confidence-opensauced-2024-03": partial(opensauced, 3),
    "contributor-confidence-opensauced-2024-06": partial(opensauced, 6),
}
"""By the id of the metric, how it is counted by plain Python."""
