"""Letting go of what was held long enough: periods by class of data, counted from the last act.

A name goes when nobody it belongs to did anything within the period; what was done stays under a number, and
whoever comes back is found by the keyed hash and named again. Texts go by their own age, check-ins by the
last day they tell of. Files go by when they were last written.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import suppress
from glob import escape
from pathlib import Path

from folkmoot.model.privacy import PrivacySettings
from folkmoot.people.tombstones import new_bundle, stand_in
from folkmoot.sources import clock
from folkmoot.sources.user_folders import cache_folder
from folkmoot.store.checkins import checkin_files, entries, is_entry, last_told, without
from folkmoot.store.database import Connection, one, reading
from folkmoot.store.inventory import CLASSES
from folkmoot.store.lookup import Lookup, digest, kept_domain
from folkmoot.store.people import resolve_people
from folkmoot.store.writer import writing

MONTH = 2_629_800
"""Seconds of a mean month."""
_LAST = """
    with act as (
        select author as identity, authored_at as ts from commit_fact
        union all select committer, committed_at from commit_fact
        union all select t.identity, c.authored_at from trailer_fact t
            join commit_fact c on c.commit = t.commit
        union all select author, opened_at from change_fact
        union all select merged_by, merged_at from change_fact
        union all select tagger, released_at from release_fact
        union all select author, opened_at from item_fact union all select merged_by, merged_at from item_fact
        union all select closed_by, closed_at from item_fact union all select author, made_at from remark_fact
        union all select actor, made_at from turn_fact union all select actor, made_at from act_fact
    )
    select ip.person, list(distinct ip.identity) from identity_person ip
    join person p on p.person = ip.person and p.is_bot = 0
    join identity i on i.identity = ip.identity
    left join act a on a.identity = ip.identity
    group by ip.person
    having coalesce(max(a.ts), 0) < ? and max(length(i.name) + length(i.email)) > 0 order by ip.person"""
_TEXTS = (("commit_fact", "subject", "committed_at"), ("item_fact", "title", "updated_at"))


def overdue(store: Path, settings: PrivacySettings, now: int = 0) -> dict[str, int]:
    """Give how many people, texts and files are held longer than they should be, by class of data."""
    ends = _ends(settings, now)
    found = dict.fromkeys(ends, 0)
    with reading(store) as connection:
        if end := ends.get("identifiers"):
            found["identifiers"] = len(connection.execute(_LAST, [end]).fetchall())
        if end := ends.get("texts"):
            for table, column, when in _TEXTS:
                question = f"select count(*) from {table} where {column} <> '' and {when} < ?"  # noqa: S608 - names above
                found["texts"] += int(one(connection, question, [end])[0])
    for name, paths in _files(store, ends):
        found[name] += len(list(paths))
    if end := ends.get("checkins"):
        found["checkins"] = sum(
            _is_old(entry, path, end) for path in checkin_files() for entry in entries(path)
        )
    return found


def apply(store: Path, settings: PrivacySettings, now: int = 0) -> None:
    """Let go of everything overdue; the store is written anew, so that nothing of it is left in the file."""
    ends = _ends(settings, now)
    if any(ends.get(name) for name in ("identifiers", "texts")):
        with writing(store, rewrites=True) as connection:
            if end := ends.get("identifiers"):
                _forget(connection, connection.execute(_LAST, [end]).fetchall())
            if end := ends.get("texts"):
                for table, column, when in _TEXTS:
                    connection.execute(f"update {table} set {column} = '' where {when} < ?", [end])  # noqa: S608 - names above
    for _, paths in _files(store, ends):
        for path in list(paths):
            with suppress(OSError):
                if path.is_dir():
                    shutil.rmtree(path)
                else:
                    path.unlink()
    if end := ends.get("checkins"):
        for path in checkin_files():
            without(path, lambda entry, path=path: _is_old(entry, path, end))  # type: ignore[misc]


def _is_old(entry: str, path: Path, end: int) -> bool:
    return is_entry(entry) and last_told(entry, path) < end


def _ends(settings: PrivacySettings, now: int) -> dict[str, int]:
    """Give by class the moment before which things are overdue; classes without a period are left out."""
    now = now or clock.now()
    months = {one.id: settings.retention.get(one.id, one.months) for one in CLASSES if one.retained}
    return {name: now - count * MONTH for name, count in months.items() if count}


def _forget(connection: Connection, people: Iterable[tuple[int, list[int]]]) -> None:
    lookup = Lookup(connection)
    for _, identities in people:
        bundle = new_bundle()
        for number in identities:
            (email,) = one(connection, "select email from identity where identity = ?", [number])
            connection.execute("update identity set name = '', email = '' where identity = ?", [number])
            connection.execute("delete from bundle where identity = ?", [number])
            connection.execute("insert into bundle values (?, ?, ?)", [number, bundle, kept_domain(email)])
            account = one(connection, "select host from account where identity = ?", [number])
            if account:
                login = stand_in(bundle)
                connection.execute("update account set login = ? where identity = ?", [login, number])
                mark = digest(lookup.key, "account", account[0], login)
                connection.execute("insert into lookup values (?, ?)", [number, mark])
    resolve_people(connection)


def _files(store: Path, ends: dict[str, int]) -> Iterator[tuple[str, Iterable[Path]]]:
    cache = cache_folder()
    places = {
        "caches": [
            *(cache / "remembered").glob("*.json"),
            *store.parent.glob(f"{escape(store.name)}.*.spool"),
        ],
        "clones": [*(cache / "clones").glob("*.git")],
    }
    for name, paths in places.items():
        if end := ends.get(name):
            yield name, [path for path in paths if _written_at(path, end) < end]


def _written_at(path: Path, gone: int) -> float:
    """Give when a file was written, `gone` where another run has removed it meanwhile."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return gone
