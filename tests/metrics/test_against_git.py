"""Numbers of git, found a second time from what `git log` prints, by nothing of ours but the metric's words.

The histories are drawn by lot and the same in every run: merges, renames, a bot, an AI tool, trailers in the
middle of messages, offsets of half hours, roots of their own. The other way round is taken on purpose: no
view, no SQL and no statistic of ours is used. Long because each number is found anew.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from random import Random
from statistics import median, pstdev
from typing import TYPE_CHECKING, Any

import pytest

from folkmoot.metrics import metric
from folkmoot.store.answer import answer
from folkmoot.store.database import connect
from folkmoot.store.scope import look_at
from sources.git.repositories import DAY, START, Repository, git
from store.stores import bring

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from folkmoot.store.database import Connection

FIRST = [
    "Ada", "Bob", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida", "Jan", "Kim", "Lea", "Max", "Nell",
    "Otto", "Pia", "Quin", "Rosa",
]  # fmt: skip
PEOPLE = [f"{name} {name}dotter <{name.lower()}@example.org>" for name in FIRST]
BOT = "dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>"
AI = "Claude <noreply@anthropic.com>"
TRAILERS = ("Co-authored-by", "Reviewed-by", "Acked-by", "Tested-by", "Signed-off-by", "Assisted-by")
UNTIL = START + 950 * DAY
YEAR_AGO = int(datetime.fromtimestamp(UNTIL, UTC).replace(year=2025).timestamp())
Told = dict[tuple[int, str], tuple[float | None, int]]


@dataclass
class Commit:
    """A commit as `git log` prints it."""

    sha: str
    who: str
    at: int
    offset: int
    is_merge: bool
    named: list[tuple[str, str]]
    touched: dict[str, str] = field(default_factory=dict)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    added: int = 0
    deleted: int = 0

    @property
    def local(self) -> datetime:
        return datetime.fromtimestamp(self.at + 60 * self.offset, UTC)


def drawn(place: Path, seed: int) -> Repository:
    """Make a history of some hundred commits by lot."""
    lot, made, number = Random(seed), Repository.create(place), 0
    tips: list[str] = []
    left: list[bytes] = []
    at = START
    for step in range(160):
        at += int(lot.expovariate(1 / (5 * DAY))) + 1
        here = PEOPLE[step // 12 : 4 + step // 11]
        who = lot.choice(here) if lot.random() < 0.85 else lot.choice((BOT, AI))
        if step > 60 and lot.random() < 0.06:
            who = lot.choice(PEOPLE[: step // 12])  # back, mostly after half a year or more
        body = [
            f"{lot.choice(TRAILERS)}: {lot.choice([*here, AI, BOT])}" for _ in range(lot.choice((0, 0, 1, 3)))
        ]
        message = "\n".join(["Work", "", *body, "", "More words." if lot.random() < 0.5 else ""])
        files: dict[bytes | str, bytes | str | None] = {}
        present = sorted(made.files)
        if present and lot.random() < 0.1:
            old = lot.choice(present)
            number += 1
            moved = made.files.pop(old)
            made.files[f"src/moved{number}.py".encode()] = moved
            left.append(old)
        else:
            for _ in range(lot.randint(1, 3)):
                number += 1
                name = (
                    lot.choice(present).decode() if present and lot.random() < 0.7 else f"docs/f{number}.md"
                )
                files[name] = "".join(f"{number} {lot.random()}\n" for _ in range(lot.randint(0, 9)))
            if left and lot.random() < 0.1:
                files[lot.choice(left)] = f"again {number}\n"
        if step and lot.random() < 0.05:
            parents: Sequence[str] | None = []
        elif len(tips) > 1 and lot.random() < 0.15:
            parents, files = [tips[-1], lot.choice(tips[:-1])], {}
        else:
            parents = None
        headers = (
            b"gpgsig -----BEGIN SSH SIGNATURE-----\n x\n -----END SSH SIGNATURE-----\n"
            if lot.random() < 0.3
            else b""
        )
        offset = lot.choice(("+0000", "+0200", "-0330", "+0545", "-0800", "+1030"))
        before = made.head
        tips.append(
            made.commit(who, message + "\n", files, at=at, offset=offset, parents=parents, headers=headers)
        )
        if parents == [] and before:
            made.commit(PEOPLE[0], "Join\n", at=at + 60, parents=[before, made.head])
            tips.append(made.head)
        if step % 20 == 7:
            made.tag(f"v{step}.0", at=at)
            made.tag(f"{step}.0", at=at + 5)
    return made


class Read:
    """What git prints of a history, and what is asked of it counted by hand."""

    def __init__(self, place: Path) -> None:
        self.commits: list[Commit] = []
        form = "%x1e%H%x1f%P%x1f%an <%ae>%x1f%at%x1f%ad%x1f%B%x1f"
        flags = ("--topo-order", "--date=format:%z", "-M100%", "--no-abbrev", f"--format={form}")
        for record in git(place, "log", *flags, "--raw", "main").decode().split("\x1e")[1:]:
            sha, parents, who, at, zone, body, files = record.split("\x1f")
            offset = (int(zone[1:3]) * 60 + int(zone[3:])) * (-1 if zone[0] == "-" else 1)
            named = re.findall(r"^([A-Z][a-z]+(?:-[a-z]+)+): (.*)$", body, re.MULTILINE)
            commit = Commit(sha, who, int(at), offset, " " in parents, named)
            for line in files.split("\n"):
                if line.startswith(":"):
                    state, *paths = line.split("\t")
                    commit.touched[paths[-1]] = state.split()[-1]
                    commit.renamed += [(paths[0], paths[1])] if len(paths) > 1 else []
            self.commits.append(commit)
        known = {commit.sha: commit for commit in self.commits}
        for record in git(place, "log", *flags, "--numstat", "main").decode().split("\x1e")[1:]:
            for added, deleted in re.findall(r"^(\d+)\t(\d+)\t", record.split("\x1f")[-1], re.MULTILINE):
                known[record[:40]].added += int(added)
                known[record[:40]].deleted += int(deleted)
        raw = git(place, "rev-list", "--header", "main").decode().split("\0")
        self.signed = {header[:40] for header in raw if "\ngpgsig " in header}
        self.tree = set(git(place, "ls-tree", "-r", "--name-only", "main").decode().split())
        self.work = [c for c in self.commits if not c.is_merge and c.who in PEOPLE]
        self.acts = [(c.at, c.who) for c in self.work]
        for commit in self.commits:
            for act, who in dict.fromkeys((key, who) for key, who in commit.named if who in PEOPLE):
                if who != commit.who or act not in ("Co-authored-by", "Reviewed-by", "Acked-by"):
                    self.acts.append((commit.at, who))

    def lives(self) -> dict[str, list[int]]:
        lives: dict[str, list[int]] = defaultdict(list)
        for at, who in sorted(self.acts):
            lives[who].append(at)
        return lives


def month(at: int) -> int:
    when = datetime.fromtimestamp(at, UTC)
    return when.year * 100 + when.month


def year(at: int) -> int:
    return datetime.fromtimestamp(at, UTC).year


def windowed(commits: Iterable[Commit]) -> dict[int, list[Commit]]:
    """Give all of them (0), and those of the last 12 months (1)."""
    every = list(commits)
    return {0: every, 1: [c for c in every if c.at > YEAR_AGO]}


def shares(found: dict[int, list[bool]]) -> Told:
    return {(period, ""): (sum(hits) / len(hits), len(hits)) for period, hits in found.items()}


def fewest(counts: Iterable[int]) -> int:
    ordered = sorted(counts, reverse=True)
    return next(k for k in range(1, len(ordered) + 1) if 2 * sum(ordered[:k]) >= sum(ordered))


@pytest.fixture(scope="module", params=[1, 2, 3])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Read, Connection]:
    """A history as git prints it, and the store into which it was read."""
    place = tmp_path_factory.mktemp("drawn")
    made = drawn(place / "r", request.param)
    bring(place / "s.duckdb", made.place)
    store = connect(place / "s.duckdb")
    look_at(store, as_of=UNTIL)
    return Read(made.place), store


def told(store: Connection, identifier: str) -> Told:
    """Give a metric's values and n by period and label; what is 0 or unknown of nothing is left out."""
    rows = answer(store, metric(identifier))
    return {(row.period, row.label): (row.value, row.n) for row in rows if row.n}


