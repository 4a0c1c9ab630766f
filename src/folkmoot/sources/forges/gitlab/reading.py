"""One project at a GitLab, through REST v4: which questions are asked, and in which order.

Issues and merge requests have numbers of their own (`iid`), so the same number may name one of each. Each
costs three requests: for its notes, for the events of its state and for those of its labels. One merged
within the last year costs a fourth, for the jobs of its newest commit; where that has none, one more tells
its pipeline, and another the jobs of that: it may have run in a fork, or on the merged result. Each page of
merge requests costs one for whose their commits are, and one for each 30 that were squashed.

Lists are asked for oldest first, so that what is new meanwhile comes last, and since a time once they are
known. Long lists are taken up again by time: GitLab refuses far pages. Confidential issues are not asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import parse_qs, quote, urlencode, urlsplit

from folkmoot.i18n import Message, Text
from folkmoot.model.errors import UnreachableError
from folkmoot.model.event import DAY
from folkmoot.model.forge import HeadRuns, Item, Record, Run, Snapshot, Turn
from folkmoot.model.source import Standing
from folkmoot.sources.forges import _ran
from folkmoot.sources.forges._brand import About
from folkmoot.sources.forges._ended import ended
from folkmoot.sources.forges._once import Once
from folkmoot.sources.forges.gitlab import notes, rows
from folkmoot.sources.forges.gitlab.authors import Authors
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.pages import Page, Pages, number_of

PAGE = 100
"""Most rows GitLab gives at once."""
FAR = 100
"""Pages after which a list is asked for anew, from the time of its last row on."""
NO_NOTES = "{host}: {place}: the notes are not shown; comments and reviews are missing."
NO_LABELS = "{host}: {place}: when labels were put on is not shown; it is missing."
PATHS = {
    "issues": "issues", "changes": "merge_requests", "forks": "forks", "releases": "releases",
    "stars": "starrers",
}  # fmt: skip


class Reading:
    """A `Brand`: a project by its `group/.../name`; afterwards by its number, which no renaming changes."""

    lists: Sequence[str] = ("issues", "changes", "forks", "releases", "stars")
    costs: Mapping[str, int] = {"issues": 3, "changes": 3}
    page_costs: Mapping[str, int] = {"changes": 1}

    def __init__(self, pages: Pages, project: str) -> None:
        self.pages = pages
        self.project = project
        self.root = ""
        self.members = Once(self._members)
        self.off: frozenset[str] = frozenset()
        self.authors: Authors | None = None

    def about(self) -> About:
        """Ask what the project is called now, and for its counts."""
        told = self.pages.one(f"projects/{quote(self.project, safe='')}")
        if told is None:
            raise UnreachableError(
                f"{self.pages.client.host} has no project {self.project}, or does not show it.",
                hint=f"check the name; for a private one, {self.pages.how_to_log_in}",
            )
        identity = told.identity("id")
        self.root = f"projects/{identity}"
        self.off = rows.switched_off(told)
        open_changes = self.pages.page(
            f"{self.root}/merge_requests?state=opened&per_page=1", is_optional=True
        )
        counts = Snapshot(
            self.pages.now // DAY,
            stars=told.number("star_count", default=-1),
            forks=told.number("forks_count", default=-1),
            open_issues=told.number("open_issues_count", default=-1),
            open_changes=open_changes.total if open_changes else -1,
        )
        called = told.word("path_with_namespace")
        self.authors = Authors(self.pages, called, self.root)
        return About(identity, called, counts)

    def _members(self) -> dict[str, str] | None:
        """Give what each member is, those of groups above included; None where GitLab does not show them."""
        members = self.pages.every(f"{self.root}/members/all?per_page={PAGE}", is_optional=True)
        if members is None:
            return None
        known: dict[str, str] = {}
        for row in members:
            try:
                login, kind = rows.association(row)
                known[login] = kind
            except WrongFieldError as error:
                self.pages.wrong(error)
        return known

    def address(self, name: str, until: int) -> str:
        """Give where a list begins."""
        question: dict[str, str | int] = {"per_page": PAGE}
        if name in self.costs:
            question |= {"scope": "all", "state": "all", "order_by": "created_at", "sort": "asc"}
            if name == "issues":
                question["confidential"] = "false"
            if until:
                question["updated_after"] = datetime.fromtimestamp(until, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        elif name == "forks":
            question |= {"order_by": "created_at", "sort": "asc"}
        return f"{self.root}/{PATHS[name]}?{urlencode(question)}"

    def following(self, name: str, page: Page) -> str:
        """Give the page after this one, as it was linked; after many, the same by time."""
        if not page.next or name not in self.costs or number_of(page.next) <= FAR or not page.rows:
            return page.next
        last = page.rows[-1].values.get("created_at")
        if not isinstance(last, str) or len(last) > 40:
            return page.next
        return later(page.next, last)

    def is_known(self, name: str, row: Row, until: int) -> bool:
        """Say no: lists are asked for since a time, or whole."""
        del name, row, until
        return False

    def together(self, name: str, entries: Sequence[Row]) -> list[Record]:
        """Give whose the commits of a page's changes are."""
        if name != "changes" or not entries or self.authors is None:
            return []
        return self.authors.of(entries)

    def is_off(self, name: str) -> bool:
        """Tell whether the project does without."""
        return name in self.off

    def place(self, item: Standing) -> str:
        """Give where an issue or merge request is looked up."""
        return f"{self.root}/{PATHS['changes' if item.is_change else 'issues']}/{item.number}"

    def note(self) -> Text:
        """Say nothing: all of it can be known."""
        return ""

    def entry(self, name: str, row: Row) -> list[Record]:
        """Give what an entry tells, with what was said on it."""
        if name == "forks":
            return [rows.fork(row)]
        if name == "stars":
            return [rows.star(row)]
        if name == "releases":
            released = rows.release(row)
            return [released] if released else []
        if name == "issues" and row.truth("confidential"):
            return []
        on = rows.item(row, is_change=name == "changes", associations=self.members())
        path = f"{self.root}/{PATHS[name]}/{on.number}"
        told = self.pages.every(f"{path}/notes?sort=asc&order_by=created_at&per_page={PAGE}")
        if told is None:
            self.pages.problem(Message(NO_NOTES, {"host": self.pages.client.host, "place": path}))
        said = notes.read(told or (), on, self.members(), self.pages.wrong)
        turns = [*said.turns, *self._events(path, "state", on), *self._events(path, "label", on)]
        end = rows.has_ended(row)
        on = ended(on, turns, is_closed=bool(end), is_merged=on.is_change and end == "merged")
        return [on, *said.remarks, *turns, *self._ran(on)]

    def _ran(self, on: Item) -> list[Record]:
        """Give what ran on a change that was merged of late; nothing where it is not shown."""
        if not _ran.is_asked(on, self.pages.now):
            return []
        runs = self._jobs(f"{self.root}/repository/commits/{on.head}/statuses")
        if runs == []:
            runs = self._pipeline(on)
        return [] if runs is None else [HeadRuns(on.number, on.head, _ran.summed(runs), _ran.newest(runs))]

    def _jobs(self, path: str) -> list[Run] | None:
        """Give the jobs of a list, None where it is not shown; a hundred are enough to tell."""
        told = self.pages.page(f"{path}?per_page={PAGE}", is_optional=True)
        if told is None:
            return None
        runs: list[Run] = []
        for job in told.rows:
            try:
                runs.append(rows.run(job))
            except WrongFieldError as error:
                self.pages.wrong(error)
        return runs

    def _pipeline(self, on: Item) -> list[Run] | None:
        """Give what ran elsewhere: in a fork, or on what the change and its target come to together."""
        whole = self.pages.one(f"{self.root}/merge_requests/{on.number}", is_optional=True)
        found = whole.row("head_pipeline") if whole else None
        if found is None:
            return None if whole is None else []
        try:
            place = f"projects/{found.identity('project_id')}/pipelines/{found.identity('id')}/jobs"
            return self._jobs(place) or [rows.pipeline(found)]
        except WrongFieldError as error:
            self.pages.wrong(error)
            return None

    def _events(self, path: str, sort: str, on: Item) -> list[Turn]:
        found: list[Turn] = []
        read = rows.state_turn if sort == "state" else rows.label_turn
        told = self.pages.every(f"{path}/resource_{sort}_events?per_page={PAGE}")
        if told is None and sort == "label":  # turns of the state stand in the notes of an older GitLab
            self.pages.problem(Message(NO_LABELS, {"host": self.pages.client.host, "place": path}))
        for row in told or ():
            try:
                turn = read(row, on)
            except WrongFieldError as error:
                self.pages.wrong(error)
                continue
            if turn is not None:
                found.append(turn)
        return found


def later(address: str, created: str) -> str:
    """Give a list's first page again, of what was created at that time or after."""
    parts = urlsplit(address)
    question = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    question = {name: value for name, value in question.items() if name != "page"}
    return parts._replace(query=urlencode(question | {"created_after": created})).geturl()
