"""SortingHat's export in JSON: `uidentities` by their number, and `organizations` with their domains.

An entry of `uidentities` has a `profile` (which may be null), `identities` (e-mail, name, username, source,
each of which may be null) and `enrollments`, where the years 1900 and 2100 stand for no beginning and no end.
Exports of before 2017 call the beginning `init`, and have no profiles.
"""

from __future__ import annotations

from typing import Any

from folkmoot.people import domains
from folkmoot.people.importing.told import (
    Employment,
    Firm,
    Someone,
    Told,
    account,
    day,
    employer,
    someone,
    text,
)

_FIRST, _LAST = "1901", "2099"


def read(table: Any) -> Told | None:
    """Read an export; None for what is none."""
    if not isinstance(table, dict) or not {"uidentities", "organizations"} & table.keys():
        return None
    entries, firms = table.get("uidentities"), table.get("organizations")
    owned = firms.items() if isinstance(firms, dict) else ()
    silent: list[str] = []
    found = [
        Firm(text(name), tuple(_domains(owns, silent)))
        for name, owns in owned
        if text(name) and employer(text(name))
    ]
    people = (
        [_person(one) for one in entries.values() if isinstance(one, dict)]
        if isinstance(entries, dict)
        else []
    )
    return Told(
        people=tuple(one for one in people if one.identities),
        firms=tuple(firm for firm in found if firm.domains),
        silent=tuple(sorted(silent)),
    )


def dated(name: Any, since: Any, until: Any) -> Employment | None:
    """Give an employment with the days between which it held; None where the employer is not known."""
    known = employer(text(name))
    if known is None:
        return None
    first, last = day(since), day(until)
    return Employment(known, first if first > _FIRST else "", last if last < _LAST else "")


def _person(entry: dict[str, Any]) -> Someone:
    profile = entry.get("profile")
    about = profile if isinstance(profile, dict) else {}
    identities = []
    for one in _tables(entry.get("identities")):
        login = text(one.get("username"))
        if email := text(one.get("email")):
            identities.append(email)
        if login and text(one.get("source")).casefold() == "github":
            identities.append(account(login))
    jobs = [
        dated(one.get("organization"), one.get("start") or one.get("init"), one.get("end"))
        for one in _tables(entry.get("enrollments"))
    ]
    return someone(
        text(about.get("name")),
        identities,
        [job for job in jobs if job is not None],
        is_bot=about.get("is_bot") is True,
    )


def _domains(owns: Any, silent: list[str]) -> list[str]:
    told = [text(one.get("domain")).casefold() for one in _tables(owns)]
    silent += [one for one in told if one and not domains.workplace(one)]
    return sorted({one for one in told if one and domains.workplace(one)})


def _tables(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
