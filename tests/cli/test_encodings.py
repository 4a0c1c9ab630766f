"""What comes out where the locale has not all characters."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from sources.git.repositories import ADA, Repository

BEGIN = f"import sys; sys.path[:] = {sys.path!r}; from folkmoot.cli import main; main()"


@pytest.fixture(name="words")
def _words(tmp_path: Path) -> list[str]:
    """Give the call for a report as text, on what is called in letters that Latin-1 has not."""
    made = Repository.create(tmp_path / "żak")
    made.commit(ADA, "Work\n", {"f": "1\n"})
    return [
        sys.executable, "-c", BEGIN, "report", str(made.place), "--store", str(tmp_path / "s.duckdb"),
        "--page", "people", "--format", "text", "--output", "-",
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["latin-1", "koi8-r", "ascii", "utf-8"])
def test_files_and_pipes_get_utf_8(words: list[str], encoding: str) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run(words, capture_output=True, check=False, env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "żak" in done.stdout.decode("utf-8")


def test_a_terminal_shows_a_question_mark_for_what_it_lacks(words: list[str]) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    ours, theirs = pty.openpty()
    with subprocess.Popen(words, stdout=theirs, stderr=subprocess.PIPE, env=environment) as process:
        os.close(theirs)
        shown = b""
        while part := _read(ours):
            shown += part
        process.wait()
    os.close(ours)
    assert process.returncode == 0
    assert b"?ak" in shown


def _read(terminal: int) -> bytes:
    """Give what a terminal shows next, nothing when whoever wrote to it is gone."""
    try:
        return os.read(terminal, 65_536)
    except OSError:
        return b""
