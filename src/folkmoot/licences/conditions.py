"""What licences of dependencies ask of whoever ships them: no conflict, but something to do.

Only weak copyleft, by the data file; what it does not name is not judged.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from folkmoot.licences.expression import read
from folkmoot.licences.listed import shared_id
from folkmoot.model.licence import Condition, Dependency


def conditions(own: str, dependencies: Iterable[Dependency]) -> list[Condition]:
    """Give what is asked for dependencies that are shipped, gathered by licence, the most of them first.

    Where a dependency leaves a choice without a condition, there is none; and none where the project is
    under the same licence, "" for a project whose own is not clear.
    """
    found: dict[str, list[Dependency]] = {}
    for dependency in dependencies:
        if not dependency.development:
            for name in asking(dependency.expression, own):
                found.setdefault(name, []).append(dependency)
    told = [Condition(name, *_known()[name], tuple(of)) for name, of in found.items()]
    return sorted(told, key=lambda each: (-len(each.dependencies), each.licence))


def asking(expression: str, own: str = "") -> tuple[str, ...]:
    """Give the licences in an expression that ask for something, of the choice in which they are fewest."""
    read_expression = read(expression)
    mine = read(own)
    held = {shared_id(_plain(name)) for name in (mine.names if mine else ())}
    choices = [
        tuple(name for each in choice if (name := _plain(each)) in _known() and shared_id(name) not in held)
        for choice in (read_expression.choices() if read_expression else ())
    ]
    return min(choices, key=len, default=())


def _plain(name: str) -> str:
    """Give a licence without "or later": `LGPL-2.1` and `LGPL-2.1+` ask for the same."""
    bare = name.removesuffix("+")
    return f"{bare}-only" if f"{bare}-only" in _known() else bare


@cache
def _known() -> dict[str, tuple[str, str]]:
    """Give (kind, source) of each licence that asks for something."""
    text = (files("folkmoot.licences") / "data/conditions.toml").read_text(encoding="utf-8")
    return {
        name: (entry["kind"], entry["source"])
        for entry in tomllib.loads(text)["condition"]
        for name in entry["licences"]
    }
