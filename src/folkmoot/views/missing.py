"""Why a question cannot be answered from what is here, and what to connect or run so that it can.

What one metric alone has to say in place of numbers stands with it (`nothing`, `too_young`, `all_unknown`).
"""

from __future__ import annotations

import re

from folkmoot.i18n import Absence, Message, Text
from folkmoot.model.event import DAY, Kind
from folkmoot.model.metric import Gap, Label, Metric, Row, Shape, Unit
from folkmoot.store.outline import Outline
from folkmoot.store.reach import LACKING, UNTOUCHED
from folkmoot.views.known_in_part import NO_CLOCKS, reads_clocks, reads_lines
from folkmoot.views.landing import CHANGES, NO_MERGES, REVIEW_TOOLS, out_of_sight

FORGE = {
    Kind.ISSUE_OPENED,
    Kind.ISSUE_CLOSED,
    Kind.CHANGE_CLOSED,
    Kind.COMMENT,
    Kind.REVIEW,
    Kind.REVIEW_COMMENT,
    Kind.STAR,
    Kind.UNSTAR,
    Kind.FORK,
}
"""What no git repository holds."""
ITEMS = {Kind.ISSUE_OPENED, Kind.CHANGE_OPENED}
ATTENTION = {Kind.STAR, Kind.UNSTAR, Kind.FORK}
TRAILERS = {
    Kind.COAUTHOR,
    Kind.REVIEWED,
    Kind.ACKED,
    Kind.TESTED,
    Kind.REPORTED,
    Kind.HELPED,
    Kind.SUGGESTED,
    Kind.SIGNED_OFF,
}

NO_FORGE = (
    "Not knowable from git alone: connect the forge where the work is talked about, with "
    "`folkmoot report REPO --forge https://github.com/owner/name`."
)
NO_FORGE_BUT_TOOL = (
    "Not knowable from git alone. Most commits of the year before the newest one name a change in {tool}, "
    "which is not read here; a forge that holds issues can be connected, with "
    "`folkmoot report REPO --forge URL`."
)
NO_ATTENTION = (
    "Stars and forks were not read here. Forges show who starred to a project's maintainers only, so this "
    "needs a maintainer's token, or an archive of public events; counts can be gathered from today on."
)
HIDDEN_STARS = (
    "Nobody tells here when stars were given: some forges never do, others only to a project's maintainers. "
    "`folkmoot snapshot` counts them; run daily, it shows their course from then on."
)
HIDDEN_FORKS = (
    "Forks were only counted here, and nobody tells when they were made: connect the forge, with "
    "`folkmoot report REPO --forge https://github.com/owner/name`."
)
NO_ITEMS = (
    "No issue and no change was read here, so nobody can tell who came back with one: connect the forge, "
    "with `folkmoot report REPO --forge https://github.com/owner/name`."
)
NO_REVIEWS = "The forge tells of no review here: either nobody reviews there, or reviews were not read."
NOBODY_REVIEWS = Absence("Nobody has reviewed a change here, as far as the forge tells.")
NO_ISSUES = "The forge tells of no issue here: issues may be kept elsewhere."
NO_COMMITS = Absence("There is no commit to tell of; the first one starts this page.")
NO_CHANGES = (
    "No pull or merge requests are visible in this clone: it has no refs/pull or refs/merge-requests, "
    "and no commit names one. `folkmoot report URL` fetches them where the forge offers them."
)
NO_CHANGES_TOLD = "Neither the forge nor this clone tells of any pull or merge request."
NO_LINES = "Line counts need the contents of files: run again with `--lines always`."
NO_CONTENTS = (
    "Line counts need the contents of files, which are not in this clone: "
    "`git fetch --refetch --no-filter` brings them, or `folkmoot report URL --lines always`."
)
NO_TREES = (
    "Which files there are, and which of them commits changed, is not in this clone: "
    "`git fetch --refetch --filter=blob:none` brings it."
)
NO_RELEASES = (
    "No tag in this clone names a version, such as v1.2. If there are such tags elsewhere, "
    "`git fetch --tags` brings them; if not, tag the next release. What is never released, such as a living "
    "standard or a list, needs no tag."
)
NO_TRAILERS = (
    "No commit message of a person carries such trailers here, so this cannot be told from git alone; "
    "connect a forge to see it."
)
NO_REVIEW_TRAILERS = (
    "No commit message of a person carries `Reviewed-by: NAME` here. Most commits of the newest year name a "
    "change in {tool}, where reviews are made; a login that it notes in messages counts where one person "
    "here is known by it."
)
TOO_FEW = "Too few cases in any period to give a number: it takes {least}, and here are at most {most}."
NOBODY_LATELY = Absence("Nobody has committed here in the last 12 months.")
NOTHING = "There is too little history yet to answer this."
NOTHING_ON = {
    "organisations": (
        "The organisation of hardly any commit is known here: the addresses are private ones. Files in "
        ".folkmoot/people can say who works for whom."
    ),
    "knowledge": "The tree at the newest commit holds too few files to answer this.",
}


