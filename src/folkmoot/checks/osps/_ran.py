"""What a forge told of merged changes: what had run on them, as looks. It shows a habit, not a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from folkmoot.checks.osps._requirement import Say
from folkmoot.i18n import Message
from folkmoot.model.check import Ground, Outcome

if TYPE_CHECKING:
    from folkmoot.model.past import RanBefore

LEAST = 5
"""So few merged changes are no habit yet."""
ALL = "On all {heads} changes merged in the last 12 months, something that is called a test had passed."
SOME = (
    "Of {heads} changes merged in the last 12 months, {tested} had passed something that looks like a test, "
    "by its name or by the service that ran it."
)
FAILED = (
    "Of {heads} changes merged in the last 12 months of which it is known what ran, something had failed on "
    "{failed}."
)


def tested(ground: Ground) -> Say | None:
    """Say yes where every merged change had passed a test by name; less than that is a hint."""
    ran = _ran(ground)
    if ran is None:
        return None
    values: dict[str, str | int | float] = {"heads": ran.heads, "tested": ran.tested}
    if ran.named == ran.heads >= LEAST and not ran.unknown:
        return Say(Outcome.YES, Message(ALL, values))
    return Say(Outcome.UNKNOWN, Message(SOME, values))


def failed(ground: Ground) -> Say | None:
    """Say how many were merged with something that failed: a hint only, as a person may have overruled it."""
    ran = _ran(ground)
    if ran is None:
        return None
    return Say(Outcome.UNKNOWN, Message(FAILED, {"heads": ran.heads, "failed": ran.failed}))


def _ran(ground: Ground) -> RanBefore | None:
    ran = ground.past.ran if ground.past else None
    return ran if ran is not None and ran.heads else None
