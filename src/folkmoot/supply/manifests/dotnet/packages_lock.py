"""packages.lock.json: what NuGet answered, for each framework."""

from __future__ import annotations

import re
from typing import Any

from folkmoot.model.component import Kind
from folkmoot.model.purl import Purl
from folkmoot.supply.manifests._found import Format, Found, hex_of
from folkmoot.supply.reading.plain import table, word

_NAME = re.compile(r"packages(\.[\w.-]{1,100})?\.lock\.json")


def matches(path: str) -> bool:
    """Tell packages.lock.json and packages.<project>.lock.json."""
    return bool(_NAME.fullmatch(path.rpartition("/")[2]))


def read(found: Found) -> None:
    """Read each package once, whatever number of frameworks it is there for; projects are the tree's own."""
    numbers: dict[tuple[str, str], int] = {}
    waiting: list[tuple[int, dict[str, Any], dict[str, tuple[str, str]]]] = []
    for framework, packages in table(found.document.json().get("dependencies")).items():
        found.document.rewind()
        found.document.line_of(f'"{framework}"')
        here: dict[str, tuple[str, str]] = {}
        for name, told in table(packages).items():
            entry = table(told)
            line = found.document.line_of(f'"{name}": {{', f'"{name}"')
            kind, version = word(entry.get("type")), word(entry.get("resolved"))
            if kind == "Project":
                continue
            key = (name.lower(), version)
            here[name.lower()] = key
            if key not in numbers:
                numbers[key] = found.add(
                    name,
                    version,
                    line=line,
                    direct=kind == "Direct",
                    requirement=entry.get("requested"),
                    hashes=hex_of("sha512", word(entry.get("contentHash"))),
                )
            elif kind == "Direct":
                found.mark_direct([numbers[key]])
            waiting.append((numbers[key], table(entry.get("dependencies")), here))
    for number, needed, here in waiting:
        keys = [here[name.lower()] for name in needed if name.lower() in here]
        purls: list[Purl] = [found.components[numbers[key]].purl for key in keys if numbers[key] >= 0]
        if number >= 0:
            found.need(number, [*found.components[number].needs, *purls])


FORMAT = Format("packages-lock", "packages.lock.json", Kind.LOCK, "nuget", matches, read)
