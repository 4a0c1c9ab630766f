"""Whom to thank for a release or a month: everybody, by what they did, in alphabetical order.

Nobody is counted, and nobody stands before another but by the alphabet. Work that is not code is asked for
first; what this store cannot show is said, so that somebody can add it by hand.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

from folkmoot.govern.growing.deeds import Deeds
from folkmoot.i18n import Message, Text
from folkmoot.model.errors import UsageError
from folkmoot.model.event import HOUR
from folkmoot.store.database import Connection


@dataclass(frozen=True)
class Span:
    """What is thanked for: a title, the time after `since` up to `until`, and one project or (0) all."""

    title: str
    since: int
    until: int
    project: int = 0


@dataclass(frozen=True)
class Group:
    """One way of having helped, and the people who did, by name."""

    id: str
    title: Text
    people: tuple[int, ...]


@dataclass(frozen=True)
class Thanks:
    """Everybody to thank. `notes` say what is not known here."""

    span: Span
    groups: tuple[Group, ...]
    notes: tuple[Text, ...]


@dataclass(frozen=True)
class Touched:
    """That somebody changed a file of one kind of content at some time; `locale` "" is no translation."""

    person: int
    project: int
    ts: int
    content: str
    locale: str


AT_ONCE = 6 * HOUR
"""Seconds between releases that are one, as many were made at one sitting."""
KINDS: tuple[tuple[str, str, frozenset[str]], ...] = (
    ("reviewed", "Reviewed and looked after changes", frozenset({
        "commit.reviewed", "commit.acked", "change.merged", "review", "review.comment",
    })),
    ("reported", "Reported problems", frozenset({"commit.reported", "issue.opened"})),
    ("tested", "Tested", frozenset({"commit.tested"})),
    ("helped", "Helped and suggested", frozenset({"commit.helped", "commit.suggested", "comment"})),
    ("wrote", "Wrote commits", frozenset({"commit", "commit.co-authored"})),
)  # fmt: skip


def thanks(deeds: Deeds, touched: Iterable[Touched], span: Span, *, is_whole: bool = True) -> Thanks:
    """Give whom to thank in a span. `is_whole`: the history is all here, so that a first time is a first."""
    lately = [
        deed for deed in deeds.all if _is_in(span, deed.ts, deed.project) and deeds.is_named(deed.person)
    ]
    found: dict[str, set[int]] = {}
    for name, _, kinds in KINDS:
        found[name] = {deed.person for deed in lately if deed.kind in kinds}
    files = [each for each in touched if _is_in(span, each.ts, each.project) and deeds.is_named(each.person)]
    found["documented"] = {each.person for each in files if each.content == "documentation"}
    found["translated"] = {each.person for each in files if each.content == "translation" or each.locale}
    first = deeds.firsts() if is_whole else {}
    found["first"] = {person for person, deed in first.items() if _is_in(span, deed.ts, 0)} & {
        deed.person for deed in lately
    }
    titles = {name: title for name, title, _ in KINDS} | {
        "first": "Here for the first time, welcome", "documented": "Wrote documentation",
        "translated": "Translated",
    }  # fmt: skip
    order = ("first", "documented", "translated", *(name for name, _, _ in KINDS))
    groups = [Group(name, titles[name], _by_name(deeds, found[name])) for name in order if found[name]]
    notes: list[Text] = []
    if not deeds.knows_forge(span.since):
        notes.append("What happened on a forge is not all in this store: add those people by hand.")
    if not is_whole:
        notes.append("The history is not all here, so nobody can be said to be here for the first time.")
    if not groups:
        notes.append("Nobody did anything in this time that this store shows.")
    return Thanks(span, tuple(groups), tuple(notes))


def _is_in(span: Span, ts: int, project: int) -> bool:
    return span.since < ts <= span.until and (not span.project or not project or project == span.project)


def _by_name(deeds: Deeds, people: set[int]) -> tuple[int, ...]:
    return tuple(sorted(people, key=lambda p: (deeds.names[p].casefold(), deeds.handle(p).casefold(), p)))


def month(text: str) -> Span:
    """Give the span of a month written as 2026-03. Raises UsageError."""
    try:
        start = datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC)
        after = start.replace(year=start.year + start.month // 12, month=start.month % 12 + 1)
    except ValueError as error:
        raise UsageError(f"{text[:40]!r} is no month.", hint="write it as 2026-03.") from error
    return Span(text, int(start.timestamp()) - 1, int(after.timestamp()) - 1)


def release(connection: Connection, tag: str = "") -> Span:
    """Give the span of a release: after the one before it, up to its own tag; "" is the newest.

    Before a full release comes a full one; before a release candidate, whatever was tagged last. What was
    tagged within AT_ONCE before belongs to it: other packages, or the same mends for older versions. Raises
    UsageError when there is none, or several projects have the tag.
    """
    rows = connection.execute(
        "select project, tag, ts, is_prerelease from releases order by ts, project, tag"
    ).fetchall()
    full = [row for row in rows if not row[3]] or rows
    chosen = [row for row in rows if row[1] == tag] if tag else full[-1:]
    # Of `v1.0` and `1.0` the store holds one: the same release.
    chosen = chosen or [row for row in rows if tag in (f"v{row[1]}", str(row[1]).removeprefix("v"))]
    if not chosen:
        raise UsageError(
            f"There is no release {tag[:80]!r} here." if tag else "There are no releases here.",
            hint="`--month 2026-03` thanks for a month.",
        )
    if len({row[0] for row in chosen}) > 1:
        raise UsageError(f"Several projects have the release {tag[:80]!r}.", hint="name one repository.")
    project, name, ts, is_prerelease = chosen[-1]
    before = [
        row for row in rows if row[0] == project and row[2] < ts - AT_ONCE and (is_prerelease or not row[3])
    ]
    return Span(str(name), int(before[-1][2]) if before else -1, int(ts), int(project))


def read_touched(connection: Connection, span: Span) -> list[Touched]:
    """Read which kinds of files people changed in a span; programs are left out."""
    rows = connection.execute(
        """select distinct person, project, ts, content, locale from touches
        where is_bot = 0 and person > 0 and ts > ? and ts <= ?
            and (content in ('documentation', 'translation') or locale <> '')
        order by person, project, ts, content, locale""",
        [span.since, span.until],
    ).fetchall()
    return [Touched(*row) for row in rows]


def is_whole(connection: Connection) -> bool:
    """Tell whether the store knows the whole history of its projects."""
    row = connection.execute(
        """select count(*) from project p where not exists (
            select 1 from coverage c
            where c.project = p.project and c.source = 'git' and c.quality = 'complete')"""
    ).fetchone()
    return row is not None and row[0] == 0


def titled(span: Span, day_of: tuple[str, str]) -> Message:
    """Give the heading: what is thanked for and from when to when."""
    return Message(
        "Thank you: {title} ({since} to {until})",
        {"title": span.title, "since": day_of[0], "until": day_of[1]},
    )
