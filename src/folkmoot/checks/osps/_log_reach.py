"""How far a changelog reaches: one that ended years ago, while releases went on, tells nobody what changed.

Only what is certain is said. A log is believed to be kept where it names the newest version anywhere, has a
date behind the first release it misses, takes its text from elsewhere, or stands beside another that does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from posixpath import dirname
from typing import NamedTuple

from folkmoot.checks.osps._log_places import is_fragment
from folkmoot.checks.osps._log_words import (
    Head,
    Number,
    dates,
    heads,
    is_bare,
    is_included,
    leading,
    numbers,
    read,
    trimmed,
)
from folkmoot.checks.osps._package_logs import package_of
from folkmoot.checks.osps._paths import NOT_OURS
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Ground
from folkmoot.model.released import VersionTag

LARGEST = 3_000_000
BEGINNING = 50_000
"""Characters in which most logs name the newest version; only the others are read in whole."""
MOST_OTHERS = 40
DAY = 86_400
HALF_YEAR = 182 * DAY
YEAR = 365 * DAY
FEW, MANY = 2, 5
"""Releases a log must miss before anything is said: a few over half a year, or this many at once."""

LOGS = re.compile(
    r"(?:^|[/._-])"
    r"(?:change[-_ ]?logs?|changes|history|news|release[-_ ]?notes?|releases|relnotes|whats[-_]?new)"
    r"(?=$|[/._-])(?!.*\.(?:[cm]?[jt]sx?|py|go|rs|rb|java|cs|cc?|cpp|hh?|hpp|sh|pl|css|vue)$)",
    re.IGNORECASE,
)
FORMATS = re.compile(r"https?://(?:www\.)?(?:keepachangelog|semver)\.\w{2,5}/[^\s)>]{0,100}")
"""Where the format of a log is explained: the versions in these addresses are not the project's."""
TAGGED = re.compile(r"\d{1,9}(?:[._-]\d{1,9})+")
SINGLE = re.compile(r"(?:v|r|release[-_/]?)([1-9]\d{0,8})", re.IGNORECASE)
"""A tag without a dot: v34. Such a number in a text may count anything, so any mention of it is believed."""
ALONE = re.compile(r"(?<![\w.])(?:v|r)?(\d{1,9})(?!\w|\.\d)", re.IGNORECASE)
MARKED = re.compile(r"(?<![\w.])(?:v|r|version |release )(\d{1,9})(?!\w|\.\d)", re.IGNORECASE)
NO_LETTER = re.compile(r"([^a-z])")
ANNOUNCING = frozenset({"", "v", "ver", "version", "r", "rel", "release", *"-_@/."})
"""Words and signs before a number that only say a version follows."""

UP_TO = "{path} names versions up to {told}; newer ones that are tagged: {count}, the newest {tag} of {date}."
UNTIL = "{path} tells of nothing after {told}; versions tagged since: {count}, the newest {tag} of {date}."
BARE = "{path} has headings and nothing below them; versions tagged: {count}, the newest {tag} of {date}."
NAMELESS = "{path} has no version and no date; versions tagged: {count}, the newest {tag} of {date}."
STOPS = (UP_TO, UNTIL, BARE, NAMELESS)
LEADS = "It leads to {target}."
REMEDY = (
    "Add to {path} what changed since then, or say at its top, with a link, where the newer notes stand. A "
    "template that nobody fills in is better taken out."
)
REMEDY_OF_NOTES = "Add a file beside {path} for each newer version, or say there where the newer notes stand."


class Stop(NamedTuple):
    """Where the changelog at `path` stops, in words, and where it leads for the rest, "" for nowhere."""

    told: Text
    target: str
    path: str


def stop(ground: Ground, path: str, package: str = "") -> Stop | None:
    """Give where the changelog at `path` stops, None where it is kept or nobody can tell.

    With a `package` it is held against the versions of that one alone, as their tags name it.
    """
    versions = ground.released.versions if ground.released else ()
    tags = _tags(tag for tag in versions if not package or package_of(tag.name) == package.lower())
    if not tags or path in ground.links():
        return None
    ((_, content, size),) = ground.read_all([path], LARGEST)
    if content is None or size > len(content):
        return None
    text = FORMATS.sub("", content.decode("utf-8", "replace"))
    if _number(tags[0]) in _mentioned(text[:BEGINNING], tags) or is_included(text):
        return None
    found = heads(text)
    missed = _missed(path, text, found, tags)
    if missed and _are_single(tags) and _mentioned(text, tags) & {_number(tag) for tag in missed.tags}:
        return None
    if missed is None or _is_told_elsewhere(ground, path, missed.tags, package):
        return None
    said = Message(
        missed.said,
        {
            "path": path,
            "told": missed.told,
            "count": len(missed.tags),
            "tag": missed.tags[0].name[:100],
            "date": _day(missed.tags[0].made_at),
        },
    )
    return Stop(said, leading(text, found[0].at if found else None), path)


