"""What Python files ask for: requirements as pip, Poetry and others write them."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from packaging.requirements import InvalidRequirement, Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from folkmoot.i18n import Message
from folkmoot.model.component import Scope
from folkmoot.supply.manifests._found import Found
from folkmoot.supply.reading.plain import table, word

LONGEST = 2_000
_EXACT = re.compile(r"={2,3}\s*v?([0-9A-Za-z.!+_-]+)")
_BARE = re.compile(r"v?(\d[0-9A-Za-z.!+_-]*)")


class Asked(NamedTuple):
    """One requirement: the name, the one version possible ("" if several), what is asked, and from where."""

    name: str
    version: str
    requirement: str
    source: str


def asked(text: str) -> Asked | None:
    """Read one requirement as pip writes it; None for what is none."""
    if len(text) > LONGEST:
        return None
    try:
        read = Requirement(text)
    except (InvalidRequirement, ValueError, RecursionError):
        return None
    wanted = str(read.specifier) + (f"; {read.marker}" if read.marker else "")
    return Asked(read.name, _only(read.specifier), wanted, word(read.url or ""))


def _only(specifiers: SpecifierSet) -> str:
    """Give the one version that specifiers leave possible, "" where they leave several."""
    exact = {
        each.version for each in specifiers if each.operator in {"==", "==="} and "*" not in each.version
    }
    return exact.pop() if len(exact) == 1 else ""


def add_asked(found: Found, text: object, scope: Scope, line: int = 0) -> int:
    """Add one requirement of a list as a direct component. Gives its number, -1 for what is none."""
    if not isinstance(text, str):
        return -1
    if not line:
        line = found.document.line_of(f'"{text}"', f"'{text}'", text)
    read = asked(text)
    if read is None:
        found.wrong(line, Message("{text} is no requirement.", {"text": word(text)[:80]}))
        return -1
    return found.add(
        read.name,
        read.version,
        line=line,
        scope=scope,
        direct=True,
        requirement=read.requirement,
        source=read.source,
    )


def add_tables(found: Found, wanted: object, scope: Scope, bare_is_exact: bool) -> None:
    """Add the requirements of a table as Poetry and Pipenv write it: a name, and a version or a table."""
    for name, told in table(wanted).items():
        for each in told if isinstance(told, list) else [told]:
            if name.lower() != "python":
                _add_entry(found, name, each, scope, bare_is_exact)


def _add_entry(found: Found, name: str, told: object, scope: Scope, bare_is_exact: bool) -> None:
    line = found.document.line_of(f"\n{name} =", f"\n{name}=", f'\n"{name}"', f"\n{name}.")
    line += bool(line)  # what was found begins with the end of the line before
    entry: dict[str, Any] = told if isinstance(told, dict) else {"version": told}
    if "path" in entry or "file" in entry:
        return  # a part of the tree, or a file beside it
    text = word(entry.get("version"))
    exact = _EXACT.fullmatch(text) or (_BARE.fullmatch(text) if bare_is_exact else None)
    source = next((word(entry[key]) for key in ("git", "url", "hg", "svn") if entry.get(key)), "")
    reference = next((word(entry[key]) for key in ("rev", "ref", "tag", "branch") if entry.get(key)), "")
    optional = entry.get("optional") is True and scope is Scope.RUNTIME
    found.add(
        name,
        exact[1] if exact else "",
        line=line,
        scope=Scope.OPTIONAL if optional else scope,
        direct=True,
        requirement=text,
        source=f"{source}@{reference}" if source and reference else source,
    )


def known_name(name: str) -> str:
    """Give a name as every spelling of it is compared."""
    return canonicalize_name(name)


def scope_of(path: str) -> Scope:
    """Tell from the path of a list of requirements what they are there for."""
    said = set(re.split(r"[^a-z]+", path.lower()))
    if said & _DEVELOPMENT:
        return Scope.DEVELOPMENT
    if said & _OPTIONAL:
        return Scope.OPTIONAL
    return Scope.BUILD if "build" in said else Scope.RUNTIME


_OPTIONAL = frozenset({"extra", "extras", "optional"})
_DEVELOPMENT = frozenset(
    """
    benchmark benchmarks bench ci coverage dev develop development doc docs documentation e2e format lint
    linting linters maintenance mypy precommit pytest quality readthedocs rtd test testing tests tools tox
    typing types
    """.split()  # noqa: SIM905  a list of words reads better than thirty quoted ones
)
