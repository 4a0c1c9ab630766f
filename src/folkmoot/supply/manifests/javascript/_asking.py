"""What JavaScript files ask for: names with a scope, versions, ranges, aliases and addresses."""

from __future__ import annotations

import re
from typing import NamedTuple

from folkmoot.model.component import Scope
from folkmoot.supply.manifests._found import Found, hex_of
from folkmoot.supply.reading.plain import table, word

LISTS = {
    "dependencies": Scope.RUNTIME,
    "optionalDependencies": Scope.OPTIONAL,
    "peerDependencies": Scope.RUNTIME,
    "devDependencies": Scope.DEVELOPMENT,
}
"""The tables of package.json, and what is in them is there for."""

LOCAL = ("file:", "link:", "portal:", "workspace:", "./", "../", "/", "~/")
"""How an address begins that leads into the tree or beside it."""

_EXACT = re.compile(r"[=v\s]*(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)")
_ADDRESS = re.compile(r"[a-z+]+:(?!\d)|[\w.-]+/[\w.-]+(?:#.*)?$")


class Name(NamedTuple):
    """A package's scope and name."""

    namespace: str
    name: str


def split(full: str) -> Name:
    """Give scope and name of a full name such as `@vue/shared`."""
    if full.startswith("@"):
        namespace, _, name = full.partition("/")
        return Name(namespace, name)
    return Name("", full)


def exact(text: str) -> str:
    """Give the one version a text allows, "" where it allows several."""
    match = _EXACT.fullmatch(text)
    return match[1] if match else ""


def unaliased(name: str, wanted: str) -> tuple[str, str]:
    """Give the true name and requirement behind an alias `npm:other@^1`."""
    if wanted.startswith("npm:"):
        true, _, rest = wanted[4:].rpartition("@")
        return (true, rest) if true else (rest, "")
    return name, wanted


def source_of(wanted: str) -> str:
    """Give the address in a requirement that names one, "" where it is a version, a range or a tag."""
    if wanted.startswith(("npm:", "catalog:", "patch:")):
        return ""
    return wanted if _ADDRESS.match(wanted) else ""


def add_asked(found: Found, name: str, wanted: str, scope: Scope, line: int) -> None:
    """Add what a table of package.json asks for as a direct component; what is local is passed over."""
    if wanted.startswith(LOCAL):
        return
    true, requirement = unaliased(name, wanted)
    namespace, plain = split(true)
    found.add(
        plain,
        exact(requirement),
        namespace=namespace,
        line=line,
        scope=scope,
        direct=True,
        requirement=requirement,
        source=source_of(wanted),
    )


def integrity(text: object) -> tuple[tuple[str, str], ...]:
    """Give the hash of an `integrity` text; of several the strongest, which npm writes last or alone."""
    told = [each.partition("-") for each in word(text).split()]
    known = [
        (algorithm, rest)
        for algorithm, _, rest in told
        if algorithm in {"sha1", "sha256", "sha384", "sha512"}
    ]
    if not known:
        return ()
    algorithm, rest = max(known)
    return hex_of(algorithm, rest.split("?")[0])


def licence_of(entry: dict[str, object]) -> str:
    """Give the licence an entry declares, in any of the forms npm has had."""
    told = entry.get("license", entry.get("licenses"))
    if isinstance(told, list):
        names = [word(each) or word(table(each).get("type")) for each in told]
        known = [name for name in names if name]
        return " OR ".join(known)
    return word(told) or word(table(told).get("type"))
