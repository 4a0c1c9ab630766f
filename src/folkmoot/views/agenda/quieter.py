"""Far less lands than a year ago."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule, fewer_people
from folkmoot.views.look import Look
from folkmoot.views.series import count, since, year_against_year

METRIC = "commits"
ENOUGH = 24
FALL = 0.5
QUIETER = (
    "The project has become quieter: {now} commits by people in the 12 months to {until}, {before} in the 12 "
    "months before."
)
QUIETER_BY_ONE = (
    "The project has become quieter: one commit by people in the 12 months to {until}, {before} in the 12 "
    "months before."
)


def raised(look: Look) -> Finding | None:
    """Compare two years of commits, unless the fall in people has been raised, which says more."""
    years = year_against_year(look.points(METRIC), "commits", until=look.trusted_until)
    if years is None or fewer_people.raised(look) is not None:
        return None
    now, before = years.sums
    if before < ENOUGH or not years.differ:
        return None
    # The month that is not over yet may have turned it.
    if now + since(look.points(METRIC), years.until, "commits") > FALL * before:
        return None
    return Finding(
        id="quieter",
        title=Message(
            QUIETER_BY_ONE if now == 1 else QUIETER,
            {"now": count(now), "before": count(before), "until": years.until},
        ),
        outcome=Outcome.NO,
        why=(
            "A finished project may well be quiet, and many a project was busier again a year later. Users "
            "and contributors cannot tell either from one that nobody has time for, unless somebody says."
        ),
        remedy=(
            "Write one honest sentence into the README: finished, maintained as time allows, or looking for "
            "help, and with what."
        ),
        effort="ten minutes",
        panels=(METRIC, "active-contributors"),
    )


RULE = Rule("quieter", 59, raised)
"""Below what is done or left undone: by itself it foretold nothing, half did more in the next year."""
