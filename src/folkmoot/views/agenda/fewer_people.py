"""Fewer people are active than a year ago."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.views.agenda import Rule
from folkmoot.views.look import Look
from folkmoot.views.series import count, year_against_year

METRIC = "active-contributors"
ENOUGH = 5
FALL = 0.75
FEWER_ALONE = "Fewer people can do less, or each of them carries more."
MORE_EACH = (
    "The work has not become less in the same measure: those who stayed carry more, and overload begins so."
)
LESS_EACH = (
    "The work has become less as well, so this need not be overload: the project may be done, or people went "
    "away together with what they worked on."
)
"""What it can mean: where commits are not known, where each makes more of them, and where not."""


def raised(look: Look) -> Finding | None:
    """Compare the middle months of two years."""
    years = year_against_year(look.points(METRIC), until=look.trusted_until)
    if years is None:
        return None
    now, before = years.middles
    if before < ENOUGH or now > FALL * before or not years.differ:
        return None
    work = year_against_year(look.points("commits"), "commits", until=look.trusted_until)
    evidence: tuple[Message, ...] = ()
    why = FEWER_ALONE
    if work is not None:
        done, done_before = work.sums
        why = MORE_EACH if done * before > now * done_before else LESS_EACH
        evidence = (
            Message(
                "Commits in the same two years: {now}, after {before}.",
                {"now": count(work.sums[0]), "before": count(work.sums[1])},
            ),
        )
    return Finding(
        id="fewer-people",
        title=Message(
            "Fewer contributors in a typical month: {now} in the year to {until}, {before} in the year "
            "before.",
            {"now": count(now), "before": count(before), "until": years.until},
        ),
        outcome=Outcome.NO,
        evidence=evidence,
        why=why,
        remedy=(
            "Write to three people who contributed last year and not this year: ask what they would need to "
            "come back, and listen. Then decide together what the project can stop doing."
        ),
        effort="an hour",
        panels=(METRIC, "lost-contributors"),
    )


RULE = Rule("fewer-people", 75, raised)
