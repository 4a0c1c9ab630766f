"""A clone is believed until its newest trace; what came from nowhere is up to date."""

import os
from pathlib import Path

import pytest

from folkmoot.sources.git.freshness import last_update
from folkmoot.sources.git.location import Folder

NOW = 1_800_000_000
LONG_AGO = 1_500_000_000
REMOTE = '[core]\n\tbare = true\n[remote "origin"]\n\turl = https://forge.test/moot/hall\n'


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an old clone, looked at NOW."""
    monkeypatch.setattr("folkmoot.sources.clock.now", lambda: NOW)
    place = tmp_path / "hall.git"
    (place / "refs" / "heads").mkdir(parents=True)
    (place / "HEAD").write_text("ref: refs/heads/main\n")
    (place / "config").write_text(REMOTE)
    for path in (place, *place.rglob("*")):
        os.utime(path, (LONG_AGO, LONG_AGO))
    return place


def learned(place: Path, common: Path | None = None) -> int:
    return last_update(Folder(place, place, common or place))


def touch(path: Path, at: int) -> None:
    path.parent.mkdir(exist_ok=True)
    path.touch()
    os.utime(path, (at, at))


def test_a_clone_is_as_old_as_its_traces(bare: Path) -> None:
    assert learned(bare) == LONG_AGO


@pytest.mark.parametrize("trace", ["FETCH_HEAD", "packed-refs", "logs/HEAD", "HEAD"])
def test_each_trace_of_a_fetch_or_a_commit_makes_it_younger(bare: Path, trace: str) -> None:
    touch(bare / trace, LONG_AGO + 500)
    assert learned(bare) == LONG_AGO + 500


def test_other_files_are_no_trace(bare: Path) -> None:
    touch(bare / "description", LONG_AGO + 500)
    assert learned(bare) == LONG_AGO


def test_the_newest_trace_counts(bare: Path) -> None:
    touch(bare / "logs/HEAD", LONG_AGO + 500)
    touch(bare / "packed-refs", LONG_AGO + 300)
    assert learned(bare) == LONG_AGO + 500


@pytest.mark.parametrize("trace", ["packed-refs", "logs/HEAD", "HEAD", "refs/heads/mine"])
def test_a_branch_changed_here_since_the_last_fetch_tells_nothing_of_elsewhere(
    bare: Path, trace: str
) -> None:
    touch(bare / "FETCH_HEAD", LONG_AGO + 300)
    touch(bare / trace, LONG_AGO + 500)
    assert learned(bare) == LONG_AGO + 300


def test_a_clock_that_goes_ahead_is_not_believed(bare: Path) -> None:
    touch(bare / "FETCH_HEAD", NOW + 500)
    assert learned(bare) == NOW


def test_without_a_remote_nothing_happens_elsewhere(bare: Path) -> None:
    (bare / "config").write_text("[core]\n\tbare = true\n")
    assert learned(bare) == NOW


@pytest.mark.parametrize(
    "name", ["refs/pull/7/head", "refs/merge-requests/7/head", "refs/remotes/origin/main"]
)
def test_references_that_only_a_fetch_brings_make_a_clone(bare: Path, name: str) -> None:
    (bare / "config").write_text("[core]\n\tbare = true\n")
    (bare / "packed-refs").write_text(f"{'a' * 40} {name}\n")
    touch(bare / "packed-refs", LONG_AGO + 500)
    assert learned(bare) == LONG_AGO + 500


def test_a_linked_work_tree_learns_what_its_clone_learns(bare: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    linked.mkdir()
    touch(bare / "FETCH_HEAD", LONG_AGO + 500)
    assert learned(linked, common=bare) == LONG_AGO + 500


def test_a_clone_without_any_trace_is_of_now(bare: Path) -> None:
    (bare / "HEAD").unlink()
    (bare / "refs" / "heads").rmdir()
    assert learned(bare) == NOW


def test_a_partial_clone_is_one_also_where_its_settings_are_lost(bare: Path) -> None:
    (bare / "config").unlink()
    assert learned(bare) == NOW
    pack = bare / "objects" / "pack" / "pack-1.promisor"
    pack.parent.mkdir(parents=True)
    pack.touch()
    assert learned(bare) == LONG_AGO
