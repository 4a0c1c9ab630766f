"""Lines are counted with the rest, or later: left out, not there yet, or too many to wait for."""

from pathlib import Path

import pytest

from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.store import sync as syncing
from folkmoot.store.sync import sync
from folkmoot.store.writer import writing
from sources.git.obeying import needs_a_git_that_obeys
from sources.git.repositories import ADA, Repository
from store.stores import bring, lines_of, notes, same_as_fresh, value


def test_lines_left_out_are_counted_later_and_then_nothing_is_new(made: Repository, store: Path) -> None:
    bring(store, made.place, lines="never")
    assert value(store, "select count(*) from line_fact") == 0
    assert "Commits without line counts: 5 of 6" in notes(store)
    assert bring(store, made.place, lines="never").was_current
    assert not bring(store, made.place).was_current
    assert notes(store) == ""
    for lines in ("auto", "always", "never"):
        assert bring(store, made.place, lines=lines).was_current
    assert same_as_fresh(store, made.place)


def test_lines_of_many_commits_are_left_to_the_next_sync(made: Repository, store: Path) -> None:
    """Six commits are new: five at once are too few for their lines, six are not."""
    with open_repository(str(made.place)) as repository:
        assert sync(store, repository, at_once=5).lines_left
        assert value(store, "select count(*) from line_fact") == 0
        assert "Commits without line counts: 5 of 6" in notes(store)
        assert not sync(store, repository, at_once=5).lines_left
    assert notes(store) == ""
    assert same_as_fresh(store, made.place)


def test_what_follows_from_commits_is_not_worked_out_again_for_lines(
    made: Repository, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked_out = []
    derive = syncing.derive
    monkeypatch.setattr(syncing, "derive", lambda *a, **more: worked_out.append(1) or derive(*a, **more))
    with open_repository(str(made.place)) as repository:
        assert sync(store, repository, at_once=0).lines_left
        sync(store, repository)
        assert worked_out == [1]
        assert sync(store, repository).was_current
    assert same_as_fresh(store, made.place)


def test_paths_that_only_lines_name_are_told_apart_too(
    made: Repository, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(store, made.place, lines="never")
    count = syncing.count_lines

    def naming_one_more(connection, repository, ledger, progress):
        ledger.path("docs/only/in/lines.md")
        return count(connection, repository, ledger, progress)

    monkeypatch.setattr(syncing, "count_lines", naming_one_more)
    bring(store, made.place)
    asked = "select c.content from path_class c join path_fact p using (path) where p.name like 'docs/only/%'"
    assert value(store, asked) == "documentation"


def test_who_lacked_trees_is_read_again_with_the_lines(made: Repository, store: Path) -> None:
    """They may have been fetched since, and no reference tells."""
    bring(store, made.place, lines="never")
    with writing(store) as connection:
        connection.execute("insert into touch_gap select min(commit) from commit_fact")
        connection.execute("delete from file_fact")
    bring(store, made.place)
    assert value(store, "select count(*) from file_fact") > 0


def test_new_commits_are_read_with_the_lines_that_were_left(made: Repository, store: Path) -> None:
    bring(store, made.place, lines="never")
    made.commit(ADA, "More (#9)\n", {"more.txt": "1\n"})
    assert bring(store, made.place).new_commits == 1
    assert same_as_fresh(store, made.place)


@pytest.mark.parametrize(("lines", "at_once"), [("auto", 6), ("auto", None), ("never", 0)])
def test_no_lines_are_left_that_are_few_or_not_wanted(
    made: Repository, store: Path, lines: str, at_once: int | None
) -> None:
    with open_repository(str(made.place), Options(lines=lines)) as repository:
        assert not sync(store, repository, at_once=at_once).lines_left
        assert bool(value(store, "select count(*) from line_fact")) == (lines == "auto")


@needs_a_git_that_obeys
def test_a_url_has_no_lines_until_they_are_asked_for(
    made: Repository, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    url = f"file://{made.place}"
    bring(store, url)
    assert "Commits without line counts: 5 of 6; `--lines always`" in notes(store)
    assert not bring(store, url, lines="always").was_current
    assert value(store, "select sum(added) from commits") == lines_of(made)[0]
    assert notes(store) == ""
    assert bring(store, url).was_current
