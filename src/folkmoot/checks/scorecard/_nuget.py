"""Whether a .NET project locks its packages, told by its project files.

Follows https://github.com/ossf/scorecard/tree/main/internal/dotnet: a restore counts as pinned when every
.csproj asks for a locked restore, or all versions that are managed centrally are fixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

_FIXED = re.compile(r"\[[^\[,]+\]")
_TRUE = ("1", "t", "T", "TRUE", "true", "True")
_FALSE = ("0", "f", "F", "FALSE", "false", "False")
MOST_DEPTH = 200


class BrokenProjectError(Exception):
    """A project file that is no XML, no project, or says what is neither true nor false."""


def locks_restore(content: bytes) -> bool:
    """Tell whether a .csproj sets RestoreLockedMode. Raises BrokenProjectError."""
    told = [text for name, text, _attributes in _parts(content) if name == "RestoreLockedMode"]
    return any(list(map(_truth, told)))


def central_versions(content: bytes) -> list[str] | None:
    """Give the versions that a Directory.*.props sets; None when it does not manage them centrally.

    Raises BrokenProjectError.
    """
    is_central = False
    versions = []
    for name, text, attributes in _parts(content):
        if name == "ManagePackageVersionsCentrally":
            is_central = _truth(text) or is_central
        elif name == "PackageVersion":
            versions.append(attributes.get("Version", ""))
    return versions if is_central else None


def is_fixed(version: str) -> bool:
    """Tell whether a version is exactly one: [1.2.3]."""
    return bool(_FIXED.fullmatch(version))


def _truth(text: str) -> bool:
    told = text.strip()
    if told not in (*_TRUE, *_FALSE, ""):
        raise BrokenProjectError(told)
    return told in _TRUE


_PARENTS = {
    "RestoreLockedMode": "PropertyGroup",
    "ManagePackageVersionsCentrally": "PropertyGroup",
    "PackageVersion": "ItemGroup",
}


def _parts(content: bytes) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Give (name, text, attributes) of the elements that are looked at, in their places only."""
    found: list[tuple[str, list[str], dict[str, str]]] = []
    above: list[str] = []

    def begin(name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not above and local != "Project":
            raise BrokenProjectError(f"a {local} is no Project")
        if len(above) >= MOST_DEPTH:
            raise BrokenProjectError("nested too deeply")
        above.append(local)
        if len(above) == 3 and above[1] == _PARENTS.get(local):
            found.append((local, [], attributes))

    def end(_name: str) -> None:
        above.pop()

    def text(told: str) -> None:
        if len(above) == 3 and above[1] == _PARENTS.get(above[2]):
            found[-1][1].append(told)

    def refuse(*_declared: Any) -> None:
        raise BrokenProjectError("entities of its own")

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.EntityDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise BrokenProjectError(str(error)) from None
    for name, told, attributes in found:
        yield name, "".join(told), attributes
