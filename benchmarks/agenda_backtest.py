"""How often each finding of the agenda is raised, how steady it is, and what followed in the next 12 months.

    python benchmarks/agenda_backtest.py REPOSITORY ... [--texts] [--years 2014 2016 ...]

Each repository is read once and looked at as of the end of August and of September of every year: with the
history and the files of that day. A finding that is raised at one of the two ends and not at the other has
*flipped*. What followed is counted from the next month on, as looks with it : looks without it, where the
year before had commits enough (`ENOUGH`). Nothing is fetched; what a forge alone would tell is not raised.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from folkmoot.i18n import say
from folkmoot.model.check import Finding
from folkmoot.model.event import DAY
from folkmoot.model.page import Point
from folkmoot.sources.git.earlier import tree_at
from folkmoot.sources.git.repository import Options, Repository, open_repository
from folkmoot.store.database import connect
from folkmoot.store.scope import look_at
from folkmoot.store.sync import sync
from folkmoot.store.writer import refresh
from folkmoot.views.agenda import agenda
from folkmoot.views.look import Look

ENDS = (9, 10)
"""Each look ends a second before these months begin."""
ENOUGH = 24
MONTHS = {"commits": "commits", "releases-monthly": "releases"}
"""What is counted afterwards: metrics by month, and which of their series."""


@dataclass(frozen=True)
class Seen:
    """One repository as of one moment, with what came before and after, by metric: 12 months each."""

    name: str
    moment: int
    findings: tuple[Finding, ...]
    has_released: bool
    before: dict[str, list[float]]
    after: dict[str, list[float]]

    @property
    def ids(self) -> set[str]:
        """Give what was raised."""
        return {finding.id for finding in self.findings}


FOLLOWED: dict[str, Callable[[Seen], bool | None]] = {
    "commits halved": lambda one: 2 * sum(one.after["commits"]) <= sum(one.before["commits"]),
    "none for 6 months": lambda one: not any(one.after["commits"][:6]),
    "no release for 6 months": lambda one: (
        not any(one.after["releases-monthly"][:6]) if one.has_released else None
    ),
}
"""What may have followed; None where it was never otherwise."""


def looks(place: str, years: Sequence[int], store: Path) -> Iterator[Seen]:
    """Give what the agenda says at every end, as long as there are 12 months after it to compare with."""
    with open_repository(place, Options(lines="never", offline=True)) as repository:
        synced = sync(store, repository)
        refresh(store)
        series, _ = look(store, synced.project, repository, synced.updated_at)
        for year in years:
            for month in ENDS:
                moment = int(datetime(year, month, 1, tzinfo=UTC).timestamp()) - 1
                if moment + 366 * DAY > synced.updated_at:
                    continue
                _, findings = look(store, synced.project, repository, moment)
                middle = year * 12 + month - 1
                before, after = (
                    {name: [values.get(at, 0.0) for at in span] for name, values in series.items()}
                    for span in (range(middle - 12, middle), range(middle, middle + 12))
                )
                released = any(at < middle and count for at, count in series["releases-monthly"].items())
                if any(before["commits"]) or findings:
                    yield Seen(synced.name, moment, findings, released, before, after)


def look(store: Path, project: int, repository: Repository, moment: int) -> tuple[dict, tuple[Finding, ...]]:
    """Give the months of `MONTHS` and the agenda as of one moment."""
    with connect(store, read_only=True) as connection:
        look_at(connection, [project], moment, once=True)
        seen = Look(connection, repository.name, {project: tree_at(repository, moment)})
        series = {
            metric: dict(map(by_month, seen.points(metric, label=label))) for metric, label in MONTHS.items()
        }
        return series, agenda(seen) if seen.outline.commits else ()


def by_month(point: Point) -> tuple[int, float]:
    """Give months since the year 0, or -1 of what is no month, and a value."""
    is_month = len(point.period) == 7 and point.period[4] == "-"
    return int(point.period[:4]) * 12 + int(point.period[5:]) - 1 if is_month else -1, point.value or 0.0


def share(found: Sequence[Seen], followed: Callable[[Seen], bool | None]) -> str:
    answers = [answer for one in found if (answer := followed(one)) is not None]
    return f"{sum(answers)}/{len(answers)}" if answers else "-"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("repositories", nargs="+")
    parser.add_argument("--years", nargs="+", type=int, default=[2014, 2016, 2018, 2020, 2022, 2024])
    parser.add_argument("--texts", action="store_true", help="print each finding")
    options = parser.parse_args()
    seen: list[Seen] = []
    for place in options.repositories:
        with tempfile.TemporaryDirectory() as folder:
            seen += looks(place, options.years, Path(folder) / "store.duckdb")
    flips: Counter[str] = Counter()
    for one, other in pairwise(seen):
        if one.name == other.name and other.moment - one.moment < 40 * DAY:
            flips.update(one.ids ^ other.ids)
    raised: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        for identifier in one.ids:
            raised[identifier].append(one)
        for finding in one.findings if options.texts else ():
            day = datetime.fromtimestamp(one.moment, UTC).date()
            print(f"{one.name} {day} {finding.id}: {say(finding.title)}", *map(str, finding.evidence))
    print(f"{len({one.name for one in seen})} repositories, {len(seen)} looks")
    print("| finding | raised | repositories | flips |", " | ".join(FOLLOWED), "|")
    large = [one for one in seen if sum(one.before["commits"]) >= ENOUGH]
    for identifier, found in sorted(raised.items(), key=lambda each: -len(each[1])):
        sides = [[one for one in large if (identifier in one.ids) is side] for side in (True, False)]
        columns = [" : ".join(share(side, followed) for side in sides) for followed in FOLLOWED.values()]
        names = len({one.name for one in found})
        print(f"| {identifier} | {len(found)} | {names} | {flips[identifier]} |", " | ".join(columns), "|")


if __name__ == "__main__":
    main()
