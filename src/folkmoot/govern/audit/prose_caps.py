"""Limits on seats per employer that a community has written in prose, where they can be read reliably.

A sentence counts when it names a number, the members or a body, and the same employer: "No more than 2
council members can have the same funder". Any other way of saying it is left alone, and so are sentences
about sponsors, quorums and candidates. Each limit keeps its words and line, so that a person can judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from folkmoot.govern.roles.wording import plain, singular
from folkmoot.model.check import Tree

PATHS = re.compile(
    r"(?:[^/]+/){0,2}(?:[\w-]*governance[\w-]*|[\w-]*charter|bylaws|elections?|working_groups)\.(?:md|rst|txt)"
    r"|readme\.md|contributing\.md",
    re.IGNORECASE,
)
MOST_BYTES = 1_000_000
MOST_DOCUMENTS = 500
_WORDS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "half": "1/2", "one-half": "1/2",
    "one-third": "1/3", "one-fourth": "1/4", "one-quarter": "1/4", "two-thirds": "2/3",
    "one half": "1/2", "one third": "1/3", "one quarter": "1/4",
}  # fmt: skip
_NUMBER = (
    r"(\d{1,2}\s*/\s*\d{1,2}|\d{1,3}\s*%|\d{1,3}|one[- ](?:half|third|fourth|quarter)|two-thirds|half"
    r"|one|two|three|four|five)"
)
_SAME = (
    r"(?:the same|a single|a given|any one|any single|one) "
    r"(?:company|companies|employer|funder|vendor|organi[sz]ation|entity|corporation|funding source)"
)
_SEATS = (
    r"((?:[\w/'-]+ ){0,8}?(?:members?|membership|chairs?|maintainers?|seats?|council|committee|board)"
    r"(?: members?)?)"
)
_LIMITS = (
    re.compile(
        rf"\b(?:no more than|at most|a maximum of|not more than) {_NUMBER} (?:of )?{_SEATS}\b"
        rf".{{0,80}}?\b{_SAME}\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\blimits? the number of {_SEATS}\b.{{0,60}}?\b{_SAME}\b.{{0,20}}? to {_NUMBER}\b", re.IGNORECASE
    ),
)
_NOT_SEATS = re.compile(r"\b(sponsor|quorum|candidate|vote|nominat)\w*", re.IGNORECASE)


@dataclass(frozen=True)
class Cap:
    """One limit: at most `most` people, or at most `share` of the body, with the same employer.

    `body` are the telling words of who is limited ("council member"), `scope` the folder of the document,
    "" at the top.
    """

    path: str
    line: int
    said: str
    body: str
    scope: str
    most: int | None = None
    share: Fraction | None = None

    def allows(self, people: int, of: int) -> bool:
        """Tell whether so many of a body of `of` people may have the same employer."""
        if self.most is not None:
            return people <= self.most
        return self.share is None or Fraction(people, max(of, 1)) <= self.share


def read_caps(tree: Tree) -> list[Cap]:
    """Give every limit in the documents that set rules, by path and line."""
    paths = [path for path in tree.paths() if PATHS.fullmatch(path)][:MOST_DOCUMENTS]
    found: list[Cap] = []
    for path in paths:
        content = tree.read(path, MOST_BYTES)
        if content:
            found += caps_in(path, content.decode("utf-8", "replace"))
    return found


def caps_in(path: str, text: str) -> list[Cap]:
    """Give the limits of one document."""
    found: dict[str, Cap] = {}
    for line, paragraph in _paragraphs(text):
        for sentence in re.split(r"(?<=[.!?:])\s+", plain(paragraph)):
            cap = _cap(path, line, sentence)
            if cap is not None:
                found.setdefault(f"{cap.body} {cap.most} {cap.share}", cap)
    return list(found.values())


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    lines: list[str] = []
    start = 1
    for number, line in enumerate([*text.splitlines(), ""], 1):
        is_item = bool(re.match(r"\s*(?:[-*+]|\d+\.|#+)\s", line))
        if lines and (not line.strip() or is_item):
            yield start, " ".join(lines)
            lines = []
        if line.strip():
            start = number if not lines else start
            lines.append(re.sub(r"^\s*(?:[-*+>]|\d+\.|#+)\s+", "", line).strip())


def _cap(path: str, line: int, sentence: str) -> Cap | None:
    for limit, (number, seats) in zip(_LIMITS, ((1, 2), (2, 1)), strict=True):
        match = limit.search(sentence)
        if match is None or _NOT_SEATS.search(match[0]):
            continue
        said = (
            re.sub(r"\s+", "", match[number].casefold()) if "/" in match[number] else match[number].casefold()
        )
        value = _WORDS.get(said, said)
        scope = path.rpartition("/")[0]
        body = singular(match[seats].strip())
        words = match[0]
        if value.endswith("%") or "/" in value:
            share = Fraction(int(value.rstrip("% ")), 100) if value.endswith("%") else _fraction(value)
            return Cap(path, line, words, body, scope, share=share) if share else None
        return Cap(path, line, words, body, scope, most=int(value)) if int(value) else None
    return None


def _fraction(text: str) -> Fraction | None:
    top, _, bottom = text.partition("/")
    return Fraction(int(top), int(bottom)) if int(bottom) and 0 < int(top) <= int(bottom) else None
