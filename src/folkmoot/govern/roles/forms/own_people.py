"""Roles in Folkmoot's own `.folkmoot/people/<handle>.toml`: each names its decision and may end by itself.

::

    [[roles]]
    role = "maintainer"
    scope = "storage"                       # optional
    since = 2026-01-01
    until = 2027-12-31                      # optional, the last day
    ended = 2026-11-01                      # optional, the day from which it no longer holds
    decision = 3                            # or a name: "0003-ada-as-maintainer"
"""

from __future__ import annotations

from datetime import date
from typing import Any

from folkmoot.govern.roles.documents import NotPlainError, read_toml
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.wording import day, handle
from folkmoot.model.role import Holder

FOLDER = ".folkmoot/people/"


def _read(reading: Reading, text: str) -> None:
    try:
        table = read_toml(text)
    except NotPlainError as error:
        reading.broken(error.line, error.what, "correct the TOML; the line is where reading stopped.")
        return
    name = table.get("name")
    employer = _employer(table.get("employers"))
    named = Holder(
        handle(reading.path[len(FOLDER) : -5]), str(name) if isinstance(name, str) else "", "", employer
    )
    reading.people.append(named)
    roles = table.get("roles")
    for number, entry in enumerate(roles if isinstance(roles, list) else [], 1):
        if not isinstance(entry, dict) or not isinstance(entry.get("role"), str):
            reading.problem(0, f"Role {number} has no `role`.", 'write role = "maintainer".')
            continue
        told = {
            key: _text(entry.get(key)) for key in ("role", "scope", "since", "until", "ended", "decision")
        }
        name = f"emeritus {told['role']}" if told["ended"] else told["role"]
        reading.add(
            name, told["scope"], named, getattr(entry["role"], "line", 0),
            since=day(told["since"]), until=day(told["ended"] or told["until"]), decision=told["decision"],
        )  # fmt: skip


def _employer(entries: Any) -> str:
    """Give the employer stated without an end."""
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and not entry.get("until") and isinstance(entry.get("organisation"), str):
            return str(entry["organisation"]) or "independent"
    return ""


def _text(value: Any) -> str:
    if type(value) is int:
        return f"{value:04d}"
    return str(value) if isinstance(value, str | date) else ""


FORM = Form("own-people", lambda path: path.startswith(FOLDER) and path.endswith(".toml"), _read, order=10)
