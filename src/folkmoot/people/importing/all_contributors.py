"""`.all-contributorsrc`: `contributors` with the login and the name of an account at the project's forge.

An entry without a login, or with one that is none, is left out and told of.
"""

from __future__ import annotations

import re
from typing import Any

from folkmoot.people.importing.told import Told, account, someone, text

TYPES = frozenset({"", "github"})
"""The `repoType` whose accounts have addresses; GitLab's need a number that the file does not tell."""
_HOST = re.compile(r"(?:https?://)?([a-z0-9.-]{1,200})/?", re.IGNORECASE)


def read(table: Any) -> Told | None:
    """Read the settings; None for what is none. Raises ValueError where no account has an address we know."""
    if not isinstance(table, dict) or not isinstance(table.get("contributors"), list):
        return None
    place = _HOST.fullmatch(text(table.get("repoHost")) or "github.com")
    if not place or text(table.get("repoType")).casefold() not in TYPES:
        raise ValueError("its accounts are not GitHub's, and what their addresses are it does not tell")
    people, unread = [], []
    for number, entry in enumerate(table["contributors"], 1):
        login, name = (
            (text(entry.get(field)) for field in ("login", "name")) if isinstance(entry, dict) else ("", "")
        )
        if login and (address := account(login, f"users.noreply.{place[1].casefold()}")):
            people.append(someone(name, [address], is_bot=login.endswith("[bot]")))
        else:
            unread.append(f"{number} ({login or name})" if login or name else str(number))
    return Told(people=tuple(people), unread=tuple(unread))
