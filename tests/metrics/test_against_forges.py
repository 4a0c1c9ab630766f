"""Numbers of a forge, found a second time by plain Python, for invented projects and for real ones.

Every period, label and n is compared, now and as of days gone by. What is counted is in `recounted_*.py`,
written from the words of each metric; nothing of ours but who is who is used there.
"""

from __future__ import annotations

import gzip
import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.source import Access
from folkmoot.sources.forges.archive_dump import open_source
from folkmoot.store.database import connect
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.people import resolve_people
from folkmoot.store.scope import look_at
from folkmoot.views.missing import FORGE
from metrics.drawn_forge import UNTIL, Said, Thing, World, as_of, drawn
from metrics.recounted import RECOUNTED, near, told
from metrics.stored_forge import stored
from sources.git.repositories import DAY

if TYPE_CHECKING:
    from folkmoot.store.database import Connection

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "issues"
DUMPS = ("quicwg+datagram", "cfrg+draft-irtf-cfrg-hpke", "mlswg+mls-protocol")
DRAWN = ((1, 0), (2, 0), (3, 200), (5, 200), (4, 500))
"""Seeds, and the days by which the moment looked at lies before the end."""
Both = tuple[World, "Connection"]


@pytest.fixture(scope="module", params=DRAWN)
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Both:
    """Two invented projects as of some day, and the store into which they were read whole."""
    seed, days = request.param
    world = drawn(seed)
    store = stored(world, tmp_path_factory.mktemp("forge"))
    until = UNTIL - days * DAY
    look_at(store, as_of=until)
    return as_of(world, until), store


@pytest.mark.parametrize("identifier", sorted(RECOUNTED))
def test_counted_twice(both: Both, identifier: str) -> None:
    world, store = both
    theirs = RECOUNTED[identifier](world)
    assert theirs
    assert told(store, identifier) == near(theirs)


def test_whatever_needs_a_forge_is_counted_twice() -> None:
    needing = {one.id for one in all_metrics().values() if set(one.needs) & FORGE}
    assert needing <= RECOUNTED.keys()


def seconds(text: str | None) -> int:
    return int(datetime.fromisoformat(text).timestamp()) if text else 0


def dumped(path: Path) -> World:
    """Read a dump as it lies there."""
    dump = json.loads(gzip.decompress(path.read_bytes()))
    world = World(seconds(dump["timestamp"]))
    for row in (*dump["issues"], *dump["pulls"]):
        times = (seconds(row["createdAt"]), seconds(row["closedAt"]), seconds(row.get("mergedAt")))
        thing = Thing(
            1, row["number"], "reviews" in row, row["author"] or "", row["authorAssociation"], *times,
            row.get("mergedBy") or "", tuple(row["labels"]),
        )  # fmt: skip
        thing.said = [_said(comment, comment["author"], "comment") for comment in row["comments"]]
        for review in row.get("reviews", ()):
            thing.said.append(_said(review, review["author"], "review"))
            thing.said += [_said(line, review["author"], "review.comment") for line in review["comments"]]
        world.things.append(thing)
    return world


def _said(row: dict[str, Any], who: str | None, kind: str) -> Said:
    return Said(seconds(row["createdAt"]), who or "", kind)


@pytest.fixture(scope="module", params=DUMPS)
def project(request: pytest.FixtureRequest) -> Both:
    """A real project: its dump, and a store into which our own source read it."""
    path = FOLDER / f"{request.param}.archive.json.gz"
    if not path.exists():
        pytest.skip("the dumps of issues are not at hand")
    source = open_source(str(path), Access())
    assert source is not None
    store = connect(None)
    store.execute("insert into project values (1, 'dump', 'test')")
    intake = ForgeIntake(store, 1, source.name, source.host)
    intake.take(source.records({}))
    intake.flush()
    resolve_people(store)
    return dumped(path), store


@pytest.mark.shared_data
@pytest.mark.parametrize("days", [0, 400, 900])
def test_real_projects_counted_twice(project: Both, days: int) -> None:
    """A dump tells of no star, no fork and no check; what is said of those is nothing."""
    whole, store = project
    world = as_of(whole, whole.until - days * DAY)
    look_at(store, as_of=world.until)
    for identifier, count in RECOUNTED.items():
        assert (identifier, told(store, identifier)) == (identifier, near(count(world)))
