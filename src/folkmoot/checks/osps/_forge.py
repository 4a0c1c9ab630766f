"""What the forge shows of its settings, as looks. A setting that was not shown decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from folkmoot.checks.osps._requirement import Look, Say
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Ground, Outcome

if TYPE_CHECKING:
    from folkmoot.model.forge_settings import ForgeSettings

HIDDEN = "{forge} does not show this setting to the token that was used."


def shown(read: Callable[[ForgeSettings], bool | None], yes: Text, no: Text = "") -> Look:
    """Give the look at one setting; `no` "" means that its absence proves nothing."""

    def look(ground: Ground) -> Say | None:
        if ground.forge is None:
            return None
        value = read(ground.forge)
        if value is None:
            return Say(Outcome.UNKNOWN, Message(HIDDEN, {"forge": ground.forge.shown}))
        if value:
            return Say(Outcome.YES, _named(yes, ground.forge))
        return Say(Outcome.NO, _named(no, ground.forge)) if no else None

    return look


def _named(text: Text, forge: ForgeSettings) -> Text:
    """Fill the forge's address into a text that asks for it."""
    return Message(text, {"forge": forge.shown}) if isinstance(text, str) and "{forge}" in text else text
