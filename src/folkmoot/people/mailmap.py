"""Reading a project's `.mailmap`, in git's format and with git's rules.

The four forms, as gitmailmap(5) gives them::

    Proper Name <commit@email.xx>
    <proper@email.xx> <commit@email.xx>
    Proper Name <proper@email.xx> <commit@email.xx>
    Proper Name <proper@email.xx> Commit Name <commit@email.xx>

E-mails and names are compared without regard to case; a later line wins over an earlier one; a line that also
names the commit's name wins over one that does not. The file comes from strangers: it is bounded in size,
lines that make no sense are skipped, and what it says is a claim that is kept with every merge it causes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

MOST_BYTES = 4_000_000
MOST_LINE = 1_000


class Proper(NamedTuple):
    """The name and e-mail an identity should have; None where the mailmap leaves it as it is."""

    name: str | None
    email: str | None


@dataclass(frozen=True)
class Mailmap:
    """A parsed mailmap. Keys are (commit e-mail, commit name), folded; the name is "" for lines without.

    `shared` are the commit e-mails that several people write under.
    """

    entries: dict[tuple[str, str], Proper] = field(default_factory=dict)
    shared: frozenset[str] = frozenset()

    def lookup(self, name: str, email: str) -> Proper | None:
        """Give what the mailmap says about an identity, or None when it says nothing."""
        mail = email.casefold()
        return self.entries.get((mail, name.casefold())) or self.entries.get((mail, ""))

    def splits(self, email: str) -> bool:
        """Say whether the mailmap tells people apart who write under one e-mail."""
        return email.casefold() in self.shared


def parse(content: bytes | None) -> Mailmap:
    """Parse a mailmap; None and b"" give an empty one. Never raises: what makes no sense is skipped."""
    entries: dict[tuple[str, str], Proper] = {}
    for line in (content or b"")[:MOST_BYTES].decode("utf-8", "replace").split("\n"):
        if line.startswith("#") or len(line) > MOST_LINE:
            continue
        pairs = list(_pairs(line))
        if not pairs or not pairs[0][1]:
            continue
        (name, email), (old_name, old_email) = pairs[0], pairs[1] if len(pairs) > 1 else ("", "")
        if len(pairs) == 1:
            key, proper = (email, ""), Proper(name or None, None)
        else:
            key, proper = (old_email, old_name), Proper(name or None, email or None)
        folded = (key[0].casefold(), key[1].casefold())
        before = entries.get(folded, Proper(None, None))
        entries[folded] = Proper(proper.name or before.name, proper.email or before.email)
    known = {key: proper for key, proper in entries.items() if proper != Proper(None, None)}
    return Mailmap(known, _shared(known))


def _shared(entries: dict[tuple[str, str], Proper]) -> frozenset[str]:
    """Give the commit e-mails that lines naming the commit's name send to several people."""
    owners: dict[str, set[str]] = {}
    for (email, _), proper in entries.items():
        owners.setdefault(email, set()).add((proper.email or email).casefold())
    return frozenset(email for email, found in owners.items() if len(found) > 1)


def _pairs(line: str) -> Iterator[tuple[str, str]]:
    """Give the first two (name, e-mail) pairs of a line; like git, stop where a bracket is missing."""
    start = 0
    for _ in range(2):
        left = line.find("<", start)
        right = line.find(">", left + 1)
        if left < 0 or right < 0:
            return
        yield line[start:left].strip(), line[left + 1 : right].strip()
        start = right + 1
