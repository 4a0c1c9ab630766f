"""Telling programs from people, by exact rules; the lists stand in `data/bots.toml` and `data/ai.toml`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from folkmoot.model.fact import IdentityFact
from folkmoot.people import addresses, names

APP_ENDING = "[bot]"
BUSY = 25
"""From so many commits on, a name that sounds like a program's is worth a human's look."""
_SOUNDS_LIKE_A_PROGRAM = re.compile(
    r"(?:.*[\s._-])?(?:bot|robot|ci|automation|autobot|builder|jenkins|deploy(?:er)?|release(?:r|bot)?)(?:[\s._-]?\d+)?|"
    r"\w+(?:bot|robot)",
    re.IGNORECASE,
)
_MODEL = re.compile(
    r"(?:claude[\s-](?:(?:opus|sonnet|haiku|fable)[\s-])?|gpt[\s-]?|gemini[\s-])\d[\w.-]{0,20}"
    r"(?:\s[\w.-]{1,20}){0,3}(?:\s\([^()]{1,40}\))?"
)


class Program(NamedTuple):
    """A program: the key its identities share, the rule that named it, and whether it is an AI agent."""

    key: str
    rule: str
    is_ai: bool


class _Entry(NamedTuple):
    program: Program
    names: frozenset[str]
    emails: frozenset[str]
    needs_both: bool
    is_several: bool

    def of(self, name: str) -> Program:
        """Give the program; entries that list several are told apart by the name."""
        if not self.is_several:
            return self.program
        return self.program._replace(key=f"{self.program.key} {''.join(names.words(name))}")


def program(fact: IdentityFact) -> Program | None:
    """Say which program an identity is, or None when nothing exact says that it is one."""
    address = addresses.read(fact.email)
    email = f"{address.local}@{address.domain}" if address.domain else ""
    name = " ".join(fact.name[: names.MOST_LENGTH].casefold().split())
    known = _by_key()
    login = address.login.removeprefix("github.com/")
    for key in (("login", login), ("email", fact.email.strip().casefold()), ("email", email), ("name", name)):
        entry = known.get(key)
        if entry and (not entry.needs_both or (name in entry.names and email in entry.emails)):
            return entry.of(name)
    if not fact.email.strip() and (named := _model(name)):
        return named
    for text in (login, name):
        if text.endswith(APP_ENDING) and len(text) > len(APP_ENDING):
            return _app(text)
    return None


def sounds_like_a_program(fact: IdentityFact, commits: int) -> bool:
    """Say whether a name and how much it commits make it worth asking a human whether it is a program."""
    return commits >= BUSY and bool(_SOUNDS_LIKE_A_PROGRAM.fullmatch(fact.name[: names.MOST_LENGTH].strip()))


def _model(name: str) -> Program | None:
    """Give the AI tool that a name without an address is: `TOOL:MODEL`, or a model with its number."""
    tool, _, model = (part.strip() for part in name.rpartition(":"))
    if model and tool in names.data("ai.toml")["agents"]:
        key = tool
    elif _MODEL.fullmatch(model):
        key = re.split(r"[\s-]", model, maxsplit=1)[0]
    else:
        return None
    if entry := _by_key().get(("name", key)):
        return entry.program
    return Program(f"ai {key}", "names an AI tool and its model", is_ai=True)


def _app(text: str) -> Program:
    """Give the program of a forge's app; one that is listed under its bare name keeps its entry."""
    bare = text.removesuffix(APP_ENDING).strip()
    entry = _by_key().get(("login", text)) or _by_key().get(("login", bare)) or _by_key().get(("name", bare))
    if entry and not entry.needs_both:
        return entry.of(bare)
    return Program(f"app {bare}", "name ends in [bot]", is_ai=False)


@cache
def _by_key() -> dict[tuple[str, str], _Entry]:
    """Give every entry of both lists by its names, addresses and logins; AI wins where both list one."""
    found: dict[tuple[str, str], _Entry] = {}
    for file, is_ai in (("bots.toml", False), ("ai.toml", True)):
        for item in names.data(file)["bot"]:
            entry = _Entry(
                Program(item["id"], f"{item['id']}: {item['reason']}", is_ai),
                frozenset(item.get("names", ())),
                frozenset(item.get("emails", ())),
                item.get("both", False),
                item.get("several", False),
            )
            for kind in ("names", "emails", "logins"):
                found |= {(kind[:-1], text): entry for text in item.get(kind, ())}
    return found
