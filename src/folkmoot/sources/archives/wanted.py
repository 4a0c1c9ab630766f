"""Which repositories are wanted: names with `*` and `?`, and organisations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from folkmoot.model.errors import UsageError

NAME = re.compile(r"[\w.*?-]{1,100}(?:/[\w.*?-]{1,100})?", re.ASCII)


@dataclass(frozen=True)
class Wanted:
    """What is wanted, as two expressions over names in lower case; an empty one matches nothing.

    `repository` is for `owner/name`, `organisation` for an organisation's login. Both are plain enough for
    any engine: letters, escaped signs, `.*`, `[^/]` and `|`.
    """

    repository: str
    organisation: str


def wanted(repositories: Iterable[str], organisations: Iterable[str]) -> Wanted:
    """Read what a user asks for: `owner/name`, `owner/*`, `*` for everything; organisations by name.

    Raises UsageError when nothing is named, or what is named can be no repository.
    """
    asked, owners = list(repositories), list(organisations)
    if not asked and not owners:
        raise UsageError(
            "Which repositories? An hour holds those of everybody.",
            hint="--repo 'owner/*' or --org NAME; --repo '*' takes everything.",
        )
    for name in (*asked, *owners):
        if not NAME.fullmatch(name) or (name in owners and "/" in name):
            raise UsageError(
                f"{name!r} can be no repository.", hint="write owner/name; * and ? stand for any."
            )
    lowered = [name.lower() for name in owners]
    patterns = [_pattern(name) for name in asked] + [f"{_escaped(name)}/.*" for name in lowered]
    return Wanted("|".join(dict.fromkeys(patterns)), "|".join(_escaped(name) for name in lowered))


def _pattern(name: str) -> str:
    return ".*" if name in {"*", "*/*"} else _escaped(name.lower() if "/" in name else f"{name.lower()}/*")


def _escaped(name: str) -> str:
    signs = {"*": "[^/]*", "?": "[^/]", ".": r"\.", "-": r"\-"}
    return "".join(signs.get(sign, sign) for sign in name)
