"""A community that never was: several years of invented commits, changes and releases, the same every time.

It is written in the tables of `worked_example`, so that it follows the store wherever that goes. It holds
what real histories hold and small examples lack: ties, long tails, people who leave, bots, employers that
change, odd hours and offsets, uncounted lines, merges, changes whose opening is unknown.
"""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from engines.invented_forge import invented_forge
from folkmoot.store.scope import look_at
from worked_example import example

if TYPE_CHECKING:
    from folkmoot.store.database import Connection

SEED = 20260615
COMMITS = 900
SINCE = datetime(2021, 3, 1, tzinfo=UTC)
AS_OF = datetime(2026, 6, 15, tzinfo=UTC)
FIRMS = ("", "", "", " @acme", " @globex", " @initech")
OFFSETS = ("+0000", "+0100", "+0200", "+0530", "-0300", "-0500", "-0800", "+0800", "+1200")
PATHS = (
    "README.md", "LICENSE", "setup.cfg", ".github/workflows/ci.yml", "docs/index.md", "docs/guide.md",
    *(f"src/{name}.py" for name in ("graph", "store", "parse", "query", "cache", "plan", "sort", "join")),
    *(f"web/{name}" for name in ("app.js", "view.css", "menu.js", "page.html", "icon.svg", "table.js")),
    *(f"tests/test_{name}.py" for name in ("graph", "store", "parse", "query", "cache", "plan")),
    *(f"locale/{name}/LC_MESSAGES/messages.po" for name in ("de", "pt_BR", "zh_Hans")),
    "tools/release.sh", "assets/logo.png",
)  # fmt: skip
TRAILERS = ("co", "reviewed", "acked", "tested", "reported", "helped", "suggested", "signed-off")


