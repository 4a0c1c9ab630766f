"""go.mod, with go.sum beside it: modules at their one version, `replace` and `exclude` honoured.

Go takes the lowest version that every module asks for, and from 1.17 on go.mod lists all of them: the file is
its own lock. In older ones, what is only in go.sum is indirect; of several versions the newest is meant.
Go's own library is a module like any other to those who advise (`stdlib`), so are its tools (`toolchain`).
The hash in go.sum is one of a listing, not of a file, and so is no hash of the component.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from folkmoot.i18n import Message
from folkmoot.model.component import Kind, Scope
from folkmoot.supply.manifests._found import Format, Found
from folkmoot.supply.reading.plain import word
from folkmoot.supply.reading.unreadable import UnreadableError
from folkmoot.supply.versions import compare

LISTS_ALL = (1, 17)
DEMANDS = (1, 21)
_RELEASE = re.compile(r"(?:go)?(1\.\d{1,4}(?:\.\d{1,4})?)(?:[-+].*)?")
_NUMBERS = re.compile(r"\d+")
_REMARK = re.compile(r"(?:^|\s)//")
_PART = re.compile(r'"[^"]*"|`[^`]*`|\S+')


class Line(NamedTuple):
    """One statement: its line, its word ("require"), what follows, and the remark behind it."""

    number: int
    verb: str
    parts: list[str]
    remark: str


def read(found: Found) -> None:
    """Read the modules required, as they are replaced."""
    statements = list(_statements(found.document.lines))
    verbs = {line.verb for line in statements}
    if verbs and not verbs & {"module", "require", "go"}:
        raise UnreadableError(1, "it is no file of a Go module")
    replaced: dict[tuple[str, str], Line] = {}
    excluded: set[tuple[str, str]] = set()
    for line in statements:
        if line.verb == "module" and line.parts:
            namespace, _, name = line.parts[0].rpartition("/")
            found.name_own(name, "", namespace)
        elif line.verb == "exclude" and len(line.parts) == 2:
            excluded.add((line.parts[0], line.parts[1]))
        elif line.verb == "replace" and "=>" in line.parts:
            at = line.parts.index("=>")
            old, new = line.parts[:at], line.parts[at + 1 :]
            if old and new:
                replaced[old[0], old[1] if len(old) > 1 else ""] = line._replace(parts=[*new, ""][:2])
    seen: set[str] = set()
    for line in statements:
        if line.verb == "require":
            if len(line.parts) != 2:
                found.wrong(
                    line.number,
                    Message(
                        "{text} is no module and its version.", {"text": word(" ".join(line.parts))[:80]}
                    ),
                )
            elif (line.parts[0], line.parts[1]) not in excluded:
                seen.add(line.parts[0])
                _add(found, line, replaced)
    said = {line.verb: line for line in statements if line.verb in {"go", "toolchain"} and line.parts}
    _own_library(found, said)
    wanted = said["go"].parts[0] if "go" in said else ""
    if _version(wanted) < LISTS_ALL:
        _from_sums(found, seen, replaced)


def _add(found: Found, line: Line, replaced: dict[tuple[str, str], Line]) -> None:
    path, version = line.parts
    told = replaced.get((path, version), replaced.get((path, ""), line))
    path, version = told.parts
    if not version or path.startswith((".", "/")):
        return  # a folder of this tree, or beside it
    namespace, _, name = path.rpartition("/")
    indirect = line.remark.split(";")[0].strip() == "indirect"
    found.add(name, version, namespace=namespace, line=told.number, direct=not indirect)


def _own_library(found: Found, said: dict[str, Line]) -> None:
    """Add Go's own library and tools, at the lowest Go that may build this: what was mended later is not in.

    A version of two numbers (`go 1.22`) leaves open which of its releases is meant; before 1.21 the line
    says what language it is, and nothing of what builds it.
    """
    line = said.get("toolchain") or said.get("go")
    version = _RELEASE.fullmatch(line.parts[0]) if line else None
    if version is None and "go" in said:
        line = said["go"]
        version = _RELEASE.fullmatch(line.parts[0])
    if line is None or version is None or _version(version[1]) < DEMANDS:
        return
    exact = version[1] if version[1].count(".") == 2 else ""
    scopes = {"stdlib": Scope.RUNTIME, "toolchain": Scope.BUILD} if exact else {"stdlib": Scope.RUNTIME}
    for name, scope in scopes.items():
        found.add(name, exact, line=line.number, direct=True, scope=scope, requirement=f">={version[1]}")


def _from_sums(found: Found, seen: set[str], replaced: dict[tuple[str, str], Line]) -> None:
    sums = found.document.path.removesuffix(".mod") + ".sum"
    content = found.document.beside(sums)
    if content is None:
        return
    newest: dict[str, tuple[str, int]] = {}
    for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
        path, version, _ = ([*line.split(" "), "", "", ""])[:3]
        if not version or version.endswith("/go.mod") or path in seen:
            continue
        if path not in newest or _is_newer(version, newest[path][0]):
            newest[path] = (version, number)
    meant = {told.parts[0] for told in replaced.values()}
    for path, (version, number) in newest.items():
        if path not in meant:
            namespace, _, name = path.rpartition("/")
            found.add(
                name,
                version,
                namespace=namespace,
                line=number,
                direct=False,
                path=sums,
            )


def _is_newer(one: str, other: str) -> bool:
    """Tell whether a version of a module comes behind another: a pre-release before its release."""
    return (compare("Go", one, other) or 0) > 0


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(each[:12]) for each in _NUMBERS.findall(text)[:6])


def _statements(lines: list[str]) -> Iterator[Line]:
    """Give every statement, those of blocks one by one."""
    block = ""
    for number, raw in enumerate(lines, 1):
        begun = _REMARK.search(raw)
        text, remark = (raw[: begun.start()], raw[begun.end() :]) if begun else (raw, "")
        parts = [part.strip('"`') for part in _PART.findall(text.strip())]
        if not parts:
            continue
        if block:
            if parts[0] == ")":
                block = ""
            else:
                yield Line(number, block, parts, remark.strip())
        elif parts[-1] == "(" and len(parts) == 2:
            block = parts[0]
        else:
            yield Line(number, parts[0], parts[1:], remark.strip())


def _matches(path: str) -> bool:
    return path.rpartition("/")[2] == "go.mod"


FORMAT = Format("go-mod", "go.mod", Kind.LOCK, "golang", _matches, read)
