"""setup.py: only what stands there literally. The file is a program, and is read, never run."""

from __future__ import annotations

import ast
import warnings
from typing import Any

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found, named
from folkmoot.supply.manifests.python._asking import add_asked
from folkmoot.supply.reading.unreadable import UnreadableError

LARGEST = 200_000
LONGEST_LINE = 20_000
"""Python's own parser counts from the beginning of the line for every part of it."""
MAX_DEPTH = 200
LISTS = {
    "setup_requires": Scope.BUILD,
    "install_requires": Scope.RUNTIME,
    "requires": Scope.RUNTIME,
    "tests_require": Scope.DEVELOPMENT,
}


def read(found: Found) -> None:
    """Read the literal lists given to `setup`, also through names that are literals themselves."""
    text = found.document.text
    if len(text) > LARGEST or _deepest(text) > MAX_DEPTH:
        raise UnreadableError(0, f"it is larger than {LARGEST // 1000} kB, or nested too deep")
    if max(map(len, found.document.lines)) > LONGEST_LINE:
        raise UnreadableError(0, f"it has a line of over {LONGEST_LINE} characters")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a strange escape in a stranger's program is no warning of ours
            tree = ast.parse(text)
    except SyntaxError as error:
        raise UnreadableError(error.lineno or 0, "it is no Python") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise UnreadableError(0, "it is nested too deep") from error
    known = {
        node.targets[0].id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _is_setup(node.func):
            _read_call(found, node, known)


def _deepest(text: str) -> int:
    """Give a bound on how deep the program is nested: the parser's own stack is not for strangers to fill."""
    depth = deepest = run = 0
    for letter in text:
        if letter in "([{":
            depth += 1
            deepest = max(deepest, depth)
        elif letter in ")]}":
            depth = max(0, depth - 1)
        run = run + 1 if letter in "-~+" else 0
        deepest = max(deepest, run)
    return deepest


def _is_setup(function: ast.expr) -> bool:
    name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
    return name == "setup"


def _read_call(found: Found, call: ast.Call, known: dict[str, ast.expr]) -> None:
    given = {each.arg: each.value for each in call.keywords if each.arg}
    name, version = (_literal(given.get(key), known) for key in ("name", "version"))
    found.name_own(name, version)
    for key, scope in LISTS.items():
        for text, line in _texts(given.get(key), known):
            add_asked(found, text, scope, line)
    extras = given.get("extras_require")
    extras = known.get(extras.id) if isinstance(extras, ast.Name) else extras
    if isinstance(extras, ast.Dict):
        for value in extras.values:
            for text, line in _texts(value, known):
                add_asked(found, text, Scope.OPTIONAL, line)


def _literal(node: ast.expr | None, known: dict[str, ast.expr]) -> Any:
    if isinstance(node, ast.Name):
        node = known.get(node.id)
    return node.value if isinstance(node, ast.Constant) else None


def _texts(node: ast.expr | None, known: dict[str, ast.expr], depth: int = 0) -> list[tuple[str, int]]:
    """Give the (text, line) of a literal list, of a name for one, and of several added up."""
    if node is None or depth > 10:
        return []
    if isinstance(node, ast.Name):
        return _texts(known.get(node.id), known, depth + 1)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _texts(node.left, known, depth + 1) + _texts(node.right, known, depth + 1)
    if isinstance(node, ast.List | ast.Tuple | ast.Set):
        each = [entry for entry in node.elts if isinstance(entry, ast.Constant)]
        return [(entry.value, entry.lineno) for entry in each if isinstance(entry.value, str)]
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        lines = enumerate(node.value.splitlines(), node.lineno)
        return [
            (line.strip(), number)
            for number, line in lines
            if line.strip() and not line.lstrip().startswith("#")
        ]
    return []


FORMAT = Format("setup-py", "setup.py", Kind.MANIFEST, "pypi", named("setup.py"), read)
