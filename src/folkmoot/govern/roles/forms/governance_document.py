"""GOVERNANCE: the tables and lists of people in it, where they are plain.

Only what stands under a heading that names a body or a role (committee, council, team, maintainers, members,
board, leads) is read, and only tables and list entries that name an account or an address. Rules in prose
are not guessed at.
"""

from __future__ import annotations

import re

from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.prose import read_prose

_NAME = re.compile(
    r"(?:|docs/|doc/|\.github/|governance/|community/)governance(?:\.(?:md|markdown|rst|txt|adoc))?",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(committee|council|team|maintainers?|committers?|members?|board|leads?|leadership|chairs?|emerit|alumni|"
    r"infrastructure|stewards?|trustees|owners|reviewers|approvers|tsc|toc|bdfl)\b",
    re.IGNORECASE,
)


def _role_of(headings: tuple[str, ...]) -> str:
    naming = [heading for heading in headings[-2:] if _BODY.search(heading) and len(heading.split()) <= 7]
    return naming[-1] if naming else ""


def _read(reading: Reading, text: str) -> None:
    read_prose(reading, text, _role_of)


FORM = Form("governance", lambda path: bool(_NAME.fullmatch(path)), _read, order=85)
