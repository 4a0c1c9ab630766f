"""package-lock.json and npm-shrinkwrap.json, versions 1 to 3."""

from __future__ import annotations

from typing import Any

from folkmoot.model.component import Kind, Scope
from folkmoot.model.purl import Purl
from folkmoot.supply.manifests._found import Format, Found, named
from folkmoot.supply.manifests.javascript._asking import (
    LOCAL,
    exact,
    integrity,
    licence_of,
    source_of,
    split,
)
from folkmoot.supply.reading.plain import table, word
from folkmoot.supply.reading.unreadable import UnreadableError

MODULES = "node_modules/"
MAX_DEPTH = 100


def read(found: Found) -> None:
    """Read `packages` where it is there, else the nested `dependencies` of old files."""
    data = found.document.json()
    beside = f"{found.document.folder}/npm-shrinkwrap.json".lstrip("/")
    if found.document.name == "package-lock.json" and found.document.beside(beside) is not None:
        return  # npm reads the other one only
    namespace, name = split(word(data.get("name")))
    found.name_own(name, data.get("version"), namespace)
    if isinstance(data.get("packages"), dict):
        _Flat(found, data["packages"]).read()
    else:
        _Nested(found).read(table(data.get("dependencies")))


def _scope(entry: dict[str, Any]) -> Scope:
    if entry.get("dev") is True or entry.get("devOptional") is True:
        return Scope.DEVELOPMENT
    return Scope.OPTIONAL if entry.get("optional") is True else Scope.RUNTIME


def _add(found: Found, name: str, version: str, entry: dict[str, Any], line: int, direct: bool | None) -> int:
    """Add one installed package; a version that is an address is where it comes from."""
    if version.startswith("npm:"):
        name, _, version = version[4:].rpartition("@")
    namespace, plain = split(name)
    resolved = word(entry.get("resolved"))
    address = resolved if resolved.startswith(("git", "http://")) else ""
    if not exact(version) and source_of(version):
        address, version = version, ""
    return found.add(
        plain,
        version,
        namespace=namespace,
        line=line,
        scope=_scope(entry),
        direct=direct,
        licence=licence_of(entry),
        hashes=integrity(entry.get("integrity")),
        source=address,
    )


class _Flat:
    """Version 2 and 3: where each package is installed, which tells who finds it."""

    def __init__(self, found: Found, packages: dict[str, Any]) -> None:
        self.found = found
        self.packages = {key: table(entry) for key, entry in packages.items()}
        self.numbers: dict[str, int] = {}

    def read(self) -> None:
        """Add every package that is somebody else's, then who needs which."""
        direct = self._direct()
        for place, entry in self.packages.items():
            line = self.found.document.line_of(f'"{place}": {{', f'"{place}"')
            if MODULES not in place or entry.get("link") is True:
                continue
            name = word(entry.get("name")) or place.rpartition(MODULES)[2]
            self.numbers[place] = _add(
                self.found, name, word(entry.get("version")), entry, line, place in direct if direct else None
            )
        for place, number in self.numbers.items():
            purls = [
                self.found.components[self.numbers[target]].purl
                for target in self._needed(place, self.packages[place])
                if self.numbers.get(target, -1) >= 0
            ]
            self.found.need(number, purls)

    def _direct(self) -> set[str]:
        """Give the places of what the project and its workspaces ask for themselves."""
        mine = [(place, entry) for place, entry in self.packages.items() if MODULES not in place]
        return {
            target
            for place, entry in mine
            for target in self._needed(
                place, entry, ("dependencies", "optionalDependencies", "devDependencies", "peerDependencies")
            )
        }

    def _needed(
        self,
        place: str,
        entry: dict[str, Any],
        keys: tuple[str, ...] = ("dependencies", "optionalDependencies", "peerDependencies"),
    ) -> list[str]:
        """Give the places at which node finds what an entry names: its own folder first, then those above."""
        found = []
        for name in dict.fromkeys(name for key in keys for name in table(entry.get(key))):
            folder = place
            for _ in range(MAX_DEPTH):
                target = f"{folder}/{MODULES}{name}" if folder else f"{MODULES}{name}"
                if target in self.packages:
                    found.append(target)
                    break
                if not folder:
                    break
                above, inside, _ = folder.rpartition(f"/{MODULES}")
                folder = above if inside else ""
        return found


class _Nested:
    """Version 1: packages inside packages."""

    def __init__(self, found: Found) -> None:
        self.found = found
        self.waiting: list[tuple[int, list[str], list[dict[str, int]]]] = []

    def read(self, dependencies: dict[str, Any]) -> None:
        """Add everything, then who needs which: what is nearest above is what node finds."""
        self._level(dependencies, [])
        for number, names, levels in self.waiting:
            purls: list[Purl] = []
            for name in names:
                at = next((level[name] for level in reversed(levels) if name in level), -1)
                if at >= 0:
                    purls.append(self.found.components[at].purl)
            self.found.need(number, purls)

    def _level(self, dependencies: dict[str, Any], above: list[dict[str, int]]) -> dict[str, int]:
        if len(above) > MAX_DEPTH:
            raise UnreadableError(0, "packages are nested too deep")
        here: dict[str, int] = {}
        for name, told in dependencies.items():
            entry = table(told)
            version = word(entry.get("version"))
            line = self.found.document.line_of(f'"{name}": {{', f'"{name}"')
            if version.startswith(LOCAL):
                continue
            here[name] = _add(self.found, name, version, entry, line, None)
            levels = [*above, here]
            own = self._level(table(entry.get("dependencies")), levels)
            self.waiting.append((here[name], list(table(entry.get("requires"))), [*levels, own]))
        return here


FORMAT = Format(
    "package-lock",
    "package-lock.json",
    Kind.LOCK,
    "npm",
    named("package-lock.json", "npm-shrinkwrap.json", ".package-lock.json"),
    read,
)
