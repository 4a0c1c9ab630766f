"""Histories nobody would make on purpose, from the repository to the numbers: each number counted by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from sources.git.repositories import ADA, BOB, CLEO, DAY, START, Repository
from store.stores import ask, bring, contents, notes, tables, value


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return Repository.create(tmp_path / "r")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "s.duckdb"


def people(store: Path) -> list[str]:
    """Give the persons who are no bots, by their shown names."""
    return [name for (name,) in ask(store, "select name from person where is_bot = 0")]


def test_forty_thousand_references_give_forty_thousand_changes(made: Repository, store: Path) -> None:
    """Every second head is merged, the other is one commit that is not."""
    merged = made.commit(ADA, files={"a": "1\n"})
    aside = made.commit(BOB, "Aside\n", {"b": "1\n"}, parents=[merged], branch="")
    lines = [f"{merged if number % 2 else aside} refs/pull/{number}/head\n" for number in range(1, 40_001)]
    (made.place / "packed-refs").write_text("".join(sorted(lines, key=lambda line: line.split()[1])))
    bring(store, made.place)
    assert ask(store, "select state, count(*) from change_fact group by state") == [
        ("merged", 20_000),
        ("unknown", 20_000),
    ]
    assert value(store, "select count(*) from commits") == 1


def test_a_commit_of_1970_and_one_of_2106_are_dated_by_their_neighbours(
    made: Repository, store: Path
) -> None:
    made.commit(ADA, at=START)
    made.commit(BOB, at=0)
    made.commit(CLEO, at=4_294_967_295)
    made.commit(ADA, at=START + 10 * DAY)
    bring(store, made.place)
    times = [ts for (ts,) in ask(store, "select ts from commits")]
    assert len(times) == 4
    assert min(times) >= START
    assert max(times) <= START + 10 * DAY
    assert value(store, "select min(month_id) from months") == 202311
    assert value(store, "select max(month_id) from months") < 210000
    assert "Commits with dates that cannot be true: 2 of 4" in notes(store)


def test_an_octopus_is_one_merge_and_its_arms_are_counted_once(made: Repository, store: Path) -> None:
    root = made.commit(ADA, files={"a": "1\n"})
    arms = []
    for number in range(9):
        name = f"arm{number}"
        arms.append(made.commit(BOB, "Arm\n", {name: "1\n"}, parents=[root], branch=name))
        del made.files[name.encode()]
    made.commit(ADA, "Join\n", parents=[root, *arms])
    bring(store, made.place)
    assert value(store, "select count(*) from commits") == 11
    assert value(store, "select sum(is_merge) from commits") == 1
    assert value(store, "select count(*) from parent_fact") == 9 + 10
    assert value(store, "select sum(added) from line_fact") == 10


def test_several_beginnings_are_one_history(made: Repository, store: Path) -> None:
    roots = [made.commit(ADA, f"Root {n}\n", {f"root{n}": "1\n"}, parents=[], branch="") for n in range(3)]
    made.commit(BOB, "Join\n", parents=roots)
    bring(store, made.place)
    assert value(store, "select count(*) from commit_fact where parents = 0") == 3
    assert value(store, "select count(*) from commits where is_merge = 0") == 3


def test_a_graft_takes_nothing_away(made: Repository, store: Path) -> None:
    """A graft says that the newest commit has no parents; only the repository's owner would be fooled."""
    for number in range(3):
        made.commit(ADA, f"Work {number}\n", {"a": f"{number}\n"})
    (made.place / "info").mkdir(exist_ok=True)
    (made.place / "info" / "grafts").write_text(f"{made.head}\n")
    bring(store, made.place)
    assert value(store, "select count(*) from commits") == 3


def test_a_submodule_is_a_touched_path_without_lines(made: Repository, store: Path) -> None:
    made.commit(ADA, files={"a": "1\n"})
    made.files[b"part"] = ("160000", "1" * 40)
    made.commit(BOB, "Take part in\n")
    bring(store, made.place)
    touched = ask(store, "select f.name from touch_fact t join path_fact f on f.path = t.path")
    assert ("part",) in touched
    counted = value(store, "select sum(added) from line_fact")
    told = made.run("log", "--numstat", "--format=", "main").split()
    assert counted == sum(int(word) for word in told[::3])


