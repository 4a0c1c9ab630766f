"""Proposals that nobody has answered and nobody has touched for long."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.event import DAY
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look

FEWEST = 3
SHOWN = 3


def raised(look: Look) -> Finding | None:
    """Count undecided proposals unchanged for their layout's time, where somebody still works at others."""
    if not any(known.document_files for known in look.governing):
        return None
    from folkmoot.views.governing.proposal_lists import named, unchanged, waiting_ones

    found = [pair for known in look.governing for pair in waiting_ones(known)]
    still = [(known, one, way) for known in look.governing for one, way in unchanged(known)]
    if len(still) < FEWEST:
        return None
    # Several projects may wait for different times; more than the shortest holds for all of them.
    days = min(known.layout.stale_days if known.layout else 0 for known, _, _ in still)
    values: dict[str, str | int | float] = {"count": len(still), "open": len(found), "days": days}
    evidence: list[Text] = [
        Message(
            "{title}: unchanged for {days} days.",
            {"title": str(named(one, look.role_names)), "days": (known.now - way.changed_at) // DAY},
        )
        for known, one, way in sorted(still, key=lambda each: (each[2].changed_at, each[1].path))[:SHOWN]
    ]
    return Finding(
        id="proposals-waiting",
        title=Message("{count} of {open} undecided proposals have not changed for over {days} days.", values),
        outcome=Outcome.NO,
        evidence=tuple(evidence),
        why=(
            "Whoever wrote them waits, or has given up without anybody noticing; readers cannot tell what is "
            "still meant."
        ),
        remedy=(
            "Take the three oldest: ask their authors whether they still stand for them, then decide, "
            "postpone "
            "or withdraw each, and say so in its document."
        ),
        effort="an hour",
        panels=("proposals-waiting",),
    )


RULE = Rule("proposals-waiting", 58, raised)
