"""After an update of Folkmoot, what another version read is read again."""

from pathlib import Path

import pytest

from folkmoot.store.database import connect
from sources.git.repositories import CLEO, Repository
from store.stores import ask, bring, same_as_fresh, value


@pytest.fixture(name="older")
def _older(made: Repository, store: Path) -> Path:
    """Give a store that another version filled."""
    bring(store, made.place)
    written_by_another(store)
    return store


def written_by_another(store: Path) -> None:
    tell(store, "update ref_state set sha = 'another version' where ref = 'read by'")


def tell(store: Path, *statements: str) -> None:
    with connect(store) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_store_of_another_version_is_read_again_once(made: Repository, older: Path) -> None:
    synced = bring(older, made.place)
    assert (synced.new_commits, synced.gone_commits, synced.was_current) == (0, 0, False)
    assert bring(older, made.place).was_current
    assert same_as_fresh(older, made.place)


def test_a_store_from_before_there_was_a_mark_is_read_again(made: Repository, older: Path) -> None:
    tell(older, "delete from ref_state where ref = 'read by'")
    assert not bring(older, made.place).was_current
    assert same_as_fresh(older, made.place)


@pytest.mark.parametrize(
    "statement",
    [
        "delete from trailer_fact", "delete from mention_fact",
        "insert into tool_fact select commit, 'gerrit' from commit_fact",
        "update commit_fact set subject = 'misread'",
        "delete from touch_fact", "insert into touch_gap select commit from commit_fact",
        "delete from parent_fact", "update change_fact set state = 'merged', merged_at = 1",
        "update person set is_bot = 1 - is_bot", "update path_class set content = 'docs'",
    ],
)  # fmt: skip
def test_what_the_other_version_had_misread_is_right_again(
    made: Repository, older: Path, statement: str
) -> None:
    tell(older, statement)
    bring(older, made.place)
    assert same_as_fresh(older, made.place)


def test_lines_that_git_counted_are_kept(made: Repository, older: Path) -> None:
    """A clone may not have the contents any more, by which they could be counted again."""
    tell(older, "update line_fact set added = added + 1000")
    before = ask(older, "select sha, added, deleted from line_fact join commit_fact using (commit)")
    bring(older, made.place)
    assert ask(older, "select sha, added, deleted from line_fact join commit_fact using (commit)") == before


def test_what_came_and_went_meanwhile_is_told(made: Repository, older: Path) -> None:
    first = made.run("rev-list", "--max-parents=0", "main")
    made.commit("Dora <dora@example.org>", "Instead\n", {"instead": "1\n"}, parents=[first])
    synced = bring(older, made.place)
    assert (synced.new_commits, synced.gone_commits) == (1, 5)
    assert same_as_fresh(older, made.place)


def test_an_update_and_new_commits_together(made: Repository, older: Path) -> None:
    made.commit(CLEO, "More\n", {"new": "1\n"})
    assert bring(older, made.place).new_commits == 1
    assert same_as_fresh(older, made.place)


def test_another_repository_of_the_store_keeps_its_own(made: Repository, older: Path, tmp_path: Path) -> None:
    other = Repository.create(tmp_path / "other")
    other.commit(CLEO, "Elsewhere\n", {"there": "1\n2\n"})
    bring(older, other.place)
    bring(older, made.place)
    assert bring(older, other.place).was_current
    assert value(older, "select count(*) from commit_fact where subject = 'Elsewhere'") == 1
    assert ask(
        older, "select sum(added) from line_fact join commit_fact using (commit) where project = 2"
    ) == [(2,)]


def test_whom_only_branches_of_changes_name_stays(made: Repository, older: Path) -> None:
    """Dora wrote the first commit of a branch that Cleo went on with: she is known, if only by that."""
    first = made.commit("Dora <dora@example.org>", "Begin\n", {"b": "1\n"}, branch="")
    made.ref("refs/pull/55/head", made.commit(CLEO, "Go on\n", {"b": "2\n"}, parents=[first], branch=""))
    bring(older, made.place)
    written_by_another(older)
    bring(older, made.place)
    assert value(older, "select count(*) from identity where email = 'dora@example.org'") == 1
    assert same_as_fresh(older, made.place)
    question = "select count(*) from branch_author join identity using (identity) where name = 'Dora'"
    assert value(older, question) == 1
    made.run("update-ref", "-d", "refs/pull/55/head")
    bring(older, made.place)
    assert value(older, question) == 0


def test_a_rewritten_neighbour_takes_nobody_away(made: Repository, older: Path, tmp_path: Path) -> None:
    other = Repository.create(tmp_path / "other")
    tip = other.commit(CLEO, "Elsewhere\n", {"there": "1\n"})
    first = other.commit("Dora <dora@example.org>", "Begin\n", {"b": "1\n"}, parents=[tip], branch="")
    other.ref("refs/pull/5/head", other.commit(CLEO, "Go on\n", {"b": "2\n"}, parents=[first], branch=""))
    bring(older, other.place)
    root = made.run("rev-list", "--max-parents=0", "main")
    made.commit(CLEO, "Instead\n", {"instead": "1\n"}, parents=[root])
    assert bring(older, made.place).gone_commits
    assert value(older, "select count(*) from identity where email = 'dora@example.org'") == 1


def test_a_shallow_clone_that_was_deepened_and_an_update_at_once(made: Repository, tmp_path: Path) -> None:
    shallow, store = tmp_path / "shallow", tmp_path / "shallow.duckdb"
    made.run("clone", "--quiet", "--depth=2", f"file://{made.place}", str(shallow))
    bring(store, shallow)
    written_by_another(store)
    made.run("-C", str(shallow), "fetch", "--quiet", "--unshallow")
    bring(store, shallow)
    assert same_as_fresh(store, shallow)
