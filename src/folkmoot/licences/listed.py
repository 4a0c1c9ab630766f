"""The SPDX License List: every identifier it knows, and what it says about it."""

from __future__ import annotations

import csv
import lzma
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

VERSION = re.compile(r"License List (\S+),")


CHOICES = re.compile(
    r"(?:-no-copyleft-exception|-combined-work-exception|(?:-no)?-rfn|(?:(?:-no)?-invariants)?(?:-only|-or-later|\+)?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Listed:
    """One licence or exception of the list. `osi`: approved by the OSI; `fsf`: listed as free by the FSF.

    `old` identifiers are deprecated: they are still understood, and a newer one says more.
    """

    id: str
    name: str
    exception: bool = False
    osi: bool = False
    fsf: bool = False
    old: bool = False


@cache
def spdx_list() -> dict[str, Listed]:
    """Give every licence and exception by its identifier."""
    rows = csv.DictReader(_lines()[1:])
    return {row["id"]: _listed(row) for row in rows}


@cache
def list_version() -> str:
    """Give the version of the list, such as "3.28.0"."""
    found = VERSION.search(_lines()[0])
    return found[1] if found else ""


def shared_id(identifier: str) -> str:
    """Give what identifiers of one text share: `GPL-3.0` for `GPL-3.0-only` and `GPL-3.0-or-later`.

    What they differ in ("any later version", no reserved font name) is said beside the text, never in it.
    """
    return CHOICES.sub("", identifier, count=1)


def is_exception(identifier: str) -> bool:
    """Tell whether an identifier is that of an exception: an addition to a licence, none by itself."""
    return identifier in spdx_list() and spdx_list()[identifier].exception


@cache
def spellings() -> dict[str, str]:
    """Give each identifier by its lower-case spelling: SPDX's identifiers don't depend on case."""
    return {identifier.lower(): identifier for identifier in spdx_list()}


def _listed(row: dict[str, str]) -> Listed:
    flags = (bool(row[key]) for key in ("osi", "fsf", "old"))
    return Listed(row["id"], row["name"], row["kind"] == "exception", *flags)


@cache
def _lines() -> list[str]:
    packed = (files("folkmoot.licences") / "data/spdx-list.csv.xz").read_bytes()
    return lzma.decompress(packed).decode().splitlines()
