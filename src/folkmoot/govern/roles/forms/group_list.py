"""`sigs.yaml` of Kubernetes: chairs and technical leads of every group, with their employers.

The file has six thousand lines and thousands of versions, most of which change one group. So it is cut at the
groups, and each piece that was seen before is not parsed again. Until March 2018 a group's `leads` were what
its `leadership.chairs` are since; the change renamed them, so they are one role here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from folkmoot.govern.plain_yaml import Word
from folkmoot.govern.roles import wording
from folkmoot.govern.roles.documents import NotPlainError, read_yaml
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.model.role import Holder

_GROUP = re.compile(r"^( {0,4})- (?=(?:name|dir):)", re.MULTILINE)
_NEXT_KIND = re.compile(r"^[^\s-].*\Z", re.MULTILINE | re.DOTALL)
ROLES = ("chairs", "tech_leads", "leads", "emeritus_leads", "vice_chairs")
Found = tuple[str, str, Holder, int]


def _read(reading: Reading, text: str) -> None:
    groups = list(_GROUP.finditer(text))
    outermost = min((len(group[1]) for group in groups), default=0)
    cuts = [group.start() for group in groups if len(group[1]) == outermost]
    before, last = 0, 0
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        before, last = before + text.count("\n", last, start), start
        try:
            for role, scope, named, line in _group(text[start:end]):
                reading.add(role, scope, named, before + line)
        except NotPlainError as error:
            reading.broken(before + error.line, error.what, "correct the YAML of this group.")


@lru_cache(maxsize=20_000)
def _group(piece: str) -> tuple[Found, ...]:
    """Give (role, scope, holder, line within the piece) of one group."""
    read = read_yaml(_NEXT_KIND.sub("", piece))
    group = read[0] if isinstance(read, list) and read else None
    if not isinstance(group, dict):
        return ()
    scope = next((str(group[key]) for key in ("dir", "name") if isinstance(group.get(key), str)), "")
    leadership = group.get("leadership")
    found: list[Found] = []
    lists = leadership if isinstance(leadership, dict) else {"chairs": group.get("leads")}
    for key in ROLES:
        people = lists.get(key)
        for person in people if isinstance(people, list) else []:
            if isinstance(person, dict) and (named := _holder(person)) is not None:
                line = next((word.line for word in person.values() if isinstance(word, Word)), 0)
                found.append((wording.singular(key), scope, named, line))
    return tuple(found)


def _holder(person: dict[Any, Any]) -> Holder | None:
    told = {str(key): str(value) for key, value in person.items() if isinstance(value, str)}
    account = wording.handle(told.get("github", ""))
    company = wording.employer(told.get("company", ""))
    return Holder(account, told.get("name", ""), told.get("email", ""), company) if account else None


FORM = Form("group-list", lambda path: path in ("sigs.yaml", "sigs.yml"), _read)
