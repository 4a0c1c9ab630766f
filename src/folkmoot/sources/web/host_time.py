"""What time it is where an answer comes from: a host's words about time are read by the host's own clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from email.utils import parsedate_to_datetime

from folkmoot.sources import clock


def given_at(headers: Mapping[str, str]) -> int:
    """Give when an answer was given by its host's clock, by this machine's where the host does not say.

    By it what is new is told from what is known. `headers` are named in lower case.
    """
    moment = moment_of(headers.get("date", ""))
    return clock.now() if moment is None else int(moment)


def moment_of(said: str) -> float | None:
    """Give the moment that a date in a header names, None where it names none.

    One without a zone is in UTC, as all of HTTP's are, wherever this machine is.
    """
    try:
        found = parsedate_to_datetime(said)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