class _Member:
    """Somebody with a span of activity, a home offset, an employer and a weight."""

    def __init__(self, number: int, chance: random.Random) -> None:
        self.name = f"Member{number:02}"
        self.weight = 1 / (number + 1) ** 1.2
        length = (AS_OF - SINCE).days
        self.joined = 0 if number < 4 else chance.randrange(length - 40)
        self.left = length if number < 2 else self.joined + chance.randrange(1, length)
        self.offset = chance.choice(OFFSETS)
        self.firm = chance.choice(FIRMS)
        self.firm_later = self.firm if chance.random() < 0.8 else chance.choice(FIRMS)

    def who(self, day: int) -> str:
        """Give the name with the employer of that day."""
        return self.name + (self.firm if day < (self.joined + self.left) // 2 else self.firm_later)


def invented_history() -> Connection:
    """Give the invented community as a store, looked at as of AS_OF."""
    chance = random.Random(SEED)
    members = [_Member(number, chance) for number in range(48)]
    changes: list[str] = []
    days = sorted(chance.randrange((AS_OF - SINCE).days) for _ in range(COMMITS))
    commits = [_commit(day, chance, members, changes) for day in days]
    store = example(
        "\n".join(["when | who | files | also", *commits]),
        changes="\n".join(["number | who | opened | merged | merger", *changes]),
        releases="\n".join(["tag | when | also", *_releases(chance)]),
        as_of=AS_OF.strftime("%Y-%m-%d"),
        **invented_forge(SINCE, AS_OF, [member.name + member.firm for member in members], SEED),
    )
    store.execute("""
        insert into sector
        select organisation, case when organisation % 2 = 0 then 'company' else 'academia' end, 'stated'
        from organisation where organisation % 3 <> 0
    """)
    _fork(store)
    _land(store)
    look_at(store)
    return store


def _fork(store: Connection) -> None:
    """Let a second project share the first third of the history and then go its own way for a while."""
    store.execute("insert into project values (2, 'fork', 'made for a test')")
    store.execute("insert into person values (999, 'Forker', 0, 0, '')")
    store.execute("insert into identity values (999, 'git', 'Forker', 'forker@example.test')")
    store.execute("insert into identity_person values (999, 999, 'test', 0)")
    store.execute(f"""
        insert into commit_fact
        select * replace (commit + {COMMITS} as commit, 2 as project,
            case when commit <= {COMMITS // 3} then sha else 'f' || substr(sha, 2) end as sha,
            case when commit % 2 = 0 then author else 999 end as author)
        from commit_fact
        where commit <= {COMMITS // 3} or commit between {COMMITS // 2} and {COMMITS // 2} + 150
    """)
    store.execute(f"""
        insert into place
        select * replace (commit + {COMMITS} as commit, landed_by + {COMMITS} as landed_by)
        from place where commit + {COMMITS} in (select commit from commit_fact)
    """)


def _land(store: Connection) -> None:
    """Let changes of the forge land in commits that name reviewers, and a fifth project tell of no review."""
    far = 10 * COMMITS
    store.execute(f"""
        insert into commit_fact
        select * replace (commit + {far} as commit, 3 as project, 'e' || substr(sha, 2) as sha)
        from commit_fact
        where commit <= {COMMITS} and commit in (
            select commit from trailer_fact where kind in ('commit.reviewed', 'commit.acked'))
    """)
    for table, moved in (("place", f", landed_by + {far} as landed_by"), ("trailer_fact", "")):
        store.execute(f"""
            insert into {table}
            select * replace (commit + {far} as commit{moved})
            from {table} where commit + {far} in (select commit from commit_fact)
        """)
    store.execute("""
        update item_fact set landing = c.sha
        from (select sha, row_number() over (order by commit) as place from commit_fact where project = 3) c
        where project = 3 and is_change = 1 and merged_at > 0 and number = 2 * c.place
    """)
    store.execute("insert into project values (5, 'unread', 'made for a test')")
    store.execute("""
        insert into item_fact
        select * replace (5 as project, replace(event, 'test:', 'test:unread') as event)
        from item_fact where project = 4 and is_change = 1
    """)


def _commit(day: int, chance: random.Random, members: list[_Member], changes: list[str]) -> str:
    """Give one line of the table of commits; the change it lands, if any, is added to `changes`."""
    there = [member for member in members if member.joined <= day < member.left]
    author = chance.choices(there, [member.weight for member in there])[0]
    when = SINCE + timedelta(days=day, minutes=chance.randrange(24 * 60))
    who = author.who(day)
    also: list[str] = []
    if chance.random() < 0.12:
        who = chance.choice(["dependabot[bot]", "renovate[bot]"])
    named = [trailer for trailer in TRAILERS if chance.random() < 0.06]
    also += [f"{trailer}: {chance.choice(there).who(day)}" for trailer in named]
    if chance.random() < 0.05:
        also.append(f"co: {chance.choice(['Claude', 'Copilot'])}")
    also += [word for word, share in (("signed", 0.3), ("off-main", 0.25)) if chance.random() < share]
    if chance.random() < 0.4:
        merger = chance.choice([members[0].who(day), members[1].who(day), who])
        opened = when - timedelta(hours=chance.choice([0, 1, 5, 30, 300, 3000]))
        number = len(changes) + 1
        is_merged = chance.random() < 0.75
        changes.append(
            f"{number} | {who} | {_moment(opened) if chance.random() < 0.9 else ''}"
            f" | {_moment(when) if is_merged else ''} | {merger if is_merged else ''}"
        )
        if is_merged:
            also += [f"#{number}", f"by: {merger}"]
    if chance.random() < 0.15:
        return f"{_moment(when)} {author.offset} | {who} | | {'; '.join([*also, 'merge'])}"
    return f"{_moment(when)} {author.offset} | {who} | {_files(chance)} | {'; '.join(also)}"


def _files(chance: random.Random) -> str:
    counted = chance.random() < 0.93
    touched = chance.sample(PATHS, k=chance.choice([1, 1, 1, 2, 3, 6]))
    lines = [
        f" +{int(chance.paretovariate(0.7))} -{chance.randrange(40)}" if counted else "" for _ in touched
    ]
    return "; ".join(path + line for path, line in zip(touched, lines, strict=True))


def _releases(chance: random.Random) -> list[str]:
    day = 20
    releases: list[str] = []
    while day < (AS_OF - SINCE).days:
        kind = "pre" if chance.random() < 0.25 else ""
        releases.append(f"v{len(releases) + 1} | {_moment(SINCE + timedelta(days=day))} | {kind}")
        day += chance.randrange(7, 140)
    return releases


def _moment(when: datetime) -> str:
    return when.strftime("%Y-%m-%d %H:%M")
