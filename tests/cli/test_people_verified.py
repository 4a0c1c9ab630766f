"""An account of a forge joins the author of a commit that the forge knows to be its own, and says so."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from folkmoot.cli.people import command
from folkmoot.sources.forges import open_forge
from folkmoot.store.database import one
from folkmoot.store.forge_sync import sync_forge
from folkmoot.store.people import resolve_people
from folkmoot.store.writer import writing
from sources.forges.rest_at_hand import Talk
from sources.forges.rest_worlds import gitlab, story


def test_gitlab_tells_whose_a_commit_is_and_people_why_names_it(tmp_path: Path) -> None:
    store, told = tmp_path / "x.duckdb", story(issues=1, changes=8)
    change = told["pullRequests"][0]
    change["author"] = {"__typename": "User", "login": "x9"}
    forge, sha = gitlab(told), change["headRefOid"]
    with forge.serving() as base:
        source = open_forge(f"gitlab+{base}/ada/loom", Talk().access)
        sync_forge(store, "https://example.org/ada/loom", source)
        source.close()
    with writing(store) as connection:
        (author,) = one(connection, "select max(identity) + 1 from identity")
        connection.execute(
            "insert into identity values (?, 'git', 'Countess of L', 'c@work.example')", [author]
        )
        connection.execute(
            "insert into commit_fact values (1, 1, ?, ?, ?, 1, 0, 1, 0, 1, 0, 'A change')",
            [sha, author, author],
        )
        resolve_people(connection)
    said = CliRunner().invoke(command, ["why", "Countess of L", "x9", "--store", str(store)])
    assert f"the forge says that commit {sha[:10]} is this account's" in said.stdout
