"""Stars, forks and daily counts, counted from the words of the metrics alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from math import sqrt
from statistics import median

from metrics.drawn_forge import Done, World, is_bot
from metrics.recounted_periods import DAY, Counts, by_month, month, months

SHOWN, JUDGED = 60, 90
GIVEN = {"star": "given", "unstar": "taken back", "fork": ""}


def acts(world: World, *kinds: str) -> list[Done]:
    """Give what people did of these kinds."""
    return [act for act in world.acts if act.kind in kinds and not is_bot(act.who)]


def attention(world: World) -> Counts:
    found = acts(world, "star", "fork")
    score: Counter[int] = Counter()
    for act in found:
        score[month(act.at)] += 2 if act.kind == "fork" else 1
    n = Counter(month(act.at) for act in found)
    return {(m, "", ""): (score[m], n[m]) for m in n}


def by_day(kinds: tuple[str, ...], world: World) -> Counts:
    today = world.until // DAY
    count = Counter(
        (act.at // DAY, GIVEN[act.kind]) for act in acts(world, *kinds) if act.at // DAY > today - SHOWN
    )
    return {(day, label, ""): (n, n) for (day, label), n in count.items()}


def distance(value: float, before: Sequence[float]) -> float:
    """Give how far a number lies from what was usual, in robust spreads."""
    usual = median(before)
    spread = 1.4826 * median(abs(one - usual) for one in before)
    return (value - usual) / max(spread, sqrt(abs(usual)), 1)


def unusual(world: World) -> Counts:
    counts: Counts = {}
    for kind in ("star", "fork"):
        found = Counter(month(act.at) for act in acts(world, kind))
        every = list(months(min(found, default=999912), month(world.until)))
        for place, m in enumerate(every[:-1]):
            before = [found[b] for b in every[max(0, place - 24) : place]]
            if len(before) >= 6:
                counts[m, f"{kind}s", ""] = (distance(found[m], before), found[m])
    return counts


def totals(field: str, gains: dict[str, int], world: World) -> Counts:
    last: dict[tuple[int, int], int] = {}
    for day in sorted(world.days, key=lambda day: day.day):
        if getattr(day, field) >= 0:
            last[month(day.day * DAY), day.project] = getattr(day, field)
    projects = {project for _, project in last}
    counts: Counts = {
        (m, "counted", ""): (total, total)
        for m in {m for m, _ in last}
        if {p for n, p in last if n == m} == projects
        and (total := sum(value for (n, _), value in last.items() if n == m)) >= 0
    }
    found = [(month(act.at), gains[act.kind]) for act in world.acts if act.kind in gains]
    for m in months(min((m for m, _ in found), default=999912), month(world.until)):
        total = sum(gain for when, gain in found if when <= m)
        counts[m, "added up", ""] = (total, total)
    return counts


def steps(field: str, newest: int, world: World) -> dict[int, tuple[int, int]]:
    """Give what was gained and lost on each day that was counted everywhere, like the day before."""
    known = {(day.project, day.day): getattr(day, field) for day in world.days if getattr(day, field) >= 0}
    projects = {project for project, _ in known}
    found: dict[int, tuple[int, int]] = {}
    for day in range(world.until // DAY - newest + 1, world.until // DAY + 1):
        if projects and all((p, d) in known for p in projects for d in (day, day - 1)):
            moved = [known[p, day] - known[p, day - 1] for p in projects]
            found[day] = (sum(m for m in moved if m > 0), -sum(m for m in moved if m < 0))
    return found


def day_to_day(field: str, world: World) -> Counts:
    counts: Counts = {}
    for day, both in steps(field, SHOWN, world).items():
        for label, n in zip(("gained", "lost"), both, strict=True):
            counts[day, label, ""] = (n, n)
    return counts


def unusual_days(world: World) -> Counts:
    counts: Counts = {}
    moved: dict[int, int] = defaultdict(int)
    for day, (more, fewer) in steps("stars", JUDGED, world).items():
        before = list(moved.values())[-28:]
        moved[day] = more - fewer
        if len(before) >= 14:
            label = "gained" if moved[day] >= 0 else "lost"
            counts[day, label, ""] = (distance(moved[day], before), abs(moved[day]))
    return counts


RECOUNTED: dict[str, Callable[[World], Counts]] = {
    "attention": attention,
    "unusual-attention": unusual,
    "stars": lambda world: by_month((a.at, GIVEN[a.kind]) for a in acts(world, "star", "unstar")),
    "forks": lambda world: by_month((a.at, "") for a in acts(world, "fork")),
    "stars-daily": partial(by_day, ("star", "unstar")),
    "forks-daily": partial(by_day, ("fork",)),
    "stars-total": partial(totals, "stars", {"star": 1, "unstar": -1}),
    "forks-total": partial(totals, "forks", {"fork": 1}),
    "stars-from-day-to-day": partial(day_to_day, "stars"),
    "forks-from-day-to-day": partial(day_to_day, "forks"),
    "stars-unusual-days": unusual_days,
}
"""By the id of the metric, how it is counted by plain Python."""
