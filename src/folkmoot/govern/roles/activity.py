"""Joining the people in roles with what they did, as far as a synced store tells.

A handle is joined to a person by what a forge told, by its no-reply addresses, by
`.folkmoot/people/<handle>.toml`, or by the address that the file of roles itself states; without any of
these by the full name that it states beside the handle, where one author alone bears it, it is no common one,
and no other account of theirs is known. Never by a name that merely looks alike: who cannot be joined is
unknown, neither silent nor active.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from folkmoot.model.errors import SourceError
from folkmoot.model.event import DAY
from folkmoot.model.role import Holder, Listing
from folkmoot.people import addresses, names
from folkmoot.people.overrides import parse_overrides
from folkmoot.store.database import Connection

MONTH = 30.4375 * DAY
PEOPLE = ".folkmoot/people/"


@dataclass(frozen=True)
class Seen:
    """What a store knows of one person: when they last did anything, and how much in the last 12 months."""

    person: int
    name: str
    handles: tuple[str, ...]
    last_ts: int
    acts_of_year: int


@dataclass
class Activity:
    """Everybody a store has seen, except bots. `until` is the time up to which the store knows."""

    until: int
    people: dict[int, Seen] = field(default_factory=dict)
    by_handle: dict[str, int] = field(default_factory=dict)
    by_email: dict[str, int] = field(default_factory=dict)
    by_name: dict[str, int] = field(default_factory=dict)

    def of(self, holder: Holder) -> Seen | None:
        """Give what was seen of a holder, or None when nothing joins them to anybody."""
        person = self.by_handle.get(holder.handle.casefold()) if holder.handle else None
        if person is None and holder.email:
            person = self.by_email.get(_mailbox(holder.email))
        seen = self.people.get(person) if person is not None else None
        return seen or (self._named(holder) if holder.handle else None)

    def _named(self, holder: Holder) -> Seen | None:
        """Give who alone bears the full name that is stated beside a handle."""
        seen = self.people.get(self.by_name.get(names.full_name(holder.name), 0))
        is_other = (
            seen is not None
            and seen.handles
            and holder.handle.casefold() not in map(str.casefold, seen.handles)
        )
        return None if is_other or names.is_common(holder.name) else seen

    def months_silent(self, seen: Seen) -> int:
        """Give for how many whole months somebody has done nothing that the store shows."""
        return int(max(0, self.until - seen.last_ts) // MONTH)


def read_activity(connection: Connection) -> Activity:
    """Read who did what until when from a store."""
    row = connection.execute(
        "select coalesce(max(as_of_ts), 0), coalesce(max(year_ago_ts), 0) from clock"
    ).fetchone()
    until, year_ago = (int(row[0]), int(row[1])) if row else (0, 0)
    activity = Activity(until)
    identities = connection.execute(
        """select ip.person, i.email, i.name
        from identity_person ip join identity i on i.identity = ip.identity
        join person p on p.person = ip.person where p.is_bot = 0 order by ip.person, i.identity"""
    ).fetchall()
    handles: dict[int, list[str]] = {}
    named: dict[str, set[int]] = {}
    for person, email, name in identities:
        if key := names.full_name(str(name)):
            named.setdefault(key, set()).add(int(person))
        login = addresses.read(str(email)).login.rpartition("/")[2]
        if login and " " not in login:
            activity.by_handle.setdefault(login.casefold(), person)
            handles.setdefault(person, []).append(login)
        if mailbox := _mailbox(str(email)):
            activity.by_email.setdefault(mailbox, person)
    for handle, person in (*_accounts(connection), *_stated(connection, activity)):
        activity.by_handle[handle.casefold()] = person
        handles.setdefault(person, []).append(handle)
    seen = connection.execute(
        """select c.person, min(p.name), max(c.ts), sum(case when c.ts >= ? then 1 else 0 end)
        from contributions c join person p on p.person = c.person where c.is_bot = 0
        group by c.person order by c.person""",
        [year_ago],
    ).fetchall()
    for person, name, last, acts in seen:
        known = tuple(sorted(set(handles.get(person, ())), key=str.casefold))
        activity.people[person] = Seen(int(person), str(name), known, int(last), int(acts))
    activity.by_name = {name: min(people) for name, people in named.items() if len(people) == 1}
    return activity


def _mailbox(email: str) -> str:
    return addresses.read(email).mailbox


def _accounts(connection: Connection) -> list[tuple[str, int]]:
    """Give the accounts that forges told of, with their persons; programs left out."""
    known = "select 1 from information_schema.tables where table_name = 'account'"
    if not connection.execute(known).fetchall():
        return []  # a store from before forges were read, opened for reading only
    rows = connection.execute(
        """select a.login, ip.person from account a join identity_person ip on ip.identity = a.identity
        join person p on p.person = ip.person where p.is_bot = 0 and a.login <> ''
        order by ip.person, a.login"""
    ).fetchall()
    return [(str(login), int(person)) for login, person in rows]


def _stated(connection: Connection, activity: Activity) -> Iterable[tuple[str, int]]:
    """Give the handles that files of the community state, with the person their addresses belong to."""
    rows = connection.execute(
        "select name, content from document where name like '.folkmoot/people/%' order by name"
    ).fetchall()
    for name, content in rows:
        try:
            statement = parse_overrides({str(name): bytes(content)}).statements[0]
        except SourceError:
            continue  # the sync refused it by name; here it only joins nobody
        people = {activity.by_email.get(_mailbox(email)) for _, email in statement.identities}
        people.discard(None)
        handle = str(name).removeprefix(PEOPLE).removesuffix(".toml")
        yield from ((handle, person) for person in sorted(p for p in people if p is not None))


def silent(listings: Iterable[Listing], activity: Activity, months: int) -> list[tuple[Listing, Seen]]:
    """Give those who hold a role and have done nothing for `months` months or longer."""
    found = []
    for listing in listings:
        seen = activity.of(listing.holder)
        if seen is not None and activity.months_silent(seen) >= months:
            found.append((listing, seen))
    return found


def unlisted(listings: Sequence[Listing], activity: Activity, acts: int) -> list[Seen]:
    """Give people with `acts` or more contributions in the last 12 months who hold no role, by name.

    Only people with a known handle or address in the files can be told apart; a person without a known handle
    is left out when any holder could not be joined to anybody, because they may be the same.
    """
    listed = {seen.person for listing in listings if (seen := activity.of(listing.holder)) is not None}
    found = [
        seen for seen in activity.people.values() if seen.acts_of_year >= acts and seen.person not in listed
    ]
    are_all_joined = all(activity.of(listing.holder) is not None for listing in listings)
    named = [seen for seen in found if are_all_joined or seen.handles]
    return sorted(named, key=lambda seen: (seen.name.casefold(), seen.person))
