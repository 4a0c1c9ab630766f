"""One advisory as the OSV format writes it, taken apart: https://ossf.github.io/osv-schema/ (1.x).

Records come from anybody: every field is taken for what it should be or not at all, and what is too long for
any real one makes the record unreadable rather than half read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any, NamedTuple

from folkmoot.model.purl import parse_purl
from folkmoot.supply.advisories.cvss import base_score
from folkmoot.supply.advisories.naming import ecosystem_and_name, normal_name, repository_name
from folkmoot.supply.reading.plain import entries, table, tables, words
from folkmoot.supply.versions import LONGEST

MOST_NAMES = 200
MOST_MARKS = 200_000
"""Most versions and events of one package in one record: the longest real one has some thousands."""
LONGEST_SUMMARY = 300
LONGEST_VECTOR = 200
LONGEST_ADDRESS = 1_000
EVENTS = ("introduced", "fixed", "last_affected", "limit")

_ID = re.compile(r"[A-Za-z][A-Za-z0-9]*-[A-Za-z0-9][A-Za-z0-9:._-]{0,98}")
_LAST_KNOWN = re.compile(r"(<=?)\s*([^\s,<>=]+)")
_WORDS = {"LOW": "low", "MODERATE": "medium", "MEDIUM": "medium", "HIGH": "high", "CRITICAL": "critical"}


class UnreadableRecordError(ValueError):
    """Something is no record of an advisory; the text says why."""


class Range(NamedTuple):
    """A range of versions: whether they are semantic, and its events as (kind, version), in their order."""

    is_semantic: bool
    events: tuple[tuple[str, str], ...]


class Affected(NamedTuple):
    """Which versions of one package are affected. `imports` are the import paths, where only some are."""

    ecosystem: str
    package: str
    ranges: tuple[Range, ...]
    versions: tuple[str, ...]
    imports: tuple[str, ...] = ()


class Advisory(NamedTuple):
    """One advisory. `names` begin with its own id; `modified` is in seconds since 1970, 0: not known.

    `score` is the highest base score of its CVSS vectors, `word` what the database calls its severity, ""
    where it does not. `kind` is what an advisory names that is no hole ("unmaintained"), else "".
    """

    names: tuple[str, ...]
    summary: str
    score: float | None
    vector: str
    word: str
    kind: str
    modified: int
    is_withdrawn: bool
    affected: tuple[Affected, ...]

    @property
    def id(self) -> str:
        """Give the advisory's own id."""
        return self.names[0]


def read_record(told: Any) -> Advisory:
    """Take a decoded record apart. Raises UnreadableRecordError."""
    record = table(told)
    own = record.get("id")
    if not isinstance(own, str) or not _ID.fullmatch(own):
        raise UnreadableRecordError("it has no id")
    packages = tables(record.get("affected"))
    aliases = [name for name in words(record.get("aliases")) if _ID.fullmatch(name)]
    if len(aliases) >= MOST_NAMES:
        raise UnreadableRecordError("it has more aliases than there are databases")
    score, vector, word = _severity(record, packages)
    return Advisory(
        tuple(dict.fromkeys([own, *aliases])),
        _summary(record),
        score,
        vector,
        word,
        _kind(own, packages),
        max(_time(record.get("modified")), _time(record.get("published"))),
        bool(record.get("withdrawn")),
        tuple(
            read for each in packages for read in (_affected(each), *_of_commits(each)) if read is not None
        ),
    )


def _affected(told: dict[str, Any]) -> Affected | None:
    """Give what one package's entry says; None for one that names no package or no version."""
    package = table(told.get("package"))
    ecosystem, name = package.get("ecosystem"), package.get("name")
    if not (isinstance(ecosystem, str) and isinstance(name, str) and ecosystem and name):
        try:
            found = ecosystem_and_name(parse_purl(str(package.get("purl") or "")))
        except ValueError:
            return None
        if found is None:
            return None
        ecosystem, name = found
    ecosystem, name = _clean(ecosystem), normal_name(ecosystem, _clean(name))
    known = table(told.get("database_specific")).get("last_known_affected_version_range")
    ranges = tuple(
        Range(each["type"] == "SEMVER", _ended(_events(each), known))
        for each in tables(told.get("ranges"))
        if each.get("type") in {"SEMVER", "ECOSYSTEM"}
    )
    versions = tuple(_version(each) for each in entries(told.get("versions")) if isinstance(each, str))
    if sum(len(each.events) for each in ranges) + len(versions) > MOST_MARKS:
        raise UnreadableRecordError("it names more versions than any package has")
    if not versions and not any(each.events for each in ranges):
        return None
    specific = tables(table(told.get("ecosystem_specific")).get("imports"))
    imports = tuple(dict.fromkeys(words([each.get("path") for each in specific])))[:MOST_NAMES]
    return Affected(ecosystem, name, ranges, versions, imports)


