"""Whether a version is affected, by the OSV specification's own algorithm, and in which version it is mended.

https://ossf.github.io/osv-schema/#evaluation
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from folkmoot.supply.advisories.record import Affected, Range
from folkmoot.supply.versions import Key
from folkmoot.supply.versions import key_of as key_anew

SEMANTIC = "npm"
"""The ecosystem whose order is that of ranges of the type SEMVER, whatever the package's own."""
key_of = lru_cache(maxsize=20_000)(key_anew)
"""The same few versions stand in many advisories on one package."""
MOST_DIGITS = 10
_DIGITS = dict.fromkeys(number for number in range(128) if chr(number) not in "123456789")
"""Deletes of ASCII all that is no digit, and zeros."""


class Verdict(NamedTuple):
    """What one record says of one version. `is_affected` None: the version cannot be compared.

    `fixed` is the lowest version above it in which it is mended, "" where none is named.
    """

    is_affected: bool | None
    fixed: str = ""


class _Event(NamedTuple):
    """What happens at a version. `place` is (0,) for the beginning, (2,) for no end, else (1, key)."""

    kind: str
    version: str
    place: tuple[Any, ...]


def judge(version: str, affected: Affected) -> Verdict:
    """Hold a version against what one record says of its package."""
    own = key_of(affected.ecosystem, version)
    is_listed = version in affected.versions or _is_among(version, own, affected)
    is_read = is_within = False
    fixes: dict[str, list[_Event]] = {}
    for each in affected.ranges:
        order = SEMANTIC if each.is_semantic else affected.ecosystem
        key = own if order == affected.ecosystem else key_of(order, version)
        if key is None:
            continue
        is_read = True
        events = _ordered(each, order)
        is_here = _is_within((1, key), events)
        is_within = is_within or is_here
        fix = _lasting_fix((1, key), events)
        if fix is not None and (is_here or is_listed):
            fixes.setdefault(order, []).append(fix)
    if not is_listed and not is_within:
        return Verdict(False if is_read or own is not None else None)
    # Where several ranges hold a version, only the last of their ends is outside all of them.
    choose = max if is_within else min
    ends = next(iter(fixes.values()), [])
    return Verdict(True, choose(ends, key=lambda event: event.place).version if ends else "")


def _is_among(version: str, key: Key | None, affected: Affected) -> bool:
    """Tell whether a version is listed in another writing, such as 1.0 for 1.0.0.

    Two writings of one version have the same digits but for zeros, which is looked at first: it is cheap.
    """
    if key is None or not affected.versions:
        return False
    digits = version.translate(_DIGITS)
    alike = (each for each in affected.versions if each.translate(_DIGITS) == digits)
    return any(key_of(affected.ecosystem, each) == key for each in alike)


def _ordered(told: Range, order: str) -> list[_Event]:
    """Give the events in the order of their versions, without those whose version cannot be compared.

    Events at one version keep the order they are written in, but what is affected for the last time there is
    affected there.
    """
    events = []
    for kind, version in told.events:
        if kind == "introduced" and version == "0":
            events.append(_Event(kind, version, (0,)))
        elif kind == "limit" and version == "*":
            events.append(_Event(kind, version, (2,)))
        elif (key := key_of(order, version)) is not None:
            events.append(_Event(kind, version, (1, key)))
    return sorted(events, key=lambda event: (event.place, event.kind == "last_affected"))


def _lasting_fix(place: tuple[Any, ...], events: list[_Event]) -> _Event | None:
    """Give the first fix above a place that is more than one version between two that are affected.

    RustSec writes "all but 0.2.0" as fixed in 0.2.0 and introduced in 0.2.1-0: nobody is to move there. Go
    writes the beginning of its next line in the same way, and 1.26.5 with 1.27.0-0 behind it is no such one.
    """
    for event, following in zip(events, [*events[1:], None], strict=True):
        is_island = (
            following is not None
            and following.kind == "introduced"
            and following.version == _next_patch(event.version)
        )
        if event.kind == "fixed" and event.place > place and not is_island:
            return event
    return None


def _next_patch(version: str) -> str:
    """Give the very beginning of the patch release behind a version, "" for what has no number at its end."""
    line, dot, patch = version.rpartition(".")
    return f"{line}.{int(patch) + 1}-0" if dot and patch.isdecimal() and len(patch) < MOST_DIGITS else ""


def _is_within(place: tuple[Any, ...], events: list[_Event]) -> bool:
    limits = [event for event in events if event.kind == "limit"]
    if limits and not any(event.place > place for event in limits):
        return False
    is_vulnerable = False
    for kind, _, at in events:
        if kind == "introduced" and at <= place:
            is_vulnerable = True
        elif (kind == "fixed" and at <= place) or (kind == "last_affected" and at < place):
            is_vulnerable = False
    return is_vulnerable
