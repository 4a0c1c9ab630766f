"""Reading a GitHub project: a page of every list at once, the next one asked for while this one is kept."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from folkmoot.model.coverage import Quality
from folkmoot.model.errors import SourceError
from folkmoot.model.event import DAY, Kind
from folkmoot.model.forge import NOBODY, Item, Reach, Record, Snapshot
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.model.source import Estimate
from folkmoot.sources.forges.github import rows
from folkmoot.sources.forges.github.ahead import following
from folkmoot.sources.forges.github.asking import Asking, StaleCursorError, Told, repository_in
from folkmoot.sources.forges.github.queries import BATCH, LISTS, PAGE, PAGES, Rest, rests
from folkmoot.sources.forges.github.ran import SORT, RunsAsked
from folkmoot.sources.forges.github.state import AGAIN, ListState, State, news_of
from folkmoot.sources.typed_rows import Row, WrongFieldError

AT_ONCE = 4
"""Questions put at the same time; GitHub asks for few."""
RECOVERY = 10
"""Pages after which a smaller page is tried larger again."""
MOST_PROBLEMS = 1000


class Reading:
    """One reading of `owner/name`, from `state` on; `problems` takes what made no sense."""

    def __init__(self, asking: Asking, project: str, state: State, progress: Any) -> None:
        self.asking = asking
        self.owner, self.name = project.split("/")
        self.state = state
        self.progress = progress
        self.size = PAGE
        # Who starred is asked for when the first page has told that this token may know.
        self.active = {name for name, kept in state.lists.items() if not kept.is_done} - {"stars"}
        self.first: Told | None = None
        self.seconds = 0.0
        self.repository: Row | None = None
        self.called = project
        self.is_hidden = False
        self.done = self.total = 0
        self.ran = RunsAsked(state, self._wrong)

    def begin(self) -> Told:
        """Ask for the first page, once; a cursor of an earlier reading that has gone stale is let go."""
        if self.first is None:
            started = time.monotonic()
            try:
                self.first = self._pages()
            except StaleCursorError:
                for kept in self.state.lists.values():
                    if not kept.is_done:
                        kept.started, kept.cursor = 0, ""
                self.first = self._pages()
            self.seconds = time.monotonic() - started
        return self.first

    def _variables(self) -> dict[str, Any]:
        variables: dict[str, Any] = {"owner": self.owner, "name": self.name, "size": self.size}
        variables["runs"] = self.ran.is_asked
        for name in LISTS:
            kept = self.state.lists[name]
            variables[name] = name in self.active
            variables[f"{name}Order"] = kept.order(name)
            variables[f"{name}After"] = kept.cursor or None
        return variables

    def _then(self, body: bytes, asked: dict[str, Any]) -> dict[str, Any] | None:
        """Give what to ask next where that is plain: not after a first page, and not up to what is known."""
        stops = any(self.state.lists[name].stops_at(name) for name in LISTS if asked[name])
        is_plain = self.first is not None and asked["size"] == self.size == PAGE and not stops
        return following(body, asked, self.ran.is_asked_after) if is_plain else None

    def _pages(self) -> Told:
        told = self.asking.ask(PAGES, self._variables(), self._then)
        hidden = sorted(name for name in self.active if f"repository.{name}" in told.unseen)
        if not hidden:
            return told
        # One list that may not be seen takes the whole answer with it.
        self.active -= set(hidden)
        self.is_hidden |= "stars" in hidden
        for name in set(hidden) - {"stars"}:
            self.asking.hidden(told, name)
        return self._pages()

    def estimate(self) -> Estimate:
        """Say what is to come, from the first page's counts; lists read before are taken to have one page."""
        told = self.begin()
        try:
            repository = self._about(told)
            pages = 1
            for name in LISTS:
                entries = repository.row(name)
                if entries is not None and (not self.state.lists[name].until or name == "releases"):
                    pages = max(pages, -(-entries.number("totalCount") // max(1, told.size)))
            limit = told.data.row("rateLimit")
            cost = limit.number("cost") * pages if limit else -1
            left = limit.number("remaining") if limit else -1
        except WrongFieldError as error:
            raise SourceError(str(error), hint=RUN_AGAIN) from error
        return Estimate(pages + pages // 10, round(self.seconds * pages), cost, left)

    def _about(self, told: Told) -> Row:
        return repository_in(told, self.asking.client.host, f"{self.owner}/{self.name}")

    def records(self) -> Iterator[Record]:
        """Yield everything, with a mark after each page; at the end, every list is known until it began."""
        pool = ThreadPoolExecutor(AT_ONCE)
        self.ran.begin(self.begin().at)
        try:
            yield from self._all_pages(pool)
            while self.state.rest:
                yield from self._rests(pool)
            yield from self._end()
        except WrongFieldError as error:
            raise SourceError(str(error), hint=RUN_AGAIN) from error
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
            self.asking.ahead.close()

    def _all_pages(self, pool: ThreadPoolExecutor) -> Iterator[Record]:
        told: Told | None = self.begin()
        while told is not None:
            self.repository = self._about(told)
            self._same_project(self.repository)
            # Where to go on is known before the rows are read: the forge need not wait for us.
            turned = {
                name: nodes for name in sorted(self.active) if (nodes := self._turn(name, told)) is not None
            }
            if told is self.first:
                self._see_stars()
            self._resize(told.size)
            coming: Future[Told] | None = None
            if self.active:
                self.asking.send(PAGES, self._variables())
                coming = pool.submit(self._pages)
            for name, nodes in turned.items():
                for node in nodes:
                    yield from self._entry(name, node)
            yield self.state.mark(self.asking.problems)
            self.progress("reading the forge", self.done, self.total)
            while len(self.state.rest) >= AT_ONCE * BATCH:
                yield from self._rests(pool)
            told = coming.result() if coming else None

    def _see_stars(self) -> None:
        """Ask for who starred from the next page on, where this token may know."""
        assert self.repository is not None  # noqa: S101 - set by the caller
        may = self.repository.word("viewerPermission", default="READ") not in {"READ", "NONE"}
        self.is_hidden = not may
        if may and not self.state.lists["stars"].is_done:
            self.active.add("stars")

    def _same_project(self, repository: Row) -> None:
        """Refuse another project under the name of one that is known. Raises SourceError."""
        identity = repository.word("id")
        if self.state.repository and self.state.repository != identity:
            raise SourceError(
                f"{self.owner}/{self.name} is another project now than the one that was read before.",
                hint="read it into another store with --store.",
            )
        self.state.repository = identity
        self.called = repository.word("nameWithOwner")

    def _turn(self, name: str, told: Told) -> list[Row] | None:
        """Give the entries of a page that are news, and move the list to its next page."""
        kept = self.state.lists[name]
        assert self.repository is not None  # noqa: S101 - set by the caller
        entries = self.repository.row(name)
        if entries is None:
            self._wrong(self.repository.wrong(name, "an object", None))
            self.active.discard(name)
            return None
        if not kept.started:
            self.total += entries.number("totalCount") if not kept.until else 0
        kept.begin(told.at)
        nodes = list(rows.entries(self.repository, name, self._wrong))
        news = news_of(name, nodes, self.ran.stops_at(name, kept, nodes))
        self._move(name, kept, rows.next_page(self.repository, name) if len(news) == len(nodes) else "")
        return news

    def _move(self, name: str, kept: ListState, cursor: str) -> None:
        if cursor and cursor == kept.cursor:
            said = f"{self.asking.client.host} gives the same page of {name} again and again."
            raise SourceError(said, hint=RUN_AGAIN)
        kept.cursor = cursor
        if not cursor:
            self.active.discard(name)

    def _entry(self, name: str, node: Row) -> Iterator[Record]:
        """Yield what one entry says; where it makes no sense, it is named and left out."""
        try:
            found = list(self._said(name, node))
        except WrongFieldError as error:
            self._wrong(error)
            return
        self.done += 1
        for record in found:
            if isinstance(record, Rest):
                self.state.rest.append(record)
                continue
            if isinstance(record, Item):
                self.state.oldest = min(self.state.oldest or record.opened_at, record.opened_at)
            yield record

    def _said(self, name: str, node: Row) -> Iterator[rows.Yielded]:
        if name in {"issues", "changes"}:
            yield from rows.item(node, self._wrong, is_change=name == "changes")
            yield from self.ran.on(node) if name == "changes" else ()
            return
        act = rows.act(node, name)
        # Releases are listed by when they were begun, so all are read for those published since.
        if act is not None and act.made_at >= self.state.lists[name].until:
            yield act

    def _resize(self, size: int) -> None:
        """Stay at a smaller page after a large one was too much, and try a larger one again later."""
        if size < self.size:
            self.size, self._since_smaller = size, 0
        elif self.size < PAGE:
            self._since_smaller += 1
            if self._since_smaller >= RECOVERY:
                self.size, self._since_smaller = min(PAGE, self.size * 2), 0

    _since_smaller = 0

    def _rests(self, pool: ThreadPoolExecutor) -> Iterator[Record]:
        """Ask for what did not fit, several batches at once, and yield it with a mark at the end."""
        taken, self.state.rest = self.state.rest[: AT_ONCE * BATCH], self.state.rest[AT_ONCE * BATCH :]
        batches = [taken[start : start + BATCH] for start in range(0, len(taken), BATCH)]
        for batch, told in zip(batches, pool.map(self._ask_rest, batches), strict=True):
            for place, rest in enumerate(batch):
                yield from self._rest(told.data, f"r{place}", rest)
        self.progress("reading the rest", self.done, self.total)
        yield self.state.mark(self.asking.problems)

    def _ask_rest(self, batch: list[Rest]) -> Told:
        query, variables = rests(batch)
        return self.asking.ask(query, variables)

    def _rest(self, data: Row, key: str, rest: Rest) -> Iterator[Record]:
        node = data.row(key)
        if rest.sort == SORT:
            yield from self.ran.again_on(node)
            return
        if node is None or node.row("list") is None:
            return  # it was deleted meanwhile
        on = Item(rest.is_change, rest.number, rest.node, NOBODY, "", "", 0, 0, 0)
        readers = {"comments": rows.remarks, "turns": rows.turns, "reviews": rows.reviews}
        if rest.sort == "line comments":
            found: Iterator[rows.Yielded] = rows.remarks(node, "list", on, self._wrong, Kind.REVIEW_COMMENT)
        else:
            found = readers[rest.sort](node, "list", on, self._wrong)
        for record in found:
            if isinstance(record, Rest):
                self.state.rest.append(record)
            else:
                yield record
        if more := rows.rest_of(node, "list", rest.sort, on, rest.node):
            if more.cursor == rest.cursor:
                raise SourceError(f"{self.asking.client.host} gives a page again and again.", hint=RUN_AGAIN)
            self.state.rest.append(more)

    def _end(self) -> Iterator[Record]:
        """Yield the day's counts, and how far everything is known."""
        begun = [kept.started for kept in self.state.lists.values() if kept.started]
        started = min(begun, default=self.begin().at - AGAIN)
        for kept in self.state.lists.values():
            if kept.started:
                kept.end()
        about = self.repository
        if about is not None:
            with suppress(WrongFieldError):
                yield Snapshot(
                    self.begin().at // DAY,
                    stars=about.number("stargazerCount"),
                    forks=about.number("forkCount"),
                    watchers=rows.total(about, "watchers"),
                    open_issues=rows.total(about, "openIssues"),
                    open_changes=rows.total(about, "openChanges"),
                )
        self.state.has_runs = True
        mark = self.state.mark(self.asking.problems)
        quality = Quality.LOWER_BOUND if self.state.has_gaps else Quality.COMPLETE
        yield Reach(self.state.oldest, started + AGAIN, quality.value)
        yield mark

    def _wrong(self, error: WrongFieldError) -> None:
        if len(self.asking.problems) < MOST_PROBLEMS:
            self.asking.problems.append(error.message)
