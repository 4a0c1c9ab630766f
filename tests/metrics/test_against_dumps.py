"""Numbers of real projects, found a second time by plain Python over the raw dumps.

Nothing here uses a view, a source or a statistic of ours: what agrees, agrees by two ways. Skipped where the
dumps are not at hand. No name of a person is looked at or printed. Long because each number is found anew.
"""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import pytest

from folkmoot.metrics import metric
from folkmoot.model.source import Access
from folkmoot.sources.forges.archive_dump import open_source
from folkmoot.store.answer import answer
from folkmoot.store.database import connect
from folkmoot.store.forge_intake import ForgeIntake
from folkmoot.store.people import resolve_people
from folkmoot.store.scope import look_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from folkmoot.model.metric import Row
    from folkmoot.store.database import Connection

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "issues"
DUMPS = ("quicwg+datagram", "cfrg+draft-irtf-cfrg-hpke", "mlswg+mls-protocol")
INSIDE = {"OWNER", "MEMBER", "COLLABORATOR"}
DAY = 86400


def ts(text: str | None) -> int:
    """Give an ISO moment in seconds since 1970, 0 for none."""
    return int(datetime.fromisoformat(text).timestamp()) if text else 0


def year(seconds: int) -> int:
    return datetime.fromtimestamp(seconds, UTC).year


def month(seconds: int) -> int:
    moment = datetime.fromtimestamp(seconds, UTC)
    return moment.year * 100 + moment.month


def is_person(login: str | None) -> bool:
    return bool(login) and not str(login).endswith("[bot]") and login not in {"dependabot", "ghost"}


class Raw:
    """A dump as it lies there, with what is asked of it counted by hand."""

    def __init__(self, path: Path) -> None:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            dump: dict[str, Any] = json.load(file)
        self.until = ts(dump["timestamp"])
        self.issues = dump["issues"]
        self.changes = dump["pulls"]
        self.items = [*self.issues, *self.changes]

    def said(self, item: dict[str, Any]) -> Iterator[tuple[int, str | None, str]]:
        """Give (when, who, kind) of everything said on an item."""
        for comment in item.get("comments") or []:
            yield ts(comment["createdAt"]), comment["author"], "comment"
        for review in item.get("reviews") or []:
            yield ts(review["createdAt"]), review["author"], "review"
            for line in review.get("comments") or []:
                yield ts(line["createdAt"]), review["author"], "line"

    def others(self, item: dict[str, Any]) -> list[tuple[int, str, str]]:
        """Give what people other than the author said."""
        return sorted(
            (when, str(who), kind)
            for when, who, kind in self.said(item)
            if is_person(who) and who != item["author"]
        )

    def is_quiet(self, item: dict[str, Any], days: int) -> bool:
        """Tell whether nobody but robots said anything for so long."""
        said = [when for when, who, _ in self.said(item) if not who or is_person(who)]
        return self.until - max([ts(item["createdAt"]), *said]) >= days * DAY

    def merged(self) -> list[dict[str, Any]]:
        return [change for change in self.changes if change["mergedAt"] and self.by_person(change)]

    def by_person(self, item: dict[str, Any]) -> bool:
        return not item["author"] or is_person(item["author"])


def share(pairs: Iterable[tuple[int, bool]]) -> dict[int, float]:
    """Give the share that is true by year."""
    counts: dict[int, list[int]] = defaultdict(lambda: [0, 0])
    for when, hit in pairs:
        counts[when][0] += hit
        counts[when][1] += 1
    return {when: hits / total for when, (hits, total) in counts.items()}


def half_by(waits: list[tuple[int, bool]]) -> float | None:
    """Give the Kaplan-Meier median of (wait, ended) to the second; None where too few were followed."""
    half = crossing(waits)
    if half is None or sum(ended or wait >= half for wait, ended in waits) * 2 < len(waits):
        return None
    return half


