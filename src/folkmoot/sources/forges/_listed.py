"""Reading a project whose forge speaks REST: list after list, page after page, taken up where it stopped.

What a brand's lists are called and hold is its own business (`Brand`); here is what all have in common: a
mark after every page, entries whose details are asked for several at once, and readings that overlap a
little, because a forge's machines do not all know a thing at once.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from typing import Any

from folkmoot.i18n import Message
from folkmoot.model.coverage import Quality
from folkmoot.model.errors import SourceError
from folkmoot.model.forge import Item, Mark, Reach, Record
from folkmoot.model.hints import RUN_AGAIN
from folkmoot.model.source import Estimate
from folkmoot.sources.forges._brand import About, Brand
from folkmoot.sources.forges._ran import since
from folkmoot.sources.typed_rows import Row, WrongFieldError
from folkmoot.sources.web.pages import Page, previous_address

MARK = "reading"
AT_ONCE = 4
"""Questions put at the same time."""
AGAIN = 60
"""Seconds by which readings overlap."""
HIDDEN = "{host}: {project}: the {name} are not shown, and are missing."
REFUSED = "{host}: {project}: the {name} are not shown, and are missing: {why}"


@dataclass
class ListState:
    """One list: known whole `until` then (0: never); what began at `started` goes on at `next`.

    `total` is how many entries it had when its last page was read, -1 where that is not known.
    """

    until: int = 0
    started: int = 0
    next: str = ""
    total: int = -1

    @property
    def is_done(self) -> bool:
        """Tell whether the reading under way is through with this list."""
        return bool(self.started and not self.next)


@dataclass
class State:
    """How far a reading came: the project's number, when its oldest item was opened, and all lists.

    `has_runs` tells that earlier readings asked what ran on changes; `has_gaps` that something was left out,
    by this reading or one before: it is not asked for again.
    """

    identity: int = 0
    oldest: int = 0
    lists: dict[str, ListState] = field(default_factory=dict)
    has_runs: bool = False
    has_gaps: bool = False

    def of(self, name: str) -> ListState:
        """Give the state of one list."""
        return self.lists.setdefault(name, ListState())

    def written(self) -> str:
        """Give the state as a mark's value."""
        return json.dumps(asdict(self), separators=(",", ":"))

    @classmethod
    def read(cls, since: Mapping[str, str]) -> State:
        """Read the state from marks; none, or one of another form, is the beginning."""
        try:
            kept: dict[str, Any] = json.loads(since.get(MARK, ""))
            lists = {str(name): ListState(**values) for name, values in kept["lists"].items()}
            has_runs = bool(kept.get("has_runs", False))
            has_gaps = bool(kept.get("has_gaps", False))
            return cls(int(kept["identity"]), int(kept["oldest"]), lists, has_runs, has_gaps)
        except (ValueError, KeyError, TypeError, AttributeError):
            return cls()


