"""Whoever meets an error is told how to go on: each is given a hint, or on purpose none."""

from __future__ import annotations

import ast
from pathlib import Path

from folkmoot.model import hints
from house.tree import modules, shown, syntax


def classes() -> list[ast.ClassDef]:
    """Give every class of the sources."""
    return [
        node for path in modules("src") for node in ast.walk(syntax(path)) if isinstance(node, ast.ClassDef)
    ]


def kinds() -> set[str]:
    """Give the names of the errors of the tree that are given what happened and a hint.

    Those with an `__init__` of their own make the two themselves, out of what they are given.
    """
    every, found = classes(), {"FolkmootError"}
    for _ in range(4):  # however deep they inherit
        found |= {each.name for each in every if {getattr(base, "id", "") for base in each.bases} & found}
    own = {each.name for each in every if any(getattr(one, "name", "") == "__init__" for one in each.body)}
    return found - (own - {"FolkmootError"})


def without_hint(path: Path, names: set[str]) -> list[str]:
    """Give the places of a module that make an error and say nothing of how to go on."""
    found = []
    for node in ast.walk(syntax(path)):
        if not isinstance(node, ast.Call):
            continue
        if (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) not in names:
            continue
        given = [word.value for word in node.keywords if word.arg in {"hint", None}]
        if not given or any(isinstance(value, ast.Constant) and not value.value for value in given):
            found.append(f"{shown(path)}:{node.lineno}")
    return found


def test_every_error_is_given_a_hint() -> None:
    names = kinds()
    assert {"UsageError", "HostileInputError", "PassingError", "FolkmootError"} <= names
    assert "MissingExtraError" not in names
    assert [place for path in modules("src") for place in without_hint(path, names)] == []


def test_hints_that_are_shared_are_sentences() -> None:
    texts = {name: text for name, text in vars(hints).items() if name.isupper()}
    assert texts.pop("SAID") == ""
    assert {name for name, text in texts.items() if not text.endswith(".") or not text[0].islower()} == set()
