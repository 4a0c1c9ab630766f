"""A community's roles as its files have them today, made into the roles and people that it begins with.

Nothing is decided by this: it proposes what a founding would put on record, for people to read and change.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from folkmoot.govern.files.table import HANDLE, WORD
from folkmoot.govern.files.toml_text import toml_lines
from folkmoot.govern.roles.roster import current
from folkmoot.model.errors import UsageError
from folkmoot.model.role import Holder, Listing, Roster

MOST_ROLES = 40
MOST_PEOPLE = 1_000
DECIDING = ("steering", "maintainer", "core", "lead", "chair", "tsc", "toc", "board", "approver", "owner",
            "committer", "member")  # fmt: skip
"""Words of roles, those that usually decide first."""
EVERYTHING = ("", "*", "**", "/", "/*", "/**")
"""Scopes that are the whole project."""
WAYS = (
    ("lazy-consensus", re.compile(r"(?i)\blazy[ -]consensus\b")),
    ("bdfl", re.compile(r"(?i)\bbenevolent dictator\b|\bBDFL\b")),
    ("two-thirds-of-all", re.compile(r"(?i)\btwo[ -]thirds\b|\b2/3\b|\bsuper[ -]?majority\b")),
    ("lazy-majority", re.compile(r"(?i)\bmajority\b")),
)
"""Presets, and what a document that has them in mind says; the first that is found counts."""


@dataclass
class Adopted:
    """Roles by name with their title, who has which, what is said of whom, the files, and who is left out."""

    roles: dict[str, str] = field(default_factory=dict)
    grants: dict[tuple[str, str], None] = field(default_factory=dict)
    people: dict[str, Holder] = field(default_factory=dict)
    files: dict[str, None] = field(default_factory=dict)
    unnamed: dict[str, None] = field(default_factory=dict)


def adopted(roster: Roster, wanted: Sequence[str] = ()) -> Adopted:
    """Give the roles of a roster: those wanted ("approver", "approver of docs"), or of the whole project.

    Where no role is of the whole project, each team's are taken. Raises UsageError for a role that nobody
    has, and for more roles or people than a founding can name.
    """
    listings = current(roster)
    chosen = _wanted(listings, wanted) if wanted else _of_all(listings)
    joined = {name.casefold() for name in wanted}  # a role wanted by its bare name is one for all teams
    found = Adopted()
    for listing in chosen:
        handle = listing.holder.handle
        if not HANDLE.fullmatch(handle):
            found.unnamed[listing.holder.shown] = None
            continue
        is_joined = listing.role.name.casefold() in joined
        name = role_name(listing, of_team=listing.role.scope not in EVERYTHING and not is_joined)
        known = next((one for one in found.people if one.casefold() == handle.casefold()), handle)
        found.roles.setdefault(name, listing.role.shown)
        found.grants[name, known] = None
        found.people.setdefault(known, listing.holder)
        found.files[listing.path] = None
    if len(found.roles) > MOST_ROLES or len(found.people) > MOST_PEOPLE:
        raise UsageError(
            f"The files name {len(found.roles)} roles of {len(found.people)} people, too many to begin with.",
            hint='--adopt "ROLE of TEAM" takes some; `folkmoot roles list` shows them.',
        )
    order = sorted(found.roles, key=_deciding)
    found.roles = {name: found.roles[name] for name in order}
    return found


def _wanted(listings: Iterable[Listing], wanted: Sequence[str]) -> list[Listing]:
    found = []
    listings = list(listings)
    for name in wanted:
        some = [
            one
            for one in listings
            if name.casefold() in (one.role.name.casefold(), one.role.shown.casefold())
        ]
        if not some:
            raise UsageError(f"No file gives anybody the role {name[:80]!r}.", hint="`folkmoot roles list`")
        found += some
    return found


def _of_all(listings: Sequence[Listing]) -> list[Listing]:
    return [one for one in listings if one.role.scope in EVERYTHING] or [
        one for one in listings if "/" not in one.role.scope and "*" not in one.role.scope
    ]


def role_name(listing: Listing, *, of_team: bool) -> str:
    """Give a role's name in our files: `approver`, and of a team `docs-approver` (of members: `docs`)."""
    words = listing.role.name
    if of_team:
        words = listing.role.scope if words == "member" else f"{listing.role.scope} {words}"
    name = "-".join(re.findall(r"[a-z0-9]+", words.lower()))[:64].strip("-")
    return name if WORD.fullmatch(name) else "member"


def _deciding(name: str) -> tuple[int, str]:
    places = [place for place, word in enumerate(DECIDING) if word in name]
    return (min(places, default=len(DECIDING)), name)


def said_of(holder: Holder) -> bytes:
    """Give the beginning of somebody's file: the name and employer that the files state."""
    text = toml_lines({"name": holder.name or None})
    if holder.employer:
        text += f"\n[[employers]]\n{toml_lines({'organisation': holder.employer})}"
    return f"{text}\n".encode() if text else b""


def way_of(document: str) -> str:
    """Give the preset that a governance document has in mind by its words; "" where it does not tell."""
    return next((name for name, words in WAYS if words.search(document)), "")
