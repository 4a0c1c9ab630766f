"""What a project says about its licence, in each of the places where projects say it.

An identifier is one of the SPDX License List, or begins with `LicenseRef-`. A licence text alone can't tell
"this version only" from "this version or any later one": a text that is both `GPL-3.0-only` and
`GPL-3.0-or-later` is called by what they share, `GPL-3.0`, until a header or a manifest says which.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """Where a licence is stated: a closed list."""

    TEXT = "licence file"
    MANIFEST = "manifest"
    README = "README"
    HEADER = "header"


@dataclass(frozen=True)
class Said:
    """One licence stated at one place.

    `words` is what stands there (at most 200 characters, from strangers). `expression` is the SPDX expression
    it means, "" where it means none that is known. `unknown` are the identifiers in it that SPDX does not
    list. `likeness` (0 to 1) is how much a licence text resembles SPDX's. `line` counts from 1, 0 is unknown.
    Of a text that is no known licence: `near` is the one it was made from by adding or leaving out, `holds`
    are those that stand in it as a whole among other things; `notice`: it only says whose the work is.
    """

    place: Place
    path: str
    line: int = 0
    words: str = ""
    expression: str = ""
    unknown: tuple[str, ...] = ()
    likeness: float | None = None
    near: str = ""
    holds: tuple[str, ...] = ()
    notice: bool = False


@dataclass(frozen=True)
class Licences:
    """What the licence files, manifests and the README of one commit say; the headers are not asked.

    `said` holds every statement, the licence files first; a licence file whose text is not known has
    no expression. `expression` is the project's licence as far as these places agree on one, else "".
    `osi` and `fsf` tell whether the Open Source Initiative approved it and the Free Software Foundation lists
    it as free; None where the licence is not known or SPDX tells nothing. `unread` are licence files whose
    content is not in this clone, or of which there are too many. `list_version` is that of SPDX's list.
    """

    said: tuple[Said, ...] = ()
    expression: str = ""
    osi: bool | None = None
    fsf: bool | None = None
    unread: tuple[str, ...] = ()
    list_version: str = ""

    @property
    def texts(self) -> tuple[Said, ...]:
        """Give what the licence files say."""
        return tuple(each for each in self.said if each.place is Place.TEXT)