def crossing(waits: list[tuple[int, bool]]) -> float | None:
    """Give when the curve of (wait, ended) comes down to a half, as a textbook has it."""
    going, crossed = 1.0, None
    for time in sorted({wait for wait, ended in waits if ended}):
        if crossed is not None:
            return (crossed + time) / 2
        at_risk = sum(wait >= time for wait, _ in waits)
        going *= 1 - sum(wait == time and ended for wait, ended in waits) / at_risk
        if abs(going - 0.5) < 1e-9:
            crossed = float(time)
        elif going < 0.5:
            return float(time)
    return crossed


@pytest.fixture(scope="module", params=DUMPS)
def project(request: pytest.FixtureRequest) -> tuple[Raw, Connection]:
    """A raw dump, and a store into which our own source read it."""
    path = FOLDER / f"{request.param}.archive.json.gz"
    if not path.exists():
        pytest.skip("the dumps of issues are not at hand")
    source = open_source(str(path), Access())
    assert source is not None
    store = connect(None)
    store.execute("insert into project values (1, 'dump', 'test')")
    intake = ForgeIntake(store, 1, source.name, source.host)
    intake.take(source.records({}))
    intake.flush()
    resolve_people(store)
    raw = Raw(path)
    look_at(store, as_of=raw.until)
    return raw, store


def told(store: Connection, identifier: str, label: str = "") -> dict[int, float | None]:
    """Give a metric's values by month or year; special periods are left out."""
    rows: list[Row] = answer(store, metric(identifier))
    return {row.period: row.value for row in rows if row.period > 1900 and row.label == label}


def near(theirs: Mapping[int, float | None]) -> dict[int, Any]:
    """Give what was counted here, to be met but for rounding; of nothing, nothing would be shown."""
    assert theirs
    return {period: None if value is None else pytest.approx(value) for period, value in theirs.items()}


def apart(
    ours: Mapping[int, float | None], seconds: Mapping[int, float | None], unit: int
) -> dict[int, tuple[float | None, float | None]]:
    """Give the periods in which waits differ, with both.

    Ours are rounded up, by a minute below two days and by a fiftieth at most from then on.
    """
    assert ours.keys() == seconds.keys() != set()
    return {
        period: (value, half)
        for period, value in ours.items()
        if not _is_rounded_up(value, half := seconds[period], unit)
    }


def _is_rounded_up(value: float | None, half: float | None, unit: int) -> bool:
    if half is None or value is None:
        return value == half
    return half <= value * unit + 1e-6 and value * unit < half + max(60, half / 48) + 1e-6


