"""The words of changelogs: versions, dates and links, read generously, so that a kept log shows it."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from typing import NamedTuple

Number = tuple[int, ...]

VERSION = re.compile(r"(?<![\d.])(?<!\d[_-])\d{1,9}(?:[._-]\d{1,9}){1,5}(?!\d)")
SEPARATORS = re.compile(r"[._-]")
MARK = re.compile(r"[ \t]{0,3}(?:#{1,6}|={1,6}(?= )|<h\d[^<>]{0,80}>)")
UNDERLINE = re.compile(r"[ \t]*(?:={3,}|-{3,}|~{3,}|\*{3,}|\^{3,})[ \t]*")
OPENING = r"[\s\[(*_`+-]{0,6}"
IN_HEADING = re.compile(
    rf"{OPENING}(?:[A-Za-z][\w.-]{{0,30}}\s+){{0,4}}{OPENING}v?(\d{{1,9}}(?:\.\d{{1,9}}){{0,5}})(?!\w)"
)
IN_LINE = re.compile(
    rf"{OPENING}(?:version |release )?v?(\d{{1,9}}(?:\.\d{{1,9}}){{1,5}})(?![\w%])", re.IGNORECASE
)
LONGEST_HEAD = 160

MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
ISO = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/._年]\s?(1[0-2]|0?[1-9])(?!\d)")
TURNED = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)")
NAMED = re.compile(
    rf"\b({MONTHS})[a-z]{{0,6}}\.?(?:[ ,-]{{1,3}}\d{{1,2}}(?:st|nd|rd|th)?)?(?:[ ,-]{{1,3}}[\d:]{{5,8}})?"
    r"(?:[ ,-]{1,3}[A-Z]{3,4})?[ ,-]{1,3}((?:19|20)\d\d)\b",
    re.IGNORECASE,
)

INCLUDES = re.compile(
    r"^[ \t]*(?:\.\. *(?:\w+:)?\w*(?:include|changelog|release-?notes)\w*::|\{\{ ?#?include|include::)",
    re.MULTILINE,
)
PAGE_OF_RELEASES = re.compile(r"https?://[^\s)>\]\"']{1,200}/releases/?(?=[\s)>\]\"'.,;#?]|$)", re.IGNORECASE)
NOTES = re.compile(
    r"https?://[^\s)>\]\"']{0,200}(?:change-?log|changes|release-?notes?|whats-?new|/news|/blog|history)"
    r"[^\s)>\]\"']{0,200}",
    re.IGNORECASE,
)
NO_NOTES = re.compile(
    r"keepachangelog|common-changelog|generator|generate|conventional|cliff|changesets", re.IGNORECASE
)
SAYS_WHERE = re.compile(
    r"\b(?:github|gitlab|gitea|codeberg|forgejo) releases?\b|\breleases? page\b", re.IGNORECASE
)
LEAST_PREAMBLE, LONGEST_PREAMBLE = 600, 4000

LONGEST_BARE = 20_000
COMMENTS = re.compile(r"<!--.{0,5000}?-->", re.DOTALL)
UNDERLINED = re.compile(r"^[^\n]{1,120}\n[ \t]*(?:={3,}|-{3,}|~{3,})[ \t]*$", re.MULTILINE)
NO_WORDS = re.compile(r"\s*(?:#{1,6}\s|={3,}|-{3,}|~{3,}|\[[^\]]{1,80}\]:\s|<!--)")
BOILERPLATE = re.compile(
    r"keepachangelog|semver\.org|semantic versioning|keep a changelog|"
    r"notable changes|will be documented|documented (?:here|in this file)",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"[\s*+.-]*(?:unreleased|n/?a|none|nothing(?: yet)?|tbd|todo|"
    r"added|changed|deprecated|removed|fixed|security)?[\s:.…]*",
    re.IGNORECASE,
)


class Head(NamedTuple):
    """A version that a heading or a line begins with, as it is written, and where the line begins."""

    at: int
    number: Number


def numbers(text: str) -> set[Number]:
    """Give every version anywhere, as numbers without zeros at the end; 1.2-3 names 1.2 too."""
    told = {match[0] for match in VERSION.finditer(text)}
    return {trimmed(read(each)) for whole in told for each in (whole, whole.partition("-")[0])}


def read(number: str) -> Number:
    """Give the numbers of a version as it is written."""
    return tuple(int(part) for part in SEPARATORS.split(number))


def trimmed(number: Number) -> Number:
    """Give the numbers of a version without zeros at its end: 1.2 is 1.2.0."""
    while number and not number[-1]:
        number = number[:-1]
    return number


def heads(text: str) -> list[Head]:
    """Give the versions that headings and lines begin with; headings may say a few words before."""
    found, at = [], 0
    lines = text.split("\n")
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        if line and len(line) <= LONGEST_HEAD:
            mark = MARK.match(line)
            pattern = IN_HEADING if mark or UNDERLINE.fullmatch(below) else IN_LINE
            if match := pattern.match(line, mark.end() if mark else 0):
                found.append(Head(at, read(match[1])))
        at += len(line) + 1
    return found


def dates(text: str) -> Iterator[int]:
    """Give the end of every month that the text names with its year, in seconds since 1970.

    Where day and month may be meant either way, the later counts.
    """
    for match in ISO.finditer(text):
        yield _end(int(match[1]), int(match[2]))
    for match in TURNED.finditer(text):
        months = [number for number in (int(match[1]), int(match[2])) if 1 <= number <= 12]
        if months:
            yield _end(int(match[3]), max(months))
    for match in NAMED.finditer(text):
        yield _end(int(match[2]), MONTHS.split("|").index(match[1].lower()) + 1)


def leading(text: str, first: int | None) -> str:
    """Give where the lines before the `first` version lead for notes on releases, "" where nowhere."""
    text = text[: max(first, LEAST_PREAMBLE) if first is not None else None][:LONGEST_PREAMBLE]
    if found := PAGE_OF_RELEASES.search(text):
        return found[0]
    if found := next((each for each in NOTES.finditer(text) if not NO_NOTES.search(each[0])), None):
        return found[0].rstrip(".,;:")
    found = SAYS_WHERE.search(text)
    return found[0] if found else ""


def is_included(text: str) -> bool:
    """Tell whether a text takes what it tells from another file."""
    return INCLUDES.search(text) is not None


def is_bare(text: str) -> bool:
    """Tell whether a log has headings, and what templates say about themselves, and nothing else."""
    if len(text) > LONGEST_BARE:
        return False
    lines = UNDERLINED.sub("", COMMENTS.sub("", text)).split("\n")
    return all(NO_WORDS.match(line) or BOILERPLATE.search(line) or NOTHING.fullmatch(line) for line in lines)


def _end(year: int, month: int) -> int:
    return calendar.timegm((year + month // 12, month % 12 + 1, 1, 0, 0, 0))
