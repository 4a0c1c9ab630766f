"""The same community, told by three forges, gives the same items and remarks, and so the same numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, Act, Item, Record, Remark, Turn
from folkmoot.model.source import Access
from folkmoot.sources.forges import open_forge
from folkmoot.store.database import reading
from folkmoot.store.forge_sync import sync_forge
from sources.forges import test_github
from sources.forges.forge_at_hand import DUMPS, fake, needs_dumps, needs_schema
from sources.forges.rest_at_hand import Talk, bare, of, read
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import forgejo, gitlab, story

FORGES = {"forgejo": forgejo, "gitlab": gitlab}
NUMBERS = """
    select is_change, count(*), sum(closed_at > 0), sum(merged_at > 0),
        sum(closed_at - opened_at) filter (closed_at > 0),
        (select count(*) from remark_fact r where r.is_change = i.is_change),
        (select count(distinct author) from remark_fact r where r.kind = 'review'),
        (select sum(made_at) from remark_fact r where r.is_change = i.is_change and r.state = 'approved'),
        (select count(*) from label_fact l where l.is_change = i.is_change)
    from item_fact i group by is_change order by is_change
"""


@needs_schema
@pytest.mark.parametrize("brand", FORGES)
def test_items_and_remarks_are_those_of_github(brand: str) -> None:
    """Every issue, change, comment, review and comment on a line, with every time, person and label."""
    expected = bare(test_github.read(fake(story())))
    assert sum(expected.values()) > 500
    assert bare(read(FORGES[brand](story()))) == expected


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.name.split(".")[0])
@needs_dumps[0]
def test_a_real_project_told_by_forgejo_is_the_same(path: Path) -> None:
    """Every issue, change, review and comment of a dump; only who closed, dumps do not know."""
    from fake_forge.worlds import dumped

    def unclosed(records: Iterable[Record]) -> Counter[Item | Remark]:
        found: Counter[Item | Remark] = Counter()
        for record, times in bare(records).items():
            found[record._replace(closed_by=NOBODY) if isinstance(record, Item) else record] += times
        return found

    truth = unclosed(open_forge(str(path), Access()).records({}))
    assert sum(truth.values()) > 500
    told = dumped(path)
    assert unclosed(read(forgejo(told), project=told["nameWithOwner"])) == truth


@needs_schema
@pytest.mark.parametrize("brand", FORGES)
def test_a_larger_community_in_many_pages_is_the_same(brand: str) -> None:
    sizes = {"issues": 60, "changes": 50, "seed": 11}
    assert bare(read(FORGES[brand](story(**sizes), most=15))) == bare(test_github.read(fake(story(**sizes))))


@needs_schema
@pytest.mark.parametrize("brand", FORGES)
def test_the_store_counts_the_same(brand: str, tmp_path: Path) -> None:
    stores = {}
    talk = Talk({**Talk().access.environment, "FOLKMOOT_GITHUB_TOKEN": "x"})
    for name, forge in (("github", fake(story())), (brand, FORGES[brand](story()))):
        stores[name] = tmp_path / f"{name}.duckdb"
        with forge.serving() as base:
            source = open_forge(f"{name}+{base}/ada/loom", talk.access)
            sync_forge(stores[name], "https://example.org/ada/loom", source)
            source.close()
    found = {}
    for name, store in stores.items():
        with reading(store) as connection:
            found[name] = connection.execute(NUMBERS).fetchall()
    assert found[brand] == found["github"]
    assert found[brand][1][5] > 100


@pytest.mark.parametrize("brand", FORGES)
def test_forks_releases_and_turns_are_told_by_all(brand: str) -> None:
    told = story()
    records = read(FORGES[brand](told))
    kinds = [act.kind for act in of(records, Act)]
    assert (kinds.count(Kind.FORK), kinds.count(Kind.RELEASE)) == (12, 11)
    merged = sum(1 for change in told["pullRequests"] if change["mergedAt"])
    turns = [turn.kind for turn in of(records, Turn)]
    assert (turns.count("merged"), turns.count("labelled")) == (merged, 100)


@pytest.mark.parametrize("brand", FORGES)
def test_deleted_accounts_are_nobody(brand: str) -> None:
    forge: RestForge = FORGES[brand](story())
    names = {item.author.login for item in of(read(forge), Item)}
    assert "" in names
    assert not {name for name in names if name.casefold().startswith("ghost")}


@pytest.mark.parametrize("brand", FORGES)
def test_bodies_are_measured_and_not_kept(brand: str) -> None:
    records = read(FORGES[brand](story()))
    orders = [remark for remark in of(records, Remark) if remark.is_command]
    assert {remark.length for remark in orders} == {len("/lgtm")}
    assert "lgtm" not in repr(records)
