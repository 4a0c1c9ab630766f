"""What ran on the newest commit of a merged change, out of GitHub's answers.

Statuses are told by their contexts. Of what apps run, the suites are told and not each run, as OpenSSF
Scorecard asks for them: a suite succeeded when all its runs did. Suites that every installed app gets, and in
which nothing ran, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from folkmoot.model.ci import RUN_DAYS, sign_of
from folkmoot.model.event import DAY
from folkmoot.model.forge import HeadRuns, Run
from folkmoot.sources.forges._ran import FAILURE, NEUTRAL, PENDING, SUCCESS, newest, since
from folkmoot.sources.forges.github.queries import Rest
from folkmoot.sources.forges.github.rows import Wrong, nodes
from folkmoot.sources.forges.github.state import WHOLE, ListState, State
from folkmoot.sources.typed_rows import Row, WrongFieldError

SORT = "runs"
"""What the rest of a change is called of which it was not asked yet what ran."""
YEAR = 365 * DAY
MOST_WAITING = 100
"""Changes on which something was still running that are asked for again at the next reading."""
PATIENCE = 14
"""Days after its merge in which something may still come to an end on a change."""
STATES = {
    "SUCCESS": SUCCESS, "FAILURE": FAILURE, "ERROR": FAILURE, "PENDING": PENDING, "EXPECTED": PENDING,
    "TIMED_OUT": FAILURE, "STARTUP_FAILURE": FAILURE, "ACTION_REQUIRED": PENDING, "IN_PROGRESS": PENDING,
    "NEUTRAL": NEUTRAL, "SKIPPED": NEUTRAL, "CANCELLED": NEUTRAL, "STALE": NEUTRAL,
}  # fmt: skip
"""Our word for each state of a status, and for each conclusion or state of a suite that means anything."""


class RunsAsked:
    """Which changes are asked what ran on them, over one reading from `state` on.

    `is_asked` tells whether the next page of changes comes with it.
    """

    def __init__(self, state: State, wrong: Wrong) -> None:
        self.state = state
        self.wrong = wrong
        self.is_asked = True
        self.since = 0

    def begin(self, now: int) -> None:
        """Set out at the forge's time; what was still running the last time is asked for anew."""
        self.since = since(now)
        if not any(kept.started for kept in self.state.lists.values()):
            self.state.rest, self.state.waiting = [*self.state.rest, *self.state.waiting], []

    def stops_at(self, name: str, kept: ListState, page: list[Row]) -> int:
        """Give where a list stops: that of changes earlier, where readings so far did not ask what ran.

        Pages with changes opened long before that are asked for without; the few of them that were merged
        within the year all the same are asked for one by one.
        """
        stop = kept.stops_at(name)
        if name != "changes":
            return stop
        with suppress(WrongFieldError):
            is_oldest_first = kept.order(name) is WHOLE and bool(page)
            self.is_asked = not is_oldest_first or self._is_late(page[-1].moment("createdAt"))
        return min(stop, self.since) if stop and not self.state.has_runs else stop

    def is_asked_after(self, last: str) -> bool:
        """Tell the same of a list read oldest first, by when the last change of its page was opened."""
        return not last or self._is_late(Row({"createdAt": last}, "", "").moment("createdAt"))

    def _is_late(self, opened_at: int) -> bool:
        return opened_at >= self.since - YEAR

    def on(self, row: Row) -> Iterator[HeadRuns | Rest]:
        """Yield what ran on a change, and keep in mind where something still does."""
        try:
            for told in on_change(row, self.since, self.wrong):
                yield told
                if isinstance(told, HeadRuns) and _is_running(told) and self._may_end(row):
                    again = Rest(SORT, True, told.number, row.word("id"), "")
                    others = [rest for rest in self.state.waiting if rest != again]
                    self.state.waiting = [*others, again][-MOST_WAITING:]
        except WrongFieldError as error:
            self.wrong(error)

    def _may_end(self, row: Row) -> bool:
        return row.moment("mergedAt") > self.since + (RUN_DAYS - PATIENCE) * DAY

    def again_on(self, row: Row | None) -> Iterator[HeadRuns]:
        """Yield the same of a change that was asked for by itself; nothing where it is gone."""
        if row is not None and row.values.get("commits") is not None:
            yield from (told for told in self.on(row) if isinstance(told, HeadRuns))


def on_change(row: Row, since: int, wrong: Wrong) -> Iterator[HeadRuns | Rest]:
    """Yield what ran on a change that was merged `since` then or later; nothing where it is not shown.

    A change that came without it yields the question for it.
    """
    if row.moment("mergedAt", optional=True) < max(1, since):
        return
    number = row.number("number")
    if "commits" not in row.values:
        yield Rest(SORT, True, number, row.word("id"), "")
        return
    for node in nodes(row, "commits", wrong):
        commit = node.row("commit")
        if commit is None or commit.row("checkSuites") is None:
            return  # this token may not see them
        told = commit.row("statusCheckRollup")
        state = STATES.get(told.word("state"), "") if told else ""
        yield HeadRuns(
            number, commit.word("oid"), state, newest([*_statuses(commit, wrong), *_suites(commit, wrong)])
        )


def _is_running(told: HeadRuns) -> bool:
    """Tell whether what is told may still change: GitHub calls a failure one while other checks run."""
    states = {run.state for run in told.runs}
    return told.state == PENDING or (PENDING in states and SUCCESS not in states)


def _statuses(commit: Row, wrong: Wrong) -> Iterator[Run]:
    status = commit.row("status")
    for row in status.rows("contexts", wrong) if status else ():
        try:
            system = sign_of(row.text("targetUrl", default=""))
            state = STATES.get(row.word("state"), NEUTRAL)
            yield Run(system, row.text("context")[:300], state, row.moment("createdAt"))
        except WrongFieldError as error:
            wrong(error)


def _suites(commit: Row, wrong: Wrong) -> Iterator[Run]:
    for row in nodes(commit, "checkSuites", wrong):
        try:
            app = row.row("app")
            state = STATES.get(row.word("conclusion", default="") or row.word("status"))
            if app is not None and state is not None:
                yield Run(app.word("slug"), "", state, row.moment("updatedAt"))
        except WrongFieldError as error:
            wrong(error)
