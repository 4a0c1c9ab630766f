"""composer.lock: what Composer answered."""

from __future__ import annotations

from typing import Any

from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found, named, plain_hash
from folkmoot.supply.manifests.php._asking import split
from folkmoot.supply.reading.plain import table, tables, word, words


def read(found: Found) -> None:
    """Read the packages for running and those for development."""
    data = found.document.json()
    numbers: dict[str, int] = {}
    listed: list[tuple[int, dict[str, Any]]] = []
    for key, scope in (("packages", Scope.RUNTIME), ("packages-dev", Scope.DEVELOPMENT)):
        found.document.line_of(f'"{key}"')
        for entry in tables(data.get(key)):
            full = word(entry.get("name"))
            line = found.document.line_of(f'"name": "{full}"', f'"{full}"')
            namespace, name = split(full)
            dist, source = table(entry.get("dist")), table(entry.get("source"))
            if dist.get("type") == "path":
                continue
            licences = words(entry.get("license"))
            number = found.add(
                name,
                entry.get("version"),
                namespace=namespace,
                line=line,
                scope=scope,
                licence=licences[0] if len(licences) == 1 else " OR ".join(licences),
                hashes=plain_hash(f"sha1:{word(dist.get('shasum'))}"),
                source=_address(word(entry.get("version")), source),
            )
            numbers[full.lower()] = number  # names of packages do not depend on case
            listed.append((number, entry))
    for number, entry in listed:
        targets = [numbers.get(name.lower(), -1) for name in table(entry.get("require"))]
        found.need(number, [found.components[each].purl for each in targets if each >= 0])


def _address(version: str, source: dict[str, Any]) -> str:
    """Give the commit behind a branch: a branch is no version anybody can look up."""
    if not version.startswith("dev-") and not version.endswith("-dev"):
        return ""
    address, reference = word(source.get("url")), word(source.get("reference"))
    return f"{address}@{reference}" if address and reference else address


FORMAT = Format("composer-lock", "composer.lock", Kind.LOCK, "composer", named("composer.lock"), read)
