"""One project at a Forgejo or Gitea, through `api/v1`: which questions are asked, and in which order.

Issues and changes are listed newest first; each costs one request for its timeline, which holds comments and
turns alike, a reviewed change one for its reviews and one for each review with comments on lines, and a
change merged within the last year one for the statuses of its newest commit. Each page of changes costs one
for commits, whose authors the forge knows by their addresses. Issues are asked for since a time; changes
cannot be, so they are asked for by their last change, until a known one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

from folkmoot.i18n import Message, Text
from folkmoot.model.errors import UnreachableError
from folkmoot.model.event import DAY
from folkmoot.model.forge import HeadRuns, Item, Record, Remark, Run, Snapshot, Turn
from folkmoot.model.source import Standing
from folkmoot.sources.forges import _ran
from folkmoot.sources.forges._brand import About
from folkmoot.sources.forges._ended import ended
from folkmoot.sources.forges._once import Once
from folkmoot.sources.forges.forgejo import rows
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.pages import Page, Pages

PAGE = 50
"""Rows asked for at once; most forges give no more."""
SMALL = 30
"""Rows of an answer from which on there may be more: what forges give unless they are told otherwise."""
NO_STARS = "{project}: this forge tells how many starred, and not when; stars are known as daily counts."
BROUGHT = (
    "{project}: it was brought here from elsewhere on {day}. Issues and changes from before belong to nobody "
    "here, and what was said on them may be shown as that of whoever brought it. This forge tells how many "
    "starred, and not when; stars are known as daily counts."
)
LEFT_OUT = ("stat", "verification", "files")
"""What is not to be told of commits: it takes the forge long, and is not read."""
NO_REVIEWS = "{host}: {place}: the reviews are not shown; they are missing."
NO_LINES = "{host}: {place}: the comments on lines are not shown; they are missing."
NO_TIMELINE = "{host}: {place}: the timeline is not shown; comments and turns are missing."


class Reading:
    """A `Brand`: a project by its `owner/name`."""

    lists: Sequence[str] = ("issues", "changes", "forks", "releases")
    costs: Mapping[str, int] = {"issues": 1, "changes": 2}
    page_costs: Mapping[str, int] = {"changes": 1}

    def __init__(self, pages: Pages, project: str) -> None:
        self.pages = pages
        self.project = project
        self.root = _path(project)
        self.owner = ""
        self.members = Once(self._members)
        self.brought = 0
        self.off: frozenset[str] = frozenset()

    def about(self) -> About:
        """Ask what the project is called now, whose it is, and for its counts."""
        told = self.pages.one(self.root)
        if told is None:
            raise UnreachableError(
                f"{self.pages.client.host} has no project {self.project}, or does not show it.",
                hint=f"check the name; for a private one, {self.pages.how_to_log_in}",
            )
        called = told.word("full_name")
        self.root = _path(called)
        self.owner = rows.account(told, "owner").login
        self.brought = rows.brought_at(told)
        self.off = rows.switched_off(told)
        counts = Snapshot(
            self.pages.now // DAY,
            stars=told.number("stars_count", default=-1),
            forks=told.number("forks_count", default=-1),
            watchers=told.number("watchers_count", default=-1),
            open_issues=told.number("open_issues_count", default=-1),
            open_changes=told.number("open_pr_counter", default=-1),
        )
        return About(told.identity("id"), called, counts)

    def _members(self) -> dict[str, str]:
        """Give who is known to belong to the project: its owner, and collaborators where they are shown."""
        known: dict[str, str] = {}
        for row in self.pages.every(f"{self.root}/collaborators?limit={PAGE}", is_optional=True) or ():
            try:
                known[row.word("login").casefold()] = "COLLABORATOR"
            except WrongFieldError as error:
                self.pages.wrong(error)
        if self.owner:
            known[self.owner.casefold()] = "OWNER"
        return known

    def address(self, name: str, until: int) -> str:
        """Give where a list begins."""
        if name == "issues":
            since = {"since": datetime.fromtimestamp(until, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
            question = {"state": "all", "type": "issues", **(since if until else {})}
        elif name == "changes":
            question = {"state": "all", "sort": "recentupdate" if until else "oldest"}
        else:
            question = {}
        path = "pulls" if name == "changes" else name
        return f"{self.root}/{path}?{urlencode({**question, 'page': 1, 'limit': PAGE})}"

    def following(self, name: str, page: Page) -> str:
        """Give the page after this one, as it was linked."""
        del name
        return page.next

    def is_known(self, name: str, row: Row, until: int) -> bool:
        """Tell whether a change was the same before; the other lists are asked for since then, or whole."""
        return name == "changes" and row.moment("updated_at") < until

    def is_off(self, name: str) -> bool:
        """Tell whether the project does without."""
        return name in self.off

    def place(self, item: Standing) -> str:
        """Give where an issue or change is looked up."""
        return f"{self.root}/{'pulls' if item.is_change else 'issues'}/{item.number}"

    def note(self) -> Text:
        """Say that stars have no times, and that what came from elsewhere has no authors."""
        if self.brought:
            day = datetime.fromtimestamp(self.brought, UTC).strftime("%Y-%m-%d")
            return Message(BROUGHT, {"project": self.project, "day": day})
        return Message(NO_STARS, {"project": self.project})

    def entry(self, name: str, row: Row) -> list[Record]:
        """Give what an entry tells, with its timeline and reviews."""
        if name == "forks":
            return [rows.fork(row)]
        if name == "releases":
            released = rows.release(row)
            return [released] if released else []
        if name == "issues" and row.row("pull_request") is not None:
            return []
        on = rows.item(row, is_change=name == "changes", associations=self.members(), brought=self.brought)
        timeline = self._timeline(on)
        said: list[Record] = []
        turns: list[Turn] = []
        shown: dict[int, int] = {}
        for told in timeline:
            try:
                if told.word("type") == "comment":
                    said.append(rows.comment(told, on, self.members()))
                elif told.word("type") == "review":
                    shown[told.identity("review_id")] = told.moment("created_at")
                else:
                    turns += rows.turns(told, on)
            except WrongFieldError as error:
                self.pages.wrong(error)
        if on.is_change and (shown or row.number("review_comments", default=0)):
            said += self._reviews(on, shown)
        is_merged = on.is_change and rows.has_merged(row)
        on = ended(on, turns, is_closed=row.word("state") != "open", is_merged=is_merged)
        return [_closed(on, turns), *said, *turns, *self._ran(on)]

    def together(self, name: str, entries: Sequence[Row]) -> list[Record]:
        """Give whose the commits are up to the newest one that merged a change of this page.

        Pages of changes lie all along the history, and so do the commits that are asked for.
        """
        landed = max(filter(None, map(rows.landing, entries)), default=None) if name == "changes" else None
        if landed is None:
            return []
        question = {"sha": landed[1], "page": 1, "limit": PAGE, **dict.fromkeys(LEFT_OUT, "false")}
        told = self.pages.page(f"{self.root}/commits?{urlencode(question)}", is_optional=True)
        found: list[Record] = []
        for commit in told.rows if told else ():
            try:
                made = rows.authored(commit)
            except WrongFieldError as error:
                self.pages.wrong(error)
                continue
            found += [made] if made else []
        return found

    def _ran(self, on: Item) -> list[Record]:
        """Give what ran on a change that was merged of late; nothing where it is not shown."""
        if not _ran.is_asked(on, self.pages.now):
            return []
        told = self.pages.one(f"{self.root}/commits/{on.head}/status?limit={PAGE}", is_optional=True)
        if told is None:
            return []
        runs: list[Run] = []
        for status in told.rows("statuses", self.pages.wrong):
            try:
                runs.append(rows.run(status))
            except WrongFieldError as error:
                self.pages.wrong(error)
        return [HeadRuns(on.number, on.head, _ran.summed(runs), _ran.newest(runs))]

    def _timeline(self, on: Item) -> Iterable[Row]:
        """Give all entries of a timeline.

        It is not asked for by page: pages leave out comments on lines after they were counted, so that a
        short or empty one is no end. Where a forge cuts it into pages all the same, the others are asked for.
        """
        path = f"{self.root}/issues/{on.number}/timeline"
        found = self.pages.page(f"{path}?limit={PAGE}")
        if found is None:
            place = f"issues/{on.number}"
            self.pages.problem(Message(NO_TIMELINE, {"host": self.pages.client.host, "place": place}))
            return []
        known = {row.values.get("id"): row for row in found.rows if isinstance(row.values.get("id"), int)}
        entries, number = found.rows, 1
        while len(found.rows) >= SMALL:
            number += 1
            found = self.pages.page(f"{path}?limit={PAGE}&page={number}") or found._replace(rows=[])
            new = [row for row in found.rows if row.values.get("id") not in known]
            if not new:
                break
            known |= {row.values.get("id"): row for row in new}
            entries = entries + new
        return entries

    def _reviews(self, on: Item, shown: Mapping[int, int]) -> list[Remark]:
        said: list[Remark] = []
        path = f"{self.root}/pulls/{on.number}/reviews"
        told = self.pages.every(f"{path}?page=1&limit={PAGE}")
        if told is None:
            place = f"pulls/{on.number}"
            self.pages.problem(Message(NO_REVIEWS, {"host": self.pages.client.host, "place": place}))
        for row in told or ():
            try:
                made = rows.review(row, on, shown, self.members())
                if made is None:
                    continue
                said.append(made)
                if row.number("comments_count", default=0):
                    said += self._lines(f"{path}/{row.identity('id')}/comments", on, made.made_at)
            except WrongFieldError as error:
                self.pages.wrong(error)
        return said

    def _lines(self, path: str, on: Item, since: int) -> list[Remark]:
        said: list[Remark] = []
        page = self.pages.page(path)
        if page is None:
            place = path.removeprefix(f"{self.root}/")
            self.pages.problem(Message(NO_LINES, {"host": self.pages.client.host, "place": place}))
        for row in page.rows if page else ():
            try:
                said.append(rows.line_comment(row, on, since, self.members()))
            except WrongFieldError as error:
                self.pages.wrong(error)
        return said


def _path(project: str) -> str:
    return f"repos/{quote(project, safe='/')}"


def _closed(on: Item, turns: list[Turn]) -> Item:
    """Give an item with who closed it: who merged it, or the last one to close it."""
    if on.merged_at:
        return on._replace(closed_by=on.merged_by)
    closers = [turn.actor for turn in turns if turn.kind == "closed"]
    return on._replace(closed_by=closers[-1]) if closers and on.closed_at else on
