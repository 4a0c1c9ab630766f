"""What ran on the newest commit of a change, at a forge of any brand: who is asked, and what it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterable

from folkmoot.model.ci import RUN_DAYS
from folkmoot.model.event import DAY
from folkmoot.model.forge import Item, Run

SUCCESS, FAILURE, PENDING, NEUTRAL = "success", "failure", "pending", "neutral"
_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def since(now: int) -> int:
    """Give since when merged changes are asked what ran on them: what is older, forges forget."""
    return now - RUN_DAYS * DAY


def is_asked(on: Item, now: int) -> bool:
    """Tell whether a change is one of those, and its newest commit known."""
    return on.is_change and on.merged_at >= max(1, since(now)) and _COMMIT.fullmatch(on.head) is not None


def newest(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Give runs in the order of their names, the newest of those that say the same."""
    found: dict[tuple[str, str, str], Run] = {}
    for run in runs:
        known = found.get(run[:3])
        found[run[:3]] = run if known is None or known.made_at < run.made_at else known
    return tuple(found[key] for key in sorted(found))


def summed(runs: Iterable[Run]) -> str:
    """Give what runs come to where the forge does not say so itself; "" where nothing ran."""
    states = {run.state for run in runs}
    return next((state for state in (PENDING, FAILURE, SUCCESS, NEUTRAL) if state in states), "")
