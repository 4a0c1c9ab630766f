"""`teams/<team>/team.json` of TiKV and TiDB: lists of handles by role; the folder is the team.

Every list of texts is a role except `repositories` and keys that begin with an underscore.
"""

from __future__ import annotations

import re

from folkmoot.govern.plain_yaml import Word
from folkmoot.govern.roles.documents import NotPlainError, line_of, read_json
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.wording import handle, singular
from folkmoot.model.role import Holder

_PATH = re.compile(r"(?:.*/)?teams?/(.+)/(?:team|membership)\.json")
NO_ROLES = frozenset({"repositories", "repos", "labels", "description"})


def _read(reading: Reading, text: str) -> None:
    try:
        table = read_json(text)
    except NotPlainError as error:
        reading.broken(error.line, error.what, "correct the JSON; a comma too many is the usual cause.")
        return
    if not isinstance(table, dict):
        reading.broken(1, "A team's file is an object of lists by role.", "see the other teams' files.")
        return
    found = _PATH.fullmatch(reading.path)
    for key, members in table.items():
        if key.startswith("_") or key in NO_ROLES or not isinstance(members, list):
            continue
        for entry in members:
            account = entry.get("githubName", entry.get("github", "")) if isinstance(entry, dict) else entry
            if isinstance(account, Word) and handle(account):
                reading.add(
                    singular(key), found[1] if found else "", Holder(handle=handle(account)), account.line
                )
            else:
                reading.problem(
                    line_of(account) or key.line, "An entry that is no handle.", "write the account only."
                )


FORM = Form("team-json", lambda path: bool(_PATH.fullmatch(path)), _read)
