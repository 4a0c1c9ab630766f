"""*.gemspec: what a gem asks for, where it stands there literally."""

from __future__ import annotations

import re

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found
from folkmoot.supply.manifests.ruby._literal import exact, texts

_ASKED = re.compile(r"\s*\w+\.add_(runtime_|development_)?dependency\b")
_OWN = re.compile(r"""\s*\w+\.(name|version)\s*=\s*['"]([^'"#]{1,200})['"]""")


def read(found: Found) -> None:
    """Read every literal `add_dependency` and its kin."""
    own = {"name": "", "version": ""}
    for number, line in enumerate(found.document.lines, 1):
        match = _ASKED.match(line)
        told = texts(line[match.end() :]) if match else []
        if match and told:
            found.add(
                told[0],
                exact(told[1:]),
                line=number,
                direct=True,
                requirement=", ".join(told[1:]),
                scope=Scope.DEVELOPMENT if match[1] == "development_" else Scope.RUNTIME,
            )
        mine = _OWN.match(line)
        if mine:
            own[mine[1]] = own[mine[1]] or mine[2]
    found.name_own(own["name"], own["version"])


def _matches(path: str) -> bool:
    return path.endswith(".gemspec")


FORMAT = Format("gemspec", "*.gemspec", Kind.MANIFEST, "gem", _matches, read)