def test_issues_opened_and_closed(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    issues = [issue for issue in raw.issues if raw.by_person(issue)]
    opened = Counter(month(ts(issue["createdAt"])) for issue in issues)
    closed = Counter(month(ts(issue["closedAt"])) for issue in issues if issue["closedAt"])
    assert {when: n for when, n in told(store, "issues-opened").items() if n} == near(dict(opened))
    assert {when: n for when, n in told(store, "issues-closed").items() if n} == near(dict(closed))


def test_open_issues_now_and_their_ages(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    still = [issue for issue in raw.issues if not issue["closedAt"] and raw.by_person(issue)]
    backlog = told(store, "issue-backlog")
    assert backlog[max(backlog)] == len(still)
    old = sum(raw.until - ts(issue["createdAt"]) >= 365 * DAY for issue in still)
    ages = {row.label: row.value for row in answer(store, metric("issue-backlog-age"))}
    assert ages.get("over a year", 0) == old


def test_changes_accepted(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    done = [change for change in raw.changes if change["closedAt"] and raw.by_person(change)]
    theirs = share((year(ts(change["closedAt"])), bool(change["mergedAt"])) for change in done)
    assert told(store, "change-acceptance") == near(dict(theirs))


def test_change_closure_ratio(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    people = [change for change in raw.changes if raw.by_person(change)]
    opened = Counter(month(ts(change["createdAt"])) for change in people)
    closed = Counter(month(ts(change["closedAt"])) for change in people if change["closedAt"])
    assert told(store, "change-closure-ratio") == near({when: closed[when] / n for when, n in opened.items()})


def test_time_to_first_response(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    waits: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for item in raw.items:
        if not raw.by_person(item):
            continue
        opened, closed = ts(item["createdAt"]), ts(item["closedAt"])
        answers = [when for when, _, _ in raw.others(item) if when >= opened]
        first = min(answers, default=0)
        is_answered = first > 0 and (not closed or first <= closed + 60)
        end = first if is_answered else closed or raw.until
        waits[year(opened)].append((end - opened, is_answered))
    halves = {when: half_by(own) for when, own in waits.items()}
    assert not apart(told(store, "time-to-first-response", "median"), halves, 3600)


def test_time_to_close_issues(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    waits: dict[int, list[tuple[int, bool]]] = defaultdict(list)
    for issue in raw.issues:
        if raw.by_person(issue):
            opened, closed = ts(issue["createdAt"]), ts(issue["closedAt"])
            waits[year(opened)].append(((closed or raw.until) - opened, bool(closed)))
    halves = {when: half_by(own) for when, own in waits.items()}
    assert not apart(told(store, "time-to-close-issues", "median"), halves, DAY)


def test_time_to_merge(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    waits: dict[int, list[float]] = defaultdict(list)
    for change in raw.merged():
        waits[year(ts(change["mergedAt"]))].append(ts(change["mergedAt"]) - ts(change["createdAt"]))
    theirs = {when: median(own) / DAY for when, own in waits.items()}
    assert told(store, "time-to-merge", "median") == near(dict(theirs))


def test_merged_without_review(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    theirs = share(
        (
            year(ts(change["mergedAt"])),
            not any(
                kind != "comment" and when <= ts(change["mergedAt"]) for when, _, kind in raw.others(change)
            ),
        )
        for change in raw.merged()
    )
    assert told(store, "merged-without-review") == near(dict(theirs))


def test_self_merged(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    theirs = share(
        (year(ts(change["mergedAt"])), change["author"] == change["mergedBy"])
        for change in raw.merged()
        if change["author"] and is_person(change["mergedBy"])
    )
    assert told(store, "self-merged") == near(dict(theirs))


def test_outside_contributors(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    theirs = share(
        (year(ts(change["mergedAt"])), change["authorAssociation"] not in INSIDE) for change in raw.merged()
    )
    assert told(store, "outside-contributor-share") == near(dict(theirs))


def test_reviews_and_the_busiest_reviewer(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    given: dict[int, Counter[str]] = defaultdict(Counter)
    months: Counter[int] = Counter()
    for change in raw.changes:
        for when, who, kind in raw.others(change):
            if kind == "review":
                given[year(when)][who] += 1
                months[month(when)] += 1
    assert {when: n for when, n in told(store, "reviews").items() if n} == near(dict(months))
    top = {when: max(own.values()) / own.total() for when, own in given.items()}
    assert told(store, "top-reviewer-share") == near(dict(top))


def test_lottery_factor_over_changes(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    wrote = sorted(Counter(c["author"] for c in raw.merged() if c["author"]).values(), reverse=True)
    few = next(n for n in range(1, len(wrote) + 1) if 2 * sum(wrote[:n]) >= sum(wrote))
    rows = {row.period: row.value for row in answer(store, metric("lottery-factor-changes"))}
    assert rows[0] == few


def test_first_changes_of_newcomers(project: tuple[Raw, Connection]) -> None:
    raw, store = project
    firsts: dict[str, dict[str, Any]] = {}
    for change in sorted(raw.changes, key=lambda change: (ts(change["createdAt"]), change["number"])):
        if is_person(change["author"]):
            firsts.setdefault(change["author"], change)
    new = [change for change in firsts.values() if change["authorAssociation"] not in INSIDE]
    theirs = share((year(ts(change["createdAt"])), bool(change["mergedAt"])) for change in new)
    assert told(store, "newcomer-changes", "merged") == near(dict(theirs))
    left = share(
        (year(ts(change["createdAt"])), not change["closedAt"] and raw.is_quiet(change, 90)) for change in new
    )
    assert told(store, "newcomer-changes", "abandoned") == near(dict(left))
