"""The security policy: where it stands, whom it names, how soon somebody answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from folkmoot.checks.osps._documents import Document, library
from folkmoot.checks.osps._requirement import Say
from folkmoot.i18n import Message
from folkmoot.model.check import Evidence, Ground, Outcome

POLICY = re.compile(
    r"(?:(?:docs?|documentation|\.github|\.gitlab|\.gitea|"
    r"\.forgejo)/(?:[^/]+/)?)?(?:security(?:[-_](?:policy|process))?|"
    r"(?:security[-_])?vuln(?:erabilit(?:y|ies))?[-_](?:disclosure|reporting|policy)(?:[-_](?:policy|process))?|"
    r"(?:coordinated[-_]|responsible[-_])?disclosure[-_]policy)"
    r"(?:\.(?:md|rst|txt|adoc|markdown))?|\.well-known/security\.txt",
    re.IGNORECASE,
)
MAIL = (
    r"(?<![\w.+-])[\w.+-]{1,64}(?:@(?!v?\d+\.\d)|\s{0,2}(?:\[at\]|\(at\)|&#64;|<at>)\s{0,2})"
    r"[\w-]{1,63}(?:\.|\s{0,2}\[dot\]\s{0,2})[\w.-]{0,62}[a-z]{2}"
)
"""A mail address. What ends in a number is the version of a package (moot@1.2), and no place to write to."""
PLATFORM = (
    r"security/advisories|hackerone\.com|bugcrowd\.com|huntr\.(?:dev|com)|intigriti|tidelift\.com/security"
)
ADDRESS = re.compile(rf"{MAIL}|{PLATFORM}", re.IGNORECASE)
"""A mail address, or a place that takes reports: whichever stands first."""
PRIVATE = re.compile(
    rf"{MAIL}|{PLATFORM}|report a vulnerability|"
    r"private(?:ly)? (?:vulnerability )?report|security advisor(?:y|ies)|^contact:",
    re.IGNORECASE | re.MULTILINE,
)
"""A way that reaches the maintainers and not the public."""
HOLDER = re.compile(r"copyright|©|\(c\)|spdx-", re.IGNORECASE)
"""A line on whose the text is, with an address that takes no reports."""
LINK = re.compile(r"https?://[^\s<>\"'`\]]+(?<![.,;:!?)*_])", re.IGNORECASE)
"""An address, without the marks that end it in a text."""
LEADING = re.compile(
    r"secur|vulnerab|disclos|report|bounty|hackerone|bugcrowd|intigriti|huntr", re.IGNORECASE
)
"""What stands in an address that leads to somebody to tell; others stand in a section by chance."""
ELSEWHERE = (
    "Look whether the page it leads to names somebody to tell. Run it with --forge, or name the address "
    "under `project.vulnerability-reporting.contact` in SECURITY-INSIGHTS.yml, and it is known here too."
)
GOING_ON = re.compile(
    r"secur|vulnerab|disclos|report|polic|process|procedure|respon|handl|guideline|handbook|bounty|"
    r"timeline|details|more information|learn more|read more|see also|hackerone|bugcrowd|intigriti|huntr",
    re.IGNORECASE,
)
"""What stands beside a link to the rest of a policy; profiles of people who are thanked lead to none."""
NUMBER = (
    r"(?:\d{1,3}|one|two|three|four|five|six|seven|ten|fourteen|thirty|sixty|ninety|a|an|few|"
    r"couple of|several)"
)
ANSWERING = re.compile(r"respon|acknowledg|repl|answer|disclos|fix|contact|hear|triag|embargo")
TIME = re.compile(
    rf"\b{NUMBER}[\s-]*(?:\(\d+\)\s*)?"
    r"(?:business |working |calendar |full )?(?:hour|day|week|month)s?\b|"
    r"\bimmediately\b|\bas soon as possible\b",
    re.IGNORECASE,
)
VAGUE = re.compile(r"\bimmediately\b|\bas soon as possible\b", re.IGNORECASE)
ABOUT = re.compile(r"vulnerab|security (?:issue|bug|report|problem|flaw|hole)", re.IGNORECASE)

DECIDING = re.compile(r"govern|charter|voting|steering|bylaws", re.IGNORECASE)
"""Names of documents for those who decide: an address there may be where they vote on what is secret."""
REPORTING = re.compile(
    r"report|disclos|vulnerab|discover|\bf(?:i|ou)nd\b|let us know|tell us|notify us", re.IGNORECASE
)
"""What stands beside an address to which others may write."""
FOR_MEMBERS = "{path} names {contact}, and speaks of no reports of vulnerabilities there."


def policies(ground: Ground) -> list[Document]:
    """Give the documents that say how to report a vulnerability: the policy, else a section about it."""

    def find() -> list[Document]:
        documents = [each for each in library(ground).documents if POLICY.fullmatch(each.path)]
        return [each for each in documents if ABOUT.search(each.text) or PRIVATE.search(each.text)]

    return ground.once("security policies", find)


def _sections(ground: Ground) -> list[tuple[Document, int, str]]:
    """Give (document, line, text) of policies, else of sections about reporting vulnerabilities."""
    if found := policies(ground):
        return [(each, 1, each.text) for each in found]
    return [
        (document, line, text) for document in library(ground).documents for line, text in _about(document)
    ]


def _about(document: Document) -> Iterator[tuple[int, str]]:
    """Give (line, text) of the sections of a document on reporting vulnerabilities."""
    for heading in document.headings:
        low = heading.text.lower()
        if re.search(r"secur|vulnerab", low) and ABOUT.search(f"{low}\n{document.body(heading)}"):
            yield heading.line + 1, "\n".join(document.lines[heading.line : heading.end - 1])


def way_in(document: Document) -> tuple[int, str] | None:
    """Give (line, words) of the first way to tell of a vulnerability that a section of a document names."""
    for start, text in _about(document):
        if match := _way(text):
            return start + text.count("\n", 0, match.start()), match[0]
    return None


def contact(ground: Ground) -> Say | None:
    """Look for somebody to turn to with a vulnerability."""
    sections, inside = _sections(ground), None
    for document, start, text in sections:
        if match := _way(text):
            line = start + text.count("\n", 0, match.start())
            values: dict[str, str | int | float] = {"path": document.path, "contact": match[0][:80]}
            if DECIDING.search(document.path) and not REPORTING.search(_paragraph(text, match.start())):
                said = Message(FOR_MEMBERS, values)
                inside = inside or Say(Outcome.UNKNOWN, said, (Evidence(said, document.path, line),))
                continue
            said = Message("{path} names whom to tell: {contact}", values)
            return Say(Outcome.YES, said, (Evidence(said, document.path, line),))
    has_policy = bool(policies(ground))
    for document, start, text in sections:
        for match in LINK.finditer(text):
            if has_policy or LEADING.search(match[0]):
                line = start + text.count("\n", 0, match.start())
                said = Message(
                    "{path} leads elsewhere: {url}", {"path": document.path, "url": match[0][:120]}
                )
                return Say(Outcome.UNKNOWN, said, (Evidence(said, document.path, line),), ELSEWHERE)
    if sections and has_policy:
        said = Message("{path} names nobody to tell.", {"path": sections[0][0].path})
        return Say(Outcome.NO, said, (Evidence(said, sections[0][0].path),))
    return inside


def _paragraph(text: str, at: int) -> str:
    start, end = text.rfind("\n\n", 0, at) + 1, text.find("\n\n", at)
    return text[start : end if end >= 0 else len(text)]


def _way(text: str) -> re.Match[str] | None:
    """Give an address, else another way that reaches the maintainers; lines about copyright are left out."""
    for match in (*ADDRESS.finditer(text), *PRIVATE.finditer(text)):
        start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
        if not HOLDER.search(text[start : end if end >= 0 else len(text)]):
            return match
    return None


def _leads_on(document: Document) -> bool:
    """Tell whether a line with an address speaks of the policy, so that the rest may stand there."""
    return any(LINK.search(line) and GOING_ON.search(line) for line in document.lines)


def timeframe(ground: Ground) -> Say | None:
    """Look for a policy that says how soon somebody answers."""
    found = policies(ground)
    for document in found:
        for match in TIME.finditer(document.text):
            around = document.text[max(0, match.start() - 400) : match.end() + 400].lower()
            if not VAGUE.search(match[0]) and ANSWERING.search(around):
                line = document.line_at(match.start())
                said = Message(
                    "{path} gives a time: “{time}”",
                    {"path": document.path, "time": " ".join(match[0].split())},
                )
                return Say(Outcome.YES, said, (Evidence(said, document.path, line),))
    if not found:
        return None
    outcome, text = Outcome.NO, "{path} does not say how soon somebody answers."
    if any(_leads_on(each) for each in found):
        outcome = Outcome.UNKNOWN
        text = "{path} gives no time to answer itself; the pages it links to were not read."
    said = Message(text, {"path": found[0].path})
    return Say(outcome, said, (Evidence(said, found[0].path),))
