"""Collections of odd and hostile input that others have gathered, read out of clones of theirs.

FOLKMOOT_CORPORA names a folder of bare clones `<owner>+<name>/repo`, which `make test-corpora` fills; without
it, or without one of them, its tests are skipped.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from browser.conftest import chromium
from house.tree import ROOT

sys.path[:0] = [str(ROOT / "tests" / "render")]

__all__ = ["chromium", "corpus"]  # the first is a fixture, for tests here too

PLACE = Path(os.environ.get("FOLKMOOT_CORPORA") or ROOT / ".corpora")


class Corpus:
    """One collection, at the newest commit that was fetched."""

    def __init__(self, name: str) -> None:
        self.place = PLACE / name.replace("/", "+") / "repo"
        if not self.place.is_dir():
            pytest.skip(f"{name} was not fetched; make test-corpora does")

    def git(self, *arguments: str) -> bytes:
        return subprocess.run(
            ["git", "-C", str(self.place), *arguments], check=True, capture_output=True
        ).stdout

    def files(self, folder: str) -> dict[str, bytes]:
        """Give what lies below a folder, by path."""
        found = {}
        with tarfile.open(fileobj=io.BytesIO(self.git("archive", "HEAD", "--", folder))) as tar:
            for member in tar:
                if member.isfile() and (file := tar.extractfile(member)):
                    found[member.name] = file.read()
        assert found, folder
        return found

    def unpack(self, folder: str, to: Path) -> None:
        """Write what lies below a folder, links left out."""
        for path, content in self.files(folder).items():
            place = to / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)


@pytest.fixture(scope="session")
def corpus() -> type[Corpus]:
    """Give what opens a corpus by its name, and skips the test where it was not fetched."""
    return Corpus
