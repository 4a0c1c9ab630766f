"""SECURITY-INSIGHTS.yml: what a project attests about itself, in version 2 or 1 of the OpenSSF's format.

The file comes from strangers: at most 200 KB, 5,000 values and 20 levels are read, and a file with aliases
is not read at all. What is attested counts as said, with its line; whether it is true is not looked at.
https://security-insights.openssf.org/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from folkmoot.checks.osps._requirement import Look, Say
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Evidence, Ground, Outcome

PLACES = tuple(
    f"{folder}{name}.{ending}"
    for folder in ("", ".github/", ".gitlab/", ".forgejo/", ".gitea/", "docs/")
    for name in ("security-insights", "security_insights")
    for ending in ("yml", "yaml")
)
"""Where it may stand, in lower case; the format asks for the top or the forge's folder."""
LARGEST = 200_000
MOST_EVENTS = 10_000
DEEPEST = 20
NOWHERE = re.compile(r"(?://|@)(?:[\w-]{1,63}\.){0,20}invalid(?:[:/?#]|$)", re.IGNORECASE)
Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Field:
    """One value: its place in the file as keys joined by dots (list items by number), and its line."""

    key: str
    value: str
    line: int


@dataclass(frozen=True)
class Insights:
    """The file's values. `problem` says why there are none where there is a file that cannot be used."""

    path: str = ""
    fields: tuple[Field, ...] = ()
    problem: Text = ""

    def named(self, key: str) -> list[Field]:
        """Give the values under a key: `a.b` holds for `a.b` itself, and `a.*.b` for `a.0.b`, `a.1.b` ..."""
        wanted = key.split(".")
        return [each for each in self.fields if _fits(each.key.split("."), wanted)]


def insights(ground: Ground) -> Insights:
    """Give what the file says, read once; empty where there is none."""
    return ground.once("security insights", lambda: _read(ground))


def attested(*keys: str, value: Callable[[str], bool] = bool) -> Look:
    """Give the look for a project that attests something: a value under one of `keys` that `value` takes."""

    def look(ground: Ground) -> Say | None:
        told = insights(ground)
        if told.problem:
            return Say(Outcome.UNKNOWN, told.problem, (Evidence(told.problem, told.path),))
        named = (each for key in keys for each in told.named(key) if value(each.value))
        found = [each for each in named if not leads_nowhere(each.value)]
        if not found:
            return None
        said = ", ".join(dict.fromkeys(each.key for each in found[:3]))
        text = Message("{file} attests it: {keys}.", {"file": told.path, "keys": said})
        spots = tuple(
            Evidence(
                Message("{key}: {value}", {"key": each.key, "value": each.value[:200]}), told.path, each.line
            )
            for each in found[:5]
        )
        return Say(Outcome.YES, text, spots)

    return look


def leads_nowhere(value: str) -> bool:
    """Tell whether an address is under the name that is reserved for those that lead nowhere (RFC 2606)."""
    return NOWHERE.search(value) is not None


def _read(ground: Ground) -> Insights:
    path = min((each for each in ground.paths() if each.lower() in PLACES), key=_rank, default="")
    if not path or path in ground.links():
        return Insights()
    content = ground.read(path, LARGEST + 1)
    if content is None:
        return Insights(path, problem=Message("{file} is not in this clone.", {"file": path}))
    if len(content) > LARGEST:
        return Insights(path, problem=Message("{file} is too large to be read.", {"file": path}))
    try:
        return Insights(path, tuple(_flat(_composed(content.decode("utf-8")), "")))
    except (yaml.YAMLError, ValueError, RecursionError):
        said = "{file} cannot be used: it is not plain YAML without aliases."
        return Insights(path, problem=Message(said, {"file": path}))


def _rank(path: str) -> int:
    return PLACES.index(path.lower())


def _composed(text: str) -> Any:
    """Give the tree of a file that was first walked through. Raises ValueError for one that could do harm."""
    depth = 0
    for number, event in enumerate(yaml.parse(text, Loader=Loader)):
        if isinstance(event, yaml.AliasEvent) or number > MOST_EVENTS:
            raise ValueError
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise ValueError
    return yaml.compose(text, Loader=Loader)


def _flat(node: Any, key: str) -> Iterator[Field]:
    if isinstance(node, yaml.ScalarNode):
        yield Field(key, "" if node.tag.endswith(":null") else str(node.value), node.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode):
        for number, each in enumerate(node.value):
            yield from _flat(each, f"{key}.{number}" if key else str(number))
    elif isinstance(node, yaml.MappingNode):
        for name, each in node.value:
            if isinstance(name, yaml.ScalarNode):
                yield from _flat(each, f"{key}.{name.value}" if key else str(name.value))


def _fits(has: list[str], wanted: list[str]) -> bool:
    return len(has) == len(wanted) and all(w in ("*", h) for h, w in zip(has, wanted, strict=True))
