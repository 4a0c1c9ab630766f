"""Real histories with real oddities, held against git's own numbers; skipped where they are not at hand.

The folders are looked for in $FOLKMOOT_REAL_REPOSITORIES, else in `.mirror` beside the project.
"""

import os
from pathlib import Path

import pytest

from sources.git.repositories import said
from store.stores import bring, notes, value

PROJECT = Path(__file__).parents[2]
REAL = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or PROJECT.parent / ".mirror")

pytestmark = pytest.mark.shared_data


def real(name: str) -> Path:
    place = REAL / name / "repo"
    if not place.is_dir():
        pytest.skip(f"{name} is not at hand")
    return place


def sums(place: Path) -> tuple[int, int]:
    """Give the lines added and deleted that git itself counts, exact renames told, merges left out."""
    told = said(place, "log", "--no-merges", "--format=", "--numstat", "-M100%", "HEAD")
    words = [line.split("\t") for line in told.splitlines() if line]
    return tuple(sum(int(word[side]) for word in words if word[side].isdigit()) for side in (0, 1))  # type: ignore[return-value]


@pytest.mark.parametrize("name", ["mlswg+mls-protocol", "mobxjs+mobx-state-tree", "pallets+flask"])
def test_small_histories_have_the_lines_git_counts(name: str, tmp_path: Path) -> None:
    place, store = real(name), tmp_path / "s.duckdb"
    bring(store, place)
    assert value(store, "select count(*) from commits") == int(said(place, "rev-list", "--count", "HEAD"))
    lacking = "without file contents" in notes(store)
    found = (
        value(store, "select sum(added) from line_fact"),
        value(store, "select sum(deleted) from line_fact"),
    )
    assert lacking or found == sums(place)


@pytest.mark.parametrize("name", ["git+git", "ipython+ipython", "curl+curl", "kubernetes+community"])
def test_odd_histories_have_the_commits_authors_and_files_git_sees(name: str, tmp_path: Path) -> None:
    """An octopus of ten, a dozen roots, cp1252 names, empty e-mails, a quoted encoding, missing contents."""
    place, store = real(name), tmp_path / "s.duckdb"
    bring(store, place, lines="never")
    shas = said(place, "rev-list", "--parents", "HEAD").splitlines()
    assert value(store, "select count(*) from commits") == len(shas)
    assert value(store, "select count(*) from commit_fact where parents = 0") == sum(
        " " not in line for line in shas
    )
    assert value(store, "select max(parents) from commit_fact") == max(line.count(" ") for line in shas)
    emails = said(place, "log", "--no-mailmap", "--format=<%ae>", "HEAD").splitlines()
    asked = "select {} from commit_fact c join identity i on i.identity = c.author"
    assert value(store, asked.format("count(*) filter (i.email = '')")) == emails.count("<>")
    touched = said(place, "log", "--no-merges", "--format=", "--raw", "-M100%", "HEAD").splitlines()
    assert value(store, "select count(*) from touch_fact") == sum(line.startswith(":") for line in touched)
