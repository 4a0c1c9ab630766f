"""What a format finds in a file: components put together piece by piece, and what could not be read."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from folkmoot.i18n import Message
from folkmoot.model.component import Component, Kind, Manifest, Scope
from folkmoot.model.problem import Problem
from folkmoot.model.purl import Purl, purl
from folkmoot.supply.reading.document import Document
from folkmoot.supply.reading.plain import word
from folkmoot.supply.reading.unreadable import UnreadableError

MAX_COMPONENTS = 100_000
MAX_PROBLEMS = 20
MAX_WRONG = 1_000
TOML, YAML = 5, 2
"""How much longer a byte takes to read than one of JSON."""


class Found:
    """Components and problems of one document, in the order in which they were found."""

    def __init__(self, document: Document, ecosystem: str, kind: Kind) -> None:
        self.document = document
        self.ecosystem = ecosystem
        self.kind = kind
        self.components: list[Component] = []
        self.problems: list[Problem] = []
        self._wrong = 0
        self.own: Purl | None = None

    def name_own(self, name: object, version: object = "", namespace: object = "") -> None:
        """Say which project the file describes, as far as it can be said."""
        try:
            self.own = purl(self.ecosystem, word(name), word(namespace), word(version))
        except ValueError:
            self.own = None

    def add(
        self,
        name: object,
        version: object = "",
        *,
        namespace: object = "",
        ecosystem: str = "",
        qualifiers: Iterable[tuple[str, str]] = (),
        subpath: object = "",
        path: str = "",
        line: int = 0,
        scope: Scope = Scope.RUNTIME,
        direct: bool | None = None,
        requirement: object = "",
        licence: object = "",
        hashes: tuple[tuple[str, str], ...] = (),
        source: object = "",
    ) -> int:
        """Add a component and give its number; what cannot be one becomes a problem, with the number -1."""
        try:
            made = purl(
                ecosystem or self.ecosystem,
                word(name),
                word(namespace),
                word(version),
                [(key, word(value)) for key, value in qualifiers],
                word(subpath),
            )
        except ValueError as error:
            self.wrong(
                line, Message("{name} is no package: {why}.", {"name": word(name)[:80], "why": str(error)})
            )
            return -1
        if len(self.components) >= MAX_COMPONENTS:
            raise UnreadableError(line, f"it names over {MAX_COMPONENTS} components")
        self.components.append(
            Component(
                purl=made,
                path=path or self.document.path,
                line=line,
                scope=scope,
                direct=direct,
                requirement=word(requirement),
                licence=word(licence),
                hashes=hashes,
                source=word(source),
            )
        )
        return len(self.components) - 1

    def need(self, number: int, purls: Iterable[Purl]) -> None:
        """Say what the component with this number needs."""
        if number >= 0:
            unique = tuple(dict.fromkeys(purls))
            self.components[number] = replace(self.components[number], needs=unique)

    def mark_direct(self, numbers: Iterable[int], others: bool | None = None) -> None:
        """Say that the components with these numbers are asked for by the project itself.

        With `others` False, say of all the others that they are not.
        """
        if others is not None:
            self.components = [replace(each, direct=others) for each in self.components]
        for number in numbers:
            if number >= 0:
                self.components[number] = replace(self.components[number], direct=True)

    def wrong(self, line: int, what: Message | str) -> None:
        """Keep what could not be read; of many the first. Of too many, the file is none of its kind."""
        self._wrong += 1
        if self._wrong > MAX_WRONG:
            raise UnreadableError(line, "too much of it cannot be understood")
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(Problem(self.document.path, line, what, code="supply-unread"))

    def refuse(self, line: int, why: str) -> None:
        """Say that the file as a whole cannot be read; what was found before is no answer."""
        self.components = []
        what = Message("{path} cannot be read: {why}.", {"path": word(self.document.path), "why": why})
        self.problems = [Problem(self.document.path, line, what, code="supply-unread")]

    def manifest(self, format_name: str) -> Manifest:
        """Give what was found as a manifest."""
        return Manifest(
            self.document.path,
            format_name,
            self.kind,
            self.ecosystem,
            tuple(self.components),
            self.own,
            problems=tuple(self.problems),
        )


@dataclass(frozen=True)
class Format:
    """One kind of file: which paths are of this kind, and how it is read.

    `matches` gets the whole path. `read` fills what was found; it may raise UnreadableError. `title` is what
    a person calls it. `cost` is how much longer than JSON a byte of it takes to read.
    """

    name: str
    title: str
    kind: Kind
    ecosystem: str
    matches: Callable[[str], bool]
    read: Callable[[Found], None]
    cost: int = 1


def named(*names: str) -> Callable[[str], bool]:
    """Tell by the name of a file, whatever its folder."""
    wanted = frozenset(names)
    return lambda path: path.rpartition("/")[2] in wanted


def hex_of(algorithm: str, text: str) -> tuple[tuple[str, str], ...]:
    """Give one hash from base64, as npm and NuGet write it; nothing for what is none."""
    try:
        digest = base64.b64decode(text, validate=True).hex()
    except (binascii.Error, ValueError):
        return ()
    return ((algorithm, digest),) if digest else ()


def plain_hash(text: str) -> tuple[tuple[str, str], ...]:
    """Give one hash from "sha256:0af..", nothing for what is none."""
    algorithm, _, digest = text.partition(":")
    known = algorithm in {"md5", "sha1", "sha256", "sha384", "sha512"}
    is_hex = bool(digest) and all(letter in "0123456789abcdef" for letter in digest)
    return ((algorithm, digest),) if known and is_hex else ()
