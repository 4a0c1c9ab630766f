"""Knowledge: who knows what is spread over how many heads, and what nobody knows any more."""

from __future__ import annotations

from folkmoot.i18n import Message, Text
from folkmoot.views.look import Look
from folkmoot.views.missing import NO_COMMITS, NO_TREES, lacks_trees
from folkmoot.views.plan import PagePlan
from folkmoot.views.series import count, percent

HALF_A_YEAR = 183
"""Days of silence after which everybody counts as gone, so that naming a share would say nothing.

So it is also where only bots still work: then the share is all of the files.
"""


def lede(look: Look) -> Text:
    """Say how much of the tree has lost its last author, and how many a typical file has had."""
    if not look.outline.commits:
        return NO_COMMITS
    orphaned = look.point("orphaned-files", "all time")
    spread = look.value("knowledge-spread", "all time")
    if spread is None and lacks_trees(look.outline):
        return NO_TREES
    if spread is None:
        return "The tree holds too few files to say how knowledge is spread."
    if orphaned is None or look.silent_days > HALF_A_YEAR or orphaned.value == 1:
        if spread == 1:
            return "A typical file has been changed by one person."
        return Message("A typical file has been changed by {authors} people.", {"authors": count(spread)})
    values: dict[str, str | int | float] = {
        "share": percent(orphaned.value or 0.0),
        "files": orphaned.n,
        "authors": count(spread),
    }
    if spread == 1:
        return Message(
            "A typical file has been changed by one person. For {share}% of {files} files, the last person "
            "who changed them has done nothing here for half a year.",
            values,
        )
    return Message(
        "A typical file has been changed by {authors} people. For {share}% of {files} files, the last "
        "person who changed them has done nothing here for half a year.",
        values,
    )


PAGE = PagePlan("knowledge", "Knowledge", 40, lede)
