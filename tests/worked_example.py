"""Small histories written by hand as tables, for tests whose answer can be worked out on paper.

    example('''
        when             | who | files              | also
        2026-01-03 09:30 | Ada | src/a.py +10 -2    | co: Bob; signed
        2026-01-04       | Bob | docs/x.md +1; y.py | merge
    ''', as_of="2026-06-15")

Columns of commits: `when` (author's local time, to the second where told so; UTC unless an offset such as
+0530 follows), `who`, `files`
(`;` between paths, `+added -deleted` after a path, both optional; no numbers: lines not counted), `also`
(`;` between): `merge`, `signed`, `off-main` (not on the first-parent line), `#12` (lands change 12),
`by: NAME` (committer), `co: NAME`, `reviewed: NAME`, `acked: NAME`, `tested: NAME`, `reported: NAME`,
`helped: NAME`, `suggested: NAME`, `signed-off: NAME`, `rename: OLD > NEW`.
Columns of changes: `number`, `who`, `opened`, `merged`, `merger`; empty cells are unknown. Changes land in
the commit whose `also` has their number. Columns of releases: `tag`, `when`, `also` (`pre`).
What a forge says stands in more tables. Columns of items: `item` (`#12` an issue, `!12` a change),
`who`, `opened`, `closed`, `merged`, `merger`, `role` (MEMBER, CONTRIBUTOR, NONE ...), `also` (`draft`,
`+10 -2`, `label: NAME`, `closer: NAME`; what ran on a merged change: `ran: NAME success`, or
`ran: nothing`). Columns of remarks: `item`, `who`, `when`, `kind` (`comment`,
`review`, `review.comment`; a review's state after it: `review approved`), `also` (`command`, `length: 12`).
Columns of acts: `who`, `when`, `kind` (`star`, `unstar`, `fork`, `push` ...). Columns of turns: `item`,
`who`, `when`, `kind`, `detail`. Columns of snapshots: `day`, `stars`, `forks`, `watchers`, `issues`,
`changes`. All five, and commits without files, may have a column `project`: 1, as without it, or 2 and more.
Names ending in [bot] are bots; `Claude` and `Copilot` are AI; `Ada @acme` is Ada writing for acme,
`Ada @acme/company` the same where acme's sector is stated, and `Ada @-` Ada who says to work for nobody.
`files` lists the paths at the tip; without it, every touched path is there.
Long because every table of the store has its words here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

from folkmoot.model.content import classify
from folkmoot.model.forge import Run
from folkmoot.model.metric import Metric, Row
from folkmoot.people.overrides import ALWAYS
from folkmoot.sources.forges._ran import summed
from folkmoot.store.answer import answer, events
from folkmoot.store.database import Connection
from folkmoot.store.scope import look_at
from fresh_store import fresh_store

PROJECT = 1
TRAILERS = {
    "co": "commit.co-authored",
    "reviewed": "commit.reviewed",
    "acked": "commit.acked",
    "tested": "commit.tested",
    "reported": "commit.reported",
    "helped": "commit.helped",
    "suggested": "commit.suggested",
    "signed-off": "commit.signed-off",
}


def moment(text: str) -> tuple[int, int]:
    """Give (seconds since 1970, offset in minutes) of `2026-01-03 09:30:59 +0530`; the day is enough."""
    match = re.fullmatch(
        r"(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d(?::\d\d)?))?(?: ([+-])(\d\d)(\d\d))?", text.strip()
    )
    assert match, f"not a moment: {text!r}"
    day, clock, sign, hours, minutes = match.groups()
    offset = (int(hours) * 60 + int(minutes)) * (-1 if sign == "-" else 1) if sign else 0
    zone = timezone(timedelta(minutes=offset))
    local = datetime.fromisoformat(f"{day} {clock or '12:00'}").replace(tzinfo=zone)
    return int(local.timestamp()), offset


def rows_of(table: str) -> list[dict[str, str]]:
    """Give the rows of a table drawn with `|`; the first line names the columns."""
    if not table.strip():
        return []
    lines = [line for line in table.strip("\n").splitlines() if line.strip()]
    cells = [[cell.strip() for cell in line.split("|")] for line in lines]
    return [dict(zip(cells[0], row, strict=True)) for row in cells[1:]]


class Example:
    """A small store built from tables."""

    def __init__(self) -> None:
        self.store = fresh_store()
        self.people: dict[str, int] = {}
        self.organisations: dict[str, int] = {}
        self.identities: dict[str, int] = {}
        self.paths: dict[str, int] = {}
        self.commits: list[tuple[object, ...]] = []
        self.landings: dict[int, int] = {}
        self.projects = {PROJECT}
        self.store.execute("insert into project values (?, 'example', 'made for a test')", [PROJECT])

    def identity(self, who: str) -> int:
        """Give the identity of `Ada` or `Ada @acme`, made on first sight."""
        if not who:
            return 0
        if who in self.identities:
            return self.identities[who]
        name, _, employer = (part.strip() for part in who.partition("@"))
        employer, _, sector = employer.partition("/")
        if name not in self.people:
            self.people[name] = len(self.people) + 1
            is_ai = int(name in {"Claude", "Copilot"})
            is_bot = int(name.endswith("[bot]") or is_ai)
            self.store.execute(
                "insert into person values (?, ?, ?, ?, ?)",
                [self.people[name], name, is_bot, is_ai, "test" if is_bot else ""],
            )
        if employer == "-":
            self.store.execute("insert into affiliation values (?, 0, 0, ?)", [self.people[name], ALWAYS])
        elif employer and employer not in self.organisations:
            number = self.organisations[employer] = len(self.organisations) + 1
            self.store.execute("insert into organisation values (?, ?)", [number, employer])
            if sector:
                self.store.execute("insert into sector values (?, ?, 'stated')", [number, sector])
        number = self.identities[who] = len(self.identities) + 1
        email = f"{name.lower()}@{employer or 'example'}.test"
        self.store.execute("insert into identity values (?, 'git', ?, ?)", [number, name, email])
        self.store.execute(
            "insert into identity_person values (?, ?, 'test', ?)",
            [number, self.people[name], self.organisations.get(employer, 0)],
        )
        return number

    def path(self, name: str) -> int:
        """Give the number of a path, made on first sight."""
        if name not in self.paths:
            number = self.paths[name] = len(self.paths) + 1
            kind = classify(name)
            self.store.execute("insert into path_fact values (?, ?, ?)", [number, PROJECT, name])
            self.store.execute(
                "insert into path_class values (?, ?, ?, ?, ?)",
                [number, number, kind.directory, kind.content, kind.locale],
            )
        return self.paths[name]

    def commit(self, number: int, row: dict[str, str]) -> None:
        """Write one commit and everything it says."""
        at, offset = moment(row["when"])
        author = committer = self.identity(row["who"])
        words = [word.strip() for word in row.get("also", "").split(";") if word.strip()]
        store = self.store
        trailers = 0
        for word in words:
            key, _, value = (part.strip() for part in word.partition(":"))
            if key == "by":
                committer = self.identity(value)
            elif key in TRAILERS:
                trailers += 1
                store.execute(
                    "insert into trailer_fact values (?, ?, ?, ?)",
                    [number, trailers, TRAILERS[key], self.identity(value)],
                )
            elif key == "rename":
                old, _, new = (part.strip() for part in value.partition(">"))
                store.execute(
                    "insert into rename_fact values (?, ?, ?)", [number, self.path(old), self.path(new)]
                )
                store.execute(
                    "update path_class set head_path = ? where head_path = ?",
                    [self.path(new), self.path(old)],
                )
            elif key.startswith("#"):
                self.landings[int(key[1:])] = number
        store.execute(
            "insert into commit_fact values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                number, self.project(row), f"{number:040x}", author, committer, at, offset, at, offset,
                2 if "merge" in words else 1, int("signed" in words), row.get("subject", f"commit {number}"),
            ],
        )  # fmt: skip
        store.execute(
            "insert into place values (?, 1, ?, ?, ?)", [number, int("off-main" not in words), number, at]
        )
        counted = True
        for touched in filter(None, (part.strip() for part in row.get("files", "").split(";"))):
            match = re.fullmatch(r"(\S+)(?: \+(\d+))?(?: -(\d+))?", touched)
            assert match, f"not a touched file: {touched!r}"
            store.execute("insert into touch_fact values (?, ?, 'M')", [number, self.path(match[1])])
            if match[2] is None and match[3] is None:
                counted = False
                continue
            store.execute(
                "insert into line_fact values (?, ?, ?, ?)",
                [number, self.path(match[1]), int(match[2] or 0), int(match[3] or 0)],
            )
        if counted and row.get("files"):
            store.execute("insert into line_state values (?, 1)", [number])

    def change(self, row: dict[str, str]) -> None:
        """Write one change."""
        number = int(row["number"].lstrip("#"))
        opened = moment(row["opened"])[0] if row.get("opened") else 0
        merged = moment(row["merged"])[0] if row.get("merged") else 0
        self.store.execute(
            "insert into change_fact values (?, ?, ?, ?, ?, ?, ?, ?, 'test')",
            [
                PROJECT, number, self.identity(row.get("who", "")), opened,
                "merged" if merged else "unknown", merged, self.identity(row.get("merger", "")),
                self.landings.get(number, 0),
            ],
        )  # fmt: skip

    def release(self, row: dict[str, str]) -> None:
        """Write one release."""
        at, offset = moment(row["when"])
        self.store.execute(
            "insert into release_fact values (?, ?, 0, ?, ?, ?, ?)",
            [PROJECT, row["tag"], self.identity(row.get("who", "")), at, offset,
             int("pre" in row.get("also", ""))],
        )  # fmt: skip

    def project(self, row: dict[str, str]) -> int:
        """Give the project of a row, made on first sight."""
        number = int(row.get("project") or PROJECT)
        if number not in self.projects:
            self.projects.add(number)
            self.store.execute(
                "insert into project values (?, ?, 'made for a test')", [number, f"example{number}"]
            )
        return number

    def item(self, row: dict[str, str]) -> None:
        """Write one issue or change as a forge tells it."""
        place = spot(row["item"])
        words = [word.strip() for word in row.get("also", "").split(";") if word.strip()]
        said = {key.strip(): value.strip() for key, _, value in (word.partition(":") for word in words)}
        size = re.search(r"\+(\d+) -(\d+)", row.get("also", ""))
        merged = _when(row.get("merged", ""))
        project = self.project(row)
        self.store.execute(
            f"insert into item_fact values ({', '.join('?' * 20)})",
            [
                project, *place, f"test:{'' if project == PROJECT else project}{row['item']}", "test",
                self.identity(row.get("who", "")),
                row.get("role", ""), row.get("title", f"about {row['item']}"), _when(row["opened"]),
                _when(row.get("closed", "")) or merged, merged, self.identity(said.get("closer", "")),
                self.identity(row.get("merger", "")), int("draft" in words), row.get("landing", ""), "", 0,
                int(size[1]) if size else -1, int(size[2]) if size else -1, -1,
            ],
        )  # fmt: skip
        for word in words:
            key, _, value = (part.strip() for part in word.partition(":"))
            if key == "label":
                self.store.execute("insert into label_fact values (?, ?, ?, ?)", [project, *place, value])
        if "ran" in said:
            self.ran(project, place[1], [word[4:].strip() for word in words if word.startswith("ran:")])

    def ran(self, project: int, number: int, told: list[str]) -> None:
        """Write what ran on a merged change: `NAME state`, or `nothing`."""
        runs = [Run("", *word.rsplit(" ", 1), 0) for word in told if word != "nothing"]
        head, state = f"{number:040x}", summed(runs)
        self.store.execute(
            "insert into head_fact values (?, ?, 'test', ?, ?)", [project, number, head, state]
        )
        for run in runs:
            self.store.execute("insert into run_fact values (?, ?, ?, ?, ?, ?)", [project, number, *run])

    def remark(self, number: int, row: dict[str, str]) -> None:
        """Write one comment or review."""
        kind, _, state = row.get("kind", "comment").partition(" ")
        also = row.get("also", "")
        length = re.search(r"length: (\d+)", also)
        self.store.execute(
            "insert into remark_fact values (?, ?, ?, ?, 'test', ?, ?, ?, ?, ?, ?, ?)",
            [
                self.project(row), *spot(row["item"]), f"test:remark{number}", kind, state,
                self.identity(row["who"]),
                row.get("role", ""), _when(row["when"]), int(length[1]) if length else 100,
                int("command" in also),
            ],
        )  # fmt: skip

    def turn(self, number: int, row: dict[str, str]) -> None:
        """Write one turn in an item's life."""
        self.store.execute(
            "insert into turn_fact values (?, ?, ?, ?, 'test', ?, ?, ?, ?)",
            [
                self.project(row), *spot(row["item"]), f"test:turn{number}", row["kind"],
                self.identity(row.get("who", "")), _when(row["when"]), row.get("detail", ""),
            ],
        )  # fmt: skip

    def act(self, number: int, row: dict[str, str]) -> None:
        """Write one star, fork or the like."""
        self.store.execute(
            "insert into act_fact values (?, ?, 'test', ?, ?, ?, '')",
            [
                self.project(row),
                f"test:act{number}",
                row["kind"],
                self.identity(row["who"]),
                _when(row["when"]),
            ],
        )

    def snapshot(self, row: dict[str, str]) -> None:
        """Write one day's counts."""
        counts = [int(row.get(name) or -1) for name in ("stars", "forks", "watchers", "issues", "changes")]
        self.store.execute(
            "insert into snapshot_fact values (?, 'test', ?, ?, ?, ?, ?, ?)",
            [self.project(row), _when(row["day"]) // 86400, *counts],
        )


def spot(item: str) -> tuple[int, int]:
    """Give (is_change, number) of `#12`, an issue, or `!12`, a change."""
    match = re.fullmatch(r"([#!])(\d+)", item)
    assert match, f"not an item: {item!r}"
    return int(match[1] == "!"), int(match[2])


def _when(text: str) -> int:
    return moment(text)[0] if text else 0


def example(
    commits: str = "",
    *,
    changes: str = "",
    releases: str = "",
    items: str = "",
    remarks: str = "",
    turns: str = "",
    acts: str = "",
    snapshots: str = "",
    files: Sequence[str] | None = None,
    as_of: str = "2026-06-15",
    forge: str = "test",
) -> Connection:
    """Give a store with the tables written in, looked at as of `as_of`.

    What a forge says was told by `forge`, of which every project was read whole; "test" is none by name.
    """
    made = Example()
    for number, row in enumerate(rows_of(commits), start=1):
        made.commit(number, row)
    for row in rows_of(changes):
        made.change(row)
    for row in rows_of(releases):
        made.release(row)
    for row in rows_of(items):
        made.item(row)
    for number, row in enumerate(rows_of(remarks), start=1):
        made.remark(number, row)
    for number, row in enumerate(rows_of(turns), start=1):
        made.turn(number, row)
    for number, row in enumerate(rows_of(acts), start=1):
        made.act(number, row)
    for row in rows_of(snapshots):
        made.snapshot(row)
    for name in made.paths.copy() if files is None else files:
        made.store.execute("insert into file_fact values (?, ?)", [PROJECT, made.path(name)])
    until = moment(as_of)[0]
    made.store.execute("insert into coverage values (?, 'git', 0, ?, 'complete', '')", [PROJECT, until])
    if items or acts or snapshots:
        for project in sorted(made.projects) if forge != "test" else [PROJECT]:
            made.store.execute(
                "insert into coverage values (?, ?, 0, ?, 'complete', '')", [project, forge, until]
            )
    look_at(made.store, as_of=until)
    return made.store


def values(store: Connection, metric: Metric) -> dict[object, float | None]:
    """Give a metric's values by period, or by (period, label[, part]) where it has labels."""
    names = {
        str(number): name for number, name in store.execute("select person, name from person").fetchall()
    }
    firms = {
        str(n): name for n, name in store.execute("select organisation, name from organisation").fetchall()
    }

    def key(row: Row) -> object:
        label = {"person": names, "organisation": firms}.get(metric.label, {}).get(row.label, row.label)
        parts = [row.period, *([label] if label else []), *([row.part] if row.part else [])]
        return parts[0] if len(parts) == 1 else tuple(parts)

    found: dict[object, float | None] = {}
    for row in answer(store, metric):
        assert key(row) not in found, f"two rows of {metric.id} say different things of {key(row)}"
        found[key(row)] = row.value
    return found


def drilled(store: Connection, metric: Metric) -> dict[int, int]:
    """Give how many events stand behind each period of a metric."""
    counts: dict[int, int] = {}
    for period, _, _ in events(store, metric):
        counts[period] = counts.get(period, 0) + 1
    return counts


def day(text: str) -> int:
    """Give noon UTC of a day in seconds since 1970."""
    return int(datetime.fromisoformat(text).replace(hour=12, tzinfo=UTC).timestamp())
