"""uv.lock: the packages of a uv project or workspace."""

from __future__ import annotations

from typing import Any

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import TOML, Format, Found, named
from folkmoot.supply.manifests.python._locked import (
    Needs,
    dependency_names,
    git_source,
    hashes_of,
    packages,
)
from folkmoot.supply.reading.plain import table, tables, word

LOCAL = {"editable", "virtual", "directory", "path"}


def read(found: Found) -> None:
    """Read the packages; what is local is the project itself, and what it asks for is direct."""
    told = packages(found)
    mine = [each for each, _ in told if LOCAL & set(table(each.get("source")))]
    wanted = _wanted(mine)
    if len(mine) == 1:
        found.name_own(mine[0].get("name"), mine[0].get("version"))
    needs = Needs(found)
    for entry, line in told:
        name, source = word(entry.get("name")), table(entry.get("source"))
        if LOCAL & set(source):
            continue
        files = [*tables(entry.get("wheels")), table(entry.get("sdist"))]
        number = found.add(
            name,
            entry.get("version"),
            line=line,
            scope=wanted.get(name, Scope.RUNTIME),
            direct=name in wanted if mine else None,
            hashes=hashes_of([each for each in files if each]),
            source=git_source(source),
        )
        needs.put(number, dependency_names(entry))
    needs.settle()


def _wanted(mine: list[dict[str, Any]]) -> dict[str, Scope]:
    """Give what the project's own packages ask for, and what for; what runs counts before what develops."""
    found: dict[str, Scope] = {}
    for entry in mine:
        lists = [(tables(entry.get("dependencies")), Scope.RUNTIME)]
        lists += [(tables(x), Scope.OPTIONAL) for x in table(entry.get("optional-dependencies")).values()]
        lists += [(tables(x), Scope.DEVELOPMENT) for x in table(entry.get("dev-dependencies")).values()]
        for asked, scope in lists:
            for each in asked:
                name = word(each.get("name"))
                found[name] = min(found.get(name, scope), scope, key=list(Scope).index)
    return found


FORMAT = Format("uv-lock", "uv.lock", Kind.LOCK, "pypi", named("uv.lock"), read, cost=TOML)
