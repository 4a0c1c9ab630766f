"""The rules a community has written down in its governance document, where they stand in a table or a list.

A table with the columns action, approval, binding voters and minimum length says who decides what (TiKV, TiDB
and others that follow Apache ORC); a list of approvals ("**Consensus** requires 2 binding +1 votes and no
binding vetoes") says how. Rules in flowing prose are not guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from folkmoot.govern.roles import wording
from folkmoot.model.check import Tree

PATHS = re.compile(
    r"(?:|docs/|doc/|\.github/|governance/|community/)(?:governance|bylaws|voting)\.(?:md|rst|txt)",
    re.IGNORECASE,
)
MOST_BYTES = 1_000_000
_APPROVAL = re.compile(r"\s*[-*+]\s+\*\*\s*([^*]{2,60}?)\s*:?\s*\*\*\s*:?\s*(.+)")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_BINDING = re.compile(
    r"\b(\d{1,3}|one|two|three|four|five)\s+(?:or more\s+)?(?:binding\s+)?(?:\+1|yes|approv\w+)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(\d{1,2})\s*/\s*(\d{1,2})\b")
_HOURS = {"hour": 1, "day": 24, "week": 168}


@dataclass(frozen=True)
class Approval:
    """How something is approved: so many binding yes, a no being a veto, a share of all who may vote."""

    name: str
    min_yes: int = 0
    has_veto: bool = False
    share: tuple[int, int] | None = None
    line: int = 0


@dataclass(frozen=True)
class Action:
    """What may be decided, how, by whom (in its own words), and for how many days it is open at least."""

    name: str
    approval: Approval
    voters: str
    min_days: int | None
    line: int


@dataclass(frozen=True)
class WrittenRules:
    """Everything found in one document."""

    path: str = ""
    approvals: Mapping[str, Approval] = field(default_factory=dict)
    actions: tuple[Action, ...] = ()

    def action_for(self, title: str) -> Action | None:
        """Give the action a vote of this title is about, or None when no action or several fit equally."""
        words = set(_words(title))
        scored = [
            (len(_words(action.name)) if _fits(action, words) else 0, action) for action in self.actions
        ]
        best = max((score for score, _ in scored), default=0)
        chosen = [action for score, action in scored if score == best and best]
        return chosen[0] if len(chosen) == 1 else None


def _words(text: str) -> list[str]:
    return [wording.singular(word) for word in re.findall(r"[a-z]+", text.casefold())]


def _fits(action: Action, title: set[str]) -> bool:
    """Tell whether every telling word of an action's name is in a title; "new" is what a title leaves out."""
    words = [
        word for word in _words(action.name) if word not in ("new", "of", "the", "a", "modifying", "member")
    ]
    is_removal = bool(title & {"removal", "remove", "revoke", "removing"})
    return (
        bool(words)
        and set(words) <= (title | {"removal"} if is_removal else title)
        and is_removal == ("removal" in words)
    )


def read_written_rules(tree: Tree) -> WrittenRules:
    """Read the first governance document of a tree that has a table of actions or a list of approvals."""
    for path in tree.paths():
        if PATHS.fullmatch(path):
            content = tree.read(path, MOST_BYTES)
            rules = rules_in(path, content.decode("utf-8", "replace")) if content else WrittenRules()
            if rules.actions or rules.approvals:
                return rules
    return WrittenRules()


def rules_in(path: str, text: str) -> WrittenRules:
    """Read the approvals and actions of one document."""
    lines = text.splitlines()
    approvals: dict[str, Approval] = {}
    for number, line in enumerate(lines, 1):
        if (found := _APPROVAL.match(line)) and (approval := _approval(found[1], found[2], number)):
            approvals.setdefault(approval.name.casefold(), approval)
    return WrittenRules(path, approvals, tuple(_actions(lines, approvals)))


def _approval(name: str, said: str, line: int) -> Approval | None:
    binding, share = _BINDING.search(said), _SHARE.search(said)
    if not binding and not share:
        return None
    number = binding[1].casefold() if binding else "0"
    of = (int(share[1]), int(share[2])) if share and 0 < int(share[1]) <= int(share[2]) else None
    has_veto = bool(re.search(r"\bno\s+(?:binding\s+)?veto", said, re.IGNORECASE))
    return Approval(name.strip(), _NUMBERS.get(number) or int(number), has_veto, of, line)


def _actions(lines: list[str], approvals: Mapping[str, Approval]) -> list[Action]:
    found: list[Action] = []
    places: dict[str, int] = {}
    for number, line in enumerate(lines, 1):
        cells = [wording.plain(cell) for cell in line.strip().strip("|").split("|")] if "|" in line else []
        heads = [cell.casefold() for cell in cells]
        if not cells:
            places = {}
        elif any(head.startswith("action") for head in heads) and any("approval" in head for head in heads):
            places = {
                kind: next((place for place, head in enumerate(heads) if word in head), -1)
                for kind, word in (
                    ("name", "action"),
                    ("approval", "approval"),
                    ("voters", "voter"),
                    ("days", "length"),
                )
            }
            unit = heads[places["days"]] if places["days"] >= 0 else ""
        elif places and not re.fullmatch(r"[\s|:-]+", line):
            told = {kind: cells[place] if 0 <= place < len(cells) else "" for kind, place in places.items()}
            name = told["approval"]
            approval = approvals.get(name.casefold(), Approval(name))
            found.append(Action(told["name"], approval, told["voters"], _days(told["days"], unit), number))
    return found


def _days(cell: str, unit: str) -> int | None:
    number = re.search(r"\d{1,4}", cell)
    if not number:
        return None
    hours = next((hours for word, hours in _HOURS.items() if word in f"{cell} {unit}".casefold()), 24)
    return -(-int(number[0]) * hours // 24)
