"""Tags that name a version, as releases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.command import Git

VERSION = re.compile(r"(?:^|[^0-9A-Za-z.])(?:v|r|rel|release|version)?[-_.]?\d+(?:[._-]\d+)+", re.IGNORECASE)
PLAIN_VERSION = re.compile(
    r"(?:v|r|release[-_/]?)\d+(?:[-.]?(?:a|b|rc|alpha|beta)\.?\d*)?|\d+[-._](?:alpha|beta|rc)[-._]?\d*",
    re.IGNORECASE,
)
PRERELEASE = re.compile(
    r"(?:^|[\W_\d])(?:a|b|c|rc|pre|dev|alpha|beta|preview|canary|next|nightly|snapshot|insiders?|experimental|"
    r"m|ea|cr|pr|milestone|test)[-_.]?\d*(?:[\W_]|$)|\d\.[d-h]$",
    re.IGNORECASE,
)
"""What announces; RubyGems goes on from `1.3.0.c` with `1.3.0.d`."""
BUILT_FROM = re.compile(r"(?<=[-_.+])g?(?=[a-f]*\d)[0-9a-f]{7,40}(?=$|[-_.+])")
"""The commit of a build, as hotfixes name it; its letters mean nothing (`ed5657c` is no candidate)."""
ANNOUNCED = re.compile(
    r"(?:^|[\W_])(?:rc|pre|dev|alpha|beta|preview|nightly|snapshot)[-_.]?v?\d", re.IGNORECASE
)
NUMBERED = re.compile(
    r"\d+\.\d+\.\d+-(?!(?:final|ga|release|stable|lts|esr|post|patch|hotfix|fix|build|rev|update|security|"
    r"jre|jdk|java|android|linux|windows|macos|ubuntu|debian|alpine|rhel|gke|eks|aks)\.)[a-z][a-z-]+\.\d+",
    re.IGNORECASE,
)
"""What https://semver.org calls a pre-release and npm numbers: `1.0.6-temp.0`; other words are releases'."""
LETTERED = re.compile(r"(.*\d)[abc]", re.IGNORECASE)
"""A version with a letter right behind its numbers and none behind it: `3.7a`, `OpenSSL_1_0_2b`."""
VERSION_SIGN = re.compile(r"^v(?=\d)", re.IGNORECASE)
FORMAT = "%00".join(
    f"%({field})"
    for field in (
        "refname:strip=2", "objecttype", "objectname", "*objectname", "taggername", "taggeremail",
        "taggerdate:raw", "creatordate:raw", "*objecttype", "*committerdate:unix",
    )
)  # fmt: skip
NESTED = "tag:"
"""Stands before the id of a tag that a tag points to, until it is followed."""
AT_ONCE = 5
"""Tags made in one go from which on somebody may have tagged what was released long before."""
MINUTE = 60
CHUNK = 500
"""Names of tags given to one call."""


class Tag(NamedTuple):
    """One version tag. `tagger` is `Name <mail>`, empty for a lightweight tag; `offset` is in minutes.

    `committed_at` is when the commit was made that an annotated tag points to, 0 where unknown.
    """

    name: str
    sha: str
    tagger: bytes
    at: int
    offset: int
    is_prerelease: bool
    committed_at: int = 0


def is_version(name: str) -> bool:
    """Tell whether a tag's name is a version: numbers with a separator, `v7`, or `44.rc` before a `44.0`."""
    return bool(VERSION.search(name) or PLAIN_VERSION.fullmatch(name))


def is_prerelease(name: str) -> bool:
    """Tell whether a version is announced as not final: rc, alpha, pr and the like beside its numbers."""
    name = BUILT_FROM.sub("", name)
    numbers = re.search(r"\d", name)
    if not numbers:
        return False
    beside = PRERELEASE.search(name[numbers.start() :]) or ANNOUNCED.search(name)
    return bool(beside or NUMBERED.fullmatch(name, numbers.start()))


def mending(made_at: Mapping[str, int]) -> frozenset[str]:
    """Give the versions of which a letter says that they mend another, by names and times of all tags.

    `3.7a` is an alpha where it comes before `3.7`, and mends it where `3.7` was there already.
    """
    found = set()
    for name, at in made_at.items():
        lettered = LETTERED.fullmatch(name)
        if lettered and made_at.get(lettered[1], at) < at:
            found.add(name)
    return frozenset(found)


