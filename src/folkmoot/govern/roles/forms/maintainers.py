"""MAINTAINERS, COMMITTERS, CORE_TEAM, STEERING, EMERITUS: tables, lists, or the kernel's style.

The heading above a table or list names the role; without one, the file's own name does. Lists under
"emeritus", "alumni" or "former" are kept apart from those who hold the role now.
"""

from __future__ import annotations

import re

from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.kernel import looks_like_kernel, read_kernel
from folkmoot.govern.roles.prose import read_prose
from folkmoot.govern.roles.wording import singular

_NAME = re.compile(
    r"(?:|docs/|doc/|\.github/|governance/|community/|docs/governance/|docs/community/)"
    r"(maintainers|committers|core[-_]?team|steering[-_]?(?:committee|council)?|emeritus|approvers|owners)"
    r"(?:\.(?:md|markdown|rst|txt|adoc))?",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\b(maintainer|committer|member|lead|chair|steering|council|committee|emerit|alumn|former|core|team|approver|"
    r"reviewer|owner|board|release manager|contact|admin|triager)",
    re.IGNORECASE,
)

_ALONE = re.compile(
    r"^(?=[^\W\d_])[^<>()|:\n]{2,60}[ \t]<[^<>\s]{1,80}@[^<>\s]{1,80}>(?:[ \t]\(@[\w-]{1,39}\))?[ \t]*$",
    re.MULTILINE,
)
"""A line that is nothing but a name, an address and perhaps an account: an item without its mark."""


def _matches(path: str) -> bool:
    return bool(_NAME.fullmatch(path)) and path.rpartition("/")[2] != "OWNERS"


def _read(reading: Reading, text: str) -> None:
    if looks_like_kernel(text):
        read_kernel(reading, text)
        return
    own = singular(reading.path.rpartition("/")[2].partition(".")[0])
    own = {"steering": "steering committee member"}.get(own, own)

    def role_of(headings: tuple[str, ...]) -> str:
        """Give the innermost heading that names a role; under others the file's own role counts."""
        naming = [heading for heading in headings if _ROLE.search(heading)]
        return naming[-1] if naming else own

    read_prose(reading, _ALONE.sub(r"- \g<0>", text), role_of)


FORM = Form("maintainers", _matches, _read, order=80)
