"""What a commit message says besides prose: its subject, its trailers, the numbers of changes it lands."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

from folkmoot.model.event import Kind

TRAILER_KINDS = {
    b"co-authored-by": Kind.COAUTHOR,
    b"co-developed-by": Kind.COAUTHOR,
    b"co-author": Kind.COAUTHOR,
    b"also-by": Kind.COAUTHOR,
    b"reviewed-by": Kind.REVIEWED,
    b"acked-by": Kind.ACKED,
    b"approved-by": Kind.ACKED,
    b"tested-by": Kind.TESTED,
    b"reported-by": Kind.REPORTED,
    b"bug-reported-by": Kind.REPORTED,
    b"reported-and-tested-by": Kind.REPORTED,
    b"helped-by": Kind.HELPED,
    b"assisted-by": Kind.HELPED,
    b"mentored-by": Kind.HELPED,
    b"thanks-to": Kind.HELPED,
    b"suggested-by": Kind.SUGGESTED,
    b"signed-off-by": Kind.SIGNED_OFF,
}
"""The trailers that name somebody, in lower case, and what each says that person did."""

TRAILER = re.compile(
    rb"\n    ([ABCHMRSTabchmrst][A-Za-z]+-[A-Za-z-]+)[ \t]*:[ \t]*(\S[^\n]{0,400})"
    rb"(?=(?:\n    ([ \t]+[^\n<>]{0,200}<[^\n<>]{1,200}>))?)"
)
# As much as all of TRAILER_KINDS have in common: few lines of prose get past their first letters. A name may
# be folded: then its address is in the next line, which is indented.
BACKSLASH, HASH, EXCLAMATION_MARK = b"\\#!"
# To look for one byte is ten times cheaper than to look for several.
REVIEWED_BY = b"\n    Reviewed "
REVIEWERS = re.compile(rb"\n    Reviewed [Bb]y:[ \t]*(\S[^\n]{0,400})")
REVIEWER = re.compile(
    rb"[A-Za-z0-9][\w.-]{1,63}"
    rb"|[A-Z\x80-\xff][^\s<>@#:()]{0,40}(?: [A-Z\x80-\xff][^\s<>@#:()]{0,40}){1,3}"
    rb"|[^<>,;]{0,200}<[^<>\s]{1,200}@[^<>\s]{1,200}>"
)
"""Who reviewed as tools write it: a login, a full name, or one with an address; groups begin with a #."""
WRITTEN_OUT = rb"\n"
MAX_TRAILERS = 200
SUBJECT_LENGTH = 500

UNBUILT = rb"\s*(?:\[(?:ci[ -]skip|(?:skip|no)[ -](?:ci|actions))\]\s*)?$"
"""The end of a subject; a word to the machine that builds may follow the number."""
SQUASHED = re.compile(rb"\(#(\d{1,9})\)" + UNBUILT)
REVERTED = re.compile(rb"\"\s*\(#(\d{1,9})\)" + UNBUILT)
# `Revert "Title (#12)"` names the change it takes back; only a number after the quotation is its own.
MERGED = re.compile(
    rb"^(?:Merge pull request (?:#(\d{1,9})\b|'.*' \(#(\d{1,9})\))|Merged? PR #?(\d{1,9})\b"
    rb"|Merged in .* \(pull request #(\d{1,9})\))"
)
MERGE_REQUEST = re.compile(rb"^ {4}See merge request \S*!(\d{1,9})\s*$", re.MULTILINE)
CLOSES = re.compile(
    rb"\n {4}(?i:closes|close|fixes|fix|resolves)\b:? +"
    rb"((?:(?:[\w./-]*#|(?:[gG]h|GH)-)\d{1,9}[, ]*(?:and )?)+)"
)
LINKED = re.compile(
    rb"\n {4}(?i:link|pr-url|pr|pull-request|merge-request|part-of|reviewed-on|closes?)[ \t]*:?[ \t]+"
    rb"<?https?://[^\s<>#?]{1,300}?/(?:pulls?|merge_requests|pull-requests)/(?:pull/)?(\d{1,9})/?>?"
    rb"[ \t]*(?=\n|$)"
)
"""The address of the change a commit is of, as node, Mesa, Forgejo and kmod write it."""
NUMBER = re.compile(rb"(?:(?<![\w./-])#|\b(?:[gG]h|GH)-)(\d{1,9})")


