"""Every file's word about its licence, read in one pass over the beginnings of all files.

Which files have to say something, and where they may, is REUSE's: https://reuse.software/spec-3.3/.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from folkmoot.licences.expression import REFERENCE, read
from folkmoot.licences.files import is_called_like_a_text
from folkmoot.licences.headers.for_many import DEP5, TOML, ForMany, Precedence
from folkmoot.licences.headers.tags import NOTHING, Tag, Tags, tags_in
from folkmoot.licences.headers.wordings import worded
from folkmoot.licences.listed import spdx_list
from folkmoot.licences.project import decoded
from folkmoot.model.check import Ground
from folkmoot.model.content import Content, classify
from folkmoot.model.licence import Headers, Place, Said, Used

BEGINNING = 4_096
FURTHER = 256_000
"""Bytes of a file that are read again where its beginning says too little, in projects that follow REUSE."""
MOST_FILES = 200_000
MOST_SHOWN = 200
MOST_COMPARISONS = 30_000_000
"""Files times patterns of REUSE.toml and dep5 that are compared; it takes a few seconds."""
MOST_FURTHER = 20_000

FOLDERS = re.compile(r"(?:^|/)(?:LICENSES|\.reuse|\.git|\.hg|\.sl)/|(?:^|/)subprojects/[^/]+/")
NAMES = re.compile(
    r"LICEN[CS]E(?:[-.].*)?|COPYING(?:[-.].*)?|\.git|\.hgtags|.*\.license|REUSE\.toml|.*\.spdx"
    r"|.*\.spdx\.(?:rdf|json|xml|ya?ml)|CAL-1\.0(?:-Combined-Work-Exception)?(?:\..+)?|SHL-2\.1(?:\..+)?",
    re.DOTALL,
)
SIDE = ".license"


def covered_files(paths: Iterable[str], links: Iterable[str]) -> list[str]:
    """Give the files that have to say under which licence they are."""
    linked = frozenset(links)
    return [
        path
        for path in paths
        if path not in linked and not FOLDERS.search(path) and not NAMES.fullmatch(path.rpartition("/")[2])
    ]


def headers_of(ground: Ground) -> Headers:
    """Read what all files say. Takes one call of git, and one more in a project that follows REUSE."""
    return _Reading(ground).headers()


class _Reading:
    """One reading of one commit."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.paths = ground.paths()
        there = frozenset(self.paths)
        wanted = [path for path in self.paths if path == DEP5 or path.rpartition("/")[2] == TOML]
        texts = {
            path: decoded(content)
            for path, content, _ in ground.read_all(wanted[:1_000], FURTHER)
            if content is not None
        }
        self.texts = [path for path in self.paths if path.startswith("LICENSES/")]
        self.adopted = bool(wanted) or bool(self.texts)
        self.covered = covered_files(self.paths, ground.links())[:MOST_FILES]
        self.for_many = ForMany(texts, MOST_COMPARISONS // max(1, len(self.covered)))
        self.spoken_for = {path: path + SIDE for path in self.covered if path + SIDE in there}
        self.counted: Counter[str] = Counter()
        self.first: dict[str, tuple[str, int]] = {}
        self.together: Counter[tuple[str, ...]] = Counter()
        self.broken: list[Said] = []
        self.bare: list[str] = []
        self.numbers: Counter[str] = Counter()
        self.worded: Counter[str] = Counter()
        self.first_worded: dict[str, tuple[str, int]] = {}

    def headers(self) -> Headers:
        for path, tags in self._tags():
            if tags is None:
                self.numbers["unread"] += 1
                self.numbers["files"] += 1
            else:
                self._count(path, tags)
        used = _used(self.counted, self.first)
        texts = {_identifier(path): path for path in self.texts}
        known = {name for name in texts if name in spdx_list() or REFERENCE.fullmatch(name)}
        names = {each.id for each in used} | {each.id.removesuffix("+") for each in used}
        return Headers(
            files=self.numbers["files"],
            licensed=self.numbers["licensed"],
            noticed=self.numbers["noticed"],
            complete=self.numbers["complete"],
            unread=self.numbers["unread"],
            used=used,
            worded=_used(self.worded, self.first_worded),
            together=tuple(sorted(self.together.items())),
            broken=tuple(self.broken[:MOST_SHOWN]),
            missing=tuple(u for u in used if u.id not in texts and u.id.removesuffix("+") not in texts),
            unused=tuple(sorted(texts[name] for name in known - names)),
            unnamed=tuple(sorted(texts[name] for name in texts if name not in known)),
            old=tuple(sorted(texts[n] for n in known if n in spdx_list() and spdx_list()[n].old)),
            bare=tuple(sorted(self.bare)[:MOST_SHOWN]),
            adopted=self.adopted,
            problems=tuple(self.for_many.problems),
        )

    def _tags(self) -> Iterator[tuple[str, Tags | None]]:
        """Give each covered file that holds anything, with its tags, or None where it can't be read."""
        short: list[str] = []
        asked = [self.spoken_for.get(path, path) for path in self.covered]
        sizes = self.ground.read_all(asked, BEGINNING)
        for path, (_, content, size) in zip(self.covered, sizes, strict=True):
            if content is None:
                yield path, None
            elif size or path in self.spoken_for:
                tags = tags_in(content)
                if not tags.licences and (name := worded(content)) and not is_called_like_a_text(path):
                    self.worded[name] += 1
                    self.first_worded.setdefault(name, (path, 0))
                incomplete = not (tags.licences and tags.notice)
                if self.adopted and incomplete and size > BEGINNING and len(short) < MOST_FURTHER:
                    short.append(path)
                else:
                    yield path, tags
        for path, content, _ in self.ground.read_all(short, FURTHER):
            yield path, NOTHING if content is None else tags_in(content)

    def _count(self, path: str, tags: Tags) -> None:
        """Put together what is said about one file, by the specification's rules of precedence."""
        statements = self.for_many.about(path)
        if any(each.precedence is Precedence.OVERRIDE for each in statements):
            tags = NOTHING
        own = bool(tags.licences), tags.notice
        licences = [*tags.licences]
        notice = tags.notice
        closest = [each for each in statements if each.precedence is Precedence.CLOSEST]
        for each in statements:
            if each.precedence is not Precedence.CLOSEST:
                licences += [Tag(value, 0, True) for value in each.licences]
                notice = notice or each.notice
        if not own[0]:
            nearest = next((each for each in reversed(closest) if each.licences), None)
            licences += [Tag(value, 0, True) for value in nearest.licences] if nearest else []
        if not own[1]:
            notice = notice or any(each.notice for each in closest)
        stated = self._names(path, licences)
        self.numbers["files"] += 1
        self.numbers["noticed"] += notice
        self.numbers["licensed"] += stated
        self.numbers["complete"] += stated and notice
        if not stated:
            self.bare.append(path)

    def _names(self, path: str, licences: list[Tag]) -> bool:
        """Count the identifiers of one file; give whether it states any licence."""
        stated = False
        names: dict[str, int] = {}
        for tag in licences:
            expression = read(tag.value)
            if expression is None or not expression.known:
                if tag.alone and (self.adopted or (tag.value and classify(path).content != Content.TEST)):
                    stated = True
                    unknown = expression.unknown if expression else ()
                    self.broken.append(Said(Place.HEADER, path, tag.line, tag.value[:200], "", unknown))
                continue
            stated = True
            for name in (*expression.names, *expression.exceptions):
                names.setdefault(name, tag.line)
        if names:
            self.together[tuple(sorted(names))] += 1
        for name, line in names.items():
            self.counted[name] += 1
            self.first.setdefault(name, (path, line))
        return stated


def _used(counted: Counter[str], first: Mapping[str, tuple[str, int]]) -> tuple[Used, ...]:
    ordered = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return tuple(Used(name, count, *first[name]) for name, count in ordered)


def _identifier(path: str) -> str:
    """Give the identifier that the name of a text in LICENSES states."""
    name = path.rpartition("/")[2]
    stem, dot, ending = name.rpartition(".")
    known = name in spdx_list() or not dot or not ending.isalpha()
    return name if known else stem
