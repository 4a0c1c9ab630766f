"""Who may vote by what they contributed: a roll with its rule, that anybody can make again years later.

The rule counts deeds in a span of days; the roll names the commit at the tip of every repository, so that
what is merged later with an older date does not change it. Programs never count. Nobody's number is written
down: a roll says who may vote, not who did more. Names, not addresses: the file is made to be published.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from folkmoot.govern.files.table import Table, read_table
from folkmoot.govern.files.toml_text import toml_lines
from folkmoot.govern.growing.deeds import ACTS, ON_FORGE, Deeds, counted
from folkmoot.model.errors import SourceError, UsageError
from folkmoot.store.database import Connection

FORMAT = 1


@dataclass(frozen=True)
class Terms:
    """The rule: at least `least` deeds of an act in the `months` up to the end of the day `until` (UTC).

    `added` are people whom the community added by a decision of its own.
    """

    until: date
    months: int
    least: int
    act: str = "anything"
    added: tuple[str, ...] = ()

    @property
    def since(self) -> date:
        """Give the first day that counts."""
        years, month = divmod(self.until.year * 12 + self.until.month - 1 - self.months, 12)
        last = (date(years, month + 1, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        return min(last, date(years, month + 1, min(self.until.day, last.day))) + timedelta(days=1)

    def seconds(self) -> tuple[int, int]:
        """Give the first and the last second that count."""
        first = datetime.combine(self.since, time(), UTC)
        after = datetime.combine(self.until, time(), UTC) + timedelta(days=1)
        return int(first.timestamp()), int(after.timestamp()) - 1


@dataclass(frozen=True)
class Roll:
    """Who may vote: the rule, each repository's tip, whether forges were counted, and the names."""

    terms: Terms
    tips: tuple[tuple[str, str], ...]
    has_forge: bool
    voters: tuple[str, ...]

    @property
    def digest(self) -> str:
        """Give the hash of everything the roll says, line by line."""
        terms = self.terms
        lines = [
            f"folkmoot electorate {FORMAT}",
            f"{terms.since} {terms.until} {terms.months} {terms.least} {terms.act} {int(self.has_forge)}",
            *(f"repository {name} {tip}" for name, tip in self.tips),
            *(f"added {name}" for name in terms.added),
            *(f"voter {name}" for name in self.voters),
        ]
        return f"sha256:{sha256(chr(10).join(lines).encode('utf-8', 'replace')).hexdigest()}"


def roll(deeds: Deeds, terms: Terms, tips: Iterable[tuple[str, str]]) -> Roll:
    """Make the roll of those who did enough, whatever the order of the deeds.

    What a forge tells counts only where it is known for the whole span, so that everybody is treated alike.
    """
    first, last = terms.seconds()
    has_forge = deeds.knows_forge(first)
    act = ACTS[terms.act]
    act = act if has_forge else replace(act, kinds=act.kinds - ON_FORGE)
    able = [person for person in deeds.names if counted(deeds.of(person), act, first, last) >= terms.least]
    called = labels(deeds)
    voters = {called[person] for person in able} | set(terms.added)
    return Roll(terms, tuple(sorted(tips)), has_forge, tuple(sorted(voters, key=_order)))


def labels(deeds: Deeds) -> dict[int, str]:
    """Give what each person is called in a roll: the account, else the name, told apart by a first commit."""
    plain = {person: deeds.handle(person) or _clean(name) for person, name in deeds.names.items()}
    often = Counter(label.casefold() for label in plain.values())
    found = {}
    for person, label in plain.items():
        is_alone = label and often[label.casefold()] == 1
        first = deeds.of(person)[0].event[-40:][:12]
        found[person] = label if is_alone else f"{label} [{first}]".strip()
    return found


def _clean(name: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in name).split())[:200]


def _order(label: str) -> tuple[str, str]:
    return (label.casefold(), label)


def written(one: Roll) -> str:
    """Give the roll as the file that is published."""
    terms = one.terms
    text = "# Who may vote. `folkmoot electorate --verify` makes this list again and names differences.\n"
    text += toml_lines({
        "format": FORMAT, "until": terms.until, "months": terms.months, "least": terms.least,
        "act": terms.act, "forge": one.has_forge, "digest": one.digest,
    })  # fmt: skip
    for name in ("added", "voters"):
        values = terms.added if name == "added" else one.voters
        inside = "".join(f"    {toml_lines({'x': value})[4:-1]},\n" for value in values)
        text += f"{name} = [\n{inside}]\n" if values else f"{name} = []\n"
    for name, tip in one.tips:
        text += f"\n[[repositories]]\n{toml_lines({'name': name, 'tip': tip})}"
    return text


