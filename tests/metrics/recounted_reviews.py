"""Reviews, who gives them, and who talks with whom, counted from the words of the metrics alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from statistics import median

from metrics.drawn_forge import Said, Thing, World, is_bot
from metrics.recounted_flow import merged, people
from metrics.recounted_periods import DAY, Counts, by_month, fewest, middles, month, monthly, share, windows

LOOKS = {"review", "review.comment"}
BANDS = ((1, "1 review"), (5, "2 to 5 reviews"), (20, "6 to 20 reviews"), (100, "21 to 100 reviews"))
RETENTION = 0.5


def others(thing: Thing) -> Iterator[Said]:
    """Give what people other than the author said."""
    for said in thing.said:
        if said.who and not is_bot(said.who) and said.who != thing.who:
            yield said


def given(world: World) -> list[Said]:
    """Give the reviews of other people's changes."""
    return [s for t in world.things if t.is_change for s in others(t) if s.kind == "review"]


def active(world: World) -> Counts:
    seen: dict[int, list[str]] = defaultdict(list)
    for said in given(world):
        seen[month(said.at)].append(said.who)
    return {(m, "", ""): (len(set(who)), len(who)) for m, who in seen.items()}


def top_share(world: World) -> Counts:
    found = windows(world, ((said.at, said.who) for said in given(world)))
    return {(p, "", ""): (max(Counter(own).values()) / len(own), len(own)) for p, own in found.items()}


def absence(world: World) -> Counts:
    counts: Counts = {}
    for p, since in ((0, 0), (1, world.year_ago)):
        own = Counter(said.who for said in given(world) if said.at > since)
        if own:
            counts[p, "", ""] = (fewest(own.values()), own.total())
    return counts


def load(world: World) -> Counts:
    own = Counter(said.who for said in given(world) if said.at > world.year_ago)
    bands = Counter(
        next((name for most, name in BANDS if n <= most), "over 100 reviews") for n in own.values()
    )
    return {(1, name, ""): (n, len(own)) for name, n in bands.items()}


def _judged(world: World) -> Iterator[Thing]:
    """Give the merged changes of which it is known whether anybody reviewed them."""
    for thing in merged(world):
        if thing.project in world.gaps:
            told = (
                s.at for t in world.things if t.project == thing.project for s in t.said if s.kind == "review"
            )
            if thing.merged < min(told, default=world.until + 1):
                continue
        yield thing


def _named(thing: Thing) -> bool:
    return bool(thing.reviewer) and not is_bot(thing.reviewer) and thing.reviewer != thing.who


def unreviewed(world: World) -> Counts:
    found = (
        (t.merged, not _named(t) and not any(s.kind in LOOKS and s.at <= t.merged for s in others(t)))
        for t in _judged(world)
    )
    return share(world, found)


def looked_at(world: World) -> Counts:
    found = (
        (
            t.merged,
            _named(t)
            or any(s.at <= t.merged for s in others(t))
            or bool(t.merger and not is_bot(t.merger) and t.merger != t.who),
        )
        for t in _judged(world)
    )
    return share(world, found)


def cycles(world: World) -> Counts:
    def rounds(thing: Thing) -> int:
        count, is_new = 0, True
        for said in thing.said:
            if said.at > thing.closed or not said.who or is_bot(said.who):
                continue
            if said.who == thing.who:
                is_new = True
            elif said.kind in LOOKS:
                count, is_new = count + is_new, False
        return count

    closed = [t for t in people(world, changes=True) if t.closed]
    return middles(world, ((t.closed, rounds(t)) for t in closed if rounds(t)))


def sides(world: World) -> Counts:
    def waited(thing: Thing) -> tuple[int, int]:
        spent, turn, since = [0, 0], 0, thing.opened
        for said in thing.said:
            if said.at <= thing.closed and said.who and not is_bot(said.who):
                spent[turn] += said.at - since
                turn, since = int(said.who != thing.who), said.at
        spent[turn] += thing.closed - since
        return (spent[0], spent[1])

    closed = ((t.closed, waited(t)) for t in people(world, changes=True) if t.closed)
    return {
        (p, name, ""): (median(own[side] for own in spent) / DAY, len(spent))
        for p, spent in windows(world, closed).items()
        for side, name in enumerate(("for reviewers", "for the author"))
    }


def _pairs(world: World, known: Callable[[str], str]) -> Counter[tuple[str, str]]:
    """Count how often one spoke on what the other opened, in the last 12 months, both ways together."""
    return Counter(
        (min(one, other), max(one, other))
        for t in world.things
        if t.who and not is_bot(t.who)
        for s in others(t)
        if s.at > world.year_ago and (one := known(t.who)) and (other := known(s.who)) and one != other
    )


def together(world: World) -> Counts:
    return {(1, *pair): (n, n) for pair, n in _pairs(world, str).items()}


def organisations(world: World) -> Counts:
    pairs = _pairs(world, lambda who: world.employers.get(who, ""))
    return {(1, *pair): (n, n) for pair, n in pairs.items()}


def openrank(world: World) -> Counts:
    weights: dict[str, dict[str, int]] = defaultdict(dict)
    for (one, other), n in _pairs(world, str).items():
        weights[one][other] = weights[other][one] = n
    if not weights:
        return {}
    ranks = dict.fromkeys(weights, 1.0)
    for _ in range(200):
        ranks = {
            who: RETENTION
            + (1 - RETENTION) * sum(ranks[o] * n / sum(weights[o].values()) for o, n in weights[who].items())
            for who in weights
        }
    return {(1, "", ""): (fewest(ranks.values()), len(ranks))}


def activity(world: World) -> Counts:
    words = {"comment": "comments", "review": "reviews", "review.comment": "reviews"}
    acts = [(t.opened, t.who, "changes" if t.is_change else "issues") for t in world.things]
    acts += [(t.merged, t.merger, "merges") for t in world.things if t.merged]
    acts += [(s.at, s.who, words[s.kind]) for t in world.things for s in t.said]
    acts += [(c.at, c.who, "commits") for c in world.commits]
    acts += [(c.at, c.reviewer, "thanks") for c in world.commits if c.reviewer != c.who]
    return by_month((at, word) for at, who, word in acts if who and not is_bot(who))


def checked(world: World) -> Counts:
    asked = ((t, t.ran) for t in merged(world) if t.ran is not None)
    known = ((t, ran) for t, ran in asked if "success" in ran or "pending" not in ran)
    return share(world, ((t.merged, "success" in ran) for t, ran in known))


RECOUNTED: dict[str, Callable[[World], Counts]] = {
    "reviews": lambda world: monthly(world, (said.at for said in given(world))),
    "active-reviewers": active,
    "top-reviewer-share": top_share,
    "reviewer-absence-factor": absence,
    "review-load": load,
    "merged-without-review": unreviewed,
    "reviewed-by-another": looked_at,
    "ci-checked-share": checked,
    "review-cycles": cycles,
    "waiting-time-per-side": sides,
    "collaboration-people": together,
    "collaboration-organisations": organisations,
    "openrank": openrank,
    "activity-by-kind": activity,
}
"""By the id of the metric, how it is counted by plain Python."""