def once(found: Iterable[Tag]) -> list[Tag]:
    """Leave one of two tags that name the same version, with and without a `v`: the one made first."""
    found = list(found)
    first: dict[str, Tag] = {}
    for tag in sorted(found, key=lambda tag: (tag.at <= 0, tag.at, tag.name)):
        first.setdefault(VERSION_SIGN.sub("", tag.name), tag)
    return [tag for tag in found if first[VERSION_SIGN.sub("", tag.name)] is tag]


def made_at_once(found: Iterable[Tag]) -> list[list[Tag]]:
    """Give the annotated tags that were made in one go: AT_ONCE or more, a minute apart at most."""
    groups: list[list[Tag]] = []
    for tag in sorted((tag for tag in found if tag.tagger), key=lambda tag: (tag.at, tag.name)):
        if groups and tag.at - groups[-1][-1].at <= MINUTE:
            groups[-1].append(tag)
        else:
            groups.append([tag])
    return [group for group in groups if len(group) >= AT_ONCE]


def tags(git: Git) -> Iterator[Tag]:
    """Give the tags that name a version, each version once, in the order of their names."""
    found = _led_to_commits(git, once(_version_tags(git)))
    final = mending({tag.name: tag.at for tag in found})
    yield from (tag._replace(is_prerelease=tag.is_prerelease and tag.name not in final) for tag in found)


def _version_tags(git: Git) -> Iterator[Tag]:
    """Give the tags that name a version, each judged by its own name alone."""
    for line in _lines(git, ["refs/tags"]):
        fields = line.split(b"\0")
        if len(fields) != 10:
            continue
        name = fields[0].decode("utf-8", "replace")
        if not is_version(name):
            continue
        is_annotated = fields[1] == b"tag"
        words = (fields[6] or fields[7]).split()
        at, offset = _time(words)
        sha = (fields[3] if is_annotated else fields[2]).decode("ascii")
        yield Tag(
            name,
            NESTED + sha if fields[8] == b"tag" else sha,
            b"%s %s" % (fields[4], fields[5]) if fields[4] or fields[5] else b"",
            at,
            offset,
            is_prerelease(name),
            int(fields[9]) if fields[9].isdigit() else 0,
        )


def _led_to_commits(git: Git, found: list[Tag]) -> list[Tag]:
    """Follow tags of tags to their commits; not every git does it by itself, nor all the way."""
    nested = [tag.sha.removeprefix(NESTED) for tag in found if tag.sha.startswith(NESTED)]
    if not nested:
        return found
    asked = "".join(f"{sha}^{{commit}}\n" for sha in nested).encode("ascii")
    answers = git.run("cat-file", "--batch-check", stdin=asked, check=False).decode("ascii", "replace")
    commits = {
        sha: told.split(" ")[0]
        for sha, told in zip(nested, answers.splitlines(), strict=False)
        if " commit " in told
    }
    return [tag._replace(sha=commits.get(bare := tag.sha.removeprefix(NESTED), bare)) for tag in found]


def _lines(git: Git, names: list[str]) -> Iterator[bytes]:
    """Give one line per tag. git gives none when one of them is damaged; then the others are found."""
    try:
        yield from git.run("for-each-ref", f"--format={FORMAT}", *names).split(b"\n")
    except SourceError:
        if names == ["refs/tags"]:
            names = git.text("for-each-ref", "--format=%(refname)", "refs/tags").split("\n")
            parts = [names[start : start + CHUNK] for start in range(0, len(names), CHUNK)]
        else:
            half = len(names) // 2
            parts = [names[:half], names[half:]] if half else []
        for part in parts:
            yield from _lines(git, part)


def _time(words: list[bytes]) -> tuple[int, int]:
    try:
        number = int(words[1])
        minutes = abs(number) // 100 * 60 + abs(number) % 100
        return int(words[0]), minutes if number >= 0 else -minutes
    except (IndexError, ValueError):
        return 0, 0
