"""The winners that Elekto's and Kubernetes' `results.md` publish, found again among those on the ballots.

They count only where every published winner is one of the candidates, by account or by exactly the same name;
candidates' own pages (`candidate-*.md`) say which name is which account.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

LONGEST_HEAD = 4_000
_WINNERS = re.compile(
    r"^#+[ \t]*winners?\b[^\n]*\n(.*?)(?=^#|^the rest\b|\Z)", re.IGNORECASE | re.DOTALL | re.MULTILINE
)
_ITEM = re.compile(r"^[ \t]*(?:\d{1,3}\.|[-*])[ \t]+(\S[^\n]*)$", re.MULTILINE)
_ID = re.compile(r"^ID:[ \t]*(\S[^\n]*)$", re.MULTILINE | re.IGNORECASE)
_NAME = re.compile(r"^name:[ \t]*(\S[^\n]*)$", re.MULTILINE | re.IGNORECASE)


def published_winners(near: Mapping[str, str], options: Collection[str]) -> tuple[str, ...]:
    """Give the published winners as options, in the published order; none where they cannot all be found.

    `near` are the texts of the files beside the ballots, by name.
    """
    results = next((name for name in sorted(near) if name.casefold() == "results.md"), "")
    names = _published(near[results]) if results else []
    return (as_options(names, options, _called(near)) or ()) if names else ()


def _published(text: str) -> list[str]:
    section = _WINNERS.search(text)
    return _ITEM.findall(section[1]) if section else []


def _called(near: Mapping[str, str]) -> dict[str, str]:
    """Give the accounts of candidates by the names that their own pages state."""
    found = {}
    for name in near:
        if not name.startswith("candidate-"):
            continue
        head = near[name][:LONGEST_HEAD]
        account, called = _ID.search(head), _NAME.search(head)
        if account and called:
            found[_folded(called[1])] = _folded(account[1])
    return found


def as_options(
    names: Collection[str], options: Collection[str], called: Mapping[str, str]
) -> tuple[str, ...] | None:
    """Give the options that published names stand for, None when one stands for none or for several."""
    plain = {_folded(re.sub(r"\s*\(@?[\w.-]+\)$", "", option)): option for option in options}
    accounts = {_folded(option): option for option in options}
    accounts |= {_folded(m[1]): o for o in options if (m := re.search(r"\(@?([\w.-]+)\)$", o))}
    found = []
    for name in names:
        account = re.search(r"(?:github\.com/|\(@)([\w-]+)", name)
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", name)
        option = accounts.get(_folded(account[1])) if account else None
        known_as = _folded(words)
        option = option or plain.get(known_as) or accounts.get(called.get(known_as, known_as))
        if option is None or option in found:
            return None
        found.append(option)
    return tuple(found)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
