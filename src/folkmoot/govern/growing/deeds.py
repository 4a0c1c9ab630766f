"""What people did, as a store holds it: programs left out, noise left out, nothing counted twice.

Noise is what says nothing about work: comments that only order a robot about (`/lgtm`), comments under ten
characters, and reviews of one's own changes. A commit that several projects share is one deed. What a store
holds not a single one of, by anybody, is not known to it: that is unknown, never zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from folkmoot.govern.roles.activity import Activity, read_activity
from folkmoot.model.coverage import Quality
from folkmoot.model.errors import UsageError
from folkmoot.model.event import DAY
from folkmoot.people import addresses
from folkmoot.store.database import Connection
from folkmoot.store.withheld import NAME

LANDED = "change.landed"
"""A change of one's own that was merged."""
ON_FORGE = frozenset({"review", "review.comment", "comment", "issue.opened", "change.opened"})
"""Kinds that git never tells of."""
ARCHIVE = "gharchive"
"""The source that begins where it was read, not where the project did."""
FRESH = 31 * DAY
"""A forge that was read more than so many seconds before git is not known up to now."""


@dataclass(frozen=True, order=True)
class Deed:
    """One thing one person did. `item` is what it was done to, so that ten comments on it are one review."""

    ts: int
    event: str
    kind: str
    person: int
    project: int = 0
    organisation: int = 0
    item: str = ""


@dataclass(frozen=True)
class Act:
    """A sort of deeds that a rule can ask for: its name, the kinds it is made of, and how it is said.

    `needs_forge` are the kinds that only a forge tells; without them a count is the least there was.
    """

    name: str
    kinds: frozenset[str]
    needs_forge: frozenset[str] = frozenset()
    title: str = ""


ACTS = {
    act.name: act
    for act in (
        Act("authored", frozenset({"commit", "commit.co-authored"}), title="commits written"),
        Act("landed", frozenset({LANDED}), frozenset({"change.opened"}), "changes merged"),
        Act(
            "reviewed",
            frozenset({"commit.reviewed", "commit.acked", "change.merged", "review", "review.comment"}),
            frozenset({"review", "review.comment"}),
            "changes reviewed or merged",
        ),
        Act(
            "reported", frozenset({"commit.reported", "issue.opened"}), frozenset({"issue.opened"}),
            "problems reported",
        ),
        Act("discussed", frozenset({"comment"}), frozenset({"comment"}), "issues and changes commented on"),
        Act(
            "anything",
            frozenset({
                "commit", "commit.co-authored", "commit.reviewed", "commit.acked", "commit.tested",
                "commit.reported", "commit.helped", "commit.suggested", "change.merged", "review",
                "review.comment", "comment", "issue.opened", "change.opened",
            }),
            frozenset({"review", "comment", "issue.opened"}),
            "contributions of any kind",
        ),
    )
}  # fmt: skip
"""Every act by its name. Signing off is none: it says who passed a commit on, which the commit says too."""


@dataclass(frozen=True)
class Deeds:
    """Everything a store holds: `all` in order of time, `names` by person, `until` which time it knows.

    `since` is the first thing it knows of. `kinds` are those it holds at least one of, by anybody.
    `has_forge` tells whether anything in it comes from a forge; `forge_since` from when on everything there
    is known for all projects, 0 for all of it, None where it never is.
    """

    until: int
    all: tuple[Deed, ...]
    names: Mapping[int, str]
    organisations: Mapping[int, str] = field(default_factory=dict)
    activity: Activity = field(default_factory=lambda: Activity(0))
    projects: Mapping[int, str] = field(default_factory=dict)
    has_forge: bool = False
    forge_since: int | None = None

    @cached_property
    def kinds(self) -> frozenset[str]:
        """Give the kinds of which the store holds at least one deed."""
        return frozenset(deed.kind for deed in self.all)

    @cached_property
    def since(self) -> int:
        """Give when the first deed was done; `until` where there is none."""
        return min((deed.ts for deed in self.all), default=self.until)

    @cached_property
    def _by_person(self) -> dict[int, list[Deed]]:
        found: dict[int, list[Deed]] = {}
        for deed in sorted(self.all):
            found.setdefault(deed.person, []).append(deed)
        return found

    def of(self, person: int) -> list[Deed]:
        """Give what one person did, oldest first."""
        return self._by_person.get(person, [])

    def knows(self, act: Act, since: int = 0) -> bool | None:
        """Tell whether the store knows all (True), some (None) or none (False) of an act from `since` on."""
        if not act.needs_forge:
            return bool(self.kinds & act.kinds)
        if self.knows_forge(since):
            return True
        return None if self.kinds & act.kinds else False

    def knows_forge(self, since: int) -> bool:
        """Tell whether everything on the projects' forges is known from a moment on."""
        return self.forge_since is not None and self.forge_since <= max(since, 0)

    def firsts(self) -> dict[int, Deed]:
        """Give everybody's first deed, where it is known to be their first.

        What only a forge tells is a first one only if all of that forge is known.
        """
        found: dict[int, Deed] = {}
        for deed in sorted(self.all):
            found.setdefault(deed.person, deed)
        whole = self.knows_forge(0)
        return {person: deed for person, deed in found.items() if whole or deed.kind.startswith("commit")}

    def is_named(self, person: int) -> bool:
        """Tell whether somebody may stand in a list: whoever objected or was erased stands in none."""
        return self.names.get(person, NAME) != NAME

    def handle(self, person: int) -> str:
        """Give an account of a person, "" where none is known."""
        seen = self.activity.people.get(person)
        return seen.handles[0] if seen and seen.handles else ""

    def find(self, text: str) -> int:
        """Give the one person of this account, e-mail address or name. Raises UsageError otherwise."""
        words = text.strip().removeprefix("@")
        found = {self.activity.by_handle.get(words.casefold())}
        if "@" in text.strip()[1:]:
            found.add(self.activity.by_email.get(addresses.read(text).mailbox))
        found = {person for person in found if person in self.names}
        if not found:
            found = {p for p, name in self.names.items() if name.casefold() == words.casefold()}
        if len(found) == 1:
            return next(person for person in found if person is not None)
        if found:
            raise UsageError(
                f"Several people are called {text[:80]!r}.", hint="use an account or an e-mail address."
            )
        raise UsageError(
            f"Nobody in the store is {text[:80]!r}.",
            hint="an account is known by its no-reply address or a file in .folkmoot/people/; "
            "`folkmoot people list` names everybody.",
        )


