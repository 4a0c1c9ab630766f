"""The reference says what the sources say: every page there, none stale, none left over."""

import subprocess
import sys
import tomllib
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from house.tree import ROOT, tool

WRITTEN = ROOT / "docs" / "reference"
TOLD = """Title.

Question:
    How many?

Why it matters:
    It does.

How it is counted:
    By hand,
    twice.

What it does not tell:
    The rest.

References:
    None.
"""


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    """The script, loaded from where it stands."""
    return tool("reference")


def test_no_page_is_missing_or_left_over(reference: ModuleType) -> None:
    there = {path.relative_to(WRITTEN).as_posix() for path in WRITTEN.rglob("*.md")}
    assert there == set(reference.pages())


def test_no_page_is_stale(reference: ModuleType) -> None:
    """`make docs` writes the reference anew."""
    stale = [
        name
        for name, text in reference.pages().items()
        if (WRITTEN / name).exists() and (WRITTEN / name).read_text(encoding="utf-8") != text
    ]
    assert stale == []


def test_sections_are_read_from_a_docstring(reference: ModuleType) -> None:
    assert reference.sections(TOLD, "it") == {
        "Question": "How many?",
        "Why it matters": "It does.",
        "How it is counted": "By hand,\ntwice.",
        "What it does not tell": "The rest.",
        "References": "None.",
    }


@pytest.mark.parametrize("name", ["Question", "Why it matters", "How it is counted", "References"])
def test_a_docstring_without_a_section_is_refused(reference: ModuleType, name: str) -> None:
    with pytest.raises(reference.UndocumentedError, match=f"metric x lacks: {name}"):
        reference.sections(TOLD.replace(f"{name}:", "Aside:"), "metric x")


def test_an_empty_section_is_no_section(reference: ModuleType) -> None:
    with pytest.raises(reference.UndocumentedError, match="References"):
        reference.sections(TOLD.replace("    None.\n", ""), "metric x")


def test_writing_removes_old_pages_and_nothing_else(reference: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "metrics").mkdir()
    (tmp_path / "metrics" / "gone.md").write_text("old")
    (tmp_path / "report.schema.json").write_text("{}")
    assert reference.write(tmp_path) == len(list(tmp_path.rglob("*.md")))
    assert not (tmp_path / "metrics" / "gone.md").exists()
    assert (tmp_path / "report.schema.json").exists()


def test_a_page_shows_the_sql_that_is_run(reference: ModuleType) -> None:
    page = reference.pages()["metrics/active-contributors.md"]
    assert "```sql\nselect month_id as period, count(distinct person) as value" in page


def test_a_rule_of_the_audit_without_a_remedy_or_a_section_is_refused(reference: ModuleType) -> None:
    rule = reference.all_rules()["employer-cap"]
    with pytest.raises(reference.UndocumentedError, match="employer-cap lacks: remedy"):
        reference.rule_page(replace(rule, remedy=""), TOLD)
    with pytest.raises(reference.UndocumentedError, match="employer-cap lacks: References"):
        reference.rule_page(rule, TOLD.replace("    None.\n", ""))


def test_every_rule_of_the_audit_has_its_page(reference: ModuleType) -> None:
    made = {name for name in reference.pages() if name.startswith("audit/")}
    assert made == {"audit/README.md", *(f"audit/{rule}.md" for rule in reference.all_rules())}


def test_asking_for_help_writes_nothing(tmp_path: Path) -> None:
    script = [sys.executable, str(ROOT / "tools" / "reference.py"), "--help"]
    run = subprocess.run(script, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "python tools/reference.py [FOLDER]" in run.stderr
    assert list(tmp_path.iterdir()) == []


def test_every_column_of_a_view_is_explained_and_nothing_else(reference: ModuleType) -> None:
    known = tomllib.loads((ROOT / "tools" / "columns.toml").read_text(encoding="utf-8"))
    page = reference.views_page()
    unused = {told for told in known.values() if f"| {told} |" not in page}
    assert unused == set()
    for view, column, told in (
        ("commits", "local_weekday", "1 (Monday) to 7 (Sunday)"),
        ("items", "closed_month_id", "such as 202603"),
        ("organisations", "name", "what the organisation is called"),
    ):
        assert told in reference.meaning(known, view, column)
    with pytest.raises(reference.UndocumentedError, match=r"commits\.mood"):
        reference.meaning(known, "commits", "mood")
