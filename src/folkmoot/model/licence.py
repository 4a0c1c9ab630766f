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


@dataclass(frozen=True)
class Member:
    """One package that is made in a folder of the project: its package URL, its manifest, what both say.

    `said` is what the licence files in its folder and its manifest state, () where they state nothing: then
    the licence of the project holds for it, or none. `expression` is its licence as far as these agree.
    `is_unread`: some of it is not in this clone.
    """

    name: str
    path: str
    said: tuple[Said, ...] = ()
    expression: str = ""
    is_unread: bool = False


@dataclass(frozen=True)
class Used:
    """One identifier that files are under: in how many files, and the first of them, in which line."""

    id: str
    files: int
    path: str
    line: int = 0


@dataclass(frozen=True)
class Headers:
    """What the source files say about their licence, by the REUSE specification.

    `files` are those that should say something: no licence texts, no links, nothing empty. `licensed` say
    under which licence they are, `noticed` whose they are, `complete` both: in the file, in a file
    `.license` beside it, in a REUSE.toml or in .reuse/dep5. `unread` are files whose content is not in this
    clone. `used` are the identifiers found, the commonest first; `worded` what files without a tag state in
    the words that their licence proposes, which REUSE does not read. `together` are the sets of identifiers
    that stand in one file, and in how many: `GPL-2.0 OR MIT` is one file with two. `broken` are statements
    that are no expression of known identifiers. `missing` are identifiers without a text in LICENSES/,
    `unused` are texts there that no file is under, `unnamed` those whose name is no identifier, `old` those
    whose identifier is deprecated. `bare` are the first files that say no licence. `adopted`: the project
    has LICENSES/, REUSE.toml or dep5. `problems` are files of REUSE's own that could not be read.
    """

    files: int = 0
    licensed: int = 0
    noticed: int = 0
    complete: int = 0
    unread: int = 0
    used: tuple[Used, ...] = ()
    worded: tuple[Used, ...] = ()
    together: tuple[tuple[tuple[str, ...], int], ...] = ()
    broken: tuple[Said, ...] = ()
    missing: tuple[Used, ...] = ()
    unused: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    old: tuple[str, ...] = ()
    bare: tuple[str, ...] = ()
    adopted: bool = False
    problems: tuple[str, ...] = ()

    @property
    def compliant(self) -> bool | None:
        """Tell whether REUSE's rules are kept; None when not every file could be read."""
        flaws = (self.missing, self.unused, self.unnamed, self.old, self.broken, self.problems)
        if self.unread:
            return None
        return self.files > 0 and self.complete == self.files and not any(flaws)


@dataclass(frozen=True)
class Dependency:
    """The licence of one thing the project depends on, and where that is stated.

    `name` is a package URL with its version where one is known. `words` are as written, `expression` what
    they mean, "" where nobody says or it is not understood. `place` is the file (and line) that states it;
    `asked` is the place in the project that asks for the dependency. `development`: it is not shipped.
    """

    name: str
    words: str = ""
    expression: str = ""
    place: str = ""
    asked: str = ""
    development: bool = False


class Clash(StrEnum):
    """How the licences of a project and of a dependency stand to one another, by a named source."""

    CONFLICT = "conflict"
    CARRIES = "carries over"
    OPEN = "depends"


@dataclass(frozen=True)
class Conflict:
    """Two licences that a source says don't go together in one work, or only under the terms of one.

    CONFLICT: both can't be kept in one work. CARRIES: the work as a whole falls under the dependency's terms.
    OPEN: a conflict unless later versions of the licence may be chosen, and nobody says whether they may.
    `own` and `other` are the licences as identifiers, `place` says where the project's is stated, `source`
    is the address of who says so.
    """

    clash: Clash
    own: str
    place: str
    other: str
    dependency: Dependency
    source: str


@dataclass(frozen=True)
class Condition:
    """What a licence asks of whoever ships the `dependencies` that are under it; no conflict.

    `kind` is what has to be passed on as source: its "files", the "module", or the "library", which whoever
    gets it may replace too. `source` is the address of who says so.
    """

    licence: str
    kind: str
    source: str
    dependencies: tuple[Dependency, ...]


@dataclass(frozen=True)
class Contradiction:
    """Two places in one project that state different licences."""

    one: Said
    other: Said