def near(theirs: Told) -> dict[tuple[int, str], tuple[Any, int]]:
    """Give what was counted here, to be met but for rounding; of nothing, nothing would be shown."""
    assert theirs
    return {key: (pytest.approx(value), n) for key, (value, n) in theirs.items()}


def test_people_by_month(both: tuple[Read, Connection]) -> None:
    read, store = both
    acts, new, back = defaultdict(list), Counter(), Counter()
    for at, who in read.acts:
        acts[month(at)].append(who)
    for life in read.lives().values():
        new[month(life[0])] += 1
        back.update(month(b) for a, b in pairwise(life) if b // DAY - a // DAY > 183)
    assert told(store, "active-contributors") == near(
        {(m, ""): (len(set(v)), len(v)) for m, v in acts.items()}
    )
    assert told(store, "new-contributors") == near({(m, ""): (n, n) for m, n in new.items()})
    assert told(store, "returning-contributors") == near({(m, ""): (n, n) for m, n in back.items()})


def test_newcomers_who_come_again(both: tuple[Read, Connection]) -> None:
    read, store = both
    again: dict[int, list[bool]] = defaultdict(list)
    for life in read.lives().values():
        if UNTIL - life[0] > 91 * DAY:
            again[year(life[0])].append(any(0 < at // DAY - life[0] // DAY <= 90 for at in life))
    assert told(store, "second-contribution") == near(shares(again))


def test_how_many_carry_it(both: tuple[Read, Connection]) -> None:
    read, store = both
    commits, lines = {}, {}
    for period, work in windowed(read.work).items():
        count, changed = Counter(c.who for c in work), Counter[str]()
        for commit in work:
            changed[commit.who] += commit.added + commit.deleted
        commits[period, ""] = (fewest(count.values()), len(work))
        lines[period, ""] = (fewest(changed.values()), len(work))
    assert told(store, "contributor-absence-factor") == near(commits)
    assert told(store, "contributor-absence-factor-lines") == near(lines)


def test_commits_and_lines(both: tuple[Read, Connection]) -> None:
    read, store = both
    people = [c for c in read.commits if c.who in PEOPLE]
    count = Counter((month(c.at), "merges" if c.is_merge else "commits") for c in people)
    assert told(store, "commits") == near({key: (n, n) for key, n in count.items()})
    lines: Told = {}
    for when in {month(c.at) for c in read.work}:
        work = [c for c in read.work if month(c.at) == when]
        lines[when, "added"] = (sum(c.added for c in work), len(work))
        lines[when, "deleted"] = (sum(c.deleted for c in work), len(work))
    assert told(store, "lines-changed") == near(lines)


@pytest.mark.parametrize("identifier", ["sign-off-share", "review-share", "signed-commit-share"])
def test_what_commits_bear(both: tuple[Read, Connection], identifier: str) -> None:
    read, store = both
    bear = {
        "sign-off-share": lambda c: any(key == "Signed-off-by" for key, _ in c.named),
        "review-share": lambda c: any(
            key in ("Reviewed-by", "Acked-by") and who in PEOPLE and who != c.who for key, who in c.named
        ),
        "signed-commit-share": lambda c: c.sha in read.signed,
    }[identifier]
    years: dict[int, list[bool]] = defaultdict(list)
    for commit in read.work:
        years[year(commit.at)].append(bear(commit))
    begun = min(y for y, found in years.items() if any(found)) if identifier != "signed-commit-share" else 0
    assert told(store, identifier) == near(shares({y: found for y, found in years.items() if y >= begun}))


def test_ai_tools(both: tuple[Read, Connection]) -> None:
    read, store = both
    months: dict[int, list[bool]] = defaultdict(list)
    for c in read.commits:
        if not c.is_merge and c.who != BOT:
            helped = any(key in ("Co-authored-by", "Assisted-by") and who == AI for key, who in c.named)
            months[month(c.at)].append(c.who == AI or helped)
    begun = min(m for m, found in months.items() if any(found))
    assert told(store, "ai-assisted-share") == near(
        shares({m: found for m, found in months.items() if m >= begun})
    )


def test_rhythm(both: tuple[Read, Connection]) -> None:
    read, store = both
    off: dict[int, list[bool]] = defaultdict(list)
    for c in read.work:
        rests = c.local.weekday() >= 5 or not 8 <= c.local.hour < 18
        off[month(c.at)].append(rests)
        if c.at > YEAR_AGO:
            off[1].append(rests)
    assert told(store, "off-hours") == near(shares(off))
    times = sorted(c.at for c in read.work)
    gaps: dict[int, list[int]] = defaultdict(list)
    for a, b in pairwise(times):
        gaps[year(b)].append(b - a)
        if b > YEAR_AGO:
            gaps[1].append(b - a)
    bursts = {
        (y, ""): ((pstdev(v) - sum(v) / len(v)) / (pstdev(v) + sum(v) / len(v)), len(v))
        for y, v in gaps.items()
    }
    assert told(store, "burstiness") == near(bursts)


def test_who_knows_the_files(both: tuple[Read, Connection]) -> None:
    read, store = both
    leads: dict[str, str] = {}
    for old, new in (pair for commit in read.commits for pair in commit.renamed):
        if old not in read.tree:
            leads.setdefault(old, leads.get(new, new))
    authors: dict[str, list[Commit]] = defaultdict(list)
    for commit in read.work:
        for path in commit.touched:
            if leads.get(path, path) in read.tree:
                authors[leads.get(path, path)].append(commit)
    typical = median(len({c.who for c in commits}) for commits in authors.values())
    assert told(store, "knowledge-spread") == near({(0, ""): (typical, len(authors))})
    seen = defaultdict(int, {who: life[-1] for who, life in read.lives().items()})
    for commit in read.commits:
        seen[commit.who] = max(seen[commit.who], commit.at)
    last = [max(commits, key=lambda c: c.at).who for commits in authors.values()]
    gone = sum(seen[who] < UNTIL - 183 * DAY for who in last)
    assert told(store, "orphaned-files") == near({(0, ""): (gone / len(last), len(last))})


def test_how_long_people_stay(both: tuple[Read, Connection]) -> None:
    read, store = both
    known, years = UNTIL - 183 * DAY, defaultdict(list)
    for life in read.lives().values():
        if life[0] < known:
            years[year(life[0])].append((min(life[-1], known) - life[0], life[-1] < known))
    rows = answer(store, metric("contributor-retention"))
    assert {row.label for row in rows} == {str(y) for y, spells in years.items() if len(spells) >= 5}
    for row in rows:
        spells, until, share = years[int(row.label)], int(row.part) * 30.4375 * DAY, 1.0
        for time in sorted({stay for stay, lost in spells if lost and stay < until}):
            share *= 1 - spells.count((time, True)) / sum(stay >= time for stay, _ in spells)
        assert (row.value, row.n) == (pytest.approx(share, abs=1e-12), len(spells))


def test_releases(both: tuple[Read, Connection]) -> None:
    """Each version is tagged with a `v`, and five seconds later without one."""
    _, store = both
    asked = answer(store, metric("days-since-release"))
    assert [row.n for row in asked] == [8]
    assert sum(n for _, n in told(store, "release-frequency").values()) == 8
