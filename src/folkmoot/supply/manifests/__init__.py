"""Files that name dependencies: every format is one file here, found by discovery.

A format module stands in the room of its language: a docstring and one `FORMAT`. All input is hostile: what
is in a file is never executed and never leads out of the tree, and what cannot be read is a problem with a
line, never a crash and never an empty answer.
"""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from folkmoot.model.component import Manifest
from folkmoot.model.errors import SourceError
from folkmoot.supply.manifests._found import Format, Found
from folkmoot.supply.reading.document import Beside, Document, nothing_beside

__all__ = ["Format", "all_formats", "format_of", "read_manifest"]

SOURCES = (
    ".c", ".cc", ".cpp", ".css", ".go", ".h", ".html", ".java", ".js", ".kt", ".md", ".php", ".png", ".rs",
    ".rst", ".scala", ".svg", ".swift", ".ts", ".tsx", ".vue",
)  # fmt: skip
"""Endings that no format has: most files of a large tree, passed over at once."""


@cache
def all_formats() -> dict[str, Format]:
    """Give every format by its name, sorted."""
    found: list[Format] = []
    for room in pkgutil.iter_modules(__path__):
        if room.ispkg:
            folder = import_module(f"{__name__}.{room.name}").__path__
            found += [
                import_module(f"{__name__}.{room.name}.{module.name}").FORMAT
                for module in pkgutil.iter_modules(folder)
                if not module.name.startswith("_")
            ]
    return {each.name: each for each in sorted(found, key=lambda each: each.name)}


def format_of(path: str) -> Format | None:
    """Give the format of the file at `path`, None where it is none we know."""
    if path.endswith(SOURCES):
        return None
    for each in all_formats().values():
        if each.matches(path):
            return each
    return None


def read_manifest(form: Format, path: str, content: bytes, beside: Beside = nothing_beside) -> Manifest:
    """Read one file. What cannot be read is among its problems; nothing is raised."""
    document = Document(path, content, beside)
    found = Found(document, form.ecosystem, form.kind)
    try:
        form.read(found)
    except SourceError as error:
        found.refuse(getattr(error, "line", 0), error.what)
    except RecursionError:
        found.refuse(0, "it is nested too deep")
    return found.manifest(form.name)
