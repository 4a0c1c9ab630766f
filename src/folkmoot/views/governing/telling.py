"""Words that come from strangers, made fit for a page: bounded, and replaced where names are aliases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from folkmoot.i18n import Message, Text
from folkmoot.model.event import DAY
from folkmoot.model.role import Holder, Listing
from folkmoot.people.opting_out import HOSTS, OptOut
from folkmoot.store.naming import Aliases
from folkmoot.store.withheld import NAME

if TYPE_CHECKING:
    from folkmoot.govern.roles.activity import Activity

NOBODY_LISTED = OptOut()
"""Where the account of a handle may be, as lists name accounts: a file of roles does not say."""
LONGEST = 140
"""Letters of a title or a name that a page shows."""


def short(text: str, limit: int = LONGEST) -> str:
    """Give a stranger's words on one line and not too long."""
    words = " ".join(text[: limit * 4].split())
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def quoted(texts: Iterable[str]) -> str:
    """Give strangers' words in quotation marks, commas between them: they may end in a full stop."""
    return ", ".join(f"“{short(text)}”" for text in texts)


def told(text: str) -> Text:
    """Give a stranger's words as a sentence that no catalogue translates."""
    return Message("{words}", {"words": short(text) or "–"})


def day_of(when: int) -> str:
    """Give the day (UTC) of a moment as an ISO date; "" for moments no calendar has."""
    try:
        return datetime.fromtimestamp(when, UTC).date().isoformat()
    except (OverflowError, ValueError, OSError):
        return ""


def days_until(when: int, now: int) -> int:
    """Give the whole days from now to a moment, rounded up; negative ones are past."""
    return -((now - when) // DAY)


class Names:
    """What holders of roles are called on a page: as the files name them, or by aliases.

    A holder who is joined to a person of the store has that person's alias, as everywhere in the report. Who
    is `listed` as opted out is not named, known to the store or not.
    """

    def __init__(
        self,
        people: dict[str, str],
        activity: Activity | None,
        aliases: Aliases | None,
        listed: OptOut = NOBODY_LISTED,
    ) -> None:
        self.people = people
        self.activity = activity
        self.aliases = aliases
        self.listed = listed

    @property
    def are_aliases(self) -> bool:
        """Tell whether nobody may be recognised."""
        return self.aliases is not None

    def of(self, holder: Holder) -> str:
        """Give what a holder is called."""
        if self.aliases is None:
            return NAME if self._is_listed(holder) else short(self._called(holder), 60)
        seen = self.activity.of(holder) if self.activity else None
        known = self.people.get(str(seen.person)) if seen else None
        return known or self.aliases.alias("person", holder.key)

    def _called(self, holder: Holder) -> str:
        """Give what a page calls somebody: no whole address, which others would gather for their mailings."""
        if holder.handle or holder.name or not holder.email:
            return holder.shown
        seen = self.activity.of(holder) if self.activity else None
        return (seen.name if seen else "") or f"{holder.email.partition('@')[0]}@…"

    def _is_listed(self, holder: Holder) -> bool:
        handle = holder.handle.removeprefix("@")
        logins = (f"@{handle}", *(f"{host}/{handle}" for host in HOSTS)) if handle else ()
        return bool(self.listed) and self.listed.has(holder.email, holder.name, *logins)

    def holding(self, listing: Listing) -> Text:
        """Give who holds which role, as words."""
        values: dict[str, str | int | float] = {
            "who": self.of(listing.holder),
            "role": short(listing.role.name),
            "scope": short(listing.role.scope),
        }
        return Message("{who}, {role} of {scope}" if listing.role.scope else "{who}, {role}", values)

    def handle(self, handle: str) -> str:
        """Give what somebody is called of whom only the handle is known."""
        return self.of(Holder(handle=handle))

    def mark(self, path: str) -> str:
        """Give what tells an entry apart: its path, which may name somebody, or an alias for it."""
        return self.aliases.alias("file", path) if self.aliases else path

    def employer(self, employer: str) -> str:
        """Give what an employer is called."""
        return (
            self.aliases.alias("organisation", employer.casefold()) if self.aliases else short(employer, 60)
        )