def read_roll(path: str, content: bytes) -> tuple[Roll, str]:
    """Read a roll, and the digest that it states. Raises SourceError."""
    table = read_table(path, content)
    table.only({
        "format", "until", "months", "least", "act", "forge", "digest", "added", "voters", "repositories",
    })  # fmt: skip
    if table.number("format") != FORMAT:
        raise table.wrong("is of a format that this version does not read")
    until, act = table.day("until"), table.text("act")
    if until is None or act not in ACTS:
        raise table.wrong("lacks the day `until`, or an `act` that is known")
    terms = Terms(
        until, table.number("months", least=1, most=600), table.number("least", least=1), act,
        _names(table, "added"),
    )  # fmt: skip
    tips = tuple((inner.text("name"), inner.text("tip")) for inner in table.tables("repositories"))
    return Roll(terms, tips, table.flag("forge"), _names(table, "voters")), table.text("digest")


def _names(table: Table, key: str) -> tuple[str, ...]:
    values = table.values.get(key, [])
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise table.wrong(f"has a `{key}` that is no list of names")
    return tuple(values)


def differences(stated: Roll, digest: str, again: Roll) -> list[str]:
    """Name everything in which a published roll differs from the one made again."""
    found = []
    if stated.digest != digest:
        found.append("The hash does not fit the file: something in it was changed after it was made.")
    if stated.has_forge != again.has_forge:
        found.append("One was made with what a forge holds, the other without.")
    ours, theirs = set(again.voters), set(stated.voters)
    found += [f"{name}: in the file, and not when made again." for name in sorted(theirs - ours, key=_order)]
    found += [
        f"{name}: not in the file, and there when made again." for name in sorted(ours - theirs, key=_order)
    ]
    return found


def read_tips(connection: Connection) -> list[tuple[str, str]]:
    """Read the commit at the tip of each project, as of the last sync. Raises UsageError for several tips."""
    rows = connection.execute(
        """select p.name, r.sha from ref_state r join project p on p.project = r.project
        where r.ref = 'tips' order by p.name"""
    ).fetchall()
    for name, tip in rows:
        if len(str(tip).split()) != 1:
            raise UsageError(
                f"{name} was synced with the commits of every branch.",
                hint="a roll is of the default branch: sync without --all.",
            )
    return [(str(name), str(tip)) for name, tip in rows]


def as_of(connection: Connection, deeds: Deeds, tips: Iterable[tuple[str, str]]) -> Deeds:
    """Leave out the commits that were not yet there: those that the given tips do not lead to.

    Raises SourceError when a tip is not in the store.
    """
    wanted, now = dict(tips), dict(read_tips(connection))
    if wanted == now:
        return deeds
    rows = connection.execute(
        """select c.commit, c.sha, p.name from commit_fact c join project p on p.project = c.project"""
    ).fetchall()
    numbers = {(str(name), str(sha)): int(commit) for commit, sha, name in rows}
    mothers: dict[int, list[int]] = {}
    for commit, mother in connection.execute("select commit, parent from parent_fact").fetchall():
        mothers.setdefault(int(commit), []).append(int(mother))
    waiting = []
    for name, tip in wanted.items():
        if (name, tip) not in numbers:
            raise SourceError(
                f"The commit {tip[:12]} of {name} is not in this store.", hint="sync the repositories first."
            )
        waiting.append(numbers[name, tip])
    there = set(waiting)
    while waiting:
        fresh = [mother for mother in mothers.get(waiting.pop(), ()) if mother not in there]
        there.update(fresh)
        waiting += fresh
    kept = {f"git:{sha}" for (_, sha), commit in numbers.items() if commit in there}
    return _only(deeds, kept)


def _only(deeds: Deeds, events: set[str]) -> Deeds:
    left = tuple(deed for deed in deeds.all if not deed.kind.startswith("commit") or deed.event in events)
    names: Mapping[int, str] = {p: deeds.names[p] for p in deeds.names if p in {deed.person for deed in left}}
    return replace(deeds, all=left, names=names)
