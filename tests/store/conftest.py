"""What most tests of a store begin with: a small history, and a place for a store that is not there yet."""

from __future__ import annotations

from pathlib import Path

import pytest

from sources.git.repositories import Repository, small_history


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    """Give the small history."""
    return small_history(tmp_path / "r")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Give the file of a store that nobody has written yet."""
    return tmp_path / "s.duckdb"
