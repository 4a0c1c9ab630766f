"""What a clone lacks is said, counted, and mended when it comes."""

from pathlib import Path
from string import Formatter

import pytest

from folkmoot.i18n import Message
from folkmoot.render.voice import Voice
from folkmoot.store import reach
from sources.git.obeying import needs_refetch
from sources.git.repositories import ADA, DAY, START, Repository, git
from store.stores import ask, bring, lines_of, notes, same_as_fresh, value


def test_a_shallow_clone_is_a_lower_bound_until_it_is_whole(
    made: Repository, store: Path, tmp_path: Path
) -> None:
    place = made.clone(tmp_path / "c", "--bare", "--depth=2")
    bring(store, place)
    assert ask(store, "select quality from coverage") == [("lower bound",)] * 2
    assert "shallow clone" in notes(store)
    boundary = (place / "shallow").read_text().split()
    touched = ask(store, "select distinct c.sha from touch_fact t join commit_fact c using (commit)")
    assert not {sha for (sha,) in touched} & set(boundary)
    assert value(store, "select count(*) from files") == 3
    git(place, "fetch", "--quiet", "--unshallow")
    bring(store, place)
    assert ask(store, "select quality from coverage") == [("complete",)]
    assert same_as_fresh(store, place)


def test_a_file_nobody_touched_in_sight_is_classified(made: Repository, store: Path, tmp_path: Path) -> None:
    place = made.clone(tmp_path / "c", "--bare", "--depth=1")
    bring(store, place)
    assert ("README.md", "documentation") in ask(store, "select name, content from files")


def test_a_clone_without_contents_says_how_many_commits_lack_lines(
    made: Repository, store: Path, tmp_path: Path
) -> None:
    place = made.clone(tmp_path / "c", "--bare", "--filter=blob:none")
    bring(store, place)
    assert "Commits without file contents in this clone: 5 of 6" in notes(store)
    touched = made.run("log", "--no-merges", "--format=", "--raw", "-M100%", "main").splitlines()
    assert value(store, "select sum(files) from commits") == len([line for line in touched if line])


@needs_refetch
@pytest.mark.parametrize("commits", [0, 1])
def test_contents_that_came_later_are_counted_at_the_next_sync(
    made: Repository, store: Path, tmp_path: Path, commits: int
) -> None:
    place = made.clone(tmp_path / "c", "--bare", "--filter=blob:none")
    bring(store, place)
    assert bring(store, place).was_current
    git(place, "fetch", "--quiet", "--refetch", "--no-filter", "origin", "+refs/heads/*:refs/heads/*")
    for number in range(commits):
        made.commit(ADA, "More\n", {f"more {number}": "1\n"})
    git(place, "fetch", "--quiet", "--no-filter", "origin", "+refs/heads/*:refs/heads/*")
    bring(store, place)
    assert notes(store) == ""
    assert value(store, "select sum(added) from commits") == lines_of(made)[0]
    assert bring(store, place).was_current


def test_a_clone_without_trees_has_commits_and_says_what_it_lacks(
    made: Repository, store: Path, tmp_path: Path
) -> None:
    place = made.clone(tmp_path / "c", "--bare", "--filter=tree:0")
    assert bring(store, place).new_commits == 6
    assert "Commits without their trees in this clone: 6 of 6" in notes(store)
    assert value(store, "select sum(files) from commits") == 0
    assert ask(store, "select distinct quality from coverage") == [("lower bound",)]


def test_a_whole_clone_lacks_nothing(made: Repository, store: Path) -> None:
    bring(store, made.place)
    assert ask(store, "select since, quality, note from coverage") == [(START, "complete", "")]


def test_impossible_dates_are_counted(made: Repository, store: Path) -> None:
    made.commit(at=0)
    made.commit(at=4_294_967_295)
    made.commit(at="99999999999999999999")
    bring(store, made.place)
    assert "Commits with dates that cannot be true: 3 of 9" in notes(store)
    assert value(store, "select count(*) from commits") == 9
    assert value(store, "select max(ts) from commits") < START + 100 * DAY


def test_one_commit_without_contents_is_told_from_the_others(made: Repository, store: Path) -> None:
    made.commit(ADA, files={"lost": "lost\n"})
    lost = made.files[b"lost"][1]
    (made.place / "objects" / lost[:2] / lost[2:]).unlink()
    bring(store, made.place)
    assert "Commits without file contents in this clone: 1 of 7" in notes(store)
    assert value(store, "select sum(added) from commits") == lines_of(made, "main~1")[0]


def test_notes_are_spoken_with_their_numbers_written_for_readers() -> None:
    for text in (reach.SHALLOW, reach.UNDATED, reach.UNTOUCHED, reach.UNCOUNTED, reach.LACKING):
        names = [name for _, name, _, _ in Formatter().parse(text) if name]
        spoken = Voice()(Message(text, dict.fromkeys(names, 14_987)))
        assert spoken.count("14,987") == len(names) > 0