REVIEW_TOOLS = (
    (b"    Change-Id: I", "gerrit"),
    (b"\n    Differential Revision: ", "phabricator"),
    (b"\n    Link: https://lore.kernel.org/", "mail"),
    (b"\n    Link: https://patch.msgid.link/", "mail"),
    (b"\n    Message-ID: <", "mail"),
    (b"\n    Message-Id: <", "mail"),
)
"""What tools for review write into messages whose changes are neither pull nor merge requests.

Who takes patches from a mailing list has `git am` or b4 name the mail of each. A Change-Id may stand further
in: a robot that follows other repositories quotes what was reviewed there.
"""


class Mention(NamedTuple):
    """A number in a message and the rule that found it: `merge`, `squash`, `closes` or `link`."""

    number: int
    rule: str


def subject(message: bytes) -> bytes:
    """Give the first line of a message as `git log --pretty=raw` prints it (indented by four spaces)."""
    title = message[: message.find(b"\n") + 1].strip() or next(
        filter(None, map(bytes.strip, message.split(b"\n", 8)[:8])), b""
    )
    return title if len(title) <= SUBJECT_LENGTH else _cut(title)


def _cut(line: bytes) -> bytes:
    """Cut a long line between two characters, never within one."""
    end = SUBJECT_LENGTH
    while end > SUBJECT_LENGTH - 4 and line[end] & 0xC0 == 0x80:
        end -= 1
    return line[:end]


def trailers(message: bytes) -> list[tuple[str, bytes]]:
    """Give (kind, who) for each trailer that names somebody, in order, at most MAX_TRAILERS.

    Trailers count wherever they stand at the start of a line: squash merges leave them in mid-message, and
    some merging robots write the two characters of an escaped line break in place of the break.
    """
    if BACKSLASH in message:
        message = message.replace(WRITTEN_OUT, b"\n    ")
    found = [
        (kind.value, who.strip() if b"<" in who or not folded else b" ".join((who + folded).split()))
        for key, who, folded in TRAILER.findall(message)
        if (kind := TRAILER_KINDS.get(key.lower())) is not None
    ]
    return found[:MAX_TRAILERS]


def reviewers(message: bytes) -> list[bytes]:
    """Give who stands behind `Reviewed By:`, as Phabricator and others write it: logins between commas."""
    if REVIEWED_BY not in message:
        return []
    told = (who.strip(b" \t\r.").removeprefix(b"@") for line in REVIEWERS.findall(message)
            for who in re.split(rb"[,;]", line))  # fmt: skip
    return [who for who in dict.fromkeys(told) if REVIEWER.fullmatch(who)][:MAX_TRAILERS]


def reviewed_with(message: bytes) -> str:
    """Give the tool whose change a message names, "" where it names none."""
    return next((tool for sign, tool in REVIEW_TOOLS if sign in message), "")


def mentions(message: bytes, title: bytes) -> list[Mention]:
    """Give the changes a message says it lands, most telling rule first, each number once."""
    found: dict[int, str] = {}
    squash = REVERTED if title.startswith(b"Revert ") else SQUASHED
    if title.startswith(b"Merge") and (merged := MERGED.match(title)):
        found[int(next(group for group in merged.groups() if group))] = "merge"
    elif HASH in title and (squashed := squash.search(title)):
        found[int(squashed[1])] = "squash"
    if EXCLAMATION_MARK in message and b"See merge request" in message:
        for request in MERGE_REQUEST.finditer(message):
            found.setdefault(int(request[1]), "merge")
    if HASH in message or b"gh-" in message or b"GH-" in message or b"Gh-" in message:
        for closed in CLOSES.finditer(b"\n" + message):
            for number in NUMBER.finditer(closed[1]):
                found.setdefault(int(number[1]), "closes")
    if (b"/pull" in message or b"/merge_requests/" in message) and (links := LINKED.findall(b"\n" + message)):
        # Where several stand there, the others are what led to it.
        found.setdefault(int(links[-1]), "link")
    if not found:
        return []
    return [Mention(number, rule) for number, rule in islice(found.items(), MAX_TRAILERS) if number]
