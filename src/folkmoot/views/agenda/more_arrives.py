"""Far more changes arrive than a year ago, and what is not merged has grown as much."""

from __future__ import annotations

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.event import Kind
from folkmoot.views.agenda import Rule
from folkmoot.views.agenda.fewer_merged import may_have_landed
from folkmoot.views.look import Look
from folkmoot.views.series import count, year_against_year

METRIC = "changes-opened"
MERGED = "changes-merged"
ENOUGH = 100
EARLIER = 24
RISE = 2.0
MERGES = "{now} were merged in those months, after {before}."
SEEN = "{now} are seen to have been merged in those months, after {before}."
"""What became of them, as a forge tells it and as git shows it."""


def raised(look: Look) -> Finding | None:
    """Compare two years of complete months: twice as many came, and twice as many are left."""
    opened = year_against_year(look.points(METRIC), until=look.trusted_until)
    merged = year_against_year(look.points(MERGED), until=look.trusted_until)
    if opened is None or merged is None or opened.until != merged.until:
        return None
    now, before = opened.sums
    landed, landed_before = merged.sums
    if now < ENOUGH or before < EARLIER or now < RISE * before:
        return None
    if now - landed < RISE * max(before - landed_before, 0.0) or now - landed < before:
        return None
    is_told = Kind.CHANGE_MERGED in look.outline.told
    if not is_told and may_have_landed(look, "last 12 months", landed, now - landed):
        return None
    return Finding(
        id="more-arrives",
        title=Message(
            "{now} changes were opened in the 12 months to {until}, after {before} in the 12 months before.",
            {"now": count(now), "until": opened.until, "before": count(before)},
        ),
        outcome=Outcome.NO,
        evidence=(
            Message(MERGES if is_told else SEEN, {"now": count(landed), "before": count(landed_before)}),
        ),
        why=(
            "Each costs somebody a look, whoever or whatever wrote it, and the days of those who look have "
            "not grown longer."
        ),
        remedy=(
            "Write into the contributing guide what a change needs before anybody looks at it: an issue that "
            "was agreed on, a test, a word on how it was written. Close what brings none of it, with thanks "
            "and a link to that line."
        ),
        effort="an hour",
        panels=(METRIC, MERGED, "changes-merge-share"),
    )


RULE = Rule("more-arrives", 67, raised)
