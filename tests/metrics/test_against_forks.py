"""Hard forks and sectors, found a second time from what `git log` prints, by nothing of ours but the words.

The repositories are drawn by lot and the same in every run.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from folkmoot.metrics import metric
from folkmoot.store.answer import answer
from folkmoot.store.database import connect
from folkmoot.store.scope import look_at
from metrics.drawn_forks import BOT, MOVED, SECTOR, UNTIL, Commit, forks, printed
from sources.git.repositories import DAY
from store.stores import bring

if TYPE_CHECKING:
    from pathlib import Path

    from folkmoot.store.database import Connection

LEAST_DAYS, LEAST_PEOPLE = 183, 5
Both = tuple[dict[int, list[Commit]], "Connection", int]


@pytest.fixture(scope="module", params=[(1, 0), (2, 0), (3, 0), (4, 150), (5, 380)])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Three histories as git prints them, the store into which all were read, and the moment looked at."""
    seed, days = request.param
    place: Path = tmp_path_factory.mktemp("forks")
    made = forks(place, seed)
    for repository in made:
        bring(place / "s.duckdb", repository.place)
    store = connect(place / "s.duckdb")
    until = UNTIL - days * DAY
    look_at(store, as_of=until)
    return {n: printed(one.place, until) for n, one in enumerate(made, 1)}, store, until


def test_forks_counted_twice(both: Both) -> None:
    histories, store, until = both
    theirs = {}
    for one, other in permutations(histories, 2):
        mine, yours = ({c.sha: c for c in histories[n]} for n in (one, other))
        shared = mine.keys() & yours.keys()
        parted = max(mine[sha].at for sha in shared)
        since = [[c for c in own.values() if c.at > parted and c.who != BOT] for own in (mine, yours)]
        who = [{c.who for c in own} for own in since]
        lasted = [max((c.at for c in own), default=parted) - parted > LEAST_DAYS * DAY for own in since]
        if all(lasted) and who[0] - who[1] and who[1] - who[0]:
            theirs[str(one), str(other)] = (len(since[0]), len(shared))
    rows = answer(store, metric("hard-forks"))
    assert {(row.label, row.part): (row.value, row.n) for row in rows} == theirs
    assert bool(theirs) == (until > UNTIL - 200 * DAY)  # as of an earlier day it is too soon to tell


def sector(who: str, at: int) -> str:
    """Give the sector that somebody worked in at a time, "" where nobody says."""
    domain, since = MOVED.get(who.partition(" ")[0], ("", at + 1))
    if at >= since:
        return SECTOR[domain] if domain else "individual"
    return SECTOR.get(who.partition("@")[2][:-1], "")


def test_sectors_counted_twice(both: Both) -> None:
    histories, store, until = both
    year = 366 if until > 1_709_164_800 > until - 366 * DAY else 365  # with 29 February 2024 or without
    acts = []
    for commits in histories.values():
        for commit in commits:
            acts += [(commit.at, commit.who)] if not commit.is_merge else []
            acts += [
                (commit.at, who)
                for act, who in commit.named
                if who != commit.who or act in ("Tested-by", "Signed-off-by")
            ]
    found = [(sector(who, at), who) for at, who in acts if who != BOT and at > until - year * DAY]
    people: dict[str, set[str]] = defaultdict(set)
    for said, who in found:
        people[said].add(who)
    shown = Counter(
        "not stated"
        if not said
        else said
        if len(people[said]) >= LEAST_PEOPLE
        else f"fewer than {LEAST_PEOPLE} people each"
        for said, _ in found
    )
    theirs = {label: (pytest.approx(n / len(found)), len(found)) for label, n in shown.items()}
    rows = answer(store, metric("contributions-by-sector"))
    assert {row.label: (row.value, row.n) for row in rows} == theirs
    assert len(theirs) > 2