def _of_commits(told: dict[str, Any]) -> Iterator[Affected]:
    """Give what one entry says of the commits of each repository that it names."""
    for each in tables(told.get("ranges"))[:MOST_NAMES]:
        repository = each.get("repo")
        if each.get("type") == "GIT" and isinstance(repository, str):
            name, events = repository_name(repository[:LONGEST_ADDRESS]), _events(each)
            if len(events) > MOST_MARKS:
                raise UnreadableRecordError("it names more commits than any repository has")
            if name and events:
                yield Affected("GIT", _clean(name), (Range(False, events),), ())


def _events(told: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (kind, _version(event[kind]))
        for event in tables(told.get("events"))
        for kind in EVENTS
        if isinstance(event.get(kind), str)
    )


def _ended(events: tuple[tuple[str, str], ...], known: object) -> tuple[tuple[str, str], ...]:
    """Give events with the end that GitHub tells beside them where nothing mends what is affected.

    Without it, every later version would count as affected: https://github.com/github/advisory-database/issues/470
    """
    told = _LAST_KNOWN.fullmatch(known.strip()) if isinstance(known, str) and len(known) < LONGEST else None
    if told is None or not events or any(kind != "introduced" for kind, _ in events):
        return events
    return (*events, ("last_affected" if told[1] == "<=" else "limit", _version(told[2])))


def _version(text: str) -> str:
    """Give a version no longer than can still be told from all that are compared."""
    text = text[: LONGEST + 1].strip()
    return text if text.isascii() and text.isprintable() else _clean(text)


def _summary(record: dict[str, Any]) -> str:
    """Give the summary, else the first line of the details, in one line."""
    for field in ("summary", "details"):
        text = record.get(field)
        if isinstance(text, str) and (line := " ".join(text.strip()[:2_000].partition("\n\n")[0].split())):
            return _clean(line if len(line) <= LONGEST_SUMMARY else line[: LONGEST_SUMMARY - 1] + "…")
    return ""


def _severity(record: dict[str, Any], packages: list[dict[str, Any]]) -> tuple[float | None, str, str]:
    """Give the highest base score with its vector, and the database's own word."""
    told = tables(record.get("severity"))
    for package in packages[:100]:
        told = told or tables(package.get("severity"))
    vectors = [each["score"][:LONGEST_VECTOR] for each in told if isinstance(each.get("score"), str)]
    scored = [(score, vector) for vector in vectors[:20] if (score := base_score(vector)) is not None]
    best: tuple[float | None, str] = max(scored, default=(None, _clean(vectors[0]) if vectors else ""))
    word = table(record.get("database_specific")).get("severity")
    return *best, _WORDS.get(word.upper(), "") if isinstance(word, str) else ""


def _kind(own: str, packages: list[dict[str, Any]]) -> str:
    """Give what a record is that names no hole in a package: RustSec's informational ones, and malware."""
    if own.startswith("MAL-"):
        return "malicious"
    kinds = {table(each.get("database_specific")).get("informational") for each in packages[:100]}
    return str(kinds.pop()) if kinds in ({"unmaintained"}, {"unsound"}, {"notice"}) else ""


def _time(told: object) -> int:
    """Give a time of RFC 3339 in seconds since 1970, 0 where there is none."""
    try:
        return max(0, int(datetime.fromisoformat(str(told)[:40]).timestamp())) if told else 0
    except (ValueError, OverflowError):
        return 0


def _clean(text: str) -> str:
    """Give a text that can be written anywhere: no control characters, no halves of characters."""
    if text.isascii() and text.isprintable():
        return text
    whole = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(letter if letter.isprintable() else " " for letter in whole)
