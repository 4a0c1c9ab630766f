"""*.versions.toml: Gradle's catalogue of libraries."""

from __future__ import annotations

import re
from typing import Any

from folkmoot.model.component import Kind
from folkmoot.supply.manifests._found import TOML, Format, Found
from folkmoot.supply.reading.plain import table, word

_OPEN = re.compile(r"[\[(,+]|latest\.")


def read(found: Found) -> None:
    """Read the libraries; a version may stand apart, and may be a range or a set of wishes."""
    data = found.document.toml()
    versions = table(data.get("versions"))
    found.document.line_of("[libraries]")
    for alias, told in table(data.get("libraries")).items():
        line = found.document.line_of(f"\n{alias} ", f"\n{alias}=", f'\n"{alias}"') + 1
        entry: dict[str, Any] = table(told)
        if isinstance(told, str):
            group, name, wanted = [*told.split(":", 2), "", ""][:3]
        else:
            group, _, name = word(entry.get("module")).partition(":")
            group, name = group or word(entry.get("group")), name or word(entry.get("name"))
            wanted = _wanted(entry.get("version"), versions)
        found.add(
            name,
            "" if _OPEN.search(wanted) else wanted,
            namespace=group,
            line=line if line > 1 else 0,
            direct=True,
            requirement=wanted,
        )


def _wanted(told: Any, versions: dict[str, Any]) -> str:
    """Give the version asked for; of a set of wishes the strictest."""
    if isinstance(told, dict) and "ref" in told:
        told = versions.get(word(told["ref"]))
    if isinstance(told, dict):
        return word(told.get("strictly") or told.get("require") or told.get("prefer"))
    return word(told)


def _matches(path: str) -> bool:
    return path.endswith(".versions.toml")


FORMAT = Format("version-catalog", "libs.versions.toml", Kind.MANIFEST, "maven", _matches, read, cost=TOML)
