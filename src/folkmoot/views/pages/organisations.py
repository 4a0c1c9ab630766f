"""Organisations: where the work comes from, as far as e-mail addresses tell."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.plan import PagePlan
from folkmoot.views.series import percent

HARDLY_ANY = 0.05


def lede(look: Look) -> Text:
    """Say for how much of the work the organisation is known, before anything is said about organisations."""
    if not look.outline.commits:
        return NO_COMMITS
    recent = look.value("known-organisation-share", "last 12 months")
    always = look.value("known-organisation-share", "all time")
    if max(recent or 0.0, always or 0.0) < HARDLY_ANY:
        return (
            "The organisation behind the work is known for hardly any contribution, so this page can say "
            "little. Files in .folkmoot/people can say who works for whom."
        )
    if recent is not None and recent < HARDLY_ANY <= (always or 0.0):
        return Message(
            "The organisation behind the work is known for {share}% of all contributions, and for hardly any "
            "of the last 12 months; this page speaks of those only.",
            {"share": percent(always or 0.0)},
        )
    if recent is not None:
        return Message(
            "The organisation behind the work is known for {share}% of the last 12 months' contributions; "
            "this page speaks of those only.",
            {"share": percent(recent)},
        )
    if always is not None:
        return Message(
            "The organisation behind the work is known for {share}% of all contributions; this page speaks "
            "of those only.",
            {"share": percent(always)},
        )
    return "Which organisations the work comes from cannot be told from the addresses in this repository."


PAGE = PagePlan("organisations", "Organisations", 60, lede)
