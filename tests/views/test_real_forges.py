"""Reports on real projects with what their forge told: every sentence of the forge's pages held to the dump.

What waits is found a second time by plain Python over the dump. Skipped where clones or dumps are missing.
"""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.page import Page, Report
from folkmoot.model.source import Access
from folkmoot.render import render
from folkmoot.sources.forges.archive_dump import open_source
from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.store.database import connect
from folkmoot.store.forge_sync import sync_forge
from folkmoot.store.sync import sync
from folkmoot.views.pages import all_pages
from folkmoot.views.report import build_report

PROJECT = Path(__file__).parents[2]
REAL = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or PROJECT.parent / ".mirror")
DUMPS = PROJECT.parent / "shared" / "data" / "issues"
SMALL = 300_000
GOAL = 5 * 86400
NAMES = ("quicwg+datagram", "cfrg+draft-irtf-cfrg-hpke", "mlswg+mls-protocol")
MOMENTS = {
    "quicwg+datagram": "2021-06-15",
    "cfrg+draft-irtf-cfrg-hpke": "2020-11-15",
    "mlswg+mls-protocol": "2020-06-15",
}
FORGE_PAGES = {"newcomers", "responsiveness", "reviews", "collaboration"}

pytestmark = pytest.mark.shared_data


def ts(text: str | None) -> int:
    return int(datetime.fromisoformat(text).timestamp()) if text else 0


@pytest.fixture(scope="module", params=NAMES)
def made(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Report, Report]:
    """Give the report of today, and that of a day on which something waited."""
    name = request.param
    place, dump = REAL / name / "repo", DUMPS / f"{name}.archive.json.gz"
    if not place.is_dir() or not dump.exists():
        pytest.skip(f"{name} is not at hand")
    store = tmp_path_factory.mktemp("forge") / "s.duckdb"
    with open_repository(str(place), Options()) as opened:
        synced = sync(store, opened)
        source = open_source(str(dump), Access())
        assert source is not None
        done = sync_forge(store, synced.origin, source)
        with connect(store, read_only=True) as connection:
            both = [
                build_report(
                    connection,
                    subject=synced.name,
                    made_at="2026-06-15T09:00:00Z",
                    projects=[(synced.project, synced.name)],
                    trees={synced.project: opened.tree},
                    as_of={synced.project: moment},
                )
                for moment in (done.until, ts(f"{MOMENTS[name]}T00:00:00+00:00"))
            ]
    return name, both[0], both[1]


def page(report: Report, slug: str) -> Page:
    return next(page for page in report.pages if page.slug == slug)


def open_then(name: str) -> Iterator[tuple[str, dict[str, Any], bool]]:
    """Give what was open and had waited for longer than wanted, and whether anybody else had said anything.

    Accounts that were deleted have no name, so that nobody can tell who they were.
    """
    raw = json.loads(gzip.decompress((DUMPS / f"{name}.archive.json.gz").read_bytes()))
    then = ts(f"{MOMENTS[name]}T00:00:00+00:00")
    for key in ("issues", "pulls"):
        for item in raw[key]:
            author = item.get("author")
            closed = ts(item.get("closedAt") or item.get("mergedAt"))
            if not author or ts(item["createdAt"]) > then or 0 < closed <= then:
                continue
            said = [(ts(one["createdAt"]), one.get("author")) for one in item.get("comments") or []]
            for review in item.get("reviews") or []:
                said.append((ts(review["createdAt"]), review.get("author")))
                said += [(ts(one["createdAt"]), one.get("author")) for one in review.get("comments") or []]
            said = [(at, who) for at, who in said if who and at <= then]
            others = [at for at, who in said if who != author]
            own = max([ts(item["createdAt"]), *(at for at, who in said if who == author)])
            is_late = then - own >= GOAL + 86400
            if is_late and (not others or own > max(others)):
                yield key, item, bool(others)


def test_pages_of_the_forge_are_there_and_speak(made: tuple[str, Report, Report]) -> None:
    _, now, _ = made
    assert {page.slug for page in now.pages} >= FORGE_PAGES
    assert "attention" not in {page.slug for page in now.pages}  # a dump tells of no star
    for slug in FORGE_PAGES:
        lede = str(page(now, slug).lede)
        assert lede.endswith(".")
        assert "Not knowable" not in lede


def test_the_file_stays_small(made: tuple[str, Report, Report]) -> None:
    assert len(render(made[1], "html").encode()) < SMALL


def test_unanswered_issues_are_those_of_the_dump(made: tuple[str, Report, Report]) -> None:
    name, _, then = made
    (panel,) = (one for one in page(then, "responsiveness").panels if one.id == "issues-waiting")
    expected = {
        item["number"] for key, item, is_answered in open_then(name) if key == "issues" and not is_answered
    }
    assert len(panel.entries) + panel.more == len(expected)
    assert {int(entry.id.rpartition("-")[2]) for entry in panel.entries} <= expected
    owner, _, project = name.partition("+")
    for entry in panel.entries:
        number = entry.id.rpartition("-")[2]
        assert entry.address == f"https://github.com/{owner}/{project}/issues/{number}"


def test_waiting_changes_are_those_of_the_dump(made: tuple[str, Report, Report]) -> None:
    name, _, then = made
    (panel,) = (one for one in page(then, "reviews").panels if one.id == "changes-waiting")
    expected = {item["number"] for key, item, _ in open_then(name) if key == "pulls"}
    assert len(panel.entries) + panel.more == len(expected)
    assert {int(entry.id.rpartition("-")[2]) for entry in panel.entries} <= expected


def test_nobody_is_named_where_things_wait(made: tuple[str, Report, Report]) -> None:
    _, _, then = made
    agenda = page(then, "overview").panels[0]
    assert len(agenda.findings) <= 7
    assert all(link.address.startswith("https://") for one in agenda.findings for link in one.links)


def test_every_page_is_a_page(made: tuple[str, Report, Report]) -> None:
    assert {page.slug for page in made[1].pages} <= set(all_pages())
