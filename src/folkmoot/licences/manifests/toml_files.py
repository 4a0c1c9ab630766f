"""pyproject.toml and Cargo.toml.

pyproject.toml: `project.license` as PEP 639 defines it (an expression) and as PEP 621 did (a table with
`text`), Poetry's `tool.poetry.license`, and the classifiers that mean one licence. Cargo.toml:
`package.license`, or the workspace's where the package takes it from there.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

from folkmoot.licences.manifests.declared import Declared, line_of
from folkmoot.licences.names import of_classifier

CLASSIFIER = "License ::"


def pyproject(text: str) -> Iterator[Declared]:
    """Give the licences of a pyproject.toml: the key first, else the classifiers."""
    document = _document(text)
    project, poetry = _table(document, "project"), _table(_table(document, "tool"), "poetry")
    named = False
    for value in (project.get("license"), poetry.get("license")):
        words = value.get("text") if isinstance(value, dict) else value
        if isinstance(words, str) and "\n" not in words.strip():
            named = True
            yield Declared(words, line_of(text, words.strip()))
    if not named:
        classifiers = project.get("classifiers") or poetry.get("classifiers")
        yield from of_classifiers(text, classifiers if isinstance(classifiers, list) else [])


def of_classifiers(text: str, classifiers: list[Any]) -> Iterator[Declared]:
    """Give what classifiers declare; those that mean several licences are told as they are written."""
    for each in classifiers[:500]:
        if isinstance(each, str) and each.startswith(CLASSIFIER) and each.count("::") > 1:
            yield Declared(each, line_of(text, each), of_classifier(each))


def cargo(text: str) -> Iterator[Declared]:
    """Give the licence of a Cargo.toml."""
    document = _document(text)
    workspace = _table(_table(document, "workspace"), "package").get("license")
    value = _table(document, "package").get("license", workspace)
    words = workspace if isinstance(value, dict) and value.get("workspace") is True else value
    if isinstance(words, str):
        yield Declared(words, line_of(text, words))


def _document(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}


def _table(table: dict[str, Any], key: str) -> dict[str, Any]:
    value = table.get(key)
    return value if isinstance(value, dict) else {}


READERS = (("pyproject.toml", pyproject), ("Cargo.toml", cargo))
