"""Names explain themselves, files stay short, and everything public says what it is."""

import ast
from pathlib import Path

from house.tree import modules, shown, syntax, tracked

SAYS_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "base",
    "manager",
    "managers",
    "misc",
    "tools_",
}
LONGEST = 300
REASON = "Long because"


def test_no_name_says_nothing() -> None:
    silent = [
        shown(path)
        for path in tracked()
        if SAYS_NOTHING & {word for part in shown(path).split("/") for word in part.split(".")[0].split("_")}
    ]
    assert silent == []


def test_a_long_file_gives_its_reason() -> None:
    """Over 300 lines, the docstring says why: a sentence that begins with "Long because"."""
    silent = [
        shown(path)
        for path in modules("src", "tests", "tools", "benchmarks")
        if len(path.read_text(encoding="utf-8").splitlines()) > LONGEST
        and REASON not in (ast.get_docstring(syntax(path)) or "")
    ]
    assert silent == []


def undocumented(path: Path) -> list[str]:
    """Give the public things of a module that have no docstring, the module itself included."""
    found = [] if ast.get_docstring(syntax(path)) else ["the module"]
    inside: list[ast.AST] = [syntax(path)]
    while inside:
        for node in ast.iter_child_nodes(inside.pop()):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                continue
            if not node.name.startswith("_"):
                if not ast.get_docstring(node):
                    found.append(node.name)
                if isinstance(node, ast.ClassDef):
                    inside.append(node)
    return found


def test_everything_public_is_documented() -> None:
    missing = {shown(path): undocumented(path) for path in modules("src") if path.read_bytes()}
    assert {path: names for path, names in missing.items() if names} == {}
