"""Roles: who may do what, by which file, since when and until when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from folkmoot.model.problem import Problem


@dataclass(frozen=True)
class Holder:
    """Somebody, or a group, as a file of roles names them. Empty fields were not stated.

    `handle` is an account without the leading @ (`org/team` for a team, then `is_group`); `employer` is what
    the file says, never a guess. Two holders are the same when their `key` is.
    """

    handle: str = ""
    name: str = ""
    email: str = ""
    employer: str = ""
    is_group: bool = False

    @property
    def key(self) -> str:
        """Give what the holder is known by: the handle, else the e-mail, else the name, in lower case."""
        return (self.handle or self.email or self.name).casefold()

    @property
    def shown(self) -> str:
        """Give what the holder is called on a page."""
        return self.handle or self.name or self.email


@dataclass(frozen=True)
class Role:
    """What somebody may be: "approver" of `pkg/api`, "maintainer" of the team `storage`. Scope "" is all."""

    name: str
    scope: str = ""

    @property
    def shown(self) -> str:
        """Give the role as it is named in a sentence: "approver of pkg/api"."""
        return f"{self.name} of {self.scope}" if self.scope else self.name

    @property
    def is_past(self) -> bool:
        """Tell whether the role only says that somebody once had one (emeritus, alumni)."""
        return self.name.startswith("emeritus")


@dataclass(frozen=True)
class Listing:
    """One line that gives one holder one role. `line` counts from 1, 0 is unknown.

    `since` and `until` are ISO dates the file itself states, `decision` what it names as the reason.
    """

    role: Role
    holder: Holder
    path: str
    line: int = 0
    since: str = ""
    until: str = ""
    decision: str = ""


@dataclass(frozen=True)
class Change:
    """The commit at which something came or went; `when` is its committer's time, in seconds since 1970."""

    commit: str
    when: int


@dataclass(frozen=True)
class Term:
    """One unbroken time in one role, as the history of the files shows it. `ended` None: still in it.

    `is_from_start` says that the file was there before what the clone shows, so that it began earlier.
    """

    role: Role
    holder: Holder
    path: str
    line: int
    began: Change
    ended: Change | None = None
    is_from_start: bool = False
    decision: str = ""

    @property
    def seconds(self) -> int | None:
        """Give how long it lasted, or None while it lasts."""
        return None if self.ended is None else max(0, self.ended.when - self.began.when)


@dataclass(frozen=True)
class Roster:
    """Everything the files of one commit say about roles.

    `listings` are the lines as written, `people` what is said about people without giving them a role, by
    their key, `forms` the dialects that were found.
    """

    commit: str
    listings: tuple[Listing, ...] = ()
    problems: tuple[Problem, ...] = ()
    people: dict[str, Holder] = field(default_factory=dict)
    forms: tuple[str, ...] = ()

    def of(self, keys: Iterable[str]) -> tuple[Listing, ...]:
        """Give the listings of the holders with these keys."""
        wanted = {key.casefold() for key in keys}
        return tuple(listing for listing in self.listings if listing.holder.key in wanted)
