"""`teams/*.yml` of conda: members by handle, each with the link to the decision that made them one.

`emeritus` lists those who were. https://github.com/conda/governance/tree/main/teams
"""

from __future__ import annotations

import re

from folkmoot.govern.plain_yaml import Word
from folkmoot.govern.roles.documents import NotPlainError, line_of, read_yaml
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.wording import handle, singular
from folkmoot.model.role import Holder

_PATH = re.compile(r"teams/[^/]+\.ya?ml")
ROLES = ("leads", "maintainers", "members", "emeritus", "alumni")


def _read(reading: Reading, text: str) -> None:
    try:
        table = read_yaml(text)
    except NotPlainError as error:
        reading.broken(error.line, error.what, "correct the YAML; indentation is the usual cause.")
        return
    if not isinstance(table, dict):
        return
    name = table.get("name")
    scope = name if isinstance(name, str) and name else reading.path.rpartition("/")[2].partition(".")[0]
    for key in ROLES:
        members = table.get(key)
        entries = members.items() if isinstance(members, dict) else ((m, "") for m in members or [])
        if isinstance(members, str):
            continue
        for account, decision in entries:
            if not isinstance(account, Word) or not handle(account):
                reading.problem(
                    line_of(account), "An entry that is no handle.", "write the account, then the link."
                )
                continue
            link = decision if isinstance(decision, str) and decision.startswith("http") else ""
            reading.add(singular(key), scope, Holder(handle=handle(account)), account.line, decision=link)


FORM = Form("team-yaml", lambda path: bool(_PATH.fullmatch(path)), _read)
