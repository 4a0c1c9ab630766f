"""A remote fills no disk: what grows over the limit is stopped, and the clone of before stays whole."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from folkmoot.model.errors import HostileInputError, UsageError
from folkmoot.sources.git import clones, quota
from folkmoot.sources.git.call import Call
from folkmoot.sources.git.repository import Options, open_repository
from sources.git.repositories import ADA, Repository, said

NOISE = os.urandom(300_000).hex()
"""A file that no compression makes small."""


def read(made: Repository) -> str:
    with open_repository(f"file://{made.place}", Options(lines="always")) as opened:
        return opened.tip


def grow(made: Repository) -> None:
    made.commit(ADA, "Noise\n", {"noise": NOISE})
    made.ref("refs/heads/main", made.head)


def test_a_first_clone_over_the_limit_is_refused_and_leaves_nothing(
    made: Repository, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(made)
    monkeypatch.setenv(quota.VARIABLE, "0.1")
    with pytest.raises(HostileInputError, match=r"more than 0\.1 MB of disk") as caught:
        read(made)
    assert quota.VARIABLE in caught.value.hint
    assert caught.value.exit_code == 3
    assert not list(cache.rglob("*.pack"))
    assert not list(cache.rglob("HEAD"))


def test_a_fetch_over_the_limit_leaves_the_clone_of_before_whole(
    made: Repository, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = read(made)
    grow(made)
    monkeypatch.setenv(quota.VARIABLE, "0.2")
    with pytest.raises(HostileInputError):
        read(made)
    (place,) = (path.parent for path in cache.rglob("HEAD"))
    assert said(place, "rev-parse", "main").strip() == before
    assert said(place, "fsck", "--strict", "--no-dangling") == ""
    assert not list((place / "objects").rglob("tmp_*"))
    assert quota.size_of(place) < 200_000
    with open_repository(f"file://{made.place}", Options(offline=True)) as opened:
        assert opened.tip == before


def test_with_more_room_the_same_fetch_goes_through(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    read(made)
    grow(made)
    monkeypatch.setenv(quota.VARIABLE, "0.2")
    with pytest.raises(HostileInputError):
        read(made)
    monkeypatch.setenv(quota.VARIABLE, "5")
    assert read(made) == made.head


def at_once(_process: int, _room: int) -> None:
    """Bound nothing, and go on while git may still run."""


def after_it_ended(process: int, _room: int) -> None:
    """Bound nothing, and go on when git has ended, so that nothing was measured while it ran."""
    os.waitid(os.P_PID, process, os.WEXITED | os.WNOWAIT)


@pytest.mark.parametrize("bound", [at_once, after_it_ended])
def test_where_the_system_bounds_no_files_the_folder_is_measured(
    made: Repository, cache: Path, monkeypatch: pytest.MonkeyPatch, bound: Callable[[int, int], None]
) -> None:
    """The clone is over the limit from the start, whenever it is looked at."""
    read(made)
    monkeypatch.setattr(quota, "bound", bound)
    monkeypatch.setenv(quota.VARIABLE, "0.001")
    with pytest.raises(HostileInputError):
        read(made)
    assert list(cache.rglob("*.pack")), "what was fetched before stays"


@pytest.mark.parametrize("bound", [at_once, after_it_ended])
def test_a_fetch_that_fails_over_the_limit_is_over_the_limit(
    made: Repository, monkeypatch: pytest.MonkeyPatch, bound: Callable[[int, int], None]
) -> None:
    """However fast it fails."""
    read(made)
    grow(made)
    sha = made.run("rev-parse", "main:noise")
    (made.place / "objects" / sha[:2] / sha[2:]).unlink()
    monkeypatch.setattr(quota, "bound", bound)
    monkeypatch.setenv(quota.VARIABLE, "0.001")
    with pytest.raises(HostileInputError):
        read(made)


def test_what_git_says_at_its_end_is_heard_to_its_end(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever listens may come late on a machine that has much to do."""
    read(made)
    grow(made)
    monkeypatch.setenv(quota.VARIABLE, "0.2")
    heard = Call._listen

    def late(call: Call) -> None:
        call.process.wait()
        time.sleep(0.3)
        heard(call)

    monkeypatch.setattr(Call, "_listen", late)
    with pytest.raises(HostileInputError):
        read(made)


def test_git_that_may_not_write_a_reference_is_over_the_limit_and_leaves_no_lock(
    made: Repository, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A reference takes 41 bytes, and there is room for ten."""
    read(made)
    (place,) = (path.parent for path in cache.rglob("HEAD"))
    made.ref("refs/heads/another", made.run("rev-parse", "main"))
    monkeypatch.setenv(quota.VARIABLE, str((quota.size_of(place) + 10) / quota.MEGABYTE))
    with pytest.raises(HostileInputError):
        read(made)
    assert not list(place.rglob("*.lock"))
    monkeypatch.setenv(quota.VARIABLE, "5")
    with open_repository(f"file://{made.place}") as opened:
        assert "refs/heads/another" in opened.references


@pytest.mark.parametrize("wrong", ["much", "-1", "0", "nan", "inf"])
def test_a_limit_that_is_no_number_is_a_usage_error(
    made: Repository, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv(quota.VARIABLE, wrong)
    with pytest.raises(UsageError, match=f"{quota.VARIABLE} is '{wrong}'"):
        read(made)


def test_without_a_wish_the_limit_is_the_usual_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(quota.VARIABLE, "  ")
    assert quota.limit() == quota.USUAL * quota.MEGABYTE


def test_what_vanishes_while_it_is_measured_is_not_counted(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "b").write_bytes(b"12345")
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert quota.size_of(tmp_path) == 5 + len(os.fsencode(tmp_path / "nowhere"))
    assert clones.FILE_LIMIT.search("error: index-pack died of signal 25")
