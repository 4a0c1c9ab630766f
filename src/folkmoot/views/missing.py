"""Why a question cannot be answered from what is here, and what to connect or run so that it can.

Long because the sentences stand beside the rules that choose among them, in one order.
"""

from __future__ import annotations

import re

from folkmoot.i18n import Absence, Message, Text
from folkmoot.model.confidence import VARIANTS
from folkmoot.model.event import DAY, Kind
from folkmoot.model.metric import Gap, Label, Metric, Row, Shape, Unit
from folkmoot.store.outline import Outline
from folkmoot.store.reach import LACKING, UNCOUNTED, UNTOUCHED

CHANGES = {Kind.CHANGE_OPENED, Kind.CHANGE_MERGED}
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
ADDS_STARS = {"stars", "stars-daily", "attention"}
"""Metrics that would be wrong without the stars, not only say less."""
ADDS_FORKS = {"forks", "forks-daily", "attention"}
"""Metrics that would be wrong without the forks."""
ASKS_WHO_CAME_BACK = {
    "contributor-path", "conversion-stages", "conversion-rates", "contributor-confidence",
    "contributor-confidence-history",
    "contributor-confidence-opensauced-2024-03", "contributor-confidence-opensauced-2024-06",
}  # fmt: skip
"""Metrics that would find that nobody came back where nobody tells of issues and changes."""
LEAST_MERGED = 0.05
"""Share of changes seen merged below which work lands in another way, and those few say nothing of it."""
LEAST_OPENED = 0.05
"""Share of changes whose beginning is known below which a clone lacks the heads of changes."""
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
NO_DAILY_COUNTS = (
    "Nobody counted on two days in a row here. `folkmoot snapshot` counts; run daily, it also shows what was "
    "taken back."
)
FEW_DAILY_COUNTS = (
    "What is usual shows after 14 days that were counted, each with the day before it. `folkmoot snapshot` "
    "counts; run it daily."
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
NOT_WELCOMING = Absence("No issue here carries a label that invites newcomers, such as `good first issue`.")
QUIET = Absence("Nobody has answered anybody in the last 12 months, as far as the forge tells.")
NOBODY_LATELY = Absence("Nobody has committed here in the last 12 months.")
NOBODY_COUNTED = Absence("Nobody has committed here in the last 12 months; bots and merges are not counted.")
KNOWN_OF_FEW = (
    "Of hardly any commit of the last 12 months is the organisation known: the addresses are private ones. "
    "Files in .folkmoot/people can say who works for whom."
)
NOTHING = "There is too little history yet to answer this."
GONE_LATER = "Whether somebody has gone silent can be told after half a year."
FEW_RELEASES = "There are too few releases here to tell how much time usually lies between them."
TOO_YOUNG = {
    "orphaned-files": (183, GONE_LATER),
    "orphaned-files-by-directory": (183, GONE_LATER),
    "files-without-recent-change": (
        730,
        "The history is shorter than two years, so no file can have rested for that long.",
    ),
    "longest-silence": (30, NOTHING),
}
"""Days of history below which a metric's number is 0 whatever people do, and what is said instead."""
NOTHING_ON = {
    "organisations": (
        "The organisation of hardly any commit is known here: the addresses are private ones. Files in "
        ".folkmoot/people can say who works for whom."
    ),
    "knowledge": "The tree at the newest commit holds too few files to answer this.",
}
BY_OTHERS = (
    "In the last 12 months only bots, or people who changed many languages, changed the translations; who "
    "translated them git does not tell here."
)
OF_LAST_YEAR = {"top-organisations", "cross-organisation-co-editing", "contributions-by-sector"}
"""What is asked about the last 12 months only, and has no answer where nobody committed in them."""
NOTHING_FOR = {
    "top-organisations": KNOWN_OF_FEW,
    "cross-organisation-co-editing": KNOWN_OF_FEW,
    "hard-forks": Absence("No two of these projects share a history and have gone separate ways since."),
    "ai-assisted-share": Absence("No commit here names an AI tool as author or co-author."),
    "translation-languages": Absence("No translations were found in the tree, by the names of its files."),
    "translators": Absence("No translations were found in the tree, by the names of its files."),
    "contribution-concentration": NOBODY_COUNTED,
    "people-by-content": NOBODY_COUNTED,
    "contributor-retention": (
        "No year brought five newcomers who can be watched for long enough to tell how long people stay."
    ),
    "lost-contributors": GONE_LATER,
    "days-since-release": Absence("Only pre-releases are tagged so far."),
    "release-pace": FEW_RELEASES,
    "time-between-releases": FEW_RELEASES,
    "direct-pushes": (
        "Hardly any merged change is visible in this clone, so nothing can be said about commits without one."
    ),
    "ci-checked-share": (
        "Nobody tells here what ran before changes were merged: git does not, and neither do dumps and "
        "archives. A connected forge tells it of those merged in the last year."
    ),
    "changes-merged": NO_MERGES,
    "changes-merge-share": NO_MERGES,
    "contributor-confidence": (
        "Insufficient data: nobody new here is known to have starred or forked in the last year."
    ),
    "contributor-confidence-opensauced-2024-03": (
        "This formula needs the repositories of a whole forge, and only one is read here."
    ),
    "good-first-issues": NOT_WELCOMING,
    "good-first-issue-lifetime": NOT_WELCOMING,
    "issue-backlog-age": Absence("No issue is open."),
    "change-backlog-age": Absence("No change is open."),
    "stars-from-day-to-day": NO_DAILY_COUNTS,
    "forks-from-day-to-day": NO_DAILY_COUNTS,
    "stars-unusual-days": FEW_DAILY_COUNTS,
    "review-load": Absence("Nobody has given a review in the last 12 months, as far as the forge tells."),
    "collaboration-people": QUIET,
    "openrank": QUIET,
    "collaboration-organisations": (
        "No two organisations are known to have answered each other in the last 12 months. Files in "
        ".folkmoot/people can say who works for whom."
    ),
    "contributions-by-sector": (
        "Of hardly any contribution of the last 12 months does anybody state the sector. "
        ".folkmoot/organisations.toml can say of which sector an organisation is."
    ),
    "first-issue-to-first-change": Absence(
        "Nobody has come from a first issue to a first merged change yet."
    ),
    "outside-contributor-share": "The forge does not say here what authors are to the project.",
    "self-merged": "Git does not name who merged here, as with squashed changes; connect a forge to see it.",
}
"""What no row at all means, for the metrics of a page and for single metrics."""
SOME_LINES = "Line counts are known for {counted} of {total} commits."
SOME_REVIEWS = (
    "Of {known} of {total} merged changes it is known whether anybody reviewed them: a forge that was read "
    "without a gap tells it of all, any other source from the first review on. The others are left out."
)


def missing(metric: Metric, rows: list[Row], outline: Outline) -> Text:
    """Give the sentence that stands in place of the numbers, or "" where there are numbers."""
    needs = set(metric.needs)
    if sentence := _untold(needs, rows, outline):
        return sentence
    if metric.id in ASKS_WHO_CAME_BACK and rows and not outline.told & ITEMS:
        return NO_ITEMS
    if outline.hides_stars and (metric.id in ADDS_STARS or (metric.id == "unusual-attention" and not rows)):
        return HIDDEN_STARS
    if metric.id in ADDS_FORKS and outline.hides_forks:
        return HIDDEN_FORKS
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
    if lands_elsewhere(metric, outline):
        if tool := REVIEW_TOOLS.get(outline.review_tool):
            return Message(REVIEWED_ELSEWHERE, {"tool": tool})
        return REVIEWED_BY_MAIL
    if lacks_heads(metric, outline):
        return NO_HEADS
    if hardly_merged(metric, outline):
        return NO_MERGES
    if lands_out_of_sight(metric, outline):
        return UNSEEN
    if not has_values(rows) and reads_files(metric) and lacks_trees(outline):
        return NO_TREES
    if metric.id == "translators" and rows and all(row.value is None for row in rows):
        return BY_OTHERS
    days, sentence = TOO_YOUNG.get(metric.id, (0, ""))
    if outline.commits and outline.as_of - outline.first_commit < days * DAY:
        return sentence
    # The gauge says by itself that there is too little to say.
    if rows and metric.id not in VARIANTS and all(row.n < metric.min_n for row in rows):
        return Message(TOO_FEW, {"least": metric.min_n, "most": max(row.n for row in rows)})
    if rows or _is_zero_throughout(metric):
        return ""
    if needs and needs <= TRAILERS:  # bots may have left some
        return no_trailers(needs, outline)
    if metric.id in OF_LAST_YEAR and outline.as_of - outline.last_commit >= 366 * DAY and not outline.told:
        return NOBODY_LATELY
    nothing = NOTHING_FOR.get(metric.id)
    if not nothing and Kind.CHANGE_MERGED in needs and outline.merged_changes == 0 and not outline.told:
        return NO_MERGES
    return nothing or NOTHING_ON.get(metric.page, NOTHING)


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


def hardly_merged(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric is about merged changes while so few are seen merged that they are odd ones."""
    return (
        Kind.CHANGE_MERGED in metric.needs
        and set(metric.needs) <= CHANGES
        and 0 < outline.merged_changes < LEAST_MERGED * outline.changes
        and not outline.told
    )


def lands_out_of_sight(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric asks how changes land, where most do so in a way that git does not show."""
    needs = set(metric.needs)
    return (
        outline.lands_unseen
        and not outline.told
        and Kind.CHANGE_MERGED in needs
        and needs <= CHANGES | {Kind.COMMIT}
    )


def lands_elsewhere(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric asks how pull or merge requests land where changes of another tool do."""
    needs = set(metric.needs)
    return (
        bool(outline.review_tool)
        and not outline.told
        and Kind.CHANGE_MERGED in needs
        and needs <= CHANGES | {Kind.COMMIT}
    )


def lacks_heads(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric asks how changes began, in a clone that holds only how they were merged."""
    return (
        Kind.CHANGE_OPENED in metric.needs
        and outline.opened_changes < LEAST_OPENED * outline.changes
        and not outline.told
    )


def _is_zero_throughout(metric: Metric) -> bool:
    """Tell whether no row at all means that it never happened, which is an answer.

    Where no organisation is known, it is not known that there was none.
    """
    if metric.page == "organisations":
        return False
    return metric.gap is Gap.ZERO and metric.shape is Shape.SERIES and metric.label is Label.NONE


def reads_lines(metric: Metric) -> bool:
    """Tell whether a metric's SQL reads line counts, by the names of the views' columns."""
    without_literals = re.sub("'[^']*'", "", metric.sql)
    return re.search(r"\b(lines|added|deleted|has_lines)\b", without_literals) is not None


def reads_files(metric: Metric) -> bool:
    """Tell whether a metric's SQL reads which files there are, or who changed them."""
    return re.search(r"\b(?:from|join) (?:touches|files)\b", metric.sql) is not None


def lacks_trees(outline: Outline) -> bool:
    """Tell whether some commits were read in a clone without the trees that say what they changed."""
    return _says(outline, UNTOUCHED)


def _says(outline: Outline, text: str) -> bool:
    """Tell whether the reading of the history left a note of this text."""
    return any(isinstance(note, Message) and note.text == text for note in outline.notes)


def counts_some_lines_only(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric reads line counts, and some commits have none."""
    return reads_lines(metric) and outline.commits_with_lines < outline.commits_without_merges


def knows_some_reviews_only(metric: Metric, outline: Outline) -> bool:
    """Tell whether a metric asks who reviewed merged changes, and of some nobody knows."""
    return {Kind.CHANGE_MERGED, Kind.REVIEW} <= set(metric.needs) and (
        0 < outline.reviews_known < outline.merged_by_people
    )


def has_values(rows: list[Row]) -> bool:
    """Tell whether any row says something other than nothing."""
    return any(row.value for row in rows)


def coverage_notes(metric: Metric, outline: Outline) -> tuple[Text, ...]:
    """Give what is known only in part of the numbers of `metric`."""
    about_lines = [note for note in outline.notes if _is_about_lines(note)]
    notes = [note for note in outline.notes if not _is_about_lines(note)]
    if knows_some_reviews_only(metric, outline):
        known, merged = outline.reviews_known, outline.merged_by_people
        notes.append(Message(SOME_REVIEWS, {"known": known, "total": merged}))
    if not reads_lines(metric):
        return tuple(notes)
    counted, total = outline.commits_with_lines, outline.commits_without_merges
    if not about_lines and counts_some_lines_only(metric, outline) and counted:
        notes.append(Message(SOME_LINES, {"counted": counted, "total": total}))
    return (*notes, *about_lines)


def _is_about_lines(note: Text) -> bool:
    return isinstance(note, Message) and note.text in (LACKING, UNCOUNTED)