def counted(deeds: Iterable[Deed], act: Act, since: int = 0, until: int | None = None) -> int:
    """Count the deeds of an act from `since` to `until`; several on one item are one."""
    done = {
        deed.item or deed.event
        for deed in deeds
        if deed.kind in act.kinds and deed.ts >= since and (until is None or deed.ts <= until)
    }
    return len(done)


def read_deeds(connection: Connection) -> Deeds:
    """Read everything people did out of a store. Programs are left out by the store's own rules."""
    activity = read_activity(connection)
    views = {
        str(name)
        for (name,) in connection.execute("select table_name from information_schema.tables").fetchall()
    }
    has_forge = {"items", "interactions"} <= views and bool(_all(connection, "select 1 from items limit 1"))
    rows = [*_from_git(connection), *(_from_forge(connection) if has_forge else ())]
    # A commit in several projects, and a merge that git and forge both tell of, are one deed each.
    once: dict[tuple[str, str, int], Deed] = {}
    for deed in sorted(rows):
        key = (deed.item if deed.kind in ("change.merged", LANDED) else deed.event, deed.kind, deed.person)
        once.setdefault(key, deed)
    people = {deed.person for deed in once.values()}
    names = _all(connection, "select person, min(name) from person where is_bot = 0 group by person")
    return Deeds(
        activity.until,
        tuple(sorted(once.values())),
        {int(person): str(name) for person, name in names if person in people},
        dict(_all(connection, "select organisation, name from organisation")),
        activity,
        dict(_all(connection, "select project, name from project")),
        has_forge,
        _forge_since(connection, activity.until) if has_forge else None,
    )


def _forge_since(connection: Connection, until: int) -> int | None:
    """Give from when on every project's forge is known whole; 0: all of it; None: that of some never is.

    What was read from the forge itself goes back to its first item; an archive begins where it was read.
    """
    reach: dict[int, list[int]] = {
        int(project): [] for (project,) in _all(connection, "select project from project")
    }
    rows = _all(
        connection, "select project, source, since, until, quality from coverage where source <> 'git'"
    )
    for project, source, since, known, quality in rows:
        if quality == Quality.COMPLETE.value and known >= until - FRESH and project in reach:
            reach[project].append(int(since) if source == ARCHIVE else 0)
    if not reach or not all(reach.values()):
        return None
    return max(min(starts) for starts in reach.values())


def _from_git(connection: Connection) -> Iterator[Deed]:
    rows = _all(
        connection,
        "select ts, event, kind, person, project, organisation from contributions"
        " where is_bot = 0 and person > 0",
    )
    yield from (Deed(*row) for row in rows)
    rows = _all(
        connection,
        """select merged_ts, event, person, merged_by, project, number, is_bot from changes
        where is_merged = 1 and merged_ts > 0""",
    )
    for ts, event, person, merged_by, project, number, is_bot in rows:
        item = f"{project}!{number}"
        if person > 0 and not is_bot:
            yield Deed(ts, event, LANDED, person, project, 0, item)
        if merged_by > 0 and merged_by != person:
            yield Deed(ts, event, "change.merged", merged_by, project, 0, item)


def _from_forge(connection: Connection) -> Iterator[Deed]:
    rows = _all(
        connection,
        """select ts, event, kind, person, project, organisation, is_change, number from interactions
        where is_bot = 0 and person > 0 and is_noise = 0
            and not (is_own = 1 and kind in ('review', 'review.comment'))""",
    )
    for ts, event, kind, person, project, organisation, is_change, number in rows:
        yield Deed(ts, event, kind, person, project, organisation, _item(project, is_change, number))
    rows = _all(
        connection,
        """select opened_ts, event, person, project, organisation, is_change, number, merged_ts, merged_by
        from items where is_bot = 0 and person > 0""",
    )
    for ts, event, person, project, organisation, is_change, number, merged, merged_by in rows:
        item = _item(project, is_change, number)
        kind = "change.opened" if is_change else "issue.opened"
        yield Deed(ts, event, kind, person, project, organisation, item)
        if merged > 0:
            yield Deed(merged, event, LANDED, person, project, organisation, item)
        if merged > 0 and merged_by > 0 and merged_by != person:
            yield Deed(merged, event, "change.merged", merged_by, project, 0, item)


def _item(project: int, is_change: int, number: int) -> str:
    return f"{project}{'!' if is_change else '#'}{number}"


def _all(connection: Connection, statement: str) -> list[tuple]:  # type: ignore[type-arg]
    return connection.execute(statement).fetchall()
