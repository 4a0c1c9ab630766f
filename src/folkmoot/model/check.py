"""A check: what it asks, how it decides, and what to do about the answer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from folkmoot.i18n import Text, say
from folkmoot.model.errors import SourceError
from folkmoot.model.link import Link
from folkmoot.model.scorecard import Scored

if TYPE_CHECKING:  # a first page shows findings, and none of what these stand for
    from datetime import date

    from folkmoot.model.forge_settings import ForgeSettings
    from folkmoot.model.licence import Licences
    from folkmoot.model.past import Past
    from folkmoot.model.released import Released
    from folkmoot.model.requirement import Requirement
    from folkmoot.model.vulnerability import Vulnerabilities

Made = TypeVar("Made")
NO_FILES = "The files of the newest commit are not in this clone."
FETCH_THEM = "`git fetch --refetch --filter=blob:none` in the clone brings them."
SOME_FORGE = "some"
"""A forge of an unknown brand."""


class Outcome(StrEnum):
    """What a check found. "Could not know" is never "no"."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not applicable"
    ERROR = "error"


class Risk(StrEnum):
    """How bad a "no" can become; the names are those of OpenSSF Scorecard."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True)
class Evidence:
    """One thing that was found: what, and where. `line` counts from 1; empty fields are not known."""

    what: Text
    path: str = ""
    line: int = 0
    commit: str = ""

    @property
    def place(self) -> str:
        """Give the place as path:line."""
        return f"{self.path}:{self.line}" if self.line else self.path

    @property
    def told(self) -> str:
        """Give one sentence that begins with the place; words that begin with the path say it once."""
        what = say(self.what)
        if self.path and what.startswith(f"{self.path} "):
            return self.place + what.removeprefix(self.path)
        return f"{self.place}: {what}" if self.path else what


@dataclass(frozen=True)
class Finding:
    """What was found: the outcome, where to see it, why it matters, and what to do next.

    `links` name the very things that are meant. `panels` are the ids of the panels whose numbers show it.
    `spots` are the lines the outcome rests on, where it rests on lines; then `evidence` sums them up.
    `scored` is what OpenSSF Scorecard says in its own terms, where the check is one of its checks.
    `risk` says how bad this very finding is, where that is not the same for every "no" of its check.
    """

    id: str
    title: Text
    outcome: Outcome
    evidence: tuple[Text, ...] = ()
    why: Text = ""
    remedy: Text = ""
    effort: Text = ""
    panels: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    spots: tuple[Evidence, ...] = ()
    scored: Scored | None = None
    risk: Risk | None = None

    @property
    def lacks_files(self) -> bool:
        """Tell whether the outcome is unknown because the clone holds no files at all."""
        return NO_FILES in self.evidence


class Tree(Protocol):
    """The files of one commit, readable without a checkout."""

    def paths(self) -> Sequence[str]:
        """Give every path in the tree, sorted."""
        ...

    def read(self, path: str, limit: int = 1_000_000) -> bytes | None:
        """Give at most `limit` bytes of a file, or None when its content is not in this clone."""
        ...

    def links(self) -> Collection[str]:
        """Give the paths that are symbolic links: their content is where they lead, never followed."""
        ...

    def read_all(
        self, paths: Iterable[str], limit: int = 1_000_000
    ) -> Iterator[tuple[str, bytes | None, int]]:
        """Give (path, at most `limit` bytes, whole size) for many files out of one call, in their order.

        The bytes are None, and the size 0, for what is not in this clone.
        """
        ...


class AbsentTree:
    """The tree of a clone without trees: whoever looks for a file is told that nobody can know."""

    def paths(self) -> Sequence[str]:
        """Raise SourceError."""
        raise SourceError(NO_FILES, hint=FETCH_THEM)

    def read(self, path: str, limit: int = 1_000_000) -> bytes | None:  # noqa: ARG002 - as Tree has it
        """Raise SourceError."""
        raise SourceError(NO_FILES, hint=FETCH_THEM)

    def links(self) -> Collection[str]:
        """Raise SourceError."""
        return self.paths()

    def read_all(
        self,
        paths: Iterable[str],  # noqa: ARG002 - as Tree has it
        limit: int = 1_000_000,  # noqa: ARG002 - as Tree has it
    ) -> Iterator[tuple[str, bytes | None, int]]:
        """Raise SourceError."""
        raise SourceError(NO_FILES, hint=FETCH_THEM)


@dataclass
class Ground:
    """What a check may look at: the files of one commit, and what is known beside them.

    A field that is None was not looked at, or could not be: then a check says "unknown", never "no".
    """

    tree: Tree
    vulnerabilities: Vulnerabilities | None = None
    """What an advisory database says about the components; None without a database."""
    forge: ForgeSettings | None = None
    """How the project is set up at its forge; None where no forge was asked."""
    released: Released | None = None
    """What version tags and recent commits say; None where the history was not looked at."""
    licences: Licences | None = None
    """What licence files, manifests and the README say; None where nobody looked."""
    past: Past | None = None
    """What happened of late, in numbers; None where no store was looked at."""
    shown_forge: str = ""
    """The brand of forge that address or references of a clone show; SOME_FORGE where it is not said."""
    today: date | None = None
    """The day the answers are for; None where nobody said."""
    _made: dict[str, Any] = field(default_factory=dict, repr=False)

    def paths(self) -> Sequence[str]:
        """Give every path in the tree, sorted."""
        return self.once("paths", self.tree.paths)

    def read(self, path: str, limit: int = 1_000_000) -> bytes | None:
        """Give at most `limit` bytes of a file, or None when its content is not in this clone."""
        return self.tree.read(path, limit)

    def links(self) -> Collection[str]:
        """Give the paths that are symbolic links."""
        return self.tree.links()

    def read_all(
        self, paths: Iterable[str], limit: int = 1_000_000
    ) -> Iterator[tuple[str, bytes | None, int]]:
        """Give (path, at most `limit` bytes, whole size) for many files, in their order."""
        return self.tree.read_all(paths, limit)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """Give what `make` gives, made once per ground: several checks share what was parsed or walked."""
        if name not in self._made:
            self._made[name] = make()
        made: Made = self._made[name]
        return made


@dataclass(frozen=True)
class Check:
    """One question about a project. `decide` gives its finding from what there is to look at."""

    id: str
    version: int
    title: str
    question: str
    page: str
    decide: Callable[[Ground], Finding]
    definition: str
    order: int = 50
    risk: Risk = Risk.MEDIUM
    requirement: Requirement | None = None

    def ask(self, ground: Ground) -> Finding:
        """Give what `decide` finds, or "unknown" where it looks for files in a clone that has no trees."""
        if ground.paths() or not getattr(ground.tree, "is_missing", False):
            return self.decide(ground)
        try:
            return self.decide(replace(ground, tree=AbsentTree(), _made={}))
        except SourceError as error:
            if error.what != NO_FILES:
                raise
            return Finding(self.id, self.title, Outcome.UNKNOWN, (NO_FILES,), remedy=FETCH_THEM)
