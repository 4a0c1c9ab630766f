"""Every check that guards a project, decided once per commit and remembered by it.

The community's files are asked on the way to the first page; everything else is asked here, and only when the
whole report, or a page that shows it, is made.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import folkmoot
from folkmoot.checks import all_checks, rooms
from folkmoot.i18n import Message
from folkmoot.model.check import Check, Finding, Ground, Outcome
from folkmoot.model.errors import FolkmootError
from folkmoot.store.remembered import remember, remembered
from folkmoot.views.governing.plain_data import from_plain, to_plain

FIRST_ROOM = "community"
"""The room that the first page asks; what it found is known already."""
MOST_EVIDENCE = 400
"""Lines that one finding may rest on; more are not kept, because nobody reads them."""
DECIDE_WITH = ("checks", "model", "supply", "licences", "sources/git")
"""The rooms whose sources decide an answer: when they change, what is remembered does not hold."""


def guard_checks() -> dict[str, Check]:
    """Give every check that is not asked on the way to the first page."""
    others = tuple(room for room in rooms() if room != FIRST_ROOM)
    return all_checks(*others) if others else {}


def guard_findings(make: Callable[[], Ground], key: Sequence[str]) -> tuple[Finding, ...]:
    """Give what the guarding checks find on the ground that `make` gives, in their order.

    `key` names everything that decides the answers, beside the checks themselves; what was found is
    remembered by it, and nothing is remembered where it is empty.
    """
    checks = guard_checks()
    whole = [*key, _how(), *(f"{check.id}:{check.version}" for check in checks.values())]
    found = _made(remembered("guards", whole)) if key else None
    if found is None:
        found = tuple(decided(checks.values(), make()))
        if key:
            remember("guards", whole, to_plain(found))
    return found


def decided(checks: Iterable[Check], ground: Ground) -> Iterable[Finding]:
    """Decide checks one by one, each with the risk it has; one that fails says so and stops no other."""
    for check in checks:
        try:
            finding = check.ask(ground)
        except FolkmootError as error:
            finding = _failed(check, Message("It could not be decided: {what}", {"what": error.what}))
        except Exception as error:  # noqa: BLE001 - a fault in one check must not cost the other answers
            values: dict[str, str | int | float] = {"kind": type(error).__name__, "check": check.id}
            finding = _failed(
                check,
                Message(
                    "The check {check} failed on these files ({kind}), which is a fault of Folkmoot's.",
                    values,
                ),
            )
        yield replace(finding, risk=finding.risk or check.risk, spots=finding.spots[:MOST_EVIDENCE])


def _failed(check: Check, what: Message) -> Finding:
    return Finding(check.id, check.title, Outcome.ERROR, (what,))


def _made(data: Any) -> tuple[Finding, ...] | None:
    """Give the findings that plain data holds, or None where it holds something else."""
    if not isinstance(data, list):
        return None
    try:
        return tuple(from_plain(Finding, each) for each in data)
    except (ValueError, TypeError, KeyError):
        return None


@cache
def _how() -> str:
    """Give a mark of everything of ours, and of the programs asked, that decides an answer."""
    home = Path(folkmoot.__file__).parent
    places: Sequence[Path] = [
        place for room in DECIDE_WITH for place in sorted((home / room).rglob("*")) if place.suffix != ".pyc"
    ]
    facts = [(str(place), (stat := place.stat()).st_size, stat.st_mtime_ns) for place in places]
    beside = Path(sys.executable).with_name("shfmt")
    programs = str(beside) if beside.exists() else shutil.which("shfmt")
    return hashlib.sha256(repr((facts, programs)).encode()).hexdigest()
