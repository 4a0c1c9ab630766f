"""requirements*.txt and .in of pip: pins, ranges, hashes, markers; `-r` is followed inside the tree only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from folkmoot.i18n import Message
from folkmoot.model.component import Kind, Scope
from folkmoot.model.purl import Purl
from folkmoot.supply.manifests._found import Format, Found, plain_hash
from folkmoot.supply.manifests.python._asking import asked, known_name, scope_of
from folkmoot.supply.reading.document import Document
from folkmoot.supply.reading.plain import word

MAX_INCLUDED = 50
LONGEST_LINE = 20_000

_NAME = re.compile(r"[\w.-]{0,100}requirements?[\w.-]{0,100}\.(?:txt|in|pip)", re.IGNORECASE)
_EGG = re.compile(r"#(?:.{0,200}&)?egg=([A-Za-z0-9._-]+)")
_HASH = re.compile(r"--hash[=\s]([a-z0-9]+:[0-9a-fA-F]+)")
_SWITCH = re.compile(r"(-[er]|--\w+)[=\s]*(.*)")
_WORKED_ON = re.compile(r"\s*(?:-e|--editable)[=\s]\s*\.(?:[\[/\s]|$)")
_OPTION = re.compile(r"\s--?[A-Za-z]")


def matches(path: str) -> bool:
    """Tell lists of requirements by their name, or by the folder `requirements`."""
    folder, _, name = path.rpartition("/")
    if "constraint" in name.lower():
        return False
    in_folder = folder.rpartition("/")[2].lower() == "requirements" and name.endswith((".txt", ".in"))
    return in_folder or bool(_NAME.fullmatch(name))


class Line(NamedTuple):
    """One requirement or option: the number of its first line, its text, and for whom it is there."""

    number: int
    text: str
    via: tuple[str, ...]


def read(found: Found) -> None:
    """Read a list and what it includes that is not a list of its own."""
    _read(found, found.document, {found.document.path})
    if any(_WORKED_ON.match(line) for line in found.document.lines):
        # who installs this tree so that edits show works on it, and installs the rest for that
        found.components = [
            replace(each, scope=Scope.DEVELOPMENT) if each.scope is Scope.RUNTIME else each
            for each in found.components
        ]
    if found.components and all(each.resolved for each in found.components):
        found.kind = Kind.LOCK
    elif all(each.direct is None for each in found.components):
        found.mark_direct(range(len(found.components)))


def _read(found: Found, document: Document, seen: set[str]) -> None:
    known: dict[str, tuple[int, tuple[str, ...]]] = {}
    for line in _lines(document):
        if line.text.startswith("-"):
            _option(found, document, line, seen)
            continue
        number = _add(found, document, line)
        if number >= 0:
            known[known_name(found.components[number].purl.name)] = (number, line.via)
    needed: dict[int, list[Purl]] = {}
    for number, via in known.values():
        for name in via:
            if name in known:
                needed.setdefault(known[name][0], []).append(found.components[number].purl)
    for number, purls in needed.items():
        found.need(number, purls)


def _option(found: Found, document: Document, line: Line, seen: set[str]) -> None:
    """Follow an include inside the tree, take an editable package with a name, pass over everything else."""
    told = _SWITCH.match(line.text)
    if told is None:
        return
    option, target = told[1], told[2].strip()
    if option in {"-e", "--editable"}:
        _add(found, document, Line(line.number, target, ()))
    elif option in {"-r", "--requirement"} or (
        line.text.startswith("-r") and not line.text.startswith("-re")
    ):
        target = target if option in {"-r", "--requirement"} else line.text[2:].strip()
        path = document.inside(target)
        if not path:
            found.wrong(
                line.number,
                Message("{path} lies outside of the tree and is not read.", {"path": word(target)[:80]}),
            )
        elif path not in seen and len(seen) < MAX_INCLUDED and not matches(path):
            seen.add(path)
            content = document.beside(path)
            if content is not None:
                _read(found, Document(path, content, document.beside), seen)


def _scope(found: Found, document: Document) -> Scope:
    """Give what a list is there for; a list of extras stays one, whatever other list installs it too."""
    own = scope_of(document.path)
    return own if own is Scope.OPTIONAL else scope_of(found.document.path)


def _add(found: Found, document: Document, line: Line) -> int:
    text = line.text
    hashes = [plain_hash(each.lower()) for each in _HASH.findall(text)]
    text = _OPTION.split(text, maxsplit=1)[0].strip()
    path = document.path
    direct = None if not line.via else any(each.startswith("-r ") or "(" in each for each in line.via)
    if "://" in text.split(" ")[0] or text.startswith((".", "/", "file:", "git+")):
        egg = _EGG.search(text)
        if not egg:
            return -1  # an archive without a name, or a folder of this tree
        return found.add(
            egg[1],
            path=path,
            line=line.number,
            scope=_scope(found, document),
            direct=True,
            source=text.split("#")[0],
        )
    read_line = asked(text)
    if read_line is None:
        found.wrong(line.number, Message("{text} is no requirement.", {"text": word(text)[:80]}))
        return -1
    return found.add(
        read_line.name,
        read_line.version,
        path=path,
        line=line.number,
        scope=_scope(found, document),
        direct=direct,
        requirement=read_line.requirement,
        source=read_line.source,
        hashes=hashes[0] if len(hashes) == 1 else (),
    )


def _lines(document: Document) -> Iterator[Line]:
    """Give each requirement and option, with continued lines joined and pip-compile's "via" remarks."""
    kept: Line | None = None
    whole, begun = "", 0
    in_via = False
    for number, raw in enumerate(document.lines, 1):
        stripped = raw.strip()[:LONGEST_LINE]
        if not stripped and not whole:
            begun = 0
            continue
        if stripped.startswith("#") and not whole:
            remark = stripped.lstrip("# ").strip()
            in_via = remark.startswith("via") or (in_via and bool(remark))
            who = remark.removeprefix("via").strip()
            if kept and in_via and who and raw[:1] in {" ", "\t"}:
                kept = kept._replace(via=(*kept.via, who if who.startswith("-") else who.lower()))
            continue
        begun = begun or number
        comment = re.search(r"(?:^|\s)#", stripped)
        plain = stripped[: comment.start()] if comment else stripped
        if plain.endswith("\\") and len(whole) < LONGEST_LINE:
            whole += plain[:-1] + " "
            continue
        text, whole = (whole + plain).strip(), ""
        if text:
            if kept:
                yield kept
            said = stripped[comment.end() :].strip() if comment else ""
            via = tuple(each.strip() for each in said[4:].split(",")) if said.startswith("via ") else ()
            kept, in_via = Line(begun, text, via), False
        begun = 0
    if whole.strip():
        if kept:
            yield kept
        kept = Line(begun, whole.strip(), ())
    if kept:
        yield kept


FORMAT = Format("requirements", "requirements.txt", Kind.MANIFEST, "pypi", matches, read)
