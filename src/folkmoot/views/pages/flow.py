"""Flow: how work comes in, waits and lands."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.views.landing import REVIEW_TOOLS
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS
from folkmoot.views.plan import PagePlan

ELSEWHERE_ONLY = (
    "Most commits of the year before the newest one name a change in {tool}. Its changes are not read here, "
    "so this page speaks of commits only."
)
ELSEWHERE = (
    "Most commits of the year before the newest one name a change in {tool}. Its changes are not read here; "
    "pull or merge requests that git shows beside them: {changes}."
)
BY_MAIL_ONLY = (
    "Most commits of the year before the newest one name a mail. Mails are not read here, so this page "
    "speaks of commits only."
)
BY_MAIL = (
    "Most commits of the year before the newest one name a mail. Mails are not read here; pull or merge "
    "requests that git shows beside them: {changes}."
)


def lede(look: Look) -> Text:
    """Say how many changes there are and what became of them, as far as git or a forge tells."""
    outline = look.outline
    if not outline.commits:
        return NO_COMMITS
    if outline.review_tool and not outline.told:
        tool = REVIEW_TOOLS.get(outline.review_tool, "")
        if not outline.changes:
            return Message(ELSEWHERE_ONLY, {"tool": tool}) if tool else BY_MAIL_ONLY
        if not tool:
            return Message(BY_MAIL, {"changes": outline.changes})
        return Message(ELSEWHERE, {"tool": tool, "changes": outline.changes})
    if not outline.changes:
        return "No pull or merge requests are visible in this clone, so this page speaks of commits only."
    values: dict[str, str | int | float] = {"changes": outline.changes, "merged": outline.merged_changes}
    if outline.settled_changes == outline.changes:
        values["rejected"] = outline.rejected_changes
        values["open"] = outline.changes - outline.merged_changes - outline.rejected_changes
        return Message(
            "Pull or merge requests: {changes}, of which merged: {merged}, closed without merging: "
            "{rejected}, open: {open}.",
            values,
        )
    if outline.changes == outline.merged_changes:
        return Message(
            "Merged pull or merge requests visible in this clone: {changes}. Those that were not merged are "
            "not visible here.",
            values,
        )
    merges = look.panel("changes-merged")
    if merges is None or merges.missing:
        return Message(
            "Pull or merge requests visible in this clone: {changes}. Hardly any is seen merged: work seems "
            "to land in a way that git does not show, such as by a bot that names no change, as patches by "
            "e-mail, or at another forge.",
            values,
        )
    return Message(
        "Pull or merge requests that git shows: {changes}, of which merged: {merged}. Which of the others "
        "are open and which closed, git alone cannot tell.",
        values,
    )


PAGE = PagePlan("flow", "Flow", 30, lede)
