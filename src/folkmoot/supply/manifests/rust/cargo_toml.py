"""Cargo.toml: what Cargo is asked for; what a workspace says for its members is looked up above."""

from __future__ import annotations

from typing import Any

from folkmoot.i18n import Message
from folkmoot.model.component import Kind, Scope
from folkmoot.model.errors import SourceError
from folkmoot.supply.manifests._found import TOML, Format, Found, named
from folkmoot.supply.reading.document import Document
from folkmoot.supply.reading.plain import table, word

LISTS = {
    "dependencies": Scope.RUNTIME,
    "build-dependencies": Scope.BUILD,
    "dev-dependencies": Scope.DEVELOPMENT,
    "build_dependencies": Scope.BUILD,
    "dev_dependencies": Scope.DEVELOPMENT,
}
MAX_ABOVE = 12


def read(found: Found) -> None:
    """Read the tables of the package and of each of its targets."""
    data = found.document.toml()
    package = table(data.get("package"))
    found.name_own(package.get("name"), package.get("version"))
    shared = _Shared(found)
    for part in [data, *table(data.get("target")).values()]:
        for key, scope in LISTS.items():
            for name, told in table(table(part).get(key)).items():
                _add(found, name, told, scope, shared)


def _add(found: Found, name: str, told: Any, scope: Scope, shared: _Shared) -> None:
    line = found.document.line_of(f"\n{name} ", f"\n{name}.", f"\n{name}=", f"dependencies.{name}]")
    line += bool(line)
    entry = dict(table(told)) or {"version": told}
    if entry.get("workspace") is True:
        entry = {**entry, **shared.entry(name)}
    if "path" in entry:
        return
    wanted, address = word(entry.get("version")), word(entry.get("git"))
    if not wanted and not address and entry.get("workspace") is not True:
        found.wrong(line, Message("{name} has neither a version nor a place.", {"name": word(name)[:80]}))
        return
    reference = next((word(entry[key]) for key in ("rev", "tag", "branch") if entry.get(key)), "")
    exact = wanted.removeprefix("=").strip()
    is_exact = wanted.startswith("=") and exact.split("+")[0].split("-")[0].count(".") == 2
    optional = entry.get("optional") is True and scope is Scope.RUNTIME
    found.add(
        word(entry.get("package")) or name,
        exact if is_exact else "",
        line=line,
        direct=True,
        scope=Scope.OPTIONAL if optional else scope,
        requirement=wanted,
        source=f"{address}@{reference}" if address and reference else address,
    )


class _Shared:
    """What the workspace above says for all its members, read when the first member asks."""

    def __init__(self, found: Found) -> None:
        self.document = found.document
        self._entries: dict[str, Any] | None = None

    def entry(self, name: str) -> dict[str, Any]:
        """Give what the workspace says of one package."""
        if self._entries is None:
            self._entries = self._look()
        told = self._entries.get(name)
        return dict(table(told)) or {"version": told}

    def _look(self) -> dict[str, Any]:
        folder = self.document.folder
        for _ in range(MAX_ABOVE):
            path = f"{folder}/Cargo.toml" if folder else "Cargo.toml"
            content = self.document.content if path == self.document.path else self.document.beside(path)
            if content is not None:
                try:
                    workspace = table(Document(path, content).toml().get("workspace"))
                except SourceError:
                    workspace = {}
                if workspace:
                    return table(workspace.get("dependencies"))
            if not folder:
                return {}
            folder = folder.rpartition("/")[0]
        return {}


FORMAT = Format("cargo-toml", "Cargo.toml", Kind.MANIFEST, "cargo", named("Cargo.toml"), read, cost=TOML)
