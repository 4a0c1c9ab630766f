"""pnpm-lock.yaml, versions 5 to 9."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from folkmoot.i18n import Message
from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import YAML, Format, Found, named
from folkmoot.supply.manifests.javascript._asking import LOCAL, integrity, split
from folkmoot.supply.reading.plain import table, word
from folkmoot.supply.reading.plain_yaml import line_of, read_yaml
from folkmoot.supply.reading.unreadable import UnreadableError

LISTS = (
    ("dependencies", Scope.RUNTIME),
    ("optionalDependencies", Scope.OPTIONAL),
    ("devDependencies", Scope.DEVELOPMENT),
)
_AT = re.compile(r"/?((?:@[^/@]+/)?[^/@]+)@(.+)")
_SLASH = re.compile(r"(?:/|[\w-]+(?:\.[\w-]+)+/)((?:@[^/]+/)?[^/@]+)/(\d[^/_]*)(?:_.*)?")
_ADDRESS = re.compile(r"@?[\w-]+(?:\.[\w-]+)+/.*/[0-9a-f]{40}|.*://.*|file:.*")


class Key(NamedTuple):
    """What the key of a package says: its name, and its version or address."""

    name: str
    version: str


def key_of(text: str) -> Key | None:
    """Read the key of a package: `/a/1.0.0_peer`, `/a@1.0.0(peer)`, `a@1.0.0(peer)`; None for another."""
    bare = text.split("(", 1)[0]
    match = _SLASH.fullmatch(bare) or _AT.fullmatch(bare)
    return Key(match[1], match[2]) if match else None


def read(found: Found) -> None:
    """Read the packages; `importers` tell what the project and its workspaces ask for themselves."""
    data = table(read_yaml(found.document.text))
    packages, snapshots = table(data.get("packages")), table(data.get("snapshots"))
    if not data and found.document.text.strip():
        raise UnreadableError(1, "it is no lock file of pnpm")
    wanted = _wanted(data)
    numbers: dict[str, int] = {}
    for key, told in packages.items():
        entry = table(told)
        resolution = table(entry.get("resolution"))
        read_key = _named(key, entry)
        if read_key is None and key.startswith(("file:", "link:")):
            continue
        if read_key is None:
            found.wrong(line_of(key), Message("{key} is no package.", {"key": word(key)[:80]}))
            continue
        if read_key.version.startswith(LOCAL) or "directory" in resolution:
            continue
        namespace, name = split(read_key.name)
        scope = wanted.get(_plain(key))
        flagged = Scope.DEVELOPMENT if entry.get("dev") == "true" else None
        optional = Scope.OPTIONAL if entry.get("optional") == "true" else None
        address = _address(read_key.version, resolution)
        version = word(entry.get("version")) if address else read_key.version
        numbers[_plain(key)] = found.add(
            name,
            version,
            namespace=namespace,
            line=line_of(key),
            scope=flagged or optional or scope or Scope.RUNTIME,
            direct=(scope is not None) if wanted else None,
            hashes=integrity(resolution.get("integrity")),
            source=address,
        )
    for key, told in (snapshots or packages).items():
        needed = {**table(table(told).get("dependencies")), **table(table(told).get("optionalDependencies"))}
        targets = [_plain(_reference(name, word(version))) for name, version in needed.items()]
        numbered = [numbers[each] for each in targets if numbers.get(each, -1) >= 0]
        number = numbers.get(_plain(key), -1)
        if number >= 0:
            purls = [found.components[each].purl for each in numbered]
            found.need(number, [*found.components[number].needs, *purls])


def _named(key: str, entry: dict[str, Any]) -> Key | None:
    """Give name and version; a package from an address says its name in its entry."""
    if entry.get("name"):
        read_key = key_of(key)
        version = word(entry.get("version")) or (read_key.version if read_key else "")
        return Key(word(entry.get("name")), version if not _is_address(key) else key)
    return key_of(key)


def _is_address(text: str) -> bool:
    return bool(_ADDRESS.fullmatch(text))


def _address(version: str, resolution: dict[str, Any]) -> str:
    repository, commit = word(resolution.get("repo")), word(resolution.get("commit"))
    if repository:
        return f"{repository}@{commit}" if commit else repository
    tarball = word(resolution.get("tarball"))
    return (tarball or version) if _is_address(version) or (tarball and "integrity" not in resolution) else ""


def _reference(name: str, version: str) -> str:
    """Give the key of the package that a dependency names: by a version, or by a whole key (an alias)."""
    if version.startswith("/") or key_of(version.split("(", maxsplit=1)[0]) or _is_address(version):
        return version
    return f"{name}@{version}"


def _plain(key: str) -> str:
    """Give the key in one form for all versions of the file, without peers."""
    read_key = key_of(key)
    return f"{read_key.name}@{read_key.version}" if read_key else key


def _wanted(data: dict[str, Any]) -> dict[str, Scope]:
    """Give the plain keys of what is asked for directly, and what for."""
    found: dict[str, Scope] = {}
    importers = [table(each) for each in table(data.get("importers")).values()] or [data]
    for importer in importers:
        for key, scope in LISTS:
            for name, told in table(importer.get(key)).items():
                version = word(table(told).get("version")) if isinstance(told, dict) else word(told)
                if version and not version.startswith(LOCAL):
                    plain = _plain(_reference(word(name), _without_peers(version)))
                    found[plain] = min(found.get(plain, scope), scope, key=list(Scope).index)
    return found


def _without_peers(version: str) -> str:
    """Give a version of old files without the peers glued to it by a low line."""
    return version if version.startswith("/") else version.split("_", 1)[0]


FORMAT = Format("pnpm-lock", "pnpm-lock.yaml", Kind.LOCK, "npm", named("pnpm-lock.yaml"), read, cost=YAML)
