"""Pipfile: what Pipenv is asked for."""

from __future__ import annotations

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import TOML, Format, Found, named
from folkmoot.supply.manifests.python._asking import add_tables


def read(found: Found) -> None:
    """Read both tables; any other table is a group of its own, and is there for development."""
    data = found.document.toml()
    add_tables(found, data.get("packages"), Scope.RUNTIME, bare_is_exact=False)
    for name, group in data.items():
        if name not in {"packages", "source", "requires", "scripts", "pipenv"}:
            add_tables(found, group, Scope.DEVELOPMENT, bare_is_exact=False)


FORMAT = Format("pipfile", "Pipfile", Kind.MANIFEST, "pypi", named("Pipfile"), read, cost=TOML)
