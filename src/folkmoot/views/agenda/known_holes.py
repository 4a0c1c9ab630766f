"""Components with vulnerabilities that are known to everybody."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.i18n import Message
from folkmoot.model.check import Finding
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look


def raised(look: Look) -> Finding | None:
    """Raise the finding of the check, where an advisory database was at hand."""
    if len(look.guards) != 1:
        return None
    from folkmoot.views.guarding.raising import first_places, raising

    found = raising(look, ("known-vulnerabilities",))
    if not found:
        return None
    count = len(found[0].spots)
    values: dict[str, str | int | float] = {"count": count}
    title = Message(
        "Something the project depends on has a known vulnerability."
        if count == 1
        else "Known vulnerabilities in what the project depends on: {count} places.",
        values,
    )
    return replace(
        found[0], id="known-holes", title=title, evidence=first_places(found), spots=(),
        panels=("agenda-security",),
    )  # fmt: skip


RULE = Rule("known-holes", 72, raised, concerns_users=True)
