"""Repositories, commits and tags odd enough to be kept: read, or refused in words; never changed."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from folkmoot.model.errors import FolkmootError
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.history import commits
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository
from store.stores import bring

pytestmark = pytest.mark.corpora
FIXTURES = "gix-object/tests/fixtures"
AUTHOR = re.compile(rb"^author (.*) <", re.MULTILINE)


def repositories(place: Path) -> list[Path]:
    """Give every repository below a folder; theirs are kept as `.gitted`, which git does not see."""
    for hidden in sorted(place.rglob(".gitted"), reverse=True):
        hidden.rename(hidden.with_name(".git"))
    found = {head.parent for head in place.rglob("HEAD") if (head.parent / "objects").is_dir()}
    for each in found:
        (each / "refs").mkdir(exist_ok=True)
    return sorted(found)


def test_every_odd_repository_is_read_or_refused_in_words(corpus: Any, tmp_path: Path) -> None:
    corpus("libgit2/libgit2").unpack("tests/resources", tmp_path)
    found = repositories(tmp_path)
    assert len(found) > 60
    read = refused = 0
    for number, place in enumerate(found):
        before = {path: path.stat().st_mtime_ns for path in place.rglob("*")}
        try:
            bring(tmp_path / f"{number}.duckdb", place, all_refs=True, lines="always")
            with open_repository(str(place)) as opened:
                for path in opened.tree.paths()[:20]:
                    opened.tree.read(path, 100)
            read += 1
        except FolkmootError:
            refused += 1
        assert {path: path.stat().st_mtime_ns for path in place.rglob("*")} == before, place
    assert read > 45
    assert read + refused == len(found)


def test_odd_commits_are_read_as_they_are_written(corpus: Any, tmp_path: Path) -> None:
    files = corpus("GitoxideLabs/gitoxide").files(f"{FIXTURES}/commit")
    assert len(files) > 15
    for path, written in files.items():
        made = Repository.create(tmp_path / Path(path).stem)
        tree = made.tree()
        headed = re.sub(rb"^tree [0-9a-f]+", f"tree {tree}".encode(), written)
        body = re.sub(rb"^parent [0-9a-f]+\n", b"", headed, flags=re.MULTILINE)
        made.store(body)
        (found,) = commits(Git(made.place), [made.head], [])
        named = AUTHOR.search(body)
        assert named is None or named[1].strip() in found.author, path
        assert bring(tmp_path / f"{made.head}.duckdb", made.place).new_commits == 1, path


def test_odd_tags_are_read(corpus: Any, tmp_path: Path) -> None:
    files = corpus("GitoxideLabs/gitoxide").files(f"{FIXTURES}/tag")
    for number, (path, written) in enumerate(files.items()):
        made = Repository.create(tmp_path / str(number))
        made.commit()
        body = re.sub(rb"^object [0-9a-f]+\ntype \w+", f"object {made.head}\ntype commit".encode(), written)
        made.ref("refs/tags/v1.0", made.object("tag", body))
        assert bring(tmp_path / f"{number}.duckdb", made.place).new_commits == 1, path
