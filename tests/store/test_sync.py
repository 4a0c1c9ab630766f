"""A store is brought up to date: once, whole, in any steps, whatever happened to the history."""

from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.repository import Options
from folkmoot.store.sync import sync_origin
from sources.git.repositories import ADA, BOB, CLEO, Repository, small_history
from store.stores import ask, bring, contents, lines_of, same_as_fresh, value


def test_a_history_is_taken_whole(made: Repository, store: Path) -> None:
    synced = bring(store, made.place)
    assert (synced.new_commits, synced.gone_commits, synced.was_current) == (6, 0, False)
    assert value(store, "select count(*) from commits") == int(made.run("rev-list", "--count", "main"))
    assert ask(store, "select sum(added), sum(deleted) from commits") == [lines_of(made)]


def test_nothing_new_does_no_work(made: Repository, store: Path) -> None:
    bring(store, made.place)
    before = store.stat()
    assert bring(store, made.place).was_current
    assert (store.stat().st_mtime_ns, store.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_only_what_is_new_is_read(made: Repository, store: Path) -> None:
    bring(store, made.place)
    made.commit(CLEO, "More\n", {"new": "1\n"})
    assert bring(store, made.place).new_commits == 1
    assert same_as_fresh(store, made.place)


def test_a_new_pull_request_alone_is_noticed(made: Repository, store: Path) -> None:
    bring(store, made.place)
    made.ref("refs/pull/3/head", made.commit(CLEO, "Try\n", branch=""))
    assert not bring(store, made.place).was_current
    assert value(store, "select state from change_fact where number = 3") == "unknown"
    assert same_as_fresh(store, made.place)


STEPS = st.lists(
    st.sampled_from(
        ["ada", "bob", "merge", "rename", "delete", "sync", "sync", "rewrite", "pull", "tag", "root"]
    ),
    min_size=4, max_size=14,
)  # fmt: skip


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(steps=STEPS)
def test_any_split_of_any_history_gives_what_one_sync_gives(
    steps: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Commits, merges, renames, rewritten branches, tags and pull requests, with syncs anywhere between."""
    here = tmp_path_factory.mktemp("split")
    made, store = Repository.create(here / "r"), here / "s.duckdb"
    made.ref("refs/pull/99/head", made.commit(ADA, "Begin\n", {"a": "1\n", "b": "2\n"}))
    for number, step in enumerate(steps):
        act(made, step, number, store)
    bring(store, made.place)
    bring(store, made.place)
    assert same_as_fresh(store, made.place)


def act(made: Repository, step: str, number: int, store: Path) -> None:
    tip = made.head
    if step == "sync":
        bring(store, made.place)
    elif step in {"ada", "bob"}:
        made.commit(ADA if step == "ada" else BOB, f"Work (#{number})\n", {f"f{number % 4}": f"{number}\n"})
    elif step == "merge":
        side = made.commit(CLEO, "Side\n", {f"side{number}": "x\n"}, branch="side")
        made.commit(ADA, f"Merge pull request #{number} from side\n", parents=[tip, side])
    elif step == "rename":
        name = min(made.files)
        made.files[name + b"x"] = made.files.pop(name)
        made.commit(BOB, "Move\n")
    elif step == "delete" and len(made.files) > 1:
        made.commit(BOB, "Delete\n", {min(made.files): None})
    elif step == "rewrite":
        parents = made.run("rev-list", "--max-count=1", "--skip=1", "main").split()
        made.commit(CLEO, "Rewritten\n", {"rewritten": f"{number}\n"}, parents=parents)
    elif step == "pull":
        made.ref(f"refs/pull/{number}/head", made.commit(BOB, "Proposed\n", branch=""))
        made.head = tip
    elif step == "tag":
        made.tag(f"v1.{number}", at=made.at)
    elif step == "root":
        root = made.commit(CLEO, "Another root\n", parents=[], branch="")
        made.commit(ADA, "Join\n", parents=[tip, root])


def test_branches_read_beside_the_history_are_those_read_after_it(
    made: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The branch of a change that was never merged holds people and times that nothing else tells."""
    made.ref("refs/pull/77/head", made.commit("Dora <dora@x>", "Lost\n", {"lost": "1\n"}, branch=""))
    bring(tmp_path / "beside.duckdb", made.place)
    monkeypatch.setattr("folkmoot.store.sync.unmerged", lambda _: nullcontext())
    bring(tmp_path / "after.duckdb", made.place)
    assert contents(tmp_path / "beside.duckdb") == contents(tmp_path / "after.duckdb")
    assert value(tmp_path / "beside.duckdb", "select opened_at > 0 from change_fact where number = 77")


def test_what_other_branches_say_is_read_beside_the_history_too(
    made: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tip = made.head
    made.ref("refs/pull/78/head", made.commit(BOB, "Proposed\n", {"a": "1\n"}, parents=[tip], branch=""))
    made.ref("refs/pull/79/head", made.commit(BOB, "Another\n", {"b": "1\n"}, parents=[tip], branch=""))
    made.commit(CLEO, "Mend (#78)\n", {"a": "1\n"}, parents=[tip], branch="release")
    made.commit(CLEO, "Mend (#79)\n", {"b": "1\n"}, parents=[tip], branch="main")
    bring(tmp_path / "beside.duckdb", made.place)
    monkeypatch.setattr("folkmoot.store.sync.unmerged", lambda _: nullcontext())
    bring(tmp_path / "after.duckdb", made.place)
    assert contents(tmp_path / "beside.duckdb") == contents(tmp_path / "after.duckdb")
    question = "select number, rule from change_fact where number > 77 order by number"
    told = [(78, "number on another branch"), (79, "number in the subject")]
    assert ask(tmp_path / "beside.duckdb", question) == told


def test_a_rewritten_history_is_noticed_and_like_new(made: Repository, store: Path) -> None:
    bring(store, made.place)
    first = made.run("rev-list", "--max-parents=0", "main")
    made.commit("Dora <dora@example.org>", "Instead\n", {"instead": "1\n"}, parents=[first])
    synced = bring(store, made.place)
    assert (synced.new_commits, synced.gone_commits) == (1, 5)
    assert value(store, "select count(*) from commit_fact") == 2
    assert same_as_fresh(store, made.place)


def test_whoever_is_gone_from_the_history_is_gone_from_the_store(made: Repository, store: Path) -> None:
    made.commit("Dora <dora@example.org>", "Oops\n", {"private": "1\n"})
    bring(store, made.place)
    made.ref("refs/heads/main", made.run("rev-parse", "main~1"))
    bring(store, made.place)
    assert ask(store, "select name from identity where email like 'dora%'") == []
    assert ask(store, "select name from path_fact where name = 'private'") == []
    assert ask(store, "select name from person where name = 'Dora'") == []


def test_commits_that_were_collected_meanwhile_are_dropped(made: Repository, store: Path) -> None:
    bring(store, made.place)
    old = made.head
    made.ref("refs/heads/main", made.run("rev-parse", "main~1"))
    made.run("update-ref", "-d", "refs/tags/v1.0")
    (made.place / "objects" / old[:2] / old[2:]).unlink()
    assert bring(store, made.place).gone_commits == 1
    assert same_as_fresh(store, made.place)


def test_an_emptied_repository_empties_its_project(made: Repository, store: Path) -> None:
    bring(store, made.place)
    for name in made.run("for-each-ref", "--format=%(refname)").splitlines():
        made.run("update-ref", "-d", name)
    assert bring(store, made.place).gone_commits == 6
    assert value(store, "select count(*) from identity") == 0


def test_an_empty_repository_is_no_error(tmp_path: Path, store: Path) -> None:
    made = Repository.create(tmp_path / "empty")
    assert bring(store, made.place).new_commits == 0
    assert bring(store, made.place).was_current
    assert value(store, "select count(*) from commits") == 0


def test_one_commit_is_enough(tmp_path: Path, store: Path) -> None:
    made = Repository.create(tmp_path / "one")
    made.commit(files={"a": "1\n"})
    assert bring(store, made.place).new_commits == 1
    assert ask(store, "select added, is_mainline from commits") == [(1, 1)]


def test_all_references_can_be_read_and_left_again(made: Repository, store: Path) -> None:
    made.commit(CLEO, "Aside\n", {"aside": "1\n"}, branch="aside")
    assert bring(store, made.place, all_refs=True).new_commits == 7
    assert bring(store, made.place).gone_commits == 1
    assert same_as_fresh(store, made.place)


def test_another_branch_can_be_read_instead(made: Repository, store: Path) -> None:
    bring(store, made.place)
    assert bring(store, made.place, branch="topic").gone_commits == 3
    assert same_as_fresh(store, made.place, branch="topic")


def test_a_damaged_clone_leaves_the_store_as_it_was(made: Repository, store: Path) -> None:
    bring(store, made.place)
    before = contents(store)
    broken = made.commit(ADA)
    made.commit(ADA)
    (made.place / "objects" / broken[:2] / broken[2:]).unlink()
    with pytest.raises(SourceError):
        bring(store, made.place)
    assert contents(store) == before


def test_several_projects_do_not_disturb_one_another(made: Repository, store: Path, tmp_path: Path) -> None:
    other = small_history(tmp_path / "other")
    other.commit("Dora <dora@example.org>", "Only here\n", {"dora": "1\n"})
    bring(store, made.place)
    alone = {name: value(store, f"select count(*) from {name}") for name in ("touches", "changes")}
    bring(store, other.place)
    made.commit(BOB, "More\n", {"README.md": "changed\n"})
    bring(store, made.place)
    counts = dict(ask(store, "select project, count(*) from commits group by project"))
    assert counts == {1: 7, 2: 7}
    assert value(store, "select count(*) from changes where project = 2") == alone["changes"]
    assert value(store, "select count(*) from touches where project = 2") == alone["touches"] + 1


def test_one_commit_in_two_projects_is_one_of_each(made: Repository, store: Path, tmp_path: Path) -> None:
    fork = made.clone(tmp_path / "fork", "--mirror")
    bring(store, made.place)
    bring(store, fork)
    assert value(store, "select count(*) from commit_fact") == 12
    assert ask(store, "select project, sum(added) from commits group by project") == [
        (project, lines_of(made)[0]) for project in (1, 2)
    ]
    made.commit(ADA, "Apart\n", parents=[])
    bring(store, made.place)
    assert ask(store, "select project, count(*) from commits group by project") == [(1, 1), (2, 6)]


def test_people_are_the_same_in_every_project(made: Repository, store: Path, tmp_path: Path) -> None:
    other = Repository.create(tmp_path / "other")
    other.commit(ADA, "Elsewhere\n", {"a": "1\n"})
    bring(store, made.place)
    bring(store, other.place)
    question = "select count(distinct project) from commits join person p using (person) where p.name = 'Ada'"
    assert value(store, question) == 2
    assert value(store, "select count(*) from identity where email = 'ada@example.org'") == 1


def test_the_order_of_projects_changes_nothing(made: Repository, store: Path, tmp_path: Path) -> None:
    other = Repository.create(tmp_path / "other")
    other.commit("Ada Lane <ada@example.org>", "Elsewhere\n", {"a": "1\n"})
    turned = tmp_path / "turned.duckdb"
    for place in (made.place, other.place):
        bring(store, place)
    for place in (other.place, made.place):
        bring(turned, place)
    assert contents(store) == contents(turned)


def test_a_sync_names_what_it_does(made: Repository, store: Path) -> None:
    told: list[str] = []
    sync_origin(store, str(made.place), Options(), progress=lambda what, *_: told.append(what))
    assert {"reading commits", "counting lines"} <= set(told)


def test_no_token_of_a_url_is_kept(
    made: Repository, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    bring(store, f"file://ada:t0ken@{made.place}")
    assert b"t0ken" not in store.read_bytes()
    assert Git(made.place).text("rev-parse", "HEAD") == made.head
