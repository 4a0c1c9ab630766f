"""*.csproj and its kin: what NuGet is asked for; versions kept centrally are looked up above.

NuGet takes the lowest version that satisfies a reference, and a direct reference wins: a plain "13.0.1" is
the version that is built with. A range in brackets or a `*` is none.
"""

from __future__ import annotations

import re

from folkmoot.model.component import Kind, Scope
from folkmoot.model.errors import SourceError
from folkmoot.supply.manifests._found import Format, Found
from folkmoot.supply.reading.plain_xml import Element, read_xml

MAX_ABOVE = 12
_NAME = re.compile(r"\$\((\w{1,100})\)")
_EXACT = re.compile(r"\[?(\d[0-9A-Za-z.+-]*)\]?")


def read(found: Found) -> None:
    """Read the references to packages; a private one is there for the build."""
    root = read_xml(found.document.content)
    central, known = _above(found)
    known = {**known, **_properties(root)}
    for element in root.walk():
        if element.name not in {"PackageReference", "GlobalPackageReference"}:
            continue
        name = _attribute(element, "Include")
        if not name:
            continue
        wanted = (
            _attribute(element, "VersionOverride")
            or _attribute(element, "Version")
            or central.get(name.lower(), "")
        )
        wanted = _NAME.sub(lambda match: known.get(match[1], match[0]), wanted)[:200]
        exact = _EXACT.fullmatch(wanted)
        private = _attribute(element, "PrivateAssets").lower() == "all"
        found.add(
            name,
            exact[1] if exact and wanted.count("[") == wanted.count("]") else "",
            line=element.line,
            direct=True,
            requirement=wanted,
            scope=Scope.BUILD if private else Scope.RUNTIME,
        )


def _attribute(element: Element, name: str) -> str:
    return (element.attributes.get(name) or element.value(name)).strip()


def _properties(root: Element) -> dict[str, str]:
    return {each.name: each.text.strip() for group in root.all("PropertyGroup") for each in group.children}


def _above(found: Found) -> tuple[dict[str, str], dict[str, str]]:
    """Give the versions and properties of the nearest Directory.Packages.props above."""
    folder = found.document.folder
    for _ in range(MAX_ABOVE):
        content = found.document.beside(f"{folder}/Directory.Packages.props".lstrip("/"))
        if content is not None:
            try:
                root = read_xml(content)
            except SourceError:
                return {}, {}
            each = [element for element in root.walk() if element.name == "PackageVersion"]
            return {_attribute(e, "Include").lower(): _attribute(e, "Version") for e in each}, _properties(
                root
            )
        if not folder:
            break
        folder = folder.rpartition("/")[0]
    return {}, {}


def _matches(path: str) -> bool:
    return (
        path.endswith((".csproj", ".fsproj", ".vbproj", "/Directory.Build.props"))
        or path == "Directory.Build.props"
    )


FORMAT = Format("dotnet-project", "*.csproj", Kind.MANIFEST, "nuget", _matches, read)
