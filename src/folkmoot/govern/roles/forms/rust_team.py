"""The TOML of rust-lang/team: `teams/` gives leads, members and alumni, `people/` who is who.

https://github.com/rust-lang/team/blob/main/docs/toml-schema.md. A lead is listed as a member as well;
members may carry roles of their own. `include-team-leads` and the like are not followed: they add nobody new.
"""

from __future__ import annotations

from typing import Any

from folkmoot.govern.plain_yaml import Word
from folkmoot.govern.roles.documents import NotPlainError, line_of, read_toml, words_of
from folkmoot.govern.roles.form import Form, Reading
from folkmoot.govern.roles.wording import handle
from folkmoot.model.role import Holder

HINT = "correct the TOML; the line is where reading stopped."


def _read_team(reading: Reading, text: str) -> None:
    try:
        table = read_toml(text)
    except NotPlainError as error:
        reading.broken(error.line, error.what, HINT)
        return
    people, name = table.get("people"), table.get("name")
    scope = str(name) if isinstance(name, str) else reading.path.rpartition("/")[2].removesuffix(".toml")
    if not isinstance(people, dict):
        return  # a team whose members are all computed from other teams
    for key, role in (("leads", "lead"), ("members", "member"), ("alumni", "emeritus member")):
        for entry in people.get(key, []) if isinstance(people.get(key), list) else []:
            _entry(reading, entry, role, scope)


def _entry(reading: Reading, entry: Any, role: str, scope: str) -> None:
    account = entry.get("github") if isinstance(entry, dict) else entry
    if not isinstance(account, Word) or not handle(account):
        reading.problem(
            line_of(account), "A member without an account.", 'write "handle" or { github = "handle" }.'
        )
        return
    reading.add(role, scope, Holder(handle=handle(account)), account.line)
    for extra in words_of(entry.get("roles") or []) if isinstance(entry, dict) else ():
        reading.add(extra.replace("-", " "), scope, Holder(handle=handle(account)), account.line)


def _read_person(reading: Reading, text: str) -> None:
    try:
        table = read_toml(text)
    except NotPlainError as error:
        reading.broken(error.line, error.what, HINT)
        return
    told = {key: table[key] if isinstance(table.get(key), str) else "" for key in ("github", "name", "email")}
    if told["github"]:
        reading.people.append(Holder(handle(told["github"]), told["name"], told["email"]))


def _read(reading: Reading, text: str) -> None:
    (_read_person if reading.path.startswith("people/") else _read_team)(reading, text)


FORM = Form(
    "rust-team", lambda path: path.endswith(".toml") and path.startswith(("teams/", "people/")), _read
)
