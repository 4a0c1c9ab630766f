"""poetry.lock, of every Poetry so far."""

from __future__ import annotations

from typing import Any

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import TOML, Format, Found, named
from folkmoot.supply.manifests.python._locked import Needs, hashes_of, packages
from folkmoot.supply.reading.plain import table, tables, word, words


def read(found: Found) -> None:
    """Read the packages; files stand with the package, or in old files under `metadata`."""
    files = table(table(found.document.toml().get("metadata")).get("files"))
    needs = Needs(found)
    for entry, line in packages(found):
        name = word(entry.get("name"))
        source = table(entry.get("source"))
        if word(source.get("type")) == "directory":
            continue
        told = tables(entry.get("files")) or tables(files.get(name))
        reference = word(source.get("resolved_reference"))
        address = word(source.get("url")) if word(source.get("type")) in {"git", "url", "file"} else ""
        number = found.add(
            name,
            entry.get("version"),
            line=line,
            scope=_scope(entry),
            hashes=hashes_of(told),
            source=f"{address}@{reference}" if address and reference else address,
        )
        needs.put(number, [(each, "") for each in table(entry.get("dependencies"))])
    needs.settle()


def _scope(entry: dict[str, Any]) -> Scope:
    groups = words(entry.get("groups"))
    if word(entry.get("category")) == "dev" or (groups and "main" not in groups):
        return Scope.DEVELOPMENT
    return Scope.OPTIONAL if entry.get("optional") is True else Scope.RUNTIME


FORMAT = Format("poetry-lock", "poetry.lock", Kind.LOCK, "pypi", named("poetry.lock"), read, cost=TOML)
