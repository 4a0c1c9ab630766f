"""Words in quoted texts that name somebody who opted out: logins after an @ and e-mail addresses.

A line of CODEOWNERS, a workflow or a guide names people of whom no store knows. What looks like a login or an
address there can be held against the list, which holds hashes only; names in plain words cannot be found so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from folkmoot.people.opting_out import HOSTS, OptOut

ADDRESS = r"[\w.+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.)+[A-Za-z0-9-]{1,62}[A-Za-z0-9]"
LOGIN = r"(?<![\w@./+-])@[A-Za-z0-9](?:[\w.-]{0,98}[A-Za-z0-9_])?(?![\w/@])"
"""Not what goes on behind a slash: that is a team, or the scope of a package."""
CALLED = re.compile(rf"{ADDRESS}|{LOGIN}")


@dataclass
class ListedWords:
    """Takes out of texts what the list holds, called as a pattern is; each word is looked up once."""

    listed: OptOut
    _seen: dict[str, bool] = field(default_factory=dict)

    def sub(self, repl: str, text: str, /) -> str:
        """Give a text with every login and address of somebody who opted out replaced."""
        if "@" not in text:
            return text
        return CALLED.sub(lambda match: repl if self._is_listed(match[0]) else match[0], text)

    def _is_listed(self, word: str) -> bool:
        known = self._seen.get(word)
        if known is None:
            login = word.removeprefix("@")
            accounts = [f"{host}/{login}" for host in HOSTS] if login != word else []
            known = self._seen[word] = self.listed.has(word, *accounts)
        return known
