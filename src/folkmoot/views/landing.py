"""Whether git shows how changes land: not by mail, in another tool, or where they leave no trace."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.model.event import Kind
from folkmoot.model.metric import Metric
from folkmoot.store.outline import Outline

CHANGES = {Kind.CHANGE_OPENED, Kind.CHANGE_MERGED}
LEAST_MERGED = 0.05
"""Share of changes seen merged below which work lands in another way, and those few say nothing of it."""
LEAST_OPENED = 0.05
"""Share of changes whose beginning is known below which a clone lacks the heads of changes."""
NO_MERGES = (
    "Hardly any change is seen merged in this clone: work seems to land in a way that git does not show, "
    "such as patches by e-mail, merges by hand, or at another forge. Connect a forge to see more."
)
UNSEEN = (
    "Most commits of the year before the newest one belong to no change that git shows, and many people "
    "wrote them: changes seem to be merged without a trace. Connect a forge to see which were."
)
REVIEW_TOOLS = {"gerrit": "Gerrit", "phabricator": "Phabricator"}
"""Names of the tools that `Outline.review_tool` may give, beside "mail"."""
REVIEWED_ELSEWHERE = (
    "Most commits of the year before the newest one name a change in {tool}. Its changes are not read here, "
    "and pull or merge requests beside them are not how work lands."
)
REVIEWED_BY_MAIL = (
    "Most commits of the year before the newest one name a mail. Mails are not read here, and pull or merge "
    "requests beside them are not how work lands."
)
NO_HEADS = (
    "This clone tells of merged changes only, by what commits say, and not when and by whom they were begun. "
    "`folkmoot report URL` reads that too; in a clone, "
    "`git fetch origin '+refs/pull/*/head:refs/pull/*/head'` brings it (refs/merge-requests on GitLab)."
)


def out_of_sight(metric: Metric, outline: Outline) -> Text:
    """Say why git does not show what `metric` asks of changes, "" where it does, or a forge tells."""
    if _lands_elsewhere(metric, outline):
        if tool := REVIEW_TOOLS.get(outline.review_tool):
            return Message(REVIEWED_ELSEWHERE, {"tool": tool})
        return REVIEWED_BY_MAIL
    if _lacks_heads(metric, outline):
        return NO_HEADS
    if _hardly_merged(metric, outline):
        return NO_MERGES
    return UNSEEN if _lands_unseen(metric, outline) else ""


def _hardly_merged(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric is about merged changes while so few are seen merged that they are odd ones."""
    return (
        Kind.CHANGE_MERGED in metric.needs
        and set(metric.needs) <= CHANGES
        and 0 < outline.merged_changes < LEAST_MERGED * outline.changes
        and not outline.told
    )


def _lands_unseen(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric asks how changes land, where most do so in a way that git does not show."""
    needs = set(metric.needs)
    return (
        outline.lands_unseen
        and not outline.told
        and Kind.CHANGE_MERGED in needs
        and needs <= CHANGES | {Kind.COMMIT}
    )


def _lands_elsewhere(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric asks how pull or merge requests land where changes of another tool do."""
    needs = set(metric.needs)
    return (
        bool(outline.review_tool)
        and not outline.told
        and Kind.CHANGE_MERGED in needs
        and needs <= CHANGES | {Kind.COMMIT}
    )


def _lacks_heads(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric asks how changes began, in a clone that holds only how they were merged."""
    return (
        Kind.CHANGE_OPENED in metric.needs
        and outline.opened_changes < LEAST_OPENED * outline.changes
        and not outline.told
    )
