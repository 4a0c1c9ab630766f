"""What a forge no longer has waits for an answer no more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.forge import Account, Item, Mark, Record, Snapshot
from folkmoot.model.source import ForgeSource, Standing
from folkmoot.sources.forges import open_forge
from folkmoot.store.database import connect, reading
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.forge_sync import ForgeSynced, sync_forge
from folkmoot.store.vanished import let_go, unaccounted
from sources.forges.forge_at_hand import Talk, fake, needs_schema, world
from sources.forges.rest_at_hand import Talk as RestTalk
from sources.forges.rest_forge import RestForge
from sources.forges.rest_worlds import forgejo, gitlab, story

ORIGIN = "https://example.org/ada/loom"
TABLES = ("item_fact", "label_fact", "remark_fact", "turn_fact")


def numbers(store: Path) -> set[int]:
    """Give the issues that are open."""
    with reading(store) as connection:
        rows = connection.execute(
            "select number from item_fact where is_change = 0 and closed_at = 0"
        ).fetchall()
    return {number for (number,) in rows}


def traces(store: Path, number: int) -> int:
    """Count what the store has of an issue."""
    with reading(store) as connection:
        return sum(
            len(connection.execute(f"from {table} where is_change = 0 and number = {number}").fetchall())
            for table in TABLES
        )


@contextmanager
def at(forge: Any, brand: str, listener: Any) -> Iterator[Callable[[Path], ForgeSynced]]:
    """Serve a forge, and give what brings a store up to date with it."""
    with forge.serving() as base:

        def sync(store: Path) -> ForgeSynced:
            source: ForgeSource = open_forge(f"{brand}+{base}/ada/loom", listener.access)
            try:
                return sync_forge(store, ORIGIN, source)
            finally:
                source.close()

        yield sync


def at_github(forge: Any) -> Any:
    return at(forge, "github", Talk())


def at_rest(forge: RestForge) -> Any:
    return at(forge, forge.brand, RestTalk())


@needs_schema
@pytest.mark.parametrize("way", ["deleted", "transferred"])
def test_an_issue_that_left_github_is_let_go(tmp_path: Path, way: str) -> None:
    forge, store = fake(), tmp_path / "s.duckdb"
    with at_github(forge) as sync:
        sync(store)
        before, issues = numbers(store), world(forge)["issues"]
        issue = next(one for one in issues if one["number"] == min(before))
        assert traces(store, issue["number"]) > 1
        del issues[issues.index(issue)]
        if way == "transferred":
            other = {**world(forge), "id": "R_other", "issues": type(issues)([issue])}
            forge.world["ada/other"] = {**other, "pullRequests": type(issues)()}
        assert sync(store).counts["gone"] == 1
        assert numbers(store) == before - {issue["number"]}
        assert traces(store, issue["number"]) == 0
        assert sync(store).counts["gone"] == 0


@needs_schema
def test_what_is_hidden_or_switched_off_at_github_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fewer are counted, and each is not found though issues are off, or is forbidden."""
    from fake_forge import resolving

    forge, store, real = fake(), tmp_path / "s.duckdb", resolving._node

    def forbidden(root: Any, name: str) -> Any:
        found = real(root, name)
        if isinstance(found, Exception):
            found.extensions = {"type": "FORBIDDEN"}  # type: ignore[attr-defined] # an error of GraphQL
        return found

    with at_github(forge) as sync:
        sync(store)
        before, kept = numbers(store), list(world(forge)["issues"])
        world(forge)["hasIssuesEnabled"] = False
        world(forge)["issues"].clear()
        assert sync(store).counts["gone"] == 0
        world(forge)["hasIssuesEnabled"] = True
        world(forge)["issues"].extend(kept)
        assert sync(store).counts["gone"] == 0
        issue = next(one for one in kept if one["number"] == min(before))
        world(forge)["issues"].remove(issue)
        monkeypatch.setattr(resolving, "_node", forbidden)
        asked = forge.asked
        assert sync(store).counts["gone"] == 0
        assert forge.asked == asked + 2
        assert numbers(store) == before


Brand = Callable[..., RestForge]
BRANDS = pytest.mark.parametrize("brand", [forgejo, gitlab], ids=["forgejo", "gitlab"])


def issues_of(forge: RestForge) -> tuple[str, dict[int, Any]]:
    path = next(path for path in forge.rows if path.endswith("/issues"))
    return path, {row.get("iid", row.get("number")): row for row in forge.rows[path]}


