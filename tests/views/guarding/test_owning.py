"""Who owns which folder, by hand: the last year's writers and reviewers."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.fix import Owned
from folkmoot.sources.git.repository import Options
from folkmoot.store.database import connect
from folkmoot.store.scope import look_at
from folkmoot.store.sync import sync_origin
from folkmoot.views.guarding.owning import owners
from sources.git.repositories import DAY, START, Repository

ADA = "Ada <7+ada@users.noreply.github.com>"
BOB = "Bob <8+bob@users.noreply.github.com>"
CLEO = "Cleo <cleo@example.org>"
BOT = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>"


def owned(made: Repository, tmp_path: Path) -> dict[str, Owned]:
    store = tmp_path / "store.duckdb"
    synced = sync_origin(store, str(made.place), Options())
    with connect(store, read_only=True) as connection:
        look_at(connection, [synced.project], made.at)
        return {each.folder: each for each in owners(connection)}


def work(made: Repository, who: str, path: str, times: int, message: str = "Work\n") -> None:
    for number in range(times):
        made.commit(who, message, {path: f"{who} {number} {made.at}\n"})


def test_those_who_wrote_most_own_a_folder_and_everything(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "boats")
    work(made, ADA, "hull/a.py", 10)
    work(made, BOB, "sails/b.py", 5)
    work(made, BOT, "sails/b.py", 20)
    found = owned(made, tmp_path)
    assert found["hull"] == Owned("hull", ("ada",))
    assert found["sails"] == Owned("sails", ("bob",))
    assert found[""] == Owned("", ("ada", "bob"))


def test_who_reviews_owns_too(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "boats")
    work(made, ADA, "hull/a.py", 4, f"Work\n\nReviewed-by: {BOB}\n")
    assert owned(made, tmp_path)["hull"].handles == ("ada", "bob")


def test_whose_account_is_not_known_is_counted_and_not_named(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "boats")
    work(made, CLEO, "hull/a.py", 4)
    assert owned(made, tmp_path)["hull"] == Owned("hull", (), 1)


def test_who_did_little_and_who_did_it_long_ago_are_left_out(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "boats")
    work(made, CLEO, "hull/a.py", 9)
    made.at = START + 800 * DAY
    work(made, ADA, "hull/a.py", 9)
    work(made, BOB, "hull/a.py", 2)
    assert owned(made, tmp_path)["hull"] == Owned("hull", ("ada",))


def test_a_folder_that_is_gone_is_owned_by_nobody(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "boats")
    work(made, ADA, "old/a.py", 4)
    made.commit(ADA, "Remove\n", {"old/a.py": None, "README": "x"})
    assert "old" not in owned(made, tmp_path)
