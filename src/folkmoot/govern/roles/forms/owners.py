"""OWNERS of Kubernetes and its family: approvers and reviewers of a folder, and of files in it.

The format: https://www.kubernetes.dev/docs/guide/owners/. `filters` give roles for paths that match a regular
expression; entries may be aliases of OWNERS_ALIASES, which the roster expands. `emeritus_approvers` once had
the role. Chromium's files of the same name (one address per line) are read as well. What a
community has laid down into `archive/` gives nobody a role any more.
"""

from __future__ import annotations

import re
from typing import Any

from folkmoot.govern.roles.documents import NotPlainError, read_yaml, words_of
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.wording import EMAIL, holder, holder_or_alias

ROLES = {
    "approvers": "approver",
    "reviewers": "reviewer",
    "required_reviewers": "required reviewer",
    "emeritus_approvers": "emeritus approver",
    "emeritus_reviewers": "emeritus reviewer",
    "maintainers": "maintainer",
    "assignees": "assignee",
}

LAID_DOWN = re.compile(r"(?:archived?|attic|graveyard|retired)/|(?:.*/)(?:archived|attic|graveyard|retired)/")
"""Folders of what a community has laid down; deeper in a tree "archive" is usually a part of a program."""


def _matches(path: str) -> bool:
    folder, _, name = path.rpartition("/")
    is_ours = not folder.startswith(("vendor/", "third_party/", "node_modules/"))
    return name == "OWNERS" and is_ours and not LAID_DOWN.match(folder + "/")


def _read(reading: Reading, text: str) -> None:
    folder = reading.path.rpartition("/")[0]
    if _is_lines(text):
        _read_lines(reading, text, folder)
        return
    try:
        table = read_yaml(text)
    except NotPlainError as error:
        reading.broken(error.line, error.what, "correct the YAML; indentation is the usual cause.")
        return
    if table is None:
        return
    if not isinstance(table, dict):
        reading.broken(1, "An OWNERS file is a table of lists such as `approvers:`.", "see the OWNERS guide.")
        return
    _read_roles(reading, table, folder)
    filters = table.get("filters")
    for pattern, inside in filters.items() if isinstance(filters, dict) else ():
        if isinstance(inside, dict):
            scope = folder if pattern == ".*" else f"{folder}/{pattern}".lstrip("/")
            _read_roles(reading, inside, scope)


def _read_roles(reading: Reading, table: dict[Any, Any], scope: str) -> None:
    for key, role in ROLES.items():
        for word in words_of(table.get(key) or []):
            named = holder_or_alias(word)
            if named is None:
                reading.problem(word.line, f"{word[:60]!r} is no handle.", "write the account's name only.")
            reading.add(role, scope, named, word.line)


def _is_lines(text: str) -> bool:
    """Tell Chromium's dialect: addresses, `*`, `per-file` and `set noparent`, one per line."""
    lines = [line.split("#")[0].strip() for line in text.splitlines()]
    told = [line for line in lines if line]
    return bool(told) and all(
        EMAIL.fullmatch(line) or line == "*" or line.startswith(("per-file ", "set noparent", "file:"))
        for line in told
    )


def _read_lines(reading: Reading, text: str, folder: str) -> None:
    for number, line in enumerate(text.splitlines(), 1):
        told, scope = line.split("#")[0].strip(), folder
        if told.startswith("per-file ") and "=" in told:
            globs, _, told = told.removeprefix("per-file ").partition("=")
            scope = f"{folder}/{globs.strip()}".lstrip("/")
        for entry in told.split(","):
            if EMAIL.fullmatch(entry.strip()):
                reading.add("approver", scope, holder(entry), number)


FORM = Form("owners", _matches, _read)
