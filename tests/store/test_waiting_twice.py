"""Who waits, found a second time by plain Python in invented projects and as of several days."""

from __future__ import annotations

from collections import defaultdict

import pytest

from folkmoot.store.database import Connection
from folkmoot.store.scope import look_at
from folkmoot.store.waiting import waiting
from metrics.drawn_forge import INSIDE, UNTIL, Thing, World, as_of, drawn, is_bot
from metrics.stored_forge import stored
from sources.git.repositories import DAY

BACK = ("reopened", "ready_for_review")
"""After these turns it is the project's turn anew."""


@pytest.fixture(scope="module", params=[1, 2, 3])
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[World, Connection]:
    world = drawn(request.param)
    return world, stored(world, tmp_path_factory.mktemp("waiting"))


def begun(world: World) -> dict[str, int]:
    """Give when each person first did something, in git or at the forge; a star is nothing done."""
    done: dict[str, list[int]] = defaultdict(list)
    for thing in world.things:
        done[thing.who].append(thing.opened)
        done[thing.merger].append(thing.merged)
        for said in thing.said:
            done[said.who].append(said.at)
    for commit in world.commits:
        done[commit.who].append(commit.at)
        done[commit.reviewer].append(commit.at)
    return {who: min(at for at in times if at) for who, times in done.items() if any(times)}


def since(thing: Thing) -> int:
    """Give since when something waits for the project; 0 where it does not."""
    if thing.closed or thing.is_draft or not thing.who or is_bot(thing.who):
        return 0
    others = [s.at for s in thing.said if s.who not in ("", thing.who) and not is_bot(s.who)]
    later = [s.at for s in thing.said if s.who == thing.who and s.at > max(others, default=0)]
    if others and not later:
        return 0
    turned = [turn.at for turn in thing.turns if turn.kind in BACK]
    return max([min(later) if others else thing.opened, *turned])


@pytest.mark.parametrize("days", [0, 100, 300, 500, 700])
def test_who_waits_is_found_twice(both: tuple[World, Connection], days: int) -> None:
    whole, store = both
    world = as_of(whole, UNTIL - days * DAY)
    look_at(store, as_of=world.until)
    first = begun(world)
    theirs = {
        (thing.project, thing.is_change, thing.number): (
            at,
            first[thing.who] >= thing.opened and thing.role not in INSIDE,
            any(s.who not in ("", thing.who) and not is_bot(s.who) for s in thing.said),
            thing.role in INSIDE,
        )
        for thing in world.things
        if (at := since(thing))
    }
    ours = {
        (one.project, one.is_change, one.number): (one.since, one.is_new, one.is_answered, one.is_inside)
        for one in waiting(store)
    }
    assert len(theirs) > 5
    assert ours == theirs
