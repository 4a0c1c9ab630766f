"""What a project is made of: components, and the manifests and lock files that name them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from folkmoot.model.problem import Problem
from folkmoot.model.purl import Purl


class Scope(StrEnum):
    """What a component is there for, as far as the file says. What says nothing is there at run time."""

    RUNTIME = "runtime"
    OPTIONAL = "optional"
    DEVELOPMENT = "development"
    BUILD = "build"

    @property
    def helps_develop(self) -> bool:
        """Tell whether it is there for those who develop only."""
        return self in {Scope.DEVELOPMENT, Scope.BUILD}


class Kind(StrEnum):
    """What a file of dependencies does: a manifest asks, a lock file answers with exact versions."""

    MANIFEST = "manifest"
    LOCK = "lock"


@dataclass(frozen=True)
class Component:
    """One dependency as one file names it.

    `purl.version` is the one version the file leaves possible; "" where it allows several: a range is no
    version. `requirement` is what the file asks for as it is written there (">=2,<3"), "" where it only
    answers. `direct` None: the file does not tell. `line` counts from 1; 0 is not known. `licence` is what
    the file declares, as written. `hashes` are (algorithm, hexadecimal digits). `needs` are the package URLs
    of what it depends on, where the file says. `source` is where it comes from when that is not its
    type's own registry: an address or a path, never followed.
    """

    purl: Purl
    path: str
    line: int = 0
    scope: Scope = Scope.RUNTIME
    direct: bool | None = None
    requirement: str = ""
    licence: str = ""
    hashes: tuple[tuple[str, str], ...] = ()
    needs: tuple[Purl, ...] = ()
    source: str = ""

    @property
    def resolved(self) -> bool:
        """Tell whether the file leaves exactly one version possible."""
        return bool(self.purl.version)

    @property
    def place(self) -> str:
        """Give the place as path:line."""
        return f"{self.path}:{self.line}" if self.line else self.path


@dataclass(frozen=True)
class Manifest:
    """One file that names dependencies. `format` is the name of what read it, such as `package-lock`.

    `own` is the project the file describes, where it says. `apart` tells why its components are not the
    project's own ("testdata", "vendor"), "" where they are. `problems` are what could not be read.
    """

    path: str
    format: str
    kind: Kind
    ecosystem: str
    components: tuple[Component, ...] = ()
    own: Purl | None = None
    apart: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True)
class Inventory:
    """Every manifest and lock file of one commit, sorted by path.

    `unread` are files whose content is not in this clone: what they name is unknown, not nothing. `foreign`
    are files that name dependencies in a form that is not read here. `left_out` counts files beyond bounds.
    """

    manifests: tuple[Manifest, ...] = ()
    unread: tuple[str, ...] = ()
    foreign: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def own(self) -> tuple[Manifest, ...]:
        """Give the manifests that are the project's own: no test data, nothing vendored."""
        return tuple(each for each in self.manifests if not each.apart)

    def components(self) -> Iterator[Component]:
        """Give each component of the project's own manifests, once for each place that names it."""
        for manifest in self.own:
            yield from manifest.components

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Give what could not be read, in the project's own files."""
        return tuple(problem for each in self.own for problem in each.problems)
