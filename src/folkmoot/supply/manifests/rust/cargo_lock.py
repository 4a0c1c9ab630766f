"""Cargo.lock, of every Cargo so far."""

from __future__ import annotations

from collections import defaultdict

from folkmoot.model.component import Kind
from folkmoot.supply.manifests._found import TOML, Format, Found, named
from folkmoot.supply.reading.plain import table, tables, word, words

MAX_VERSIONS = 100
"""Versions of one package among which another's is looked for; no lock file of anybody's has as many."""


def read(found: Found) -> None:
    """Read the packages; those without a source are the project's own, and what they need is direct."""
    data = found.document.toml()
    packages = tables(data.get("package"))
    mine = [each for each in packages if not each.get("source")]
    sums = table(data.get("metadata"))  # where files of the first version keep them
    by_name: dict[str, list[int]] = defaultdict(list)
    waiting: list[tuple[int, list[str]]] = []
    lines = found.document.block_lines("package")
    if len(lines) != len(packages):
        lines = [0] * len(packages)
    for entry, line in zip(packages, lines, strict=True):
        name, version, source = (word(entry.get(key)) for key in ("name", "version", "source"))
        if not source:
            continue
        checksum = word(entry.get("checksum")) or word(sums.get(f"checksum {name} {version} ({source})"))
        number = found.add(
            name,
            version,
            line=line,
            direct=False if mine else None,
            hashes=(("sha256", checksum),) if len(checksum) == 64 else (),
            source="" if source.startswith(("registry+", "sparse+")) else source,
        )
        if number >= 0:
            by_name[name].append(number)
            waiting.append((number, words(entry.get("dependencies"))))
    for number, asked in waiting:
        found.need(
            number, [found.components[each].purl for text in asked for each in _meant(found, by_name, text)]
        )
    direct = {
        each
        for entry in mine
        for text in words(entry.get("dependencies"))
        for each in _meant(found, by_name, text)
    }
    if len(mine) == 1:
        found.name_own(mine[0].get("name"), mine[0].get("version"))
    found.mark_direct(direct)


def _meant(found: Found, by_name: dict[str, list[int]], text: str) -> list[int]:
    """Give the packages that "name", "name 1.0" or "name 1.0 (source)" means."""
    name, _, rest = text.partition(" ")
    version = rest.split(" ")[0]
    known = by_name.get(name, [])
    if version:
        return [each for each in known[:MAX_VERSIONS] if found.components[each].purl.version == version]
    return known[:1]  # Cargo writes the version wherever a name alone would not do


FORMAT = Format("cargo-lock", "Cargo.lock", Kind.LOCK, "cargo", named("Cargo.lock"), read, cost=TOML)
