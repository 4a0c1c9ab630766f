"""Who is who as other tools wrote it down, made into statements for `.folkmoot/people/`.

Read are gitdm's aliases (`alias main` on each line; `#` begins a comment), SortingHat's export (JSON with
`uidentities`), and `.all-contributorsrc` (JSON with `contributors`). Files come from strangers: they are
bounded, and what makes no sense is refused by name. Every statement says which file it came from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from folkmoot.model.errors import SourceError

MOST_BYTES = 50_000_000
MOST_PEOPLE = 20_000
MOST_IDENTITIES = 500
MOST_TEXT = 300
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def statements(shown: str, content: bytes) -> dict[str, str]:
    """Give the text of a statement by its file name. Raises SourceError naming the file called `shown`."""
    if len(content) > MOST_BYTES:
        raise SourceError(f"{shown} is larger than {MOST_BYTES // 1_000_000} MB.")
    try:
        text = content.decode("utf-8")
        table = json.loads(text) if text.lstrip().startswith(("{", "[")) else None
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{shown} cannot be read: {str(error)[:MOST_TEXT]}.") from error
    if table is None:
        people = _aliases(text)
    elif isinstance(table, dict) and isinstance(table.get("uidentities"), dict):
        people = [_hatted(one) for one in table["uidentities"].values() if isinstance(one, dict)]
    elif isinstance(table, dict) and isinstance(table.get("contributors"), list):
        people = [_credited(one) for one in table["contributors"] if isinstance(one, dict)]
    else:
        people = []
    people = [one for one in people if one[1]]
    if not people or len(people) > MOST_PEOPLE:
        raise SourceError(
            f"{shown} tells of {len(people)} people.",
            hint="gitdm's aliases, SortingHat's JSON and .all-contributorsrc are read.",
        )
    made: dict[str, str] = {}
    for name, identities, employers, is_bot in people:
        word = re.sub(r"[^a-z0-9]+", "-", (name or identities[0]).casefold()).strip("-")[:60] or "person"
        place, number = f"{word}.toml", 1
        while place in made:
            number += 1
            place = f"{word}-{number}.toml"
        made[place] = _written(shown, name, identities, employers, is_bot=is_bot)
    return made


Person = tuple[str, list[str], list[tuple[str, str, str]], bool]


def _aliases(text: str) -> list[Person]:
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        words = line.partition("#")[0].split()
        if len(words) == 2 and all("@" in word for word in words):
            found.setdefault(words[1], [words[1]]).append(words[0])
    return [("", _unique(identities), [], False) for identities in found.values()]


def _hatted(entry: dict[str, Any]) -> Person:
    profile = entry.get("profile") if isinstance(entry.get("profile"), dict) else {}
    identities = []
    for one in _tables(entry.get("identities")):
        email, login = _text(one.get("email")), _text(one.get("username"))
        if email:
            identities.append(email)
        elif login and _text(one.get("source")).casefold() == "github":
            identities.append(f"{login}@users.noreply.github.com")
    employers = []
    for job in _tables(entry.get("enrollments")):
        since, until = (_text(job.get(key))[:10] for key in ("start", "end"))
        if name := _text(job.get("organization")):
            # SortingHat writes 1900 and 2100 where it does not know.
            employers.append((name, since if since > "1901" else "", until if until < "2099" else ""))
    return (
        _text((profile or {}).get("name")),
        _unique(identities),
        employers,
        (profile or {}).get("is_bot") is True,
    )


def _credited(entry: dict[str, Any]) -> Person:
    login = _text(entry.get("login"))
    mail = f"{login}@users.noreply.github.com"
    return _text(entry.get("name")), [mail] if login else [], [], login.endswith("[bot]")


def _tables(value: Any) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) and len(value) <= MOST_TEXT else ""


def _unique(identities: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(identities))[:MOST_IDENTITIES]


def _written(
    shown: str, name: str, identities: list[str], employers: list[tuple[str, str, str]], *, is_bot: bool
) -> str:
    lines = [f"# Imported from {_quoted(shown)}."]
    if name:
        lines.append(f"name = {_quoted(name)}")
    lines.append(f"identities = [{', '.join(_quoted(one) for one in identities)}]")
    if is_bot:
        lines.append('kind = "bot"')
    for organisation, since, until in employers:
        lines += ["", "[[employers]]", f"organisation = {_quoted(organisation)}"]
        lines += [
            f"{key} = {day}" for key, day in (("since", since), ("until", until)) if _DAY.fullmatch(day)
        ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
