"""A licence text as words, so that two copies of one licence give the same words.

What SPDX's matching guidelines call irrelevant is left out or made equal here: letter case, white space,
punctuation, quotation marks, hyphens, comment marks, markup, bullets and numbering, spelling variants
("licence" and "license"), http and https, and the copyright notice above the text. Titles stay: whoever
compares knows which words a licence may lack.

Guidelines: https://spdx.github.io/spdx-spec/v2.3/license-matching-guidelines-and-templates/
"""

from __future__ import annotations

import html
import re

LONGEST = 400_000
"""Characters of a text that are looked at; the longest licence of SPDX's has 106,000."""

SENTENCE = re.compile(r"(?:\.\s+)?all rights reserved\.?\s|\.\s+(?=[a-z]+ [a-z])")

TAGS = ("spdx-license-identifier:", "spdx-filecopyrighttext:")
LONG_LINE = 60
"""Characters of a line from which on it is no title: the text has begun."""

# Each of SPDX's equivalent words, and a few more of the same kind, as one of the two.
SAME = {
    "acknowledgment": "acknowledgement", "acknowledgments": "acknowledgements", "analogue": "analog",
    "analyse": "analyze", "artefact": "artifact", "authorisation": "authorization",
    "authorised": "authorized", "calibre": "caliber", "cancelled": "canceled",
    "capitalisations": "capitalizations", "catalogue": "catalog", "categorise": "categorize",
    "centre": "center", "emphasised": "emphasized", "favour": "favor", "favourite": "favorite",
    "fulfil": "fulfill", "fulfilment": "fulfillment", "initialise": "initialize", "judgment": "judgement",
    "labelling": "labeling", "labour": "labor", "licence": "license", "licences": "licenses",
    "licenced": "licensed", "maximise": "maximize", "merchantibility": "merchantability",
    "modelled": "modeled", "modelling": "modeling", "offence": "offense", "optimise": "optimize",
    "organisation": "organization", "organisations": "organizations", "organise": "organize",
    "practise": "practice", "programme": "program", "realise": "realize", "recognise": "recognize",
    "signalling": "signaling", "sublicence": "sublicense", "sublicences": "sublicenses",
    "utilisation": "utilization", "whilst": "while", "wilful": "willful",
    "wilfull": "willful", "http": "https", "owner": "holder", "owners": "holders",
}  # fmt: skip
PAIRS = {("sub", "license"): "sublicense", ("per", "cent"): "percent", ("non", "commercial"): "noncommercial"}

WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
TAG = re.compile(r"<[!?/]?[a-z][a-z0-9]{0,9}(?:\s[^<>]{0,300})?[/?]?>")
HIDDEN = (("<!--", "-->"), ("<style", "</style>"), ("<script", "</script>"))
LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\([^()\s]{0,300}\)")
BROKEN = re.compile(r"([^\W\d_])-[ \t]{0,8}\n[ \t]{0,80}(?=[^\W\d_])")
QUOTES = str.maketrans("‘’‚‛`´′＇", "''''''''")
DASHES = str.maketrans("‐‑‒–—―−", "-------")
MARK = re.compile(r"^(?:\s|[#*/;!%>|=\-+~\"'.]|\bdnl\b|\brem\b)*")
SIGN = r"(?:copyright|\(c\)|©|&copy;)"
NOTICE = re.compile(
    rf"(?:portions\s+)?{SIGN}(?!\s+(?:notice|holder|owner|licen[sc]e|law|act|interest|and\s))"
)
DATED = re.compile(rf"{SIGN}[\s:]*(?:{SIGN}|[\d<\[{{]|by\b|year\b|yyyy)")
RESERVED = re.compile(r"all rights reserved[\s.*/]*$")
INTRODUCED = re.compile(
    r"(?:the )?[\w.+-]{1,60}(?: [\w.+-]{1,40}){0,4} (?:is|are) (?:licensed|released|distributed) under "
    r"(?:the terms of )?(?:the |an? )?[\w\"'(). +-]{2,50} licen[sc]e:"
)
"""A sentence above the text that says whose licence follows, as packages of Julia begin."""
FILLED_IN = re.compile(r"(?:year|copyright holders?|holders?|organi[sz]ation|company|authors?)\s*:")
"""What R wants in LICENSE beside `License: MIT + file LICENSE`: what its own text leaves open."""
FOLLOWS = re.compile(r"(?:(?:\d{4}|and|by|with reserved font name)\b|[\d<(,])")


def words_of(text: str) -> list[str]:
    """Give the words of a licence text in their order, in one spelling, without what says nothing."""
    return _spelled(WORD.findall(" ".join(_lines_of(text[:LONGEST]))))


def is_notice_only(text: str) -> bool:
    """Tell whether a text is nothing but a copyright notice, which grants nobody anything."""
    lines = _clean_lines(text[:20_000])
    return bool(lines) and all(
        NOTICE.match(line) or RESERVED.match(line) or FILLED_IN.match(line) for line in lines
    )


def without(text: str, start: str, end: str) -> str:
    """Give a text without what stands between `start` and `end`; in one pass, however often one lacks."""
    kept, place = [], 0
    while (begin := text.find(start, place)) >= 0 and (stop := text.find(end, begin)) >= 0:
        kept.append(text[place:begin])
        place = stop + len(end)
    return " ".join([*kept, text[place:]])


def _spelled(found: list[str]) -> list[str]:
    words: list[str] = []
    for raw in found:
        word = raw.replace("-", "")
        if len(word) == 1 or (len(word) == 2 and word.isdigit()):
            continue
        word = SAME.get(word, word)
        if words and (words[-1], word) in PAIRS:
            words[-1] = PAIRS[words[-1], word]
        else:
            words.append(word)
    return words


def _clean_lines(text: str) -> list[str]:
    """Give the lines that hold a word, in lower case, without the marks around them."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").lower().translate(QUOTES).translate(DASHES)
    if "<" in text:
        for start, end in HIDDEN:
            text = without(text, start, end)
        text = TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text).replace("&", " and ")
    text = BROKEN.sub(r"\1", LINK.sub(r"\1", text))
    lines = (MARK.sub("", line, count=1).strip() for line in text.split("\n"))
    return [line for line in lines if line and not line.startswith(TAGS)]


def _lines_of(text: str) -> list[str]:
    """Give the lines without copyright notices: any of them above the text, dated ones everywhere."""
    kept: list[str] = []
    head, noticed = True, False
    lines = _clean_lines(text)
    for line in lines[1:] if lines and INTRODUCED.fullmatch(lines[0]) else lines:
        notice = (NOTICE if head else DATED).match(line)
        noticed = bool(notice or RESERVED.match(line) or (noticed and FOLLOWS.match(line)))
        rest = _after_notice(line) if noticed else line
        if rest:
            head = head and len(rest) < LONG_LINE
            kept.append(rest)
    return kept


def _after_notice(line: str) -> str:
    """Give what a line without line breaks holds beyond the notice it begins with."""
    end = SENTENCE.search(line) if len(line) > 3 * LONG_LINE else None
    return line[end.end() :] if end else ""
