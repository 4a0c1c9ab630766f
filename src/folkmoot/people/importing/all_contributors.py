"""`.all-contributorsrc`: `contributors` with the login and the name of an account at the project's forge."""

from __future__ import annotations

from typing import Any

from folkmoot.people.importing.told import Told, account, someone, text

HOSTS = {"": "users.noreply.github.com", "github": "users.noreply.github.com"}
"""Where accounts are, by the `repoType`; GitLab's addresses need a number that the file does not tell."""


def read(table: Any) -> Told | None:
    """Read the settings; None for what is none."""
    if not isinstance(table, dict) or not isinstance(table.get("contributors"), list):
        return None
    host = HOSTS.get(text(table.get("repoType")).casefold(), "")
    people = []
    for entry in table["contributors"]:
        login = text(entry.get("login")) if isinstance(entry, dict) else ""
        if login and host and (address := account(login, host)):
            people.append(someone(text(entry.get("name")), [address], is_bot=login.endswith("[bot]")))
    return Told(people=tuple(people))
