"""Real hours of GH Archive, imported and held against an independent count.

They lie in `../shared/data/gharchive` and are not part of the project; skipped where they are not at hand.
"""

from __future__ import annotations

import gzip
import json
import re
import tarfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from folkmoot.sources.archives.eras import STRIPPED_TYPES
from folkmoot.sources.archives.wanted import wanted
from folkmoot.store.archive_intake import Imported, import_archives
from folkmoot.store.database import connect
from store.archives import TABLES, rows

DATA = Path(__file__).parents[3] / "shared" / "data" / "gharchive"
EVERYTHING = wanted(["*"], [])
ADDRESS = re.compile(r"[\w.+-]+@(?!users\.noreply\.github\.com)[\w-]+\.[a-z]{2,}", re.IGNORECASE)

pytestmark = [
    pytest.mark.shared_data,
    pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data/gharchive is not at hand"),
]


def events(content: str) -> Iterator[Any]:
    """Take a text apart in the plainest way there is."""
    decoder, at = json.JSONDecoder(), 0
    while match := re.compile(r"[\s,\[\]]*(?=\{)").match(content, at):
        event, at = decoder.raw_decode(content, match.end())
        yield event


def counted(content: str) -> Counter[str]:
    """Count the events of repositories by type."""
    kinds: Counter[str] = Counter()
    for event in events(content):
        place = event.get("repo") or event.get("repository")
        name = place.get("name") if isinstance(place, dict) else place
        if name and name != "/":
            kinds[STRIPPED_TYPES.get(event["type"], event["type"])] += 1
    return kinds


def acts(kinds: Counter[str]) -> int:
    return sum(kinds[name] for name in ("WatchEvent", "ForkEvent", "PushEvent", "ReleaseEvent"))


def imported(folder: Path, place: Path) -> Imported:
    return import_archives(folder / "a.duckdb", [str(place)], EVERYTHING)


FILES = sorted(path.name for path in DATA.glob("*.gz")) if DATA.is_dir() else []


@pytest.mark.parametrize("name", FILES)
def test_every_event_is_counted_by_its_type(tmp_path: Path, name: str) -> None:
    kinds = counted(gzip.decompress((DATA / name).read_bytes()).decode())
    found = imported(tmp_path, DATA / name)
    assert found.types == kinds
    assert (found.damaged, found.unread) == (0, [])
    assert found.rows["act_fact"] == acts(kinds)


@pytest.fixture(scope="module")
def years(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One event per type and year, end to end without newlines between them."""
    path = tmp_path_factory.mktemp("years") / "years.json"
    with tarfile.open(DATA / "arfon-one-per-type-2011-2016.tgz") as file:
        found = [file.extractfile(member) for member in file.getmembers() if member.name.endswith(".json")]
        path.write_bytes(b"".join(one.read().strip() for one in found if one))
    return path


def test_every_year_since_2011_is_read(tmp_path: Path, years: Path) -> None:
    kinds = counted(years.read_text())
    found = imported(tmp_path, years)
    assert (found.types, found.damaged) == (kinds, 0)
    assert found.rows["act_fact"] == acts(kinds)
    assert found.lines == len(list(events(years.read_text())))


def test_no_address_of_anybody_is_kept(tmp_path: Path, years: Path) -> None:
    assert ADDRESS.search(years.read_text())
    imported(tmp_path, years)
    imported(tmp_path, DATA / "2015-01-01-12.json.gz")
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        for table in TABLES:
            kept = "\n".join(str(row) for row in rows(store, f"from {table}"))
            assert ADDRESS.findall(kept) == []


def test_stripped_hours_tell_the_same_stars_as_whole_ones(tmp_path: Path) -> None:
    found = imported(tmp_path, DATA / "min-2015-02-22-21.json.gz")
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        stars = rows(store, "select count(*) from acts where kind = 'star'")
    assert stars == [(found.types["WatchEvent"],)]


def test_numbers_of_one_repository_by_hand(tmp_path: Path) -> None:
    """Counted from the file itself: closed and merged changes, approvals, and who merged most."""
    name = "duckdb-repo-events-2023-04.json.gz"
    told = list(events(gzip.decompress((DATA / name).read_bytes()).decode()))
    merged = {
        event["payload"]["number"]
        for event in told
        if event["type"] == "PullRequestEvent" and event["payload"]["pull_request"]["merged_at"]
    }
    reviews = {
        event["payload"]["review"]["id"]: event["payload"]["review"]["state"]
        for event in told
        if event["type"] == "PullRequestReviewEvent"
    }
    spoken = {
        event["payload"]["comment"]["id"]
        for event in told
        if event["type"] in ("IssueCommentEvent", "PullRequestReviewCommentEvent")
    }
    imported(tmp_path, DATA / name)
    with connect(tmp_path / "a.duckdb", read_only=True) as store:
        assert {n for (n,) in rows(store, "select number from items where is_merged = 1")} == merged
        assert dict(
            rows(store, "select state, count(*) from interactions where kind = 'review' group by 1")
        ) == Counter(reviews.values())
        assert rows(store, "select count(*) from remark_fact where kind <> 'review'") == [(len(spoken),)]
