"""The releases that stand at the forge, and their notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from folkmoot.checks.osps._requirement import Say
from folkmoot.i18n import Message
from folkmoot.model.check import Ground, Outcome

if TYPE_CHECKING:
    from folkmoot.model.forge_settings import ReleasePage

SHORT = 80
"""Characters of notes under which they say nothing about what changed."""
MOST = 5


def pages(ground: Ground) -> tuple[ReleasePage, ...]:
    """Give the newest final releases at the forge, none where none are known."""
    told = (ground.forge.releases if ground.forge else None) or ()
    return tuple(page for page in told if not page.is_prerelease)[:MOST]


def notes_at_forge(ground: Ground) -> Say | None:
    """Look for notes with the newest release at the forge."""
    found = pages(ground)
    if not found or found[0].notes < SHORT:
        return None
    values: dict[str, str | int | float] = {"name": found[0].tag[:100], "count": found[0].notes}
    return Say(Outcome.YES, Message("The release {name} has notes of {count} characters.", values))
