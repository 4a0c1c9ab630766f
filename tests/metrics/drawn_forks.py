"""Repositories that share a beginning and go on by themselves, drawn by lot, with what git prints of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from sources.git.repositories import DAY, START, Repository, git

if TYPE_CHECKING:
    from pathlib import Path

UNTIL = START + 900 * DAY
BOT = "renovate[bot] <29139614+renovate[bot]@users.noreply.github.com>"
TRAILERS = ("Co-authored-by", "Reviewed-by", "Tested-by", "Signed-off-by", "Acked-by")
PLACES = (
    "looms-works.com", "looms-works.com", "uni.edu", "lab.ac.uk", "office.gov", "guild-of.org", "attic.net",
)  # fmt: skip
SECTOR = {
    "looms-works.com": "company", "guild-of.org": "foundation", "uni.edu": "academia",
    "lab.ac.uk": "academia", "office.gov": "government",
}  # fmt: skip
"""Of the last of the places nobody says anything."""
FIRST = (
    "Ada", "Bob", "Cleo", "Dan", "Eve", "Finn", "Gus", "Hal", "Ida", "Jan", "Kim", "Lea", "Max", "Nell",
    "Otto", "Pia", "Quin", "Rosa", "Sam", "Tess", "Una", "Vera", "Wim", "Xenia", "Yves", "Zoe",
)  # fmt: skip
PEOPLE = {
    name: f"{name} {name}dotter <{name.lower()}@{PLACES[place % len(PLACES)]}>"
    for place, name in enumerate(FIRST)
}
MOVED = {"Ada": ("guild-of.org", UNTIL - 200 * DAY), "Bob": ("", UNTIL - 100 * DAY), "Ida": ("", 0)}
"""Who works for somebody else since when, and who for nobody."""


@dataclass(frozen=True)
class Commit:
    """A commit as `git log` prints it."""

    sha: str
    at: int
    who: str
    is_merge: bool
    named: tuple[tuple[str, str], ...]


def statement() -> str:
    """Give what the community says of organisations."""
    rows = []
    for name, (domain, since) in MOVED.items():
        email = PEOPLE[name].partition("<")[2][:-1]
        day = f", since = {datetime.fromtimestamp(since, UTC).date()}" if since else ""
        rows.append(f'    {{ email = "{email}", organisation = "{domain.partition(".")[0]}"{day} }},')
    known = "".join(
        f'\n[[organisations]]\nname = "{domain.partition(".")[0]}"\nsector = "{SECTOR[domain]}"\n'
        f'domains = ["{domain}"]\n'
        for domain in ("looms-works.com", "guild-of.org")
    )
    return "employers = [\n" + "\n".join(rows) + "\n]\n" + known


def draw(made: Repository, lot: Random, steps: int, since: int, until: int, whom: tuple[str, ...]) -> None:
    """Go on with a history, merges included."""
    times = sorted(lot.sample(range(since, until), steps))
    for step, at in enumerate(times):
        who = PEOPLE[lot.choice(whom)] if lot.random() < 0.9 else BOT
        named = [
            f"{lot.choice(TRAILERS)}: {PEOPLE[lot.choice(whom)]}" for _ in range(lot.choice((0, 0, 1, 2)))
        ]
        before = made.head
        made.commit(who, "\n".join(["Work", "", *named, ""]), {f"f{at}": str(step)}, at=at)
        if before and lot.random() < 0.1:
            side = made.head
            made.commit(who, "Aside\n", {f"g{at}": str(step)}, at=at + 1, parents=[before])
            made.commit(who, "Join\n", at=at + 2, parents=[side, made.head])


def forks(place: Path, seed: int) -> list[Repository]:
    """Give three repositories: the second goes its own way, the third ends soon after it left."""
    lot, found = Random(seed), []
    parted = START + 400 * DAY
    whom = (FIRST[:14], (*FIRST[8:26],), FIRST[3:9])
    for number, (steps, end) in enumerate(
        ((120, UNTIL), (90, UNTIL), (10, parted + lot.choice((120, 300)) * DAY))
    ):
        made = Repository.create(place / f"r{number}")
        made.commit(PEOPLE["Ada"], "Begin\n", {".folkmoot/organisations.toml": statement()}, at=START)
        draw(made, Random(seed), 80, START + 1, parted, FIRST[:12])  # the same in each
        draw(made, lot, steps, parted + DAY, end, whom[number])
        found.append(made)
    return found


def printed(place: Path, until: int) -> list[Commit]:
    """Read what git prints of a history."""
    form = "%H%x1f%P%x1f%at%x1f%an <%ae>%x1f%B%x1e"
    found = []
    for record in git(place, "log", f"--format={form}", "main").decode().split("\x1e")[:-1]:
        sha, parents, at, who, body = record.strip("\n").split("\x1f")
        named = re.findall(r"^([A-Z][a-z]+(?:-[a-z]+)+): (.*)$", body, re.MULTILINE)
        if int(at) <= until:
            found.append(Commit(sha, int(at), who, " " in parents, tuple(dict.fromkeys(named))))
    return found
