"""What lock files of Python share: tables of packages, and which of them needs which."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from folkmoot.model.purl import Purl
from folkmoot.supply.manifests._found import Found, plain_hash
from folkmoot.supply.manifests.python._asking import known_name
from folkmoot.supply.reading.plain import table, tables, word

MAX_VERSIONS = 20
"""Versions of one package that another may need at once, for different machines."""


def packages(found: Found, key: str = "package") -> list[tuple[dict[str, Any], int]]:
    """Give every table of a package with the line that names it (0 where it is not known)."""
    told = tables(found.document.toml().get(key))
    lines = found.document.block_lines(key)
    return list(zip(told, lines if len(lines) == len(told) else [0] * len(told), strict=True))


def hashes_of(files: list[dict[str, Any]]) -> tuple[tuple[str, str], ...]:
    """Give the hash of a package that has one file; of several files none is the package's own."""
    told = [plain_hash(word(each.get("hash"))) for each in files]
    return told[0] if len(told) == 1 else ()


def git_source(entry: dict[str, Any]) -> str:
    """Give where a package comes from that is not from a registry."""
    for kind in ("git", "url", "path", "directory", "editable", "virtual"):
        if entry.get(kind):
            return word(entry[kind])
    return ""


class Needs:
    """Which package needs which, by name, put in when all are known. A name may have several versions."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.waiting: list[tuple[int, list[tuple[str, str]]]] = []

    def put(self, number: int, names: list[tuple[str, str]]) -> None:
        """Keep that a component needs these (name, version or "")."""
        if number >= 0 and names:
            self.waiting.append((number, names))

    def known(self) -> dict[str, list[Purl]]:
        """Give every package found so far by its name."""
        by_name: dict[str, list[Purl]] = defaultdict(list)
        for component in self.found.components:
            by_name[known_name(component.purl.name)].append(component.purl)
        return by_name

    def settle(self) -> None:
        """Put in what was kept."""
        by_name = self.known()
        for number, names in self.waiting:
            self.found.need(
                number,
                [
                    each
                    for name, version in names
                    for each in by_name.get(known_name(name), [])[:MAX_VERSIONS]
                    if not version or each.version == version.lower()
                ],
            )


def dependency_names(entry: dict[str, Any]) -> list[tuple[str, str]]:
    """Give (name, version) of what a package of uv or pylock depends on."""
    wanted = tables(entry.get("dependencies"))
    for extra in table(entry.get("optional-dependencies")).values():
        wanted += tables(extra)
    return [(word(each.get("name")), word(each.get("version"))) for each in wanted]
