"""Looking for what documentation tells: by the names of files, by headings, by words on a line.

A file of that name, a heading with something below it or a line with those words is evidence with a place; a
reader judges whether it says enough. What is not found in a clone may stand on a website, so that nothing is
ever a "no" here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from folkmoot.checks.osps._documents import Document, Heading, library
from folkmoot.checks.osps._requirement import Look, Say
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

ENOUGH = 60
"""Fewest characters below a heading, or in a file, for it to say something."""
MOST = 6
SHOWN = 160
FOUND = "The documentation speaks of it: {path}."
MAYBE = "This may be about it; somebody has to read it: {path}."
NOT_READ = "Files of documentation that are not in this clone: {count}, {path} among them."


@dataclass(frozen=True)
class Topic:
    """What to look for, as regular expressions over lower case text.

    `files` are names without ending, matched whole. `headings` are searched in headings. `words` are searched
    in lines of documents that hold one of the plain texts in `about` (all documents where `about` is empty).
    `where` limits all three to paths it is found in, in lower case. `says` has to be found in a heading or
    what stands below it, `unless` must not be found in a line. `found` is said of the first document of all.
    """

    files: str = ""
    headings: str = ""
    words: str = ""
    about: tuple[str, ...] = ()
    where: str = ""
    says: str = ""
    unless: str = ""
    enough: int = ENOUGH
    found: str = FOUND
    _compiled: dict[str, re.Pattern[str]] = field(default_factory=dict, compare=False, repr=False)

    def pattern(self, name: str) -> re.Pattern[str]:
        """Give one of the expressions, compiled once."""
        if name not in self._compiled:
            self._compiled[name] = re.compile(getattr(self, name), re.MULTILINE)
        return self._compiled[name]


def at_word(text: str) -> str:
    """Give the expression for `text` at the beginning of a word.

    It begins with a letter, which makes it fast: a boundary would be tried at each place of a long document.
    """
    return f"{text[0]}(?<!\\w{text[0]}){text[1:]}"


def told(**sought: object) -> Look:
    """Give the look that says yes where the documentation speaks of a topic; takes the fields of `Topic`."""
    topic = Topic(**sought)  # type: ignore[arg-type] # named by the caller
    return _looking(topic, Outcome.YES, topic.found)


def hinted(**sought: object) -> Look:
    """Give the look that shows what may be about a topic, and decides nothing."""
    return _looking(Topic(**sought), Outcome.UNKNOWN, MAYBE)  # type: ignore[arg-type] # named by the caller


def missing(ground: Ground) -> Say | None:
    """Say that documents are not in this clone, so that nobody takes their silence for an answer."""
    gone = library(ground).missing
    return Say(Outcome.UNKNOWN, Message(NOT_READ, {"count": len(gone), "path": gone[0]})) if gone else None


def _looking(topic: Topic, outcome: Outcome, text: str) -> Look:
    def look(ground: Ground) -> Say | None:
        spots = spots_of(ground, topic)
        if not spots:
            return missing(ground) if outcome is Outcome.YES else None
        return Say(outcome, Message(text, {"path": spots[0].path}), spots)

    return look


def spots_of(ground: Ground, topic: Topic) -> tuple[Evidence, ...]:
    """Give where the documentation speaks of a topic: names, then headings, then a line per document."""
    named, headed, firsts, others = [], [], [], []
    for document in library(ground).documents:
        if _is_wanted(document, topic):
            is_named = _is_named(document, topic)
            named += [Evidence("A file of that name.", document.path)] if is_named else []
            headed += list(_headed(document, topic))[: 1 if is_named else 2]
            found = list(_worded(document, topic))
            firsts += found[:1]
            others += found[1:]
    return tuple([*named, *headed, *firsts, *others][:MOST])


def _is_wanted(document: Document, topic: Topic) -> bool:
    return not topic.where or bool(topic.pattern("where").search(document.path.lower()))


def _is_named(document: Document, topic: Topic) -> bool:
    is_named = bool(topic.files) and bool(topic.pattern("files").fullmatch(document.name))
    return is_named and len(document.text.strip()) >= topic.enough


def _headed(document: Document, topic: Topic) -> Iterator[Evidence]:
    # Few documents have such a heading: all of them are looked through at once before each by itself.
    if topic.headings and topic.pattern("headings").search(document.outline):
        for heading in document.headings:
            if topic.pattern("headings").search(heading.text.lower()) and _says(document, heading, topic):
                yield Evidence(
                    Message("“{heading}”", {"heading": heading.text[:SHOWN]}), document.path, heading.line
                )


def _worded(document: Document, topic: Topic) -> Iterator[Evidence]:
    if topic.words and (not topic.about or any(each in document.lower for each in topic.about)):
        told: set[int] = set()
        for start in _matches(document, topic.pattern("words")):
            if len(told) == MOST:
                return
            line = document.lower.count("\n", 0, start) + 1
            text = document.lines[line - 1].strip() if line <= len(document.lines) else ""
            if line in told or (topic.unless and topic.pattern("unless").search(text.lower())):
                continue
            told.add(line)
            yield Evidence(Message("“{line}”", {"line": text[:SHOWN]}), document.path, line)


def _matches(document: Document, pattern: re.Pattern[str]) -> list[int]:
    """Give where an expression is found in lines; near the top also in paragraphs that go over lines."""
    found = [_beginning(match) for match in pattern.finditer(document.lower)]
    if found or document.path.count("/") > 1:
        return found
    return [_beginning(match) for match in pattern.finditer(document.flowing)]


def _beginning(match: re.Match[str]) -> int:
    """Give where the words of a match begin: what stands before an item of a list may be a blank line."""
    return match.end() - len(match[0].lstrip())


def _says(document: Document, heading: Heading, topic: Topic) -> bool:
    """Tell whether something stands below a heading before the next one of its rank, headings included."""
    following = document.lines[heading.line : heading.line + 40]
    # Where another heading follows at once, each name may have its own.
    below = document.body(heading) or "\n".join(following[:15])
    if topic.says and not topic.pattern("says").search(f"{heading.text}\n{below}".lower()):
        return False
    return len("".join(each.strip(" -=~^#") for each in following)) >= topic.enough
