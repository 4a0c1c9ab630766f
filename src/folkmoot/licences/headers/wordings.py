"""Headers in the words that licences propose for them, from before there were tags.

Only phrases that name one licence and its version, or Mozilla's old one and those that may be taken instead;
"the BSD licence in the file LICENSE" names none. Words inside a string are what a program works with, and
state nothing about its file.
"""

from __future__ import annotations

import re
from functools import cache

from folkmoot.licences.listed import spdx_list

BEGINNING = 3_000
FOREIGN = 5
"""Words of its own that a notice has at most beside the line on copyright, such as a name: with more of them
something is added to it, which may take something away."""
WHOSE = re.compile(r"^[^\w\n]*(?:copyright\b|\(c\)|©).*$", re.MULTILINE)
WORDS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
USUAL = frozenset(
    WORDS.findall(
        """
    a affero agreed an and any applicable as at basis be boost but by can compliance conditions copy copyright
    copyrighted covered details distributed distribution either eclipse eupl even except express file fitness
    following for foundation free general gnu governing granted hope html http https if implied in is it its
    kind language law lesser library licence license licensed licenses limitations list may merchantability
    modify more mozilla no not obtain obtained of on one option or org other particular permissions program
    project provided public published purpose redistribute required reserved rights see should software source
    specific subject terms that the then this to under unless us use useful v version warranties warranty was
    with without writing www will you your have received along apache all c later work works project's
    """
    )
)
"""What the notices are made of that licences propose."""
ADDRESS = re.compile(r"\S*(?:https?://|www\.)\S+")
ADDED = re.compile(
    r"\b(?:academic|addition\w*|both|choice|choose|clause|commercial\w*|dual\w*|evaluation|exceptions?|internal|non\w*|"
    r"only|parts?|personal|portions?|research|restrict\w*|sell\w*|bsd|isc|mit)\b"
)
"""A word that no notice has: something is added to it, or another licence is named beside it."""
LATER = re.compile(r"(?:or (?:\(?at your option\)? ?)?any later version)")
NEXT_ONES = re.compile(
    r"\+|,? ?(?:of the licen[sc]e,? ?)?(?:or|and) (?:\(?at your option\)?,? ?)?(?:any )?"
    r"(?:later|newer|higher|above)\b"
)
"""What short notices say right after the number instead: "version 2 or later"."""
GNU = re.compile(r"gnu (lesser |library |affero |)general public license")
NUMBER = re.compile(r"version (\d(?:\.\d)?)(?!\.?\d)")
MOZILLA = re.compile(
    r"the contents of this file are subject to the mozilla public license,? version (1\.[01])\b"
)
INSTEAD = re.compile(
    r"\balternatively,? (?:the contents of this file may be used|you may [a-z, /]{3,80}) under the terms of\b"
)
"""How the first Mozilla licences offer others to choose from, in the notice for single files."""
VERSIONS = {"GPL": "1.0 2.0 3.0", "LGPL": "2.0 2.1 3.0", "AGPL": "1.0 3.0"}
"""The versions there are: any other number near by is that of something else."""
PLAIN = {
    "under the apache license, version 2.0": "Apache-2.0",
    "subject to the terms of the mozilla public license, v. 2.0": "MPL-2.0",
    "distributed under the boost software license, version 1.0": "BSL-1.0",
    "under the terms of the eclipse public license 2.0": "EPL-2.0",
    "under the terms of the eclipse public license v1.0": "EPL-1.0",
    "licensed under the eupl": "EUPL-1.2",
    "permission is hereby granted, free of charge, to any person obtaining a copy of this software": "MIT",
}
DOCUMENTED = re.compile(
    r"^[ \t]*(?:/\*\*|\*|//|#)[^\n@]{0,40}@licen[sc]e[ \t]+([a-z][\w.+-]{1,40})[ \t]*(?:\*/)?[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
"""A tag of JSDoc or phpDoc with an identifier of SPDX and nothing else: `@license GPL-3.0-or-later`."""
MARKS = re.compile(r"[\s#*/;!%\-]+")
QUOTE = re.compile(r"[\"`]|(?<!\w)'")
ASSIGNED = re.compile(r"[=(,:\[]\s*[bfru]{0,2}$", re.IGNORECASE)
"""What stands before a string that is a value, unlike one that says what a file is."""


def worded(content: bytes) -> str:
    """Give the identifier of the licence that the beginning of a file states in words, or ""."""
    beginning = content[:BEGINNING]
    if b"icens" not in beginning and b"ICENS" not in beginning and b"ermission" not in beginning:
        return ""
    written = beginning.decode("utf-8", "replace")
    if (tagged := DOCUMENTED.search(written)) and (identifier := _identifiers().get(tagged[1].lower())):
        return identifier
    raw = written.lower()
    text = MARKS.sub(" ", raw)
    if (first := MOZILLA.search(text)) and not _is_value(raw, first[0]):
        return _with_those_instead(f"MPL-{first[1]}", text[first.end() :])
    for phrase, identifier in PLAIN.items():
        if phrase in text and not _is_value(raw, phrase):
            return identifier
    named = GNU.search(text)
    if not named or _is_value(raw, named[0]):
        return ""
    return _gnu(text[named.start() : named.start() + 400], named[1].strip())


def proposed(text: str) -> str:
    """Give the licence of a text that is nothing but the notice which a licence proposes for files, or "".

    MIT has none: a short text with its words is MIT with something left out.
    """
    if len(text) > BEGINNING:  # first of all: the expressions below are quick with a page of text only
        return ""
    said = ADDRESS.sub(" ", WHOSE.sub(" ", text.lower()))
    foreign = [word for word in WORDS.findall(said) if word not in USUAL]
    if len(foreign) > FOREIGN or ADDED.search(said):
        return ""
    flowing = MARKS.sub(" ", said)
    named = sum(phrase in flowing for phrase in PLAIN) + bool(GNU.search(flowing))
    stated = worded(text.encode()) if named == 1 else ""
    return "" if stated == "MIT" else stated


def _is_value(raw: str, phrase: str) -> bool:
    """Tell whether a phrase stands in a string that a program works with; `raw` is in lower case."""
    found = _anywhere(phrase).search(raw)
    if not found:
        return False
    before = raw[: found.start()]
    line = before.rpartition("\n")[2]
    for mark in ('"""', "'''"):
        opened = before.rpartition(mark)[0]
        if before.count(mark) % 2:
            return bool(ASSIGNED.search(opened))
    return len(QUOTE.findall(line)) % 2 == 1


@cache
def _identifiers() -> dict[str, str]:
    """Give the identifiers of SPDX by themselves in lower case."""
    return {entry.id.lower(): entry.id for entry in spdx_list().values() if not entry.exception}


@cache
def _anywhere(phrase: str) -> re.Pattern[str]:
    """Give a pattern of the words of a phrase, whatever marks of comments and line breaks lie between."""
    return re.compile(MARKS.pattern.join(map(re.escape, phrase.split())))


def _with_those_instead(mozilla: str, text: str) -> str:
    """Give Mozilla's licence with those of GNU that may be taken instead; "" where one is not clear."""
    offered = INSTEAD.search(text)
    if not offered:
        return mozilla
    others = text[offered.end() : offered.end() + 400]
    named = [(found.start(), found[1].strip()) for found in GNU.finditer(others)]
    if not named:
        return ""
    ends = [*(start for start, _ in named[1:]), len(others)]
    each = [_gnu(others[start:end], kind) for (start, kind), end in zip(named, ends, strict=True)]
    return " OR ".join((mozilla, *each)) if all(each) else ""


def _gnu(text: str, kind: str) -> str:
    """Give which of the GNU licences a notice states: of one version only, or of later ones too."""
    number = NUMBER.search(text)
    if not number:
        return ""
    later = LATER.search(text) or NEXT_ONES.match(text, number.end())
    version = number[1] if "." in number[1] else f"{number[1]}.0"
    letter = {"lesser": "LGPL", "library": "LGPL", "affero": "AGPL"}.get(kind, "GPL")
    if version not in VERSIONS[letter].split():
        return ""
    return f"{letter}-{version}-{'or-later' if later else 'only'}"
