"""A git that is none, first on the path."""

import os
from pathlib import Path

import pytest


def other_git(place: Path, monkeypatch: pytest.MonkeyPatch, does: str) -> None:
    """Put a git that does something else first on the path."""
    place.mkdir()
    (place / "git").write_text(does)
    (place / "git").chmod(0o755)
    monkeypatch.setenv("PATH", f"{place}{os.pathsep}{os.environ['PATH']}")