def counting(forge: RestForge, missing: int = 0) -> None:
    """Let each issue be looked up by itself, and the project count the open ones, less some."""
    above, rows = issues_of(forge)
    forge.rows.update({f"{above}/{number}": row for number, row in rows.items()})
    counting_alone(forge, missing)


def counting_alone(forge: RestForge, missing: int) -> None:
    """Let the project count its open issues, less some."""

    def told(_path: str, found: Any) -> Any:
        if not isinstance(found, dict) or "forks_count" not in found:
            return found
        standing = [row for row in issues_of(forge)[1].values() if row["state"] in {"open", "opened"}]
        return {**found, "open_issues_count": len(standing) - missing, "open_pr_counter": 10**6}

    forge.bend = told


@BRANDS
def test_an_issue_that_left_another_forge_is_let_go(brand: Brand, tmp_path: Path) -> None:
    forge, store = brand(story(issues=12, changes=3)), tmp_path / "s.duckdb"
    counting(forge)
    with at_rest(forge) as sync:
        sync(store)
        before, (above, rows) = numbers(store), issues_of(forge)
        gone = min(before)
        forge.rows[above] = [row for number, row in rows.items() if number != gone]
        del forge.rows[f"{above}/{gone}"]
        assert sync(store).counts["gone"] == 1
    assert numbers(store) == before - {gone}
    assert traces(store, gone) == 0


@BRANDS
@pytest.mark.parametrize("status", [403, 404])
def test_issues_that_a_forge_hides_stay(brand: Brand, tmp_path: Path, status: int) -> None:
    """Their list is hidden as well: that says nothing of any of them."""
    forge, store = brand(story(issues=12, changes=3)), tmp_path / "s.duckdb"
    counting(forge)
    with at_rest(forge) as sync:
        sync(store)
        before = numbers(store)
        forge.hidden = {path: status for path in forge.rows if "/issues" in path}
        counting(forge, missing=3)
        assert sync(store).counts["gone"] == 0
    assert numbers(store) == before


@BRANDS
def test_a_forge_that_knows_less_than_it_counts_is_not_believed(brand: Brand, tmp_path: Path) -> None:
    """One is missing, and each that it is asked for it says is not there: its addresses may have changed."""
    forge, store = brand(story(issues=12, changes=3)), tmp_path / "s.duckdb"
    counting(forge)
    with at_rest(forge) as sync:
        sync(store)
        before, (above, rows) = numbers(store), issues_of(forge)
        for number in rows:
            del forge.rows[f"{above}/{number}"]
        counting_alone(forge, missing=1)
        assert sync(store).counts["gone"] == 0
    assert len(before) > 1
    assert numbers(store) == before


@BRANDS
def test_a_forge_that_counts_otherwise_is_asked_once(brand: Brand, tmp_path: Path) -> None:
    forge, store = brand(story(issues=12, changes=3)), tmp_path / "s.duckdb"
    counting(forge)
    above, rows = issues_of(forge)
    alone, asked = {f"{above}/{number}" for number in rows}, []
    with at_rest(forge) as sync:
        sync(store)
        counting(forge, missing=2)
        for _ in range(3):
            forge.asked.clear()
            assert sync(store).counts["gone"] == 0
            asked.append(sum(path in alone for path, _ in forge.asked))
        counting(forge)
        sync(store)
        counting(forge, missing=1)
        forge.asked.clear()
        sync(store)
        asked.append(sum(path in alone for path, _ in forge.asked))
    assert asked == [len(numbers(store)), 0, 0, len(numbers(store))]


def item(number: int, closed_at: int = 0) -> Item:
    return Item(False, number, f"I_{number}", Account("ada"), "", "Why", 1, closed_at, 2)


def test_other_projects_and_what_is_closed_stay() -> None:
    today = Snapshot(1, open_issues=0, open_changes=0)
    told: dict[int, list[Record]] = {1: [item(1), item(2, 9), Mark("reading", "x")], 2: [item(1)]}
    with connect(None) as connection:
        for project, records in told.items():
            intake = ForgeIntake(connection, project, "github", "example.org")
            intake.take(records)
            intake.flush()
        found = unaccounted(connection, 1, "github", today)
        assert found == [Standing(False, 1, "I_1")]
        assert unaccounted(connection, 1, "github", Snapshot(1)) == []
        let_go(connection, 1, "github", today, found)
        assert unaccounted(connection, 1, "github", today, {(False, 1)}) == []
        left = connection.execute("select project, number from item_fact order by all").fetchall()
        assert left == [(1, 2), (2, 1)]
        assert unaccounted(connection, 1, "github", today) == []
