"""README: the lists and tables of people, in HTML too, under a heading that is exactly the name of a role.

Such a section is read where no other file says who holds a role; owners of code and contacts for security
are other roles and may stand beside it. A list item counts when it is nothing but a person: a name of its
own, an account (@login or a link to a profile) or an address, and what stands behind those. Whoever is
mentioned in a sentence holds no role, and neither do authors, contributors and sponsors.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from folkmoot.govern.roles.entry import LONGEST, is_nothing_but_a_person
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.prose import read_prose
from folkmoot.govern.roles.wording import plain

NAME = "readme"
BESIDE = frozenset({NAME, "codeowners", "security-contacts", "security-insights"})
"""Forms that say nothing of the roles a README tells of."""
_PATHS = ("readme.md", "readme.markdown", "readme.rst", "readme.txt", "readme.adoc", "readme")
_ROLE = re.compile(
    r"(?:(?:current|active|project|core|lead|main|emeritus|former|past|previous|inactive|retired) )*"
    r"(?:maintainers?|committers?|collaborators?|triagers?|release managers?|releasers|project leads?|"
    r"core team|core developers|steering (?:committee|council)|technical (?:steering )?committee|ts?c)"
    r"(?: (?:voting )?members?)?(?: emerit(?:us|i)(?: members)?)?|emerit(?:us|i)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+(.*)$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def _matches(path: str) -> bool:
    return path.casefold() in _PATHS


def _read(reading: Reading, text: str) -> None:
    text = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    read_prose(reading, text, _role_of, _counts)
    # A README is written for people: a row that names nobody is no mistake in it.
    reading.problems.clear()


def _role_of(headings: tuple[str, ...]) -> str:
    """Give the innermost heading where it is a role; what stands in brackets, and signs around it, aside."""
    words = re.sub(r":[a-z0-9_+-]+:", " ", plain(headings[-1])) if headings else ""
    words = re.sub(r"\s*\([^()]*\)\W*$", "", words)
    words = re.sub(r"^\W*(?:(?:the|our) )?|\W+$", "", words, flags=re.IGNORECASE)
    return words if _ROLE.fullmatch(words) else ""


def _counts(line: str) -> bool:
    item = _ITEM.match(line[:LONGEST])
    return item is None or (len(line) < LONGEST and is_nothing_but_a_person(item[1]))


def _in_force(paths: Collection[str]) -> list[str]:
    """Give the first that a forge would show, where there are several."""
    return sorted(paths, key=lambda path: (_PATHS.index(path.casefold()), path))[:1]


FORM = Form(NAME, _matches, _read, order=95, in_force=_in_force)
