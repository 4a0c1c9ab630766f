"""Lines are counted with the rest, or later: left out, not there yet, or too many to wait for."""

from pathlib import Path

import pytest

from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.store.sync import sync
from sources.git.repositories import Repository
from store.stores import bring, lines_of, notes, same_as_fresh, value


def test_lines_left_out_are_counted_later_and_then_nothing_is_new(made: Repository, store: Path) -> None:
    bring(store, made.place, lines="never")
    assert value(store, "select count(*) from line_fact") == 0
    assert "5 of 6 commits have no line counts" in notes(store)
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
        assert "5 of 6 commits have no line counts" in notes(store)
        assert not sync(store, repository, at_once=5).lines_left
    assert notes(store) == ""
    assert same_as_fresh(store, made.place)


@pytest.mark.parametrize(("lines", "at_once"), [("auto", 6), ("auto", None), ("never", 0)])
def test_no_lines_are_left_that_are_few_or_not_wanted(
    made: Repository, store: Path, lines: str, at_once: int | None
) -> None:
    with open_repository(str(made.place), Options(lines=lines)) as repository:
        assert not sync(store, repository, at_once=at_once).lines_left
        assert bool(value(store, "select count(*) from line_fact")) == (lines == "auto")


def test_a_url_has_no_lines_until_they_are_asked_for(
    made: Repository, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    url = f"file://{made.place}"
    bring(store, url)
    assert "5 of 6 commits have no line counts; `--lines always`" in notes(store)
    assert not bring(store, url, lines="always").was_current
    assert value(store, "select sum(added) from commits") == lines_of(made)[0]
    assert notes(store) == ""
    assert bring(store, url).was_current
