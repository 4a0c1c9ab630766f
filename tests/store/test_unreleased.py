"""What landed after a release, and what of it a release would bring."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.store.database import reading
from folkmoot.store.scope import look_at
from folkmoot.store.unreleased import Unreleased, unreleased
from sources.git.repositories import ADA, BOB, DAY, START, Repository
from store.stores import bring
from worked_example import example

RELEASED = "tag | when | also\nv1 | 2026-01-10 |"
TREE = ["src/a.py", "src/b.py", "docs/a.md", "tests/test_a.py"]


def counted(files: str, tree: list[str] | None = None, who: str = "Ada") -> Unreleased:
    commits = f"when | who | files\n2026-01-03 | Ada | src/a.py; docs/a.md\n2026-02-03 | {who} | {files}"
    return unreleased(example(commits, files=tree or TREE, releases=RELEASED))


@pytest.mark.parametrize(
    ("files", "shipped"),
    [
        ("src/a.py", 1),
        ("docs/a.md", 0),
        ("README.md; tests/test_a.py; .github/workflows/ci.yml", 0),
        ("docs/a.md; src/a.py", 1),
        ("pyproject.toml", 1),
        ("locales/de.po", 1),
        ("", 1),
    ],
)
def test_documentation_tests_and_ci_alone_wait_for_no_release(files: str, shipped: int) -> None:
    assert counted(files) == Unreleased(1, shipped)


def test_where_most_is_documentation_it_is_what_is_released() -> None:
    tree = ["draft.md", "docs/a.md", "Makefile"]
    assert counted("docs/a.md", tree) == Unreleased(1, 1)
    assert counted("tests/test_a.py", tree) == Unreleased(1, 0)


def test_bots_and_what_came_before_the_release_count_as_neither() -> None:
    assert counted("src/a.py", who="x[bot]") == Unreleased(0, 0)
    assert unreleased(example("when | who\n2026-01-03 | Ada")) == Unreleased(0, 0)


def waiting(made: Repository, tmp_path: Path) -> int:
    store = tmp_path / "s.duckdb"
    bring(store, made.place)
    with reading(store) as connection:
        look_at(connection)
        return unreleased(connection).commits


def test_a_patch_that_was_written_before_the_release_and_taken_after_it_waits(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    made.tag("v1.0", made.commit(files={"a.py": "1\n"}), at=START + 5 * DAY)
    made.commit(BOB, files={"a.py": "2\n"}, at=START + DAY, committer=ADA, committed_at=START + 6 * DAY)
    assert waiting(made, tmp_path) == 1


def test_what_a_merge_brought_after_the_release_waits(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    first = made.commit(files={"a.py": "1\n"})
    branch = made.commit(BOB, files={"b.py": "1\n"}, at=START + DAY, branch="")
    made.tag("v1.0", first, at=START + 5 * DAY)
    made.commit(ADA, "Merge\n", at=START + 6 * DAY, parents=[first, branch])
    assert waiting(made, tmp_path) == 1


def test_a_clock_that_runs_ahead_makes_nothing_wait(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "r")
    made.tag("v1.0", made.commit(committed_at=4_000_000_000, files={"a.py": "1\n"}), at=START + 5 * DAY)
    assert waiting(made, tmp_path) == 0
