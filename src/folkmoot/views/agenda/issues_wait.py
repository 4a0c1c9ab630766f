"""Issues without any answer."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.waiting import issues, links, longest, of_a_year

FEWEST = 3
WAIT = "{count} open issues have had no answer for more than {days} days."
OWN = "Opened by members of the project, and as long without a word from anybody else: {count}."
WAIT_A_DAY = "{count} open issues have had no answer for more than a day."


def raised(look: Look) -> Finding | None:
    """Count those of a year; first things of newcomers have a finding of their own.

    What members of the project open are mostly notes of what they mean to do, and wait for nobody.
    """
    every = [one for one in issues(look) if not one.is_new]
    found = [one for one in every if not one.is_inside]
    recent, own = of_a_year(found), len(of_a_year(every)) - len(of_a_year(found))
    if len(recent) < FEWEST:
        return None
    return Finding(
        id="issues-wait",
        title=Message(
            WAIT_A_DAY if look.response_days == 1 else WAIT,
            {"count": len(recent), "days": look.response_days},
        ),
        outcome=Outcome.NO,
        evidence=(*longest(found), *((Message(OWN, {"count": own}),) if own else ())),
        why="Whoever reports something and hears nothing has little reason to report the next thing.",
        remedy=(
            "Take turns: one person a week reads what is new and says one sentence to each: known, needs "
            "more to go on, or not now."
        ),
        effort="half an hour a week",
        panels=("issues-waiting", "issue-first-response"),
        links=links(look, recent),
    )


RULE = Rule("issues-wait", 72, raised)
