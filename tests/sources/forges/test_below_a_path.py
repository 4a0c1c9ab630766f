"""A forge of one's own may lie at a path of its host: https://example.org/git/."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from folkmoot.model.community import Community, Listed
from folkmoot.model.errors import UsageError
from folkmoot.model.forge import Item
from folkmoot.model.source import Access
from folkmoot.sources.community_repositories import repositories
from folkmoot.sources.counting import address, count
from folkmoot.sources.forges import open_forge
from folkmoot.sources.organisations import projects_at
from folkmoot.store.database import reading
from folkmoot.store.forge_sync import sync_forge
from sources.forges.rest_at_hand import Talk, bare, of, read
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import forgejo, gitlab, story

Brand = Callable[..., RestForge]
BRANDS = pytest.mark.parametrize("brand", [forgejo, gitlab], ids=["forgejo", "gitlab"])


def below(brand: Brand) -> RestForge:
    """Give a forge at /git/lab of its host, of several pages."""
    forge = brand(story(issues=25, changes=5), most=10)
    forge.root = f"git/lab/{forge.root}"
    return forge


@BRANDS
def test_it_is_read_as_one_at_the_top_of_its_host(brand: Brand, tmp_path: Path) -> None:
    forge, store = below(brand), tmp_path / "s.duckdb"
    with forge.serving() as base:
        source = open_forge(f"{forge.brand}+{base}/git/lab//ada/loom", Talk().access)
        assert source.shown == f"{base}/git/lab/ada/loom"
        records = list(source.records({}))
        sync_forge(store, "https://example.org/x", source)
        source.close()
    assert bare(records) == bare(read(brand(story(issues=25, changes=5), most=10)))
    assert len(of(records, Item)) == 30
    with reading(store) as connection:
        (web,) = connection.execute("select value from forge_state where name = 'web'").fetchone() or ("",)
    assert str(web).endswith("/git/lab/ada/loom")


@BRANDS
def test_its_projects_are_listed_and_cloned_without_the_mark(brand: Brand, tmp_path: Path) -> None:
    forge = below(brand)
    path = "groups/ada/projects" if forge.brand == "gitlab" else "orgs/ada/repos"
    forge.rows[path] = [{"full_name": "ada/loom", "path_with_namespace": "ada/loom"}]
    with forge.serving() as base:
        pattern = f"{forge.brand}+{base}/git/lab//ada/*"
        community = Community(repositories=(Listed(pattern, has_own_forge=True),))
        found, missing = repositories(community, tmp_path, lambda one: projects_at(one, Talk().access))
    assert missing == []
    assert [one.origin for one in found] == [f"{base}/git/lab/ada/loom"]
    assert found[0].forges == (f"{forge.brand}+{base}/git/lab//ada/loom",)


@BRANDS
def test_its_projects_are_counted(brand: Brand) -> None:
    forge = below(brand)
    with forge.serving() as base:
        place = address(f"{forge.brand}+{base}/git/lab//ada/loom")
        assert count(place, Access({"HOME": "/nowhere"}, named_by_user=True), 20_000).stars == 12


def test_what_is_missing_is_told() -> None:
    with pytest.raises(UsageError, match="names no project") as refused:
        open_forge("forgejo+https://example.org/git/ada/loom", Access())
    assert "https://example.org/path//owner/name" in refused.value.hint
