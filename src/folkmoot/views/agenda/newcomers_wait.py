"""People who came for the first time, and whom nobody has answered yet."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.waiting import links, longest, newcomers, of_a_year

ONE = "One first-time contributor has waited more than {days} days."
MORE = "{count} first-time contributors have waited more than {days} days."
ONE_A_DAY = "One first-time contributor has waited more than a day."
MORE_A_DAY = "{count} first-time contributors have waited more than a day."


def raised(look: Look) -> Finding | None:
    """Count who came within a year; whoever came before that has most likely given up."""
    found = newcomers(look)
    recent = of_a_year(found)
    if not recent:
        return None
    one, more = (ONE_A_DAY, MORE_A_DAY) if look.response_days == 1 else (ONE, MORE)
    values: dict[str, str | int | float] = {"count": len(recent), "days": look.response_days}
    return Finding(
        id="newcomers-wait",
        title=Message(one if len(recent) == 1 else more, values),
        outcome=Outcome.NO,
        evidence=longest(found),
        why="Somebody who gets no answer to the first thing they bring has little reason to bring a second.",
        remedy=(
            "Answer each today, even if only with thanks and a day by which somebody will look. The newest "
            "come first: they are still there."
        ),
        effort="ten minutes each",
        panels=("newcomers-waiting", "newcomer-answers"),
        links=links(look, recent),
    )


RULE = Rule("newcomers-wait", 98, raised)