class Listed:
    """One reading, from `state` on."""

    def __init__(self, brand: Brand, state: State, progress: Callable[[str, int, int], None]) -> None:
        self.brand = brand
        self.state = state
        self.progress = progress
        self.done = self.total = 0
        self._about: About | None = None
        self._first: dict[str, Page | None] = {}
        self._seconds = 0.0

    def about(self) -> About:
        """Ask what the project is, once. Raises SourceError where it makes no sense, or is another one."""
        if self._about is None:
            try:
                self._about = self.brand.about()
            except WrongFieldError as error:
                raise SourceError(str(error), hint=RUN_AGAIN) from error
            if self.state.identity and self.state.identity != self._about.identity:
                raise SourceError(
                    f"{self._about.called} is another project now than the one that was read before.",
                    hint="read it into another store with --store.",
                )
            self.state.identity = self._about.identity
            changes = self.state.of("changes")
            if changes.until and not self.state.has_runs:  # what ran on those of the last year is made good
                changes.until = min(changes.until, since(self.brand.pages.now))
        return self._about

    def estimate(self) -> Estimate | None:
        """Say what is to come, from the first pages of the lists that cost most; they are kept."""
        started, before = time.monotonic(), self.brand.pages.client.requests
        self.about()
        requests = len(self.brand.lists)
        for name, cost in self.brand.costs.items():
            kept = self.state.of(name)
            if kept.is_done:
                continue
            page = self._page(name, kept)
            if page is None or not page.rows:
                continue
            entries = page.total if page.total >= 0 else len(page.rows) if not page.next else -1
            if len(new := self._new(name, page.rows, kept.until)) < len(page.rows):
                entries = len(new)
            if entries < 0:
                return None
            pages = -(-entries // len(page.rows))
            requests += pages + pages * self.brand.page_costs.get(name, 0) + entries * cost
        asked = max(1, self.brand.pages.client.requests - before)
        each = (time.monotonic() - started) / asked
        return Estimate(requests, round(each * requests / AT_ONCE))

    def records(self) -> Iterator[Record]:
        """Yield everything, with a mark after each page; at the end, every list is known until it began."""
        about = self.about()
        pool = ThreadPoolExecutor(AT_ONCE)
        try:
            for name in self.brand.lists:
                if not self.state.of(name).is_done:
                    yield from self._list(name, pool)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        started = min((self.state.of(name).started for name in self.brand.lists), default=0)
        for name in self.brand.lists:
            self.state.lists[name] = ListState(until=self.state.of(name).started)
        self.state.has_runs = True
        self.state.has_gaps |= bool(self.brand.pages.problems)
        quality = Quality.LOWER_BOUND if self.state.has_gaps else Quality.COMPLETE
        yield about.counts
        yield Reach(self.state.oldest, started + AGAIN, quality.value)
        yield Mark(MARK, self.state.written())

    def _page(self, name: str, kept: ListState) -> Page | None:
        """Give the page a list is at. The first one is kept: the estimate asks for it, too."""
        url = kept.next or self.brand.address(name, kept.until)
        if url not in self._first:
            # What hangs on entries is asked for by itself; other lists are told whole, and may be as before.
            is_whole = name not in self.brand.costs
            self._first[url] = self.brand.pages.page(url, is_optional=is_whole, is_kept=is_whole)
        return self._first[url]

    def _list(self, name: str, pool: ThreadPoolExecutor) -> Iterator[Record]:
        kept = self.state.of(name)
        seen: set[str] = set()
        before: list[Row] = []
        while not kept.is_done:
            page = self._page(name, kept)
            self._first.pop(kept.next or self.brand.address(name, kept.until))
            if page is None and (kept.next or "" in seen):
                if "" in seen:
                    raise SourceError(
                        f"{self.brand.pages.client.host} stopped showing its {name}.", hint=RUN_AGAIN
                    )
                # Where an earlier reading stopped is gone: the list begins anew, once.
                seen.add("")
                kept.next, kept.started, kept.total = "", 0, -1
                continue
            if page is None and not self.brand.is_off(name):
                self._hidden(name)
            at = page.at if page is not None else self.brand.pages.now
            kept.started = kept.started or max(1, at - AGAIN)
            is_new = page is not None and not page.repeats(before)
            before = page.rows if page is not None else []
            rows = [*self._slipped(kept, page), *before] if page is not None else []
            new = self._new(name, rows, kept.until) if is_new else []
            is_end = page is None or len(new) < len(rows)
            kept.next = "" if page is None or is_end else self.brand.following(name, page)
            if kept.next and kept.next in seen:
                raise SourceError(
                    f"{self.brand.pages.client.host} gives the same page of {name} again and again.",
                    hint=RUN_AGAIN,
                )
            if page is not None and not seen:
                self.total += max(page.total, len(page.rows))
            seen.add(kept.next or "end")
            for found in pool.map(self._entries(name), new):
                self.done += 1
                for record in found:
                    if isinstance(record, Item):
                        self.state.oldest = min(self.state.oldest or record.opened_at, record.opened_at)
                    yield record
                self.progress("reading the forge", self.done, self.total)
            yield from self._together(name, new)
            self.state.has_gaps |= bool(self.brand.pages.problems)
            yield Mark(MARK, self.state.written())
            if page is not None and name not in self.brand.costs:
                yield from self._kept(page)

    def _kept(self, page: Page) -> Iterator[Mark]:
        """Keep the tag of a page whose entries are kept, all of them; what made no sense is read again."""
        pages = self.brand.pages
        mark = None if pages.problems else pages.unchanged.mark(page.address, page.tag, len(page.rows))
        if mark is not None:
            yield mark

    def _slipped(self, kept: ListState, page: Page) -> list[Row]:
        """Give the page before this one again where entries were deleted: others slipped onto it."""
        was, kept.total = kept.total, page.total
        above = previous_address(kept.next) if 0 <= page.total < was else ""
        again = self.brand.pages.page(above, is_optional=True) if above else None
        return again.rows if again is not None else []

    def _hidden(self, name: str) -> None:
        """Keep that a list is not shown, for the reason that the forge gives: it may hold a lot."""
        pages = self.brand.pages
        about = self._about.called if self._about else ""
        said = {"host": pages.client.host, "project": about, "name": name}
        why = {"why": pages.refusal} if pages.refusal else {}
        pages.problem(Message(REFUSED if why else HIDDEN, {**said, **why}))

    def _entries(self, name: str) -> Callable[[Row], list[Record]]:
        return lambda row: self._entry(name, row)

    def _new(self, name: str, rows: list[Row], until: int) -> list[Row]:
        """Give the rows before the first one that was known before; a broken one is passed on to be named."""
        for place, row in enumerate(rows):
            if until and self._is_known(name, row, until):
                return rows[:place]
        return rows

    def _is_known(self, name: str, row: Row, until: int) -> bool:
        try:
            return self.brand.is_known(name, row, until)
        except WrongFieldError:
            return False

    def _entry(self, name: str, row: Row) -> list[Record]:
        try:
            return self.brand.entry(name, row)
        except WrongFieldError as error:
            self.brand.pages.wrong(error)
            return []

    def _together(self, name: str, rows: list[Row]) -> list[Record]:
        try:
            return self.brand.together(name, rows)
        except WrongFieldError as error:
            self.brand.pages.wrong(error)
            return []
