"""Bringing what was drawn by lot into a store, in the way in which git and forges are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from folkmoot.model.event import Kind
from folkmoot.model.forge import Account, Act, HeadRuns, Item, Reach, Record, Remark, Run, Snapshot, Turn
from folkmoot.sources.forges._ran import summed
from folkmoot.store.database import connect
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.people import resolve_people
from metrics.drawn_forge import NAMES, UNTIL, Turned, World, as_of, is_bot
from sources.git.repositories import START, Repository
from store.stores import bring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from folkmoot.store.database import Connection


def signed(world: World, login: str) -> tuple[str, str]:
    """Give the name and the address by which somebody is known in git and at the forge."""
    employer = world.employers.get(login, "")
    email = f"{login}@{employer or 'users.noreply.github.com'}"
    return f"{login.title()} {login.title()}dotter" if login in NAMES else login, email


def committed(world: World, place: Path) -> Repository:
    """Write the commits of project 1 into a repository; changes remember the one they landed in."""
    made = Repository.create(place)
    landings = {(t.merged, t.reviewer): t for t in world.things if t.reviewer}
    for number, commit in enumerate(sorted(world.commits)):
        name, email = signed(world, commit.who)
        message = f"Work {number}\n"
        if commit.reviewer:
            message += "\nReviewed-by: {} <{}>\n".format(*signed(world, commit.reviewer))
        made.commit(f"{name} <{email}>", message, {f"f{number}": str(number)}, at=commit.at)
        if thing := landings.get((commit.at, commit.reviewer)):
            thing.landing = made.head
    return made


def account(world: World, login: str) -> Account:
    """Give somebody as the forge knows them."""
    if login not in NAMES:
        return Account(login, is_bot=is_bot(login))
    name, email = signed(world, login)
    return Account(login, name, email if world.employers.get(login) else "")


def records(world: World, project: int) -> Iterator[Record]:
    """Give what a source would yield of a project in the end."""
    for thing in world.things:
        if thing.project != project:
            continue
        key = f"{'C' if thing.is_change else 'I'}{project}-{thing.number}"
        yield Item(
            thing.is_change, thing.number, key, account(world, thing.who), thing.role, f"About {key}",
            thing.opened, thing.closed, max(thing.opened, thing.closed), Account(""), thing.merged,
            account(world, thing.merger), is_draft=thing.is_draft, landing=thing.landing, labels=thing.labels,
        )  # fmt: skip
        turns = [turn for turn in thing.turns if turn.at <= UNTIL]
        turns += [Turned(thing.closed, "closed")] if thing.closed else []
        for place, (at, kind, detail) in enumerate(turns):
            yield Turn(thing.is_change, thing.number, f"{key}-T{place}", kind, Account(""), at, detail)
        for place, (at, who, kind) in enumerate(thing.said):
            yield Remark(
                thing.is_change, thing.number, f"{key}-{place}", Kind(kind), account(world, who), "", at,
                "commented" if kind == "review" else "", length=100,
            )  # fmt: skip
        if thing.ran is not None:
            ran = tuple(Run("", str(place), state, thing.merged) for place, state in enumerate(thing.ran))
            yield HeadRuns(thing.number, "", summed(ran), ran)
    for place, act in enumerate(world.acts):
        if act.project == project:
            yield Act(f"A{place}", Kind(act.kind), account(world, act.who), act.at)
    for day in world.days:
        if day.project == project:
            yield Snapshot(day.day, day.stars, day.forks)
    yield Reach(START, UNTIL, "lower bound" if project in world.gaps else "complete")


def stored(world: World, place: Path) -> Connection:
    """Bring a world into a new store, in the way in which git and forges are read."""
    world = as_of(world, UNTIL)
    made = committed(world, place / "r")
    bring(place / "s.duckdb", made.place)
    connection = connect(place / "s.duckdb")
    connection.execute("insert into project values (2, 'second', 'drawn')")
    for project in (1, 2):
        intake = ForgeIntake(connection, project, "github", "github.com")
        intake.take(records(world, project))
        intake.flush()
    resolve_people(connection)
    return connection
