"""The project's own files, for tests that hold the house to its habits."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src" / "folkmoot"
TESTS = ROOT / "tests"


@cache
def tracked() -> tuple[Path, ...]:
    """Give every file that belongs to the project: what git knows, or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout
    paths = (ROOT / name.decode() for name in listed.split(b"\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


def modules(*tops: str) -> list[Path]:
    """Give the Python files below the named folders of the project."""
    return [path for path in tracked() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in tops]


@cache
def syntax(path: Path) -> ast.Module:
    """Give the syntax tree of one Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def shown(path: Path) -> str:
    """Give a path as it stands in the project."""
    return path.relative_to(ROOT).as_posix()


def tool(name: str) -> ModuleType:
    """Load a script of `tools/` from where it stands."""
    spec = spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[name] = module  # where dataclasses look for it
    spec.loader.exec_module(module)
    del sys.modules[name]  # where Hypothesis would take constants from it for the tests that follow
    return module
