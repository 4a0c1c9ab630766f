"""What tests of clones share: a cache of their own, and a repository to clone."""

from pathlib import Path

import pytest

from sources.git.repositories import Repository, small_history


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    return small_history(tmp_path / "served")