def missing(metric: Metric, rows: list[Row], outline: Outline) -> Text:
    """Give the sentence that stands in place of the numbers, or "" where there are numbers."""
    needs = set(metric.needs)
    if sentence := _untold(needs, rows, outline):
        return sentence
    if sentence := _wrong(metric, rows, outline):
        return sentence
    if outline.commits == 0 and not rows and not needs & FORGE:
        return NO_COMMITS
    if needs & CHANGES and outline.changes == 0 and not (rows and outline.told & ITEMS):
        return NO_CHANGES_TOLD if outline.told & ITEMS else NO_CHANGES
    if Kind.RELEASE in needs and outline.releases == 0:
        return NO_RELEASES
    if (
        needs
        and needs <= TRAILERS
        and not needs & {Kind(kind) for kind in outline.kinds if kind in set(Kind)}
    ):
        return no_trailers(needs, outline)
    if outline.commits_with_lines == 0 and (
        metric.unit is Unit.LINES or (reads_lines(metric) and not has_values(rows))
    ):
        return NO_CONTENTS if _says(outline, LACKING) else NO_LINES
    if sentence := out_of_sight(metric, outline):
        return sentence
    if not has_values(rows) and reads_files(metric) and lacks_trees(outline):
        return NO_TREES
    if metric.all_unknown and rows and all(row.value is None for row in rows):
        return metric.all_unknown
    if outline.commits and outline.as_of - outline.first_commit < metric.least_days * DAY:
        return metric.too_young or NOTHING
    # The gauge says by itself that there is too little to say.
    if rows and metric.shape is not Shape.GAUGE and all(row.n < metric.min_n for row in rows):
        return Message(TOO_FEW, {"least": metric.min_n, "most": max(row.n for row in rows)})
    if rows or _is_zero_throughout(metric):
        return ""
    if reads_clocks(metric) and outline.unclocked:
        return NO_CLOCKS
    if needs and needs <= TRAILERS:  # bots may have left some
        return no_trailers(needs, outline)
    if metric.is_of_last_year and outline.as_of - outline.last_commit >= 366 * DAY and not outline.told:
        return NOBODY_LATELY
    if (
        not metric.nothing
        and Kind.CHANGE_MERGED in needs
        and outline.merged_changes == 0
        and not outline.told
    ):
        return NO_MERGES
    return metric.nothing or NOTHING_ON.get(metric.page, NOTHING)


def no_trailers(needs: set[Kind], outline: Outline) -> Text:
    """Say that no trailers of these kinds are here, and where reviews are that leave none."""
    if Kind.REVIEWED in needs and (tool := REVIEW_TOOLS.get(outline.review_tool)):
        return Message(NO_REVIEW_TRAILERS, {"tool": tool})
    return NO_TRAILERS


def _untold(needs: set[Kind], rows: list[Row], outline: Outline) -> Text:
    """Give what a forge would have to tell before `needs` are met, or "" where it has."""
    if not needs & FORGE or rows:
        return ""
    if not outline.told:
        tool = REVIEW_TOOLS.get(outline.review_tool)
        return Message(NO_FORGE_BUT_TOOL, {"tool": tool}) if tool and not needs <= ATTENTION else NO_FORGE
    if needs <= ATTENTION and not outline.told & {*ATTENTION, "snapshot"}:
        return NO_ATTENTION
    if Kind.REVIEW in needs and Kind.REVIEW not in outline.told:
        known = outline.reviews_known
        return NOBODY_REVIEWS if known and known == outline.merged_by_people else NO_REVIEWS
    if Kind.ISSUE_OPENED in needs and Kind.ISSUE_OPENED not in outline.told:
        return NO_ISSUES
    return ""


def _wrong(metric: Metric, rows: list[Row], outline: Outline) -> Text:
    """Give what is hidden of what `metric` cannot do without, or "" where nothing is."""
    needed = set(metric.wrong_without)
    if needed & ITEMS and rows and not outline.told & ITEMS:
        return NO_ITEMS
    is_empty = Kind.STAR in metric.needs and not rows and not metric.nothing
    if outline.hides_stars and (Kind.STAR in needed or is_empty):
        return HIDDEN_STARS
    return HIDDEN_FORKS if outline.hides_forks and Kind.FORK in needed else ""


def _is_zero_throughout(metric: Metric) -> bool:
    """Tell whether no row at all means that it never happened, which is an answer.

    Where no organisation is known, it is not known that there was none.
    """
    if metric.page == "organisations":
        return False
    return metric.gap is Gap.ZERO and metric.shape is Shape.SERIES and metric.label is Label.NONE


def reads_files(metric: Metric) -> bool:
    """Tell whether a metric's SQL reads which files there are, or who changed them."""
    return re.search(r"\b(?:from|join) (?:touches|files)\b", metric.sql) is not None


def lacks_trees(outline: Outline) -> bool:
    """Tell whether some commits were read in a clone without the trees that say what they changed."""
    return _says(outline, UNTOUCHED)


def _says(outline: Outline, text: str) -> bool:
    """Tell whether the reading of the history left a note of this text."""
    return any(isinstance(note, Message) and note.text == text for note in outline.notes)


def has_values(rows: list[Row]) -> bool:
    """Tell whether any row says something other than nothing."""
    return any(row.value for row in rows)
