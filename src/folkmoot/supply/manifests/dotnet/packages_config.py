"""packages.config: NuGet's older list of packages."""

from __future__ import annotations

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found, named
from folkmoot.supply.reading.plain_xml import read_xml
from folkmoot.supply.reading.unreadable import UnreadableError


def read(found: Found) -> None:
    """Read the packages; the file names all of them, direct or not, with exact versions."""
    root = read_xml(found.document.content)
    if root.name != "packages":
        raise UnreadableError(root.line, "it is no list of packages")
    for element in root.all("package"):
        told = element.attributes
        scope = Scope.BUILD if told.get("developmentDependency") == "true" else Scope.RUNTIME
        found.add(
            told.get("id"),
            told.get("version"),
            line=element.line,
            scope=scope,
            requirement=told.get("allowedVersions"),
        )


FORMAT = Format("packages-config", "packages.config", Kind.LOCK, "nuget", named("packages.config"), read)
