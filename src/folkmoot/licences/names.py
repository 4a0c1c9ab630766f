"""What manifests call licences, as SPDX expressions: only names that mean one licence are understood."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from folkmoot.licences.expression import Expression, read
from folkmoot.licences.listed import spdx_list


def understood(words: str, *, slash_is_or: bool = False) -> Expression | None:
    """Give the expression that `words` of a manifest mean, with identifiers that may be unknown; else None.

    `slash_is_or`: "MIT/Apache-2.0" leaves the choice, as Cargo once defined it and npm's authors still write.
    """
    words = " ".join(words.split())
    name = plain_names().get(words.lower())
    if name:
        return read(name)
    expression = read(words)
    if expression is None and slash_is_or and "/" in words:
        expression = read(" OR ".join(words.split("/")))
    return expression


def of_classifier(classifier: str) -> str:
    """Give the identifier that one of Python's classifiers means, "" where it means several licences."""
    return _tables()["classifiers"].get(" ".join(classifier.split()), "")


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((files("folkmoot.licences") / "data/names.toml").read_text(encoding="utf-8"))


@cache
def plain_names() -> dict[str, str]:
    """Give what is understood in lower case: the table's names, and the full names that one licence has."""
    by_name: dict[str, set[str]] = {}
    for entry in spdx_list().values():
        if not entry.exception:
            by_name.setdefault(entry.name.lower(), set()).add(entry.id)
    single = {name: next(iter(found)) for name, found in by_name.items() if len(found) == 1}
    return single | _tables()["names"]
