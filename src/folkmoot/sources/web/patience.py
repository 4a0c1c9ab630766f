"""When to ask again: what an answer's status and headers say about waiting. Nothing here waits itself."""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import NamedTuple

from folkmoot.sources.web.host_time import moment_of

PASSING = frozenset({408, 500, 502, 503, 504})
"""Statuses that may be gone a moment later."""
FIRST, LONGEST_PAUSE = 1.0, 60.0
LONG_AGO = 10**8
"""Seconds since 1970; a reset before that is given in seconds to wait, as the IETF's draft has it."""
UNSAID = 60.0
"""Seconds to wait where a forge limits us and does not say for how long, as GitHub asks."""


class Limit(NamedTuple):
    """A forge asks to wait: `seconds`, and whether it is the hourly quota or a limit on haste."""

    seconds: float
    is_quota: bool


def limit_of(
    status: int, headers: Mapping[str, str], now: float, *, is_limited: bool = False
) -> Limit | None:
    """Give how long a forge asks to wait, None where it does not.

    `now` is the time by the forge's own clock, in whose time it says until when. `headers` are named in lower
    case; `is_limited` tells that the body speaks of a limit. A 403 alone is no limit: it may be a door that
    stays shut.
    """
    after = _after(headers.get("retry-after", ""), now)
    is_spent = headers.get("x-ratelimit-remaining", headers.get("ratelimit-remaining", "")) == "0"
    if status not in {403, 429} and not is_limited:
        return None
    if after is not None:
        return Limit(after, is_quota=False)
    if is_spent:
        reset = headers.get("x-ratelimit-reset", headers.get("ratelimit-reset", ""))
        if reset.isascii() and reset.isdigit() and len(reset) < 12:
            left = int(reset) - now if int(reset) > LONG_AGO else int(reset)
            return Limit(max(0.0, left) + 1, is_quota=True)
    if status == 429 or is_limited:
        return Limit(UNSAID, is_quota=False)
    return None


def _after(said: str, now: float) -> float | None:
    if said.isascii() and said.isdigit() and len(said) < 9:
        return float(said)
    until = moment_of(said)
    return None if until is None else max(0.0, until - now)


def pause(attempt: int) -> float:
    """Give how long to pause after failure number `attempt` (from 0): longer each time, with jitter."""
    most: float = min(LONGEST_PAUSE, FIRST * 2.0**attempt)
    return most * (0.5 + random.random() / 2)  # noqa: S311 - spreads clients, guards nothing
