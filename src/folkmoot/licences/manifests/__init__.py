"""What the manifest of a package declares as its licence, in the formats of each language.

Every module here has `READERS`: patterns of file names, and what reads such a file. A reader gets the text
and yields what is declared, as `Declared`; it raises nothing, because a manifest that cannot be read declares
nothing. Nothing is executed: a Ruby or Python file is searched for plain literals.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pathlib import PurePosixPath

from folkmoot.licences.manifests.declared import Reader
from folkmoot.licences.names import understood
from folkmoot.model.licence import Place, Said

LONGEST_WORDS = 200
OF_ALL = frozenset({"meta/main.yml", "meta/main.yaml"})
"""Manifests of the whole that stand in a folder: a role of Ansible has no other."""


def reader_of(path: str) -> Reader | None:
    """Give what reads the manifest at `path`; None where it is none of a known format."""
    name = PurePosixPath(path)
    return next((read for pattern, read in _readers() if name.match(pattern)), None)


def manifest_files(paths: Iterable[str]) -> list[str]:
    """Give the manifests at the top of the repository, and those that speak for it from a folder."""
    return sorted(path for path in paths if ("/" not in path or path in OF_ALL) and reader_of(path))


def declared_in(path: str, text: str) -> list[Said]:
    """Give what one manifest declares, each licence once."""
    read = reader_of(path)
    found: dict[str, Said] = {}
    for each in read(text) if read else ():
        words = " ".join(each.words.split())[:LONGEST_WORDS]
        if not words:
            continue
        expression = understood(each.means or words, slash_is_or=True)
        said = Said(
            Place.MANIFEST,
            path,
            each.line,
            words,
            expression.text if expression and expression.known else "",
            expression.unknown if expression else (),
        )
        found.setdefault(said.expression or said.words, said)
    return list(found.values())


@cache
def _readers() -> tuple[tuple[str, Reader], ...]:
    found: list[tuple[str, Reader]] = []
    for module in pkgutil.iter_modules(__path__):
        found += getattr(import_module(f"{__name__}.{module.name}"), "READERS", ())
    return tuple(found)
