"""What a forge knows of some projects, in the plainest form: invented by lot, or read from a dump.

`drawn` makes it up, `as_of` takes away what was not there yet at some moment. The modules `recounted_*` count
in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from random import Random
from typing import NamedTuple

from sources.git.repositories import DAY, START

SPAN = 1000
UNTIL = START + SPAN * DAY
INSIDE = {"OWNER", "MEMBER", "COLLABORATOR"}
ROLES = ("OWNER", "MEMBER", "COLLABORATOR", "CONTRIBUTOR", "NONE", "NONE", "", "FIRST_TIME_CONTRIBUTOR")
LABELS = ("good first issue", "Good-First-Issue", "E: easy", "beginner friendly", "bug", "queasy", "starters")
NAMES = (
    "ada", "bob", "cleo", "dan", "eve", "finn", "gus", "hal", "ida", "jan", "kim", "lea", "max", "nell",
    "otto", "pia", "quin", "rosa", "sam", "tess",
)  # fmt: skip
BOT = "renovate[bot]"
GUESTS = 200
EMPLOYERS = ("weavers-guild.com", "loom-works.com", "spindle.dev", "")


class Said(NamedTuple):
    """A comment, a review or a comment on a line. `who` is "" where the account was deleted."""

    at: int
    who: str
    kind: str


class Done(NamedTuple):
    """A star, an un-star or a fork of a project, or a commit there, with whom it names as a reviewer."""

    at: int
    who: str
    kind: str
    project: int = 1
    reviewer: str = ""


class Turned(NamedTuple):
    """A closing, a reopening, a label put on or taken off, a draft made ready or a change made a draft."""

    at: int
    kind: str
    detail: str = ""


@dataclass
class Thing:
    """An issue or a change. Times that have not come are 0, people who are not known "".

    `closed` is when it was closed last; `labels` and `is_draft` tell what it was at first, `turns` the rest.
    `ran` is what came of the checks on its newest commit, None where nobody asked. `reviewer` is whom the
    commit names that merged it, `landing` that commit.
    """

    project: int
    number: int
    is_change: bool
    who: str
    role: str
    opened: int
    closed: int = 0
    merged: int = 0
    merger: str = ""
    labels: tuple[str, ...] = ()
    said: list[Said] = field(default_factory=list)
    turns: list[Turned] = field(default_factory=list)
    reviewer: str = ""
    landing: str = ""
    is_draft: bool = False
    ran: tuple[str, ...] | None = None


class Day(NamedTuple):
    """Counts of a project on a day since 1970; -1 is not known."""

    project: int
    day: int
    stars: int
    forks: int


@dataclass
class World:
    """All there is to count, until a moment. `gaps` are the projects that were not read whole."""

    until: int
    things: list[Thing] = field(default_factory=list)
    acts: list[Done] = field(default_factory=list)
    commits: list[Done] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    gaps: frozenset[int] = frozenset()
    employers: dict[str, str] = field(default_factory=dict)

    @property
    def year_ago(self) -> int:
        """The same moment a year earlier."""
        then = datetime.fromtimestamp(self.until, UTC)
        return int(then.replace(year=then.year - 1).timestamp())


def is_bot(who: str) -> bool:
    """Tell a robot by its name, of the names that are drawn here and of those in the dumps."""
    return who.endswith("[bot]")


def as_of(world: World, until: int) -> World:
    """Give the world as it was at a moment, as far as it tells when things happened."""
    things = [
        replace(
            thing,
            closed=closed_by(thing, until),
            merged=thing.merged if thing.merged <= until else 0,
            merger=thing.merger if thing.merged <= until else "",
            said=sorted(said for said in thing.said if said.at <= until),
            labels=labelled_by(thing, until),
            is_draft=draft_by(thing, until),
            turns=sorted(turn for turn in thing.turns if turn.at <= until),
        )
        for thing in world.things
        if thing.opened <= until
    ]
    acts = [act for act in world.acts if act.at <= until]
    commits = [commit for commit in world.commits if commit.at <= until]
    days = [day for day in world.days if day.day * DAY <= until]
    return replace(world, until=until, things=things, acts=acts, commits=commits, days=days)


def closed_by(thing: Thing, until: int) -> int:
    """Give when something was closed that is closed at a moment, else 0."""
    known = [turn for turn in (*thing.turns, Turned(thing.closed, "closed")) if 0 < turn.at <= until]
    last = max((turn for turn in known if turn.kind in ("closed", "reopened")), default=Turned(0, ""))
    return last.at if last.kind == "closed" else 0


def labelled_by(thing: Thing, until: int) -> tuple[str, ...]:
    """Give the labels that something has at a moment."""
    labels = dict.fromkeys(thing.labels)
    for turn in sorted(turn for turn in thing.turns if turn.at <= until):
        if turn.kind == "labelled":
            labels[turn.detail] = None
        elif turn.kind == "unlabelled":
            labels.pop(turn.detail, None)
    return tuple(labels)


def draft_by(thing: Thing, until: int) -> bool:
    """Tell whether something is a draft at a moment."""
    words = {"ready_for_review": False, "converted_to_draft": True}
    turns = sorted(turn for turn in thing.turns if turn.at <= until and turn.kind in words)
    return words[turns[-1].kind] if turns else thing.is_draft


def drawn(seed: int) -> World:
    """Invent two projects: one read whole, and one with gaps."""
    lot = Random(seed)
    world = World(UNTIL, gaps=frozenset({2}))
    world.employers = {name: EMPLOYERS[place % 4] for place, name in enumerate(NAMES)}
    times = iter(lot.sample(range(START, UNTIL), 20_000))  # no two things at the same second

    def somebody(at: int) -> str:
        here = 3 + (at - START) * (len(NAMES) - 3) // (UNTIL - START)
        return lot.choice(NAMES[:here]) if lot.random() < 0.85 else lot.choice((BOT, "", NAMES[0]))

    def after(at: int, days: float) -> int:
        return at + 1 + int(lot.expovariate(1 / (days * DAY)))

    for place in range(220):
        # numbers come again in the other project
        project, number, at = 1 + place // 140, 1 + place % 140, next(times)
        thing = Thing(project, number, lot.random() < 0.6, somebody(at), lot.choice(ROLES), at)
        thing.labels = tuple(lot.sample(LABELS, lot.choice((0, 0, 1, 2))))
        speaks = lot.random() < 0.8
        moment = at
        while speaks and lot.random() < 0.75:
            moment = after(moment, lot.choice((0.01, 0.5, 3, 30)))
            kinds = ("comment", "review", "review.comment") if thing.is_change else ("comment",)
            who = thing.who if lot.random() < 0.4 else somebody(moment)
            thing.said.append(Said(moment, who, lot.choice(kinds)))
        if lot.random() < 0.75:
            thing.closed = after(at if lot.random() < 0.5 else moment, 20)
            if thing.said and lot.random() < 0.1:
                thing.closed = max(thing.opened + 1, thing.said[-1].at - lot.choice((30, 60, 61)))
            if thing.is_change and lot.random() < 0.7:
                thing.merged = thing.closed
                thing.merger = thing.who if lot.random() < 0.3 else somebody(thing.merged)
        if not thing.merged and lot.random() < 0.4:
            first, second = sorted(lot.sample(range(at + 1, thing.closed or UNTIL + DAY), 2))
            thing.turns = [Turned(first, "closed"), Turned(second, "reopened")]
        for label in lot.sample(LABELS, lot.choice((0, 0, 1, 2))):
            kind = "unlabelled" if label in thing.labels else "labelled"
            thing.turns.append(Turned(after(at, 100), kind, label))
        if thing.is_change and lot.random() < 0.3:
            thing.is_draft = lot.random() < 0.5
            kinds = ["converted_to_draft", "ready_for_review", "converted_to_draft"][thing.is_draft :]
            moments = sorted(after(at, 200) for _ in range(lot.randrange(3)))
            thing.turns += [Turned(when, kind) for when, kind in zip(moments, kinds, strict=False)]
        if thing.merged and project == 1 and lot.random() < 0.3:
            thing.reviewer = lot.choice(NAMES)
        if thing.merged and lot.random() < 0.6:
            thing.ran = tuple(lot.choices(("success", "failure", "pending", "neutral"), k=lot.randrange(3)))
        world.things.append(thing)
    for project in (1, 2):
        for _ in range(120):
            at = next(times)
            kind = lot.choice(("star", "star", "fork", "unstar"))
            world.acts.append(Done(at, somebody(at), kind, project))
    for place in range(GUESTS):
        guest, at = f"guest{place}", next(times)
        world.acts.append(Done(at, guest, lot.choice(("star", "star", "fork")), lot.choice((1, 2))))
        if lot.random() < 0.35:
            came = Thing(1, 1000 + place, lot.random() < 0.5, guest, "NONE", after(at, 60))
            world.things.append(came)
    for _ in range(60):
        at = next(times)
        world.commits.append(Done(at, somebody(at) or BOT, "commit"))
    for thing in world.things:
        if thing.reviewer:
            world.commits.append(Done(thing.merged, thing.who or BOT, "commit", 1, thing.reviewer))
    for project in (1, 2):
        stars = 500
        for day in range(UNTIL // DAY - 650, UNTIL // DAY + 1):
            stars += lot.choice((0, 0, 1, 2, -1, -3, 60 if lot.random() < 0.05 else 1))
            if lot.random() < 0.97:
                world.days.append(Day(project, day, stars if lot.random() < 0.99 else -1, stars // 9))
    return world
