"""GrimoireLab's identities and organisations in YAML, as SortingHat loads them.

The file is a list. A person is a `profile` (name, `is_bot`), `email`, `enrollments` (organization, start,
end), and accounts by the name of their source, each a list; an organisation is an `organization` with
`domains`. An entry `blacklist` says what belongs to nobody, and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from folkmoot.people import domains
from folkmoot.people.importing.sorting_hat import dated
from folkmoot.people.importing.told import (
    MOST_IDENTITIES,
    MOST_TEXT,
    Firm,
    Someone,
    Told,
    account,
    employer,
    someone,
    text,
)

MOST_BYTES = 5_000_000
MOST_DEPTH = 8
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""The parser in C is ten times faster where it is."""
_LIST = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n|---[^\n]*\n)*- ")


def is_one(content: str) -> bool:
    """Tell whether a text begins like a list in YAML."""
    return _LIST.match(content[:100_000] + "\n") is not None


def read(content: str) -> Told:
    """Read a list of people and organisations. Raises ValueError where it is no YAML or too large."""
    if len(content) > MOST_BYTES:
        raise ValueError(f"it is larger than {MOST_BYTES // 1_000_000} MB")
    try:
        entries = _document(content)
    except yaml.YAMLError as error:
        raise ValueError(f"it is no YAML: {str(error)[:MOST_TEXT]}") from error
    people: list[Someone] = []
    firms: list[Firm] = []
    silent: list[str] = []
    for entry in entries if isinstance(entries, list) else ():
        if not isinstance(entry, dict):
            continue
        if "profile" in entry:
            people.append(_person(entry))
        elif name := employer(text(entry.get("organization"))):
            told = [one.casefold() for one in _texts(entry.get("domains"))]
            silent += [one for one in told if not domains.workplace(one)]
            firms.append(Firm(name, tuple(sorted({one for one in told if domains.workplace(one)}))))
    return Told(
        people=tuple(one for one in people if one.identities),
        firms=tuple(firm for firm in firms if firm.domains),
        silent=tuple(sorted(silent)),
    )


def _person(entry: dict[str, Any]) -> Someone:
    profile = entry["profile"] if isinstance(entry["profile"], dict) else {}
    told = entry.get("enrollments")
    jobs = [
        dated(one.get("organization"), one.get("start"), one.get("end"))
        for one in (told[:MOST_IDENTITIES] if isinstance(told, list) else ())
        if isinstance(one, dict)
    ]
    return someone(
        text(profile.get("name")),
        [*_texts(entry.get("email")), *(account(login) for login in _texts(entry.get("github")))],
        [job for job in jobs if job is not None],
        is_bot=text(profile.get("is_bot")).casefold() == "true",
    )


def _texts(value: Any) -> list[str]:
    return (
        [plain for one in value[:MOST_IDENTITIES] if (plain := text(one))] if isinstance(value, list) else []
    )


def _document(content: str) -> Any:
    """Give the first document as lists, tables and texts: a day stays a text, and so does a handle `no`.

    It is built here because the parser in C gives way under what is nested a hundred thousand deep.
    """
    events = yaml.parse(content, Loader=LOADER)
    for event in events:
        if isinstance(event, yaml.DocumentStartEvent):
            return _value(events, next(events), 0)
    return None


def _value(events: Iterator[Any], event: Any, depth: int) -> Any:
    if isinstance(event, yaml.AliasEvent):
        raise ValueError("it has aliases, which are not read")  # noqa: TRY004 - no caller's mistake
    if isinstance(event, yaml.ScalarEvent):
        return event.value
    if depth >= MOST_DEPTH:
        raise ValueError(f"it is nested over {MOST_DEPTH} deep")
    if isinstance(event, yaml.SequenceStartEvent):
        items = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            items.append(_value(events, inner, depth + 1))
        return items
    pairs = {}
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        key, value = _value(events, inner, depth + 1), _value(events, next(events), depth + 1)
        if isinstance(key, str):
            pairs[key] = value
    return pairs