class _Missed(NamedTuple):
    said: str
    told: str
    tags: Sequence[VersionTag]


def _missed(path: str, text: str, found: Sequence[Head], tags: Sequence[VersionTag]) -> _Missed | None:
    """Give the versions that a log does not tell of, the newest first; None where it may be kept."""
    until = max(dates(text), default=0)
    named = numbers(text) | numbers(path)
    if _are_single(tags):
        named |= {head.number for head in found} | {(int(each),) for each in MARKED.findall(text)}
    if any(_covers(head.number, _number(tags[0])) for head in found):
        return None
    last = max((tag for tag in tags if _number(tag) in named), key=_number, default=None)
    name, known, since = (last.name, _number(last), last.made_at) if last else ("", (), 0)
    top = max((head.number for head in found if _is_no_date(head.number)), default=())
    if trimmed(top) > known:  # told of and never tagged
        name, known = ".".join(map(str, top)), trimmed(top)
    if known:
        newer = [tag for tag in tags if _number(tag) > known and tag.made_at > since]
        return _if_many(_Missed(UP_TO, name[:100], newer), until)
    if until:
        newer = [tag for tag in tags if tag.made_at > until]
        is_long_ago = bool(newer) and newer[0].made_at - until > YEAR
        return _if_many(_Missed(UNTIL, _day(until - 1)[:7], newer), until) if is_long_ago else None
    return _if_many(_Missed(BARE if is_bare(text) else NAMELESS, "", tags), 0)


def _covers(line: Number, version: Number) -> bool:
    """Tell whether a heading is about a whole line of versions: 2 or 2.1, and this one is 2.1.7."""
    return 0 < len(line) < len(version) and version[: len(line)] == line


def _is_no_date(number: Number) -> bool:
    return len(number) > 1 and not 1970 <= number[0] < 2100


def _if_many(missed: _Missed, until: int) -> _Missed | None:
    """Give it where it is too much for mere delay and nothing was written after the first of it."""
    if len(missed.tags) < FEW:
        return None
    newest, first = missed.tags[0].made_at, min(tag.made_at for tag in missed.tags)
    is_much = len(missed.tags) >= MANY or newest - first >= HALF_YEAR
    return missed if is_much and until <= first else None


def _tags(versions: Iterable[VersionTag]) -> list[VersionTag]:
    """Give the versions, the newest first; none where several things are released side by side."""
    versions = list(versions)
    known = [tag for tag in versions if tag.made_at and len(_all(tag.name)) > 1]
    if not known:
        return [tag for tag in versions if tag.made_at and SINGLE.fullmatch(tag.name)]
    line = _line(known[0].name)
    own = [tag for tag in known if _line(tag.name) == line]
    beside = [tag for tag in known if _line(tag.name) != line]
    return [] if any(tag.made_at > own[0].made_at - YEAR for tag in beside) else own


def _line(name: str) -> str:
    """Give what stands before the number of a version, without the words that only announce it."""
    match = TAGGED.search(name)
    words = NO_LETTER.split((name[: match.start()] if match else name).lower())
    while words and words[-1] in ANNOUNCING:
        words.pop()
    return "".join(words)


def _all(name: str) -> Number:
    match = TAGGED.search(name)
    single = None if match else SINGLE.fullmatch(name)
    return read(match[0]) if match else (int(single[1]),) if single else ()


def _are_single(tags: Sequence[VersionTag]) -> bool:
    return SINGLE.fullmatch(tags[0].name) is not None


def _mentioned(text: str, tags: Sequence[VersionTag]) -> set[Number]:
    """Give the versions anywhere in a text; where tags are single numbers, all that stand by themselves."""
    alone = ALONE.findall(text) if _are_single(tags) else ()
    return numbers(text) | {(int(each),) for each in alone}


def _number(tag: VersionTag) -> Number:
    return trimmed(_all(tag.name))


def _is_told_elsewhere(ground: Ground, path: str, missed: Sequence[VersionTag], package: str) -> bool:
    """Tell whether another log of this repository tells of one of the versions, by its name or its text.

    Of one package those at the top and in its own folder do; others tell of their own versions.
    """
    wanted = {_number(tag) for tag in missed}
    others = [
        other
        for other in ground.paths()
        if other != path
        and (LOGS.search(other) or is_fragment(other))
        and not NOT_OURS.search(other)
        and (not package or "/" not in other or dirname(other) == dirname(path) or is_fragment(other))
    ]
    if any(is_fragment(other) or wanted & _mentioned(other, missed) for other in others):
        return True
    others = sorted(others, key=lambda other: (other.count("/"), other))[:MOST_OTHERS]
    for _, content, _ in ground.read_all(others, LARGEST):
        if content is None or wanted & _mentioned(content.decode("utf-8", "replace"), missed):
            return True
    return False


def _day(moment: int) -> str:
    return datetime.fromtimestamp(moment, UTC).date().isoformat()
