"""The mark changes with every file by which histories are read, and with nothing else."""

import shutil
from pathlib import Path

import pytest

import folkmoot
from folkmoot.store.reading_mark import ROOMS, reading_mark


@pytest.fixture(name="copied")
def _copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a copy of the sources, of which the mark is asked from then on."""
    home = tmp_path / "folkmoot"
    shutil.copytree(Path(folkmoot.__file__).parent, home)
    monkeypatch.setattr(folkmoot, "__file__", str(home / "__init__.py"))
    return home


def mark() -> str:
    """Give the mark of the files as they are now."""
    return reading_mark.__wrapped__()


def test_the_same_files_elsewhere_have_the_same_mark(
    copied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = mark()
    shutil.copytree(copied, tmp_path / "elsewhere" / "folkmoot")
    monkeypatch.setattr(folkmoot, "__file__", str(tmp_path / "elsewhere" / "folkmoot" / "__init__.py"))
    assert mark() == before


@pytest.mark.parametrize("room", ROOMS)
def test_a_changed_file_changes_it(copied: Path, room: str) -> None:
    before = mark()
    with (copied / room / "__init__.py").open("a", encoding="utf-8") as file:
        file.write("# another rule\n")
    assert mark() != before


def test_sql_and_tables_count_too(copied: Path) -> None:
    before = mark()
    view = copied / "store" / "views" / "commits.sql"
    view.write_text(view.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    after = mark()
    (copied / "people" / "new_names.toml").write_text("", encoding="utf-8")
    assert len({before, after, mark()}) == 3


def test_a_file_that_goes_under_another_name_changes_it(copied: Path) -> None:
    before = mark()
    (copied / "store" / "sync.py").rename(copied / "store" / "sync2.py")
    assert mark() != before


def test_what_only_tells_or_draws_does_not(copied: Path) -> None:
    before = mark()
    for place in ("render/__init__.py", "metrics/__init__.py", "store/__pycache__/x.pyc", "cli/x.py"):
        (copied / place).parent.mkdir(exist_ok=True)
        (copied / place).write_text("changed", encoding="utf-8")
    assert mark() == before
