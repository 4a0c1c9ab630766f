"""What a reader of one dialect is, and what it gives."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from itertools import islice

from folkmoot.model.problem import Problem
from folkmoot.model.role import Holder, Listing, Role

MOST_BYTES = 2_000_000
"""A file of roles that is larger is not read; the largest known one has 0.3 MB."""
MOST_LISTINGS = 100_000
MOST_TEXT = 200


@dataclass
class Reading:
    """What one file says: listings, what it says about people, and what could not be read."""

    path: str
    listings: list[Listing] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    people: list[Holder] = field(default_factory=list)
    is_broken: bool = False

    def add(
        self,
        role: str,
        scope: str,
        holder: Holder | None,
        line: int,
        *,
        since: str = "",
        until: str = "",
        decision: str = "",
    ) -> None:
        """Add one listing; a holder without handle, name and e-mail is left out."""
        if holder is None or not holder.key or len(self.listings) >= MOST_LISTINGS:
            return
        self.listings.append(
            Listing(Role(role, scope), holder, self.path, line, since, until, decision[:MOST_TEXT])
        )

    def take(self, listings: Iterable[Listing]) -> None:
        """Add listings of this file that were made before; none of their holders is without a key."""
        self.listings.extend(islice(listings, MOST_LISTINGS - len(self.listings)))

    def problem(self, line: int, what: str, hint: str = "") -> None:
        """Say what could not be read, and go on."""
        self.problems.append(Problem(self.path, line, what, hint, "unread"))

    def broken(self, line: int, what: str, hint: str = "") -> None:
        """Say that the whole file could not be read: what it said before stays true."""
        self.problem(line, what, hint)
        self.is_broken = True


def _all(paths: Collection[str]) -> Iterable[str]:
    return paths


@dataclass(frozen=True)
class Form:
    """One dialect. `matches` tells by the path whether a file is written in it; `read` fills a reading.

    `in_force` picks, of all matching files of a commit, those that count (of several CODEOWNERS only one).
    """

    name: str
    matches: Callable[[str], bool]
    read: Callable[[Reading, str], None]
    order: int = 50
    in_force: Callable[[Collection[str]], Iterable[str]] = _all


def read_file(form: Form, path: str, content: bytes | None) -> Reading:
    """Read one file in one form. Nothing is raised: what cannot be read is a problem of the reading."""
    reading = Reading(path)
    if content is None:
        reading.broken(0, "The content of this file is not in the clone.", "fetch it, or use a full clone.")
    elif len(content) >= MOST_BYTES:
        reading.broken(0, "The file is too large to be a list of roles.", "keep it under 2 MB.")
    else:
        text = content.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        try:
            form.read(reading, text)
        except RecursionError:
            reading.broken(
                0, "The file is nested too deeply to be read.", "a list of roles needs few levels."
            )
    return reading
