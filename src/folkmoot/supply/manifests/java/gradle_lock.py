"""gradle.lockfile and buildscript-gradle.lockfile: what Gradle answered."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found
from folkmoot.supply.reading.plain import word


def matches(path: str) -> bool:
    """Tell lock files of the whole project and, from older Gradle, of single configurations."""
    folder, _, name = path.rpartition("/")
    return name.endswith("gradle.lockfile") or (
        name.endswith(".lockfile") and folder.endswith("gradle/dependency-locks")
    )


def read(found: Found) -> None:
    """Read each `group:artifact:version=configurations`."""
    building = found.document.name.startswith(("buildscript-", "settings-"))
    for number, raw in enumerate(found.document.lines, 1):
        line = raw.strip()
        if not line or line.startswith(("#", "empty=")):
            continue
        coordinates, _, configurations = line.partition("=")
        parts = coordinates.split(":")
        if len(parts) != 3 or not all(parts):
            found.wrong(number, Message("{text} is no locked module.", {"text": word(line)[:80]}))
            continue
        names = [each for each in configurations.split(",") if each]
        testing = bool(names) and all(each.lower().startswith("test") or "Test" in each for each in names)
        scope = Scope.BUILD if building else Scope.DEVELOPMENT if testing else Scope.RUNTIME
        found.add(parts[1], parts[2], namespace=parts[0], line=number, scope=scope)


FORMAT = Format("gradle-lock", "gradle.lockfile", Kind.LOCK, "maven", matches, read)
