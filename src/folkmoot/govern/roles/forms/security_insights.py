"""SECURITY-INSIGHTS.yml (OpenSSF), version 1 and 2: core team, administrators, security contacts.

https://github.com/ossf/security-insights-spec. Version 2 states affiliations; version 1 names accounts as
`github:handle`.
"""

from __future__ import annotations

import re
from typing import Any

from folkmoot.govern.roles import wording
from folkmoot.govern.roles.documents import NotPlainError, line_of, read_yaml
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.model.role import Holder

_PATH = re.compile(r"(?:|\.github/|\.gitlab/|docs/|source/)security[-_]insights\.ya?ml", re.IGNORECASE)
PLACES = (
    (("project", "administrators"), "administrator"),
    (("repository", "core-team"), "core team member"),
    (("project", "vulnerability-reporting", "contact"), "security contact"),
    (("repository", "security", "champions"), "security champion"),
    (("project-lifecycle", "core-maintainers"), "core maintainer"),
    (("security-contacts",), "security contact"),
)


def _read(reading: Reading, text: str) -> None:
    try:
        table = read_yaml(text)
    except NotPlainError as error:
        reading.broken(error.line, error.what, "correct the YAML; indentation is the usual cause.")
        return
    for keys, role in PLACES:
        value: Any = table
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        for entry in value if isinstance(value, list) else [value]:
            named = _holder(entry)
            if named is not None:
                line = next(map(line_of, entry), 0) if isinstance(entry, dict) else line_of(entry)
                reading.add(role, "", named, line)


def _holder(entry: Any) -> Holder | None:
    if isinstance(entry, str):
        return wording.holder(entry)
    if not isinstance(entry, dict):
        return None
    told = {key: str(entry[key]) if isinstance(entry.get(key), str) else "" for key in entry}
    if told.get("type") == "email":
        return Holder(email=told.get("value", ""))
    social = told.get("social", "")
    return Holder(
        wording.handle_in(social) or wording.handle(social),
        told.get("name", ""),
        told.get("email", ""),
        wording.employer(told.get("affiliation", "")),
    )


FORM = Form("security-insights", lambda path: bool(_PATH.fullmatch(path)), _read)
