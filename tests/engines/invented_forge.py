"""What an invented forge tells of the invented community: issues, changes, remarks, stars, forks, counts.

It stands in a project of its own, so that changes read from git alone keep being compared too. It holds what
real forges hold and small examples lack: robots that answer, deleted accounts, silence, reviews after the
merge, remarks at the same second, second stars, labels in odd spellings, people without an association.
"""

from __future__ import annotations

import random
from datetime import datetime, timedelta

ITEMS = 260
ACTS = 240
PROJECTS = (3, 3, 3, 4)
ROLES = ("MEMBER", "COLLABORATOR", "CONTRIBUTOR", "NONE", "NONE", "")
LABELS = ("Good-First Issue", "beginner", "bug", "help wanted", "docs")
STATES = ("approved", "changes_requested", "commented")


def invented_forge(since: datetime, as_of: datetime, people: list[str], seed: int) -> dict[str, str]:
    """Give the tables of `worked_example` that a forge fills, by the names of its parameters."""
    chance = random.Random(seed)
    items = ["project | item | who | opened | closed | merged | merger | role | also"]
    remarks = ["project | item | who | when | kind | also"]
    turns = ["project | item | who | when | kind | detail"]
    length = (as_of - since).days - 2
    for number in range(1, ITEMS + 1):
        project = chance.choice(PROJECTS)
        item = f"{chance.choice('#!')}{number}"
        author = chance.choice(["", "renovate[bot]", *people[:12], *people])
        opened = since + timedelta(days=chance.randrange(length), minutes=chance.randrange(1440))
        lasts = timedelta(hours=chance.choice([0, 1, 5, 30, 30, 300, 3000]), minutes=chance.randrange(60))
        is_closed = chance.random() < 0.75 and opened + lasts < as_of
        closed = _moment(opened + lasts) if is_closed else ""
        merged = closed if item[0] == "!" and chance.random() < 0.7 else ""
        merger = chance.choice([author, *people[:3], "renovate[bot]"]) if merged else ""
        also = "; ".join(f"label: {label}" for label in LABELS if chance.random() < 0.15)
        if merged and number % 4:
            also += ("; ran: nothing", "; ran: build success; ran: lint failure", "; ran: test pending")[
                number % 3
            ]
        role = chance.choice(ROLES)
        items.append(
            f"{project} | {item} | {author} | {_moment(opened)} | {closed} | {merged} | {merger} "
            f"| {role} | {also}"
        )
        said = opened
        for _ in range(chance.choice([0, 0, 1, 2, 3, 8])):
            said += timedelta(minutes=chance.choice([0, 0, 3, 60, 1440, 20000]))
            if said >= as_of:
                break
            who = chance.choice(["", "ci[bot]", author, *people[:5], *people])
            kind = (
                chance.choice(["comment", "comment", "review.comment", "review"])
                if item[0] == "!"
                else "comment"
            )
            state = f" {chance.choice(STATES)}" if kind == "review" else ""
            noise = chance.choice(["", "", "", "command", "length: 3"])
            remarks.append(f"{project} | {item} | {who} | {_moment(said)} | {kind}{state} | {noise}")
        if is_closed:
            turns.append(f"{project} | {item} | {chance.choice(people)} | {closed} | closed | ")
    return {
        "items": "\n".join(items),
        "remarks": "\n".join(remarks),
        "turns": "\n".join(turns),
        "acts": "\n".join(_acts(chance, since, length, people)),
        "snapshots": "\n".join(_snapshots(chance, since, length)),
    }


def _acts(chance: random.Random, since: datetime, length: int, people: list[str]) -> list[str]:
    rows = ["project | who | when | kind"]
    strangers = [f"Stranger{number:03}" for number in range(150)]
    for number in range(ACTS):
        day = length - int(chance.random() ** 2 * length)
        when = since + timedelta(days=day, minutes=chance.randrange(1440))
        kind = chance.choice(["star", "star", "star", "fork", "unstar", "push"])
        who = chance.choice(["", "watcher[bot]", *people, *strangers, *strangers])
        rows.append(f"{chance.choice(PROJECTS)} | {who} | {_moment(when)} | {kind}")
        if number % 40 == 0:
            rows += [f"3 | {name} | {_moment(when)} | star" for name in strangers[number % 100 :][:12]]
    return rows


def _snapshots(chance: random.Random, since: datetime, length: int) -> list[str]:
    rows, stars = ["project | day | stars | forks | watchers"], 10
    for day in range(0, length, 11):
        stars += chance.randrange(-2, 9)
        when = (since + timedelta(days=day)).strftime("%Y-%m-%d")
        rows.append(f"{chance.choice((3, 4))} | {when} | {stars} | {chance.choice(['', stars // 5])} | ")
    daily = [day for day in range(length - 30, length) if day % 11]
    for project, day in ((project, day) for project in (3, 4) for day in daily):
        stars += chance.randrange(-4, 5)
        when = (since + timedelta(days=day)).strftime("%Y-%m-%d")
        rows.append(f"{project} | {when} | {stars} | {stars // 5} | ")
    return rows


def _moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%d %H:%M")
