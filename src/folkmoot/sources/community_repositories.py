"""From the entries of a community's file to repositories: patterns followed, forges and dumps beside each."""

from __future__ import annotations

import glob
import re
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from folkmoot.model.community import Community, Listed
from folkmoot.model.errors import NotARepositoryError, SourceError, UsageError
from folkmoot.sources.git.location import Folder, locate
from folkmoot.sources.git.naming import name_of, origin_of
from folkmoot.sources.user_folders import path_of
from folkmoot.sources.web.place import without_mark

MOST = 5_000
"""Most repositories of one community."""
_SSH = re.compile(r"(?:ssh://)?(?:[\w.-]+@)([\w.-]+)[:/](?!/)(.+)")
Lister = Callable[[str], Sequence[str]]
"""Gives the addresses that a pattern such as `https://github.com/engines/*` means; raises SourceError."""


class Found(NamedTuple):
    """One repository: where it is, what it is called, and the forges and dumps to read with it."""

    origin: str
    name: str
    forges: tuple[str, ...]


class Missing(NamedTuple):
    """An entry of which nothing could be read, and why."""

    at: str
    error: SourceError


def repositories(
    community: Community, folder: Path, projects_at: Lister
) -> tuple[list[Found], list[Missing]]:
    """Give every repository of a community whose file lies in `folder`, each once, in the order listed.

    What cannot be found is given beside; it does not lose the others. Raises UsageError for an entry that
    makes no sense, or for too many.
    """
    found: dict[str, Found] = {}
    missing: list[Missing] = []
    for entry in community.repositories or (Listed("."),):
        try:
            places = _places(entry, folder, projects_at)
        except SourceError as error:
            missing.append(Missing(entry.at, error))
            continue
        for place in places:
            try:
                one = _found(entry, place, folder)
            except SourceError as error:
                missing.append(Missing(place, error))
                continue
            if not _fits(one, entry.without):
                found.setdefault(one.origin, one)
    if len(found) > MOST:
        raise UsageError(
            f"{len(found)} repositories are too many; at most {MOST} are read.",
            hint="name fewer in the file.",
        )
    return list(found.values()), missing


def members(community: Community, group: str, found: Sequence[Found]) -> list[Found]:
    """Give the repositories of a group. Raises UsageError for a group that is not there, or has none."""
    if group not in community.groups:
        known = ", ".join(community.groups)
        raise UsageError(
            f"There is no group {group!r}.",
            hint=f"the groups are {known}." if known else "folkmoot.toml has no [groups].",
        )
    chosen = [one for one in found if _fits(one, community.groups[group])]
    if not chosen:
        raise UsageError(
            f"None of the repositories that can be read is in the group {group!r}.",
            hint=f"they are called {', '.join(one.name for one in found[:20])}.",
        )
    return chosen


def _places(entry: Listed, folder: Path, projects_at: Lister) -> list[str]:
    if "://" in entry.at:
        brand = re.match(r"([a-z]+)\+(https?://.*)", entry.at)
        if entry.is_pattern:
            return [f"{brand[1]}+{one}" if brand else one for one in projects_at(entry.at)]
        return [entry.at]
    if not entry.is_pattern:
        is_remote = ":" in entry.at and not (folder / entry.at).exists()
        return [entry.at if is_remote else str(folder / path_of(entry.at))]
    places = sorted(glob.iglob(_pattern(entry.at, folder)))[:MOST]  # noqa: PTH207 - it may begin at the root
    found = [place for place in places if Path(place).is_dir() and _is_repository(place)]
    if not found:
        raise NotARepositoryError(
            f"No repository is found at {entry.at}.", hint="correct `repositories` in the file."
        )
    return found


def _pattern(written: str, folder: Path) -> str:
    """Give a pattern from the root. What a home or the community's own folder is called is no pattern."""
    first, _, rest = written.partition("/")
    if first.startswith("~") and (home := path_of(first)).is_absolute():
        return str(Path(glob.escape(str(home)), rest))
    return str(Path(glob.escape(str(folder)), written))


def _is_repository(place: str) -> bool:
    """Tell whether a folder is a repository itself, rather than a part of the one above."""
    try:
        where = locate(place)
    except SourceError:
        return False
    return isinstance(where, Folder) and where.place == Path(place).resolve()


def _found(entry: Listed, place: str, folder: Path) -> Found:
    brand = re.match(r"([a-z]+)\+(https?://.*)", place)
    origin = without_mark(brand[2] if brand else place)
    where = locate(origin)
    forges = [one if "://" in one else str(folder / path_of(one)) for one in entry.forges]
    if entry.has_own_forge:
        address = origin_of(where) if isinstance(where, Folder) else place
        ssh = _SSH.fullmatch(address)
        own = f"https://{ssh[1]}/{ssh[2]}" if ssh else address
        if not own:
            raise UsageError(
                f"Which forge {entry.at} came from is not known.",
                hint='write its address: forge = "https://...".',
            )
        forges.append(own.removesuffix("/").removesuffix(".git"))
    return Found(origin, name_of(where), tuple(forges))


def _fits(one: Found, patterns: Sequence[str]) -> bool:
    """Tell whether one of the patterns names a repository: whole, by its last word, or by its place."""
    name = one.name.casefold()
    words = {name, name.rpartition("/")[2], one.origin.casefold(), Path(one.origin).name.casefold()}
    return any(fnmatchcase(word, pattern.casefold()) for pattern in patterns for word in words)
