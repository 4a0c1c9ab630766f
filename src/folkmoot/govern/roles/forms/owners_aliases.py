"""OWNERS_ALIASES of Kubernetes and its family: named groups that OWNERS files use.

The roster expands them: who stands in an alias holds every role the alias is given.
"""

from __future__ import annotations

from folkmoot.govern.roles.documents import NotPlainError, read_yaml, words_of
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.wording import holder

ROLE = "member of alias"


def _matches(path: str) -> bool:
    return path == "OWNERS_ALIASES"


def _read(reading: Reading, text: str) -> None:
    try:
        table = read_yaml(text)
    except NotPlainError as error:
        reading.broken(error.line, error.what, "correct the YAML; indentation is the usual cause.")
        return
    aliases = table.get("aliases") if isinstance(table, dict) else None
    for alias, members in aliases.items() if isinstance(aliases, dict) else ():
        for word in words_of(members or []):
            reading.add(ROLE, alias, holder(word), word.line)


FORM = Form("owners-aliases", _matches, _read)
