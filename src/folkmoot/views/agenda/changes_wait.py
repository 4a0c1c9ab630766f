"""Changes that nobody has looked at, or not since their authors answered."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.waiting import changes, links, longest, of_a_year

FEWEST = 2
WAIT = "{count} changes have waited more than {days} days for somebody to look at them."
WAIT_A_DAY = "{count} changes have waited more than a day for somebody to look at them."


def raised(look: Look) -> Finding | None:
    """Count those of a year; first things of newcomers have a finding of their own."""
    found = [one for one in changes(look) if one.is_answered or not one.is_new]
    recent = of_a_year(found)
    if len(recent) < FEWEST:
        return None
    return Finding(
        id="changes-wait",
        title=Message(
            WAIT_A_DAY if look.response_days == 1 else WAIT,
            {"count": len(recent), "days": look.response_days},
        ),
        outcome=Outcome.NO,
        evidence=longest(found),
        why=(
            "Work that waits grows old: it conflicts with what lands meanwhile, and its author moves on to "
            "something else."
        ),
        remedy=(
            "Share them out at the next meeting, or among those who reviewed something this month: one each. "
            "A clear no is better than silence."
        ),
        effort="half an hour each",
        panels=("changes-waiting", "waiting-time-per-side"),
        links=links(look, recent),
    )


RULE = Rule("changes-wait", 86, raised)