@pytest.mark.parametrize("email", ["", "nobody", "ada at example.org", "@", "ada@", "@example.org", "<"])
def test_an_e_mail_that_is_none_joins_nobody(made: Repository, store: Path, email: str) -> None:
    """Two people with the same broken address are two, and belong to no organisation."""
    made.commit(f"Ada Lovelace <{email}>")
    made.commit(f"Bob Babbage <{email}>")
    bring(store, made.place)
    assert people(store) == ["Ada Lovelace", "Bob Babbage"]
    assert value(store, "select count(*) from organisation") == 0


def test_names_messages_and_paths_that_are_no_utf8_are_kept_and_counted(
    made: Repository, store: Path
) -> None:
    made.commit(
        b"Ren\xe9 Noir <rene@example.org>", b"Caf\xe9\n", {b"caf\xe9/\xff.txt": "1\n", "plain": "1\n"}
    )
    made.commit("René Noir <rene@example.org>", "Café\n", {b"caf\xe9/\xff.txt": "1\n2\n"})
    bring(store, made.place)
    assert len(people(store)) == 1
    assert value(store, "select count(*) from files") == 2
    assert value(store, "select sum(added) from line_fact") == 3
    assert value(store, "select count(distinct path) from touch_fact") == 2


def test_a_clone_without_contents_has_everything_but_lines(
    made: Repository, store: Path, tmp_path: Path
) -> None:
    made.commit(ADA, files={"a": "1\n", "b": "1\n"})
    made.commit(BOB, files={"a": "2\n"})
    place = made.clone(tmp_path / "c", "--bare", "--filter=blob:none")
    bring(store, place)
    assert value(store, "select count(*) from touch_fact") == 3
    assert value(store, "select count(*) from line_fact") == 0
    assert people(store) == ["Ada", "Bob"]
    assert "Commits without file contents in this clone: 2 of 2" in notes(store)


def test_one_commit_is_a_whole_history(made: Repository, store: Path) -> None:
    made.commit(ADA, files={"a": "1\n"})
    bring(store, made.place)
    assert ask(store, "select is_merge, is_mainline, ts from commits") == [(0, 1, START)]
    assert value(store, "select count(*) from persons") == 1


def test_the_hash_that_names_objects_changes_no_number(tmp_path: Path) -> None:
    """The same history in a repository named by SHA-1 and in one named by SHA-256."""
    found = []
    for form in ("sha1", "sha256"):
        made = Repository.create(tmp_path / form, f"--object-format={form}")
        first = made.commit("Ada <a@x>", "Begin\n", {"README.md": "one\ntwo\n", "src/a.py": "a\n"})
        work = made.commit("Bob <b@x>", "Work\n", {"src/a.py": "a\nb\n"}, parents=[first], branch="work")
        made.ref("refs/pull/7/head", work)
        made.commit("Ada <a@x>", "Merge pull request #7 from bob/work\n", parents=[first, work])
        made.tag("v1.0", at=made.at)
        store = tmp_path / f"{form}.duckdb"
        bring(store, made.place)
        assert value(store, "select max(length(sha)) from commit_fact") == (40 if form == "sha1" else 64)
        held = contents(store)
        found.append({
            "lines": ask(store, "select sum(added), sum(deleted), count(*) from line_fact"),
            "changes": [(*row[:6], row[7]) for row in held["changes"]],
            "releases": [(row[0], *row[2:]) for row in held["releases"]],
            "identities": held["identities"],
            "touches": sorted((name, status) for _, name, status in held["touches"]),
            "tables": tables(store),
        })  # fmt: skip
    assert found[0] == found[1]
    assert [(row[0], row[3]) for row in found[0]["changes"]] == [(7, "merged")]
