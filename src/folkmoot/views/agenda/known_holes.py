"""Components with vulnerabilities that are known to everybody."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.i18n import Message
from folkmoot.model.check import Finding
from folkmoot.views.agenda import Rule
from folkmoot.views.guarding.raising import first_places, raising
from folkmoot.views.look import Look


def raised(look: Look) -> Finding | None:
    """Raise the finding of the check, where an advisory database is at hand and there is time to look."""
    if look.advisories is None or look.is_early:
        return None  # manifests, lock files and at worst every file of code are read for it
    from folkmoot.checks.hardening.known_vulnerabilities import CHECK

    found = raising(look, (CHECK,))
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


def comes_later(look: Look) -> bool:
    """Tell whether this is asked only when the whole report is made."""
    return look.is_early and look.advisories is not None and len(look.trees) == 1


RULE = Rule("known-holes", 72, raised, concerns_users=True)
