"""Records of votes as communities keep them: read at the tip, dated by when they landed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from folkmoot.govern.plain_yaml import UnreadableYamlError, read_mapping
from folkmoot.govern.votes import Record, read_record
from folkmoot.model.ballot import Poll
from folkmoot.model.errors import FolkmootError
from folkmoot.model.role import Change
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.landings import landings
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.tree import GitTree
from folkmoot.store.remembered import remember, remembered
from folkmoot.views.governing.known import VOTE

MOST_RECORDS = 2_000
MOST_BYTES = 5_000_000
FORM = "1"
"""Raised when records are dated in another way, so that what was remembered is not believed."""
SETTINGS = "election.yaml"
_NO_RECORD = re.compile(
    r"(?:.*/)?(?:readme|index|howto|template|_[^/]*)\.[a-z]+|(?:.*/)?templates?/.*", re.IGNORECASE
)


@dataclass(frozen=True)
class Recorded:
    """One vote on record. `landed` is the commit that brought it; None where the clone does not show it."""

    path: str
    poll: Poll
    landed: Change | None


@dataclass(frozen=True)
class Announced:
    """An election whose settings are here and whose ballots are not. Moments are in seconds since 1970."""

    path: str
    title: str
    starts: int
    ends: int
    seats: str


def read_records(repository: Repository, tree: GitTree, files: Sequence[str]) -> list[Recorded]:
    """Give every record of a vote among some files, the newest first."""
    paths = [path for path in files if not _NO_RECORD.fullmatch(path)][:MOST_RECORDS]
    texts = dict(_texts(tree, paths + _beside(tree, paths)))
    polls = {path: poll for path in paths if (poll := _poll(path, texts)) is not None}
    landed = _landed(repository, {tree.entries[path]: path for path in polls}) if polls else {}
    found = (Recorded(path, poll, landed.get(path)) for path, poll in polls.items())
    return sorted(found, key=lambda one: (-(one.landed.when if one.landed else 0), one.path))


def read_announced(tree: GitTree, files: Sequence[str]) -> list[Announced]:
    """Give the elections that have settings and no ballots, the one that ends last first."""
    folders = {_folder(path) for path in files if path.casefold().endswith("ballots.csv")}
    paths = [
        path
        for path in files
        if path.endswith(SETTINGS) and _folder(path) not in folders and not _NO_RECORD.fullmatch(path)
    ]
    found = [one for path, text in _texts(tree, paths[:MOST_RECORDS]) if (one := _announced(path, text))]
    return sorted(found, key=lambda one: (-one.ends, one.path))


def _poll(path: str, texts: dict[str, str]) -> Poll | None:
    """Read one record; None for what is none, which most files with a likely name are not."""
    if path not in texts or path.endswith(SETTINGS):
        return None
    folder = _folder(path)
    beside = {
        other.rpartition("/")[2]: text
        for other, text in texts.items()
        if other != path and _folder(other) == folder
    }
    try:
        return read_record(Record(path, texts[path], beside))
    except (FolkmootError, RecursionError):
        return None


def _beside(tree: GitTree, paths: list[str]) -> list[str]:
    """Give the files that an election's ballots are read with: settings, results, and what candidates say."""
    folders = {_folder(path) for path in paths if path.casefold().endswith("ballots.csv")}
    names = ("candidate-", SETTINGS, "results.md")
    return [
        path
        for path in tree.entries
        if _folder(path) in folders
        and path not in paths
        and path.rpartition("/")[2].casefold().startswith(names)
    ]


def _texts(tree: GitTree, paths: list[str]) -> Iterator[tuple[str, str]]:
    blobs = [tree.entries[path] for path in paths]
    for path, (_, content, size) in zip(paths, contents(tree.git, blobs, MOST_BYTES), strict=True):
        if content is not None and size <= MOST_BYTES:
            yield path, content.decode("utf-8-sig", "replace")


def _landed(repository: Repository, wanted: dict[str, str]) -> dict[str, Change]:
    """Give when each record came: its path, or its present content (`wanted`) under another path."""
    key = [FORM, repository.tip, *sorted(repository.boundary)]
    known = remembered("records", key)
    if isinstance(known, dict):
        with suppress(TypeError, ValueError):
            return {path: Change(str(commit), int(when)) for path, (commit, when) in known.items()}
    found = _landings(repository, wanted)
    remember("records", key, {path: [change.commit, change.when] for path, change in found.items()})
    return found


def _landings(repository: Repository, wanted: dict[str, str]) -> dict[str, Change]:
    first: dict[str, Change] = {}
    for commit in landings(repository.git, repository.tip, VOTE.fullmatch):
        for change in commit.changes:
            moment = Change(commit.sha, commit.committed_at)
            for path in {change.path, wanted.get(change.after, change.path)}:
                if change.after and (path not in first or first[path].when >= moment.when):
                    first[path] = moment
    return first


def _announced(path: str, text: str) -> Announced | None:
    try:
        values = read_mapping(text).values
    except UnreadableYamlError:
        return None
    title, seats = values.get("name"), values.get("no_winners")
    ends = _moment(values.get("end_datetime"))
    if not isinstance(title, str) or not title or not ends:
        return None
    starts = _moment(values.get("start_datetime"))
    return Announced(path, title, starts, ends, seats if isinstance(seats, str) and seats.isdecimal() else "")


def _moment(value: object) -> int:
    """Give a moment of an election's settings, in UTC where they name no offset; 0 for what is none."""
    if not isinstance(value, str):
        return 0
    try:
        moment = datetime.fromisoformat(value.strip())
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError):
        return 0


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
