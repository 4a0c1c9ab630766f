"""What was committed in one second: several syncs tell of it what one sync tells.

Commits are numbered as they are read, the newest first. So those of one second have other numbers when they
are read one after another than when they are read together, and no number may decide anything.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from folkmoot.metrics.longest_silence import METRIC as SILENCE
from folkmoot.store.answer import events
from folkmoot.store.database import connect
from folkmoot.store.scope import look_at
from sources.git.repositories import ADA, BOB, CLEO, DAY, Repository
from store.stores import ask, bring, same_as_fresh, value

Step = Callable[[], object]


def brought(made: Repository, store: Path, *steps: Step) -> None:
    """Sync after each step, and hold the store to a fresh one."""
    for step in steps:
        step()
        bring(store, made.place)
    assert same_as_fresh(store, made.place)


def test_a_change_that_was_rebased_landed_with_its_last_commit(made: Repository, store: Path) -> None:
    tip, wrote = [made.head], made.at + DAY
    made.commit(BOB, "Row\n", {"oar.py": "1\n"}, at=wrote, branch="")
    made.ref("refs/pull/3/head", made.commit(BOB, "Row on\n", {"oar.py": "2\n"}, at=wrote + 1, branch=""))
    made.commit(ADA, "Go on\n", {"sail.py": "1\n"}, at=wrote + 2, parents=tip)
    bring(store, made.place)
    landed = wrote + 3

    def row(message: str, number: str, at: int) -> Step:
        return lambda: made.commit(BOB, message, {"oar.py": number}, at=at, committed_at=landed)

    brought(made, store, row("Row\n", "1\n", wrote), row("Row on\n", "2\n", wrote + 1))
    question = "select subject from change_fact f join commit_fact c on commit = landing where number = 3"
    assert ask(store, question) == [("Row on",)]


@pytest.mark.parametrize("said", ["Row (#3)\n", "Row\n\nPR-URL: https://example.org/o/p/pull/3\n"])
def test_a_change_that_two_commits_name(made: Repository, store: Path, said: str) -> None:
    tip, wrote = [made.head], made.at + DAY
    made.ref("refs/pull/3/head", made.commit(BOB, "Row\n", {"oar.py": "1\n"}, at=wrote, branch=""))
    made.head = tip[0]

    def row(name: str) -> Step:
        return lambda: made.commit(BOB, said, {name: "1\n"}, at=wrote + 9)

    brought(made, store, row("one.py"), row("two.py"), row("three.py"))
    assert value(store, "select count(*) from change_fact where number = 3 and state = 'merged'") == 1


def test_a_change_that_either_of_two_commits_may_be(made: Repository, store: Path) -> None:
    tip, wrote = [made.head], made.at + DAY
    made.ref("refs/pull/3/head", made.commit(BOB, "Row\n", {"oar.py": "1\n"}, at=wrote, branch=""))
    made.head = tip[0]

    def row(content: str | None) -> Step:
        return lambda: made.commit(BOB, "Oars\n", {"oar.py": content}, at=wrote + 9)

    made.write({"oar.py": None})
    brought(made, store, row("1\n"), row(None), row("1\n"))
    assert value(store, "select rule from change_fact where number = 3") == "same changes in one commit"


def test_a_file_that_was_moved_twice(made: Repository, store: Path) -> None:
    made.commit(ADA, "Begin\n", {"a": "the file\n"})
    moved = made.at

    def move(old: bytes, new: bytes) -> Step:
        def step() -> None:
            made.files[new] = made.files.pop(old)
            made.commit(ADA, "Move\n", at=moved)

        return step

    brought(made, store, move(b"a", b"b"), move(b"b", b"c"), move(b"c", b"b"), move(b"b", b"d"))
    question = """select p.name from path_class o join path_fact h on h.path = o.head_path
        join path_fact p on p.path = o.path where h.name = 'd'"""
    assert ask(store, question) == [("a",), ("b",), ("c",), ("d",)]


def test_a_silence_that_two_commits_ended(made: Repository, store: Path, tmp_path: Path) -> None:
    at = made.at + 99 * DAY
    for name in ("one", "two", "three"):
        made.commit(ADA, "Wake up\n", {name: "1\n"}, at=at)
        bring(store, made.place)
    bring(tmp_path / "fresh.duckdb", made.place)
    assert behind(store) == behind(tmp_path / "fresh.duckdb") != []


def behind(store: Path) -> list[tuple[int, str, str]]:
    with connect(store, read_only=True) as connection:
        look_at(connection)
        return events(connection, SILENCE)


def test_whoever_only_a_branch_named_is_gone_when_it_was_moved(made: Repository, store: Path) -> None:
    tip = [made.head]
    bring(store, made.place)

    def proposed(who: str) -> Step:
        def step() -> None:
            made.ref("refs/pull/55/head", made.commit(who, "Try\n", {"t": who}, parents=tip, branch=""))

        return step

    brought(made, store, proposed("Dora <dora@dora.example>"), proposed("Emil <emil@emil.example>"))
    assert ask(store, "select name from identity where email like '%.example'") == [("Emil",)]


def test_whoever_only_a_tag_named_is_gone_with_it(made: Repository, store: Path) -> None:
    brought(
        made, store,
        lambda: made.tag("v9.1", who="Dora <dora@dora.example>", at=made.at),
        lambda: made.run("update-ref", "-d", "refs/tags/v9.1"),
    )  # fmt: skip
    assert value(store, "select count(*) from identity where name = 'Dora'") == 0


def test_a_file_that_only_a_merge_brought_is_gone_with_it(made: Repository, store: Path) -> None:
    tip = made.head

    def merge() -> None:
        side = made.commit(CLEO, "Side\n", {"side": "x\n"}, branch="")
        made.commit(ADA, "Merge\n", {"evil": "x\n"}, parents=[tip, side])

    brought(made, store, merge, lambda: made.commit(ADA, "Merge\n", {"evil": None}, parents=[made.head, tip]))
    assert value(store, "select count(*) from commit_fact where subject = 'Merge'") == 2
