"""What was told, as the files that Folkmoot reads: one per person, and one for jobs and organisations."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from folkmoot.people.importing.told import Employment, Someone, Told

ORGANISATIONS = ".folkmoot/organisations-{word}.toml"


def people(shown: str, told: Told) -> dict[str, str]:
    """Give a statement for each person, by its file name; each says which file it came from."""
    made: dict[str, str] = {}
    for one in told.people:
        first = _word(one.name or one.identities[0]) or "person"
        place, number = f"{first}.toml", 1
        while place in made:
            number += 1
            place = f"{first}-{number}.toml"
        made[place] = _statement(shown, one)
    return made


def organisations(shown: str, told: Told) -> tuple[str, str]:
    """Give where jobs and organisations are written, and the text, "" where there are none."""
    place = ORGANISATIONS.format(word=_word(shown) or "imported")
    if not (told.jobs or told.firms):
        return place, ""
    lines = [f"# Imported from {_quoted(shown)}."]
    if told.jobs:
        lines += ["employers = ["]
        lines += [
            f"    {{ email = {_quoted(job.email)}, {', '.join(_fields(job.employment))} }},"
            for job in told.jobs
        ]
        lines += ["]"]
    for firm in told.firms:
        lines += ["", "[[organisations]]", f"name = {_quoted(firm.name)}"]
        lines += [f"domains = [{_listed(firm.domains)}]"]
    return place, "\n".join(lines) + "\n"


def _statement(shown: str, one: Someone) -> str:
    lines = [f"# Imported from {_quoted(shown)}."]
    if one.name:
        lines.append(f"name = {_quoted(one.name)}")
    lines.append(f"identities = [{_listed(one.identities)}]")
    if one.is_bot:
        lines.append('kind = "bot"')
    for job in one.employers:
        lines += ["", "[[employers]]", *_fields(job)]
    return "\n".join(lines) + "\n"


def _fields(job: Employment) -> list[str]:
    days = (("since", job.since), ("until", job.until))
    return [f"organisation = {_quoted(job.organisation)}", *(f"{key} = {day}" for key, day in days if day)]


def _listed(texts: Iterable[str]) -> str:
    return ", ".join(_quoted(one) for one in texts)


def _word(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")[:60].strip("-")


def _quoted(plain: str) -> str:
    return json.dumps(plain, ensure_ascii=False).replace("\x7f", "\\u007f")
