"""The rules communities use, by name. They are data: `presets.toml` beside this file."""

from __future__ import annotations

import tomllib
from difflib import get_close_matches
from functools import cache
from importlib.resources import files

from folkmoot.govern.rules.reading import rule_from
from folkmoot.model.errors import UsageError
from folkmoot.model.rule import Rule


@cache
def all_presets() -> dict[str, Rule]:
    """Give every preset by its name, in alphabetical order."""
    text = (files(__package__) / "presets.toml").read_text(encoding="utf-8")
    return {name: rule_from(name, table) for name, table in sorted(tomllib.loads(text).items())}


def preset(name: str) -> Rule:
    """Give one preset by its name. Raises UsageError when there is none, naming the nearest."""
    known = all_presets()
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3, cutoff=0.4) or list(known)
    raise UsageError(f"There is no rule {name!r}.", hint=f"did you mean {', '.join(near)}?")
