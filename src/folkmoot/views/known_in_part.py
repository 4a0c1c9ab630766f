"""What is known only in part of a metric's numbers: lines and clocks of commits, reviews of changes."""

from __future__ import annotations

import re

from folkmoot.i18n import Message, Text
from folkmoot.model.event import Kind
from folkmoot.model.metric import Metric
from folkmoot.store.outline import Outline
from folkmoot.store.reach import LACKING, UNCOUNTED

SOME_LINES = "Line counts are known for {counted} of {total} commits."
SOME_REVIEWS = (
    "Of {known} of {total} merged changes it is known whether anybody reviewed them: a forge that was read "
    "without a gap tells it of all, any other source from the first review on. The others are left out."
)

NO_CLOCKS = (
    "For a year or more on end everybody's commits carry UTC here, as after a conversion from another "
    "system: what the clocks of their authors showed is not known."
)
SOME_CLOCKS = (
    "Commits left out, since everybody's carry UTC for a year or more on end, as after a conversion from "
    "another system: {count}."
)


def reads_lines(metric: Metric) -> bool:
    """Tell whether a metric's SQL reads line counts, by the names of the views' columns."""
    without_literals = re.sub("'[^']*'", "", metric.sql)
    return re.search(r"\b(lines|added|deleted|has_lines)\b", without_literals) is not None


def reads_clocks(metric: Metric) -> bool:
    """Tell whether a metric's SQL reads commits by their authors' own clocks."""
    return re.search(r"\bfrom clocked\b", metric.sql) is not None


def counts_some_lines_only(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric reads line counts, and some commits have none."""
    return reads_lines(metric) and outline.commits_with_lines < outline.commits_without_merges


def knows_some_reviews_only(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric asks who reviewed merged changes, and of some nobody knows."""
    return {Kind.CHANGE_MERGED, Kind.REVIEW} <= set(metric.needs) and (
        0 < outline.reviews_known < outline.merged_by_people
    )


def coverage_notes(metric: Metric, outline: Outline, *, shows: bool = True) -> tuple[Text, ...]:
    """Give what is known only in part of the numbers of `metric`, which `shows` some."""
    about_lines = [note for note in outline.notes if _is_about_lines(note)]
    notes = [note for note in outline.notes if not _is_about_lines(note)]
    if knows_some_reviews_only(metric, outline):
        known, merged = outline.reviews_known, outline.merged_by_people
        notes.append(Message(SOME_REVIEWS, {"known": known, "total": merged}))
    if shows and reads_clocks(metric) and outline.unclocked:
        notes.append(Message(SOME_CLOCKS, {"count": outline.unclocked}))
    if not reads_lines(metric):
        return tuple(notes)
    counted, total = outline.commits_with_lines, outline.commits_without_merges
    if not about_lines and counts_some_lines_only(metric, outline) and counted:
        notes.append(Message(SOME_LINES, {"counted": counted, "total": total}))
    return (*notes, *about_lines)


def _is_about_lines(note: Text) -> bool:
    return isinstance(note, Message) and note.text in (LACKING, UNCOUNTED)
