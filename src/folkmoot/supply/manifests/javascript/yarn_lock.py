"""yarn.lock of Yarn 1 and of the later ones ("berry")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from folkmoot.model.component import Kind
from folkmoot.supply.manifests._found import Format, Found, named
from folkmoot.supply.manifests.javascript._asking import integrity, source_of, split
from folkmoot.supply.reading.plain import word
from folkmoot.supply.reading.unreadable import UnreadableError

_FIELD = re.compile(r'  "?([\w@/.-]+)"?:? "?([^"]*)"?')
_INNER = re.compile(r'    "?([^\s":][^\s"]*?)"?:? "?([^"]*)"?')


@dataclass
class Block:
    """One package: what asked for it, its fields, and what it depends on."""

    line: int
    asked: list[str]
    fields: dict[str, str] = field(default_factory=dict)
    dependencies: list[tuple[str, str]] = field(default_factory=list)


def read(found: Found) -> None:
    """Read every block that is no part of the project itself."""
    numbers: dict[str, int] = {}
    waiting: list[tuple[int, Block]] = []
    for block in _blocks(found.document.lines):
        resolution = block.fields.get("resolution", "")
        if block.asked == ["__metadata"] or "@workspace:" in resolution:
            continue
        first = block.asked[0]
        full, wanted = _apart(resolution or first)
        if not resolution and wanted.startswith("npm:"):
            full, wanted = _apart(wanted[4:])
        if wanted.startswith(("file:", "link:", "portal:")) and resolution:
            continue
        namespace, name = split(full)
        resolved = block.fields.get("resolved", "")
        address = source_of(wanted) if not wanted.startswith("npm:") else ""
        if re.match(r"git[+:@]|https?://(?:codeload\.)?github\.com/|ssh:", resolved):
            address = resolved
        number = found.add(
            name,
            block.fields.get("version", ""),
            namespace=namespace,
            line=block.line,
            hashes=integrity(block.fields.get("integrity")),
            source=address,
        )
        numbers.update(dict.fromkeys(block.asked, number))
        waiting.append((number, block))
    for number, block in waiting:
        targets = [
            numbers.get(f"{name}@{wanted}", numbers.get(f"{name}@npm:{wanted}", -1))
            for name, wanted in block.dependencies
        ]
        found.need(number, [found.components[each].purl for each in targets if each >= 0])


def _apart(text: str) -> tuple[str, str]:
    """Give name and requirement of `@scope/name@^1`."""
    at = text.find("@", 1)
    return (text[:at], text[at + 1 :]) if at > 0 else (text, "")


def _blocks(lines: list[str]) -> Iterator[Block]:
    block: Block | None = None
    section = ""
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        if not line.startswith(" "):
            if not line.endswith(":"):
                raise UnreadableError(number, "it is no lock file of Yarn")
            if block:
                yield block
            keys = [each.strip().strip('"') for each in line[:-1].split(", ")]
            block, section = Block(number, [word(key) for key in keys if word(key)] or ["?"]), ""
        elif block is None:
            raise UnreadableError(number, "it is no lock file of Yarn")
        elif line.startswith("    "):
            inner = _INNER.fullmatch(line)
            if inner and section in {"dependencies", "optionalDependencies"}:
                block.dependencies.append((inner[1], inner[2]))
        elif line.endswith(":"):
            section = line.strip()[:-1]
        else:
            told = _FIELD.fullmatch(line)
            if told:
                block.fields[told[1]] = told[2]
    if block:
        yield block


FORMAT = Format("yarn-lock", "yarn.lock", Kind.LOCK, "npm", named("yarn.lock"), read)
