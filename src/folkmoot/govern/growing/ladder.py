"""A ladder of contribution: its rungs, the evidence each asks for, and the steps that only people can take.

Presets are data in `ladders/*.toml`, after what communities have published; a community's own is
`.folkmoot/ladder.toml`::

    title = "Our ladder"
    source = "https://example.org/ladder"
    quiet_months = 12                      # without any act for so long, one counts as quiet; optional

    [[rung]]
    name = "reviewer"
    roles = ["reviewer"]                   # what files of roles call those who stand on it; optional
    steps = ["An approver sponsors you."]  # what only people can do

    [[rung.need]]
    act = "reviewed"                       # authored, landed, reviewed, reported, discussed or anything
    least = 20                             # without it: the community has set no number
    months = 12                            # only what was done in the last so many months; optional

    [[rung.need]]
    on = "member"                          # months on another rung, or "first" for since the first deed
    months = 3

    [[rung.need]]
    sponsors = 2                           # people with one of these roles
    roles = ["reviewer", "approver"]
    organisations = 2                      # from so many different organisations; optional
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from folkmoot.govern.files.table import Table, read_table
from folkmoot.govern.growing.deeds import ACTS
from folkmoot.model.errors import UsageError

OWN = ".folkmoot/ladder.toml"
FIRST = "first"
MOST = 100_000


@dataclass(frozen=True)
class Need:
    """One piece of evidence: exactly one of `act`, `on` and `sponsors` is given."""

    act: str = ""
    least: int | None = None
    months: int | None = None
    on: str = ""
    sponsors: int = 0
    roles: tuple[str, ...] = ()
    organisations: int = 0


@dataclass(frozen=True)
class Rung:
    """One rung. `roles` are the names that files of roles use for it, lower case."""

    name: str
    roles: tuple[str, ...]
    needs: tuple[Need, ...]
    steps: tuple[str, ...]


@dataclass(frozen=True)
class Ladder:
    """One ladder, its lowest rung first. `quiet_months` is 0 where nothing is said about being quiet."""

    name: str
    title: str
    source: str
    rungs: tuple[Rung, ...]
    quiet_months: int = 0


def read_ladder(name: str, content: bytes) -> Ladder:
    """Read one ladder. Raises SourceError, naming the file and what is wrong with it."""
    table = read_table(name, content)
    table.only({"title", "source", "quiet_months", "rung"})
    rungs = tuple(_rung(each) for each in table.tables("rung"))
    if not rungs:
        raise table.wrong("has no [[rung]]")
    names = [rung.name for rung in rungs]
    if len(set(names)) < len(names):
        raise table.wrong("names a rung twice")
    for place, rung in enumerate(rungs):
        for need in rung.needs:
            if need.on and need.on != FIRST and need.on not in names[:place]:
                raise table.wrong(
                    f"asks on the rung {rung.name!r} for time on {need.on!r}, which is not below"
                )
    quiet = table.number("quiet_months", 0, most=600)
    return Ladder(name, table.text("title"), table.text("source", ""), rungs, quiet)


def _rung(table: Table) -> Rung:
    table.only({"name", "roles", "steps", "need"})
    needs = tuple(_need(each) for each in table.tables("need"))
    return Rung(table.text("name"), _texts(table, "roles"), needs, _texts(table, "steps"))


def _need(table: Table) -> Need:
    table.only({"act", "least", "months", "on", "sponsors", "roles", "organisations"})
    kinds = [key for key in ("act", "on", "sponsors") if key in table.values]
    if len(kinds) != 1:
        raise table.wrong("needs one of `act`, `on` and `sponsors`")
    months = table.number("months", least=1, most=600) if "months" in table.values else None
    if kinds == ["act"]:
        act = table.text("act")
        if act not in ACTS:
            raise table.wrong(f"asks for {act[:40]!r}; acts are {', '.join(ACTS)}")
        least = table.number("least", least=1, most=MOST) if "least" in table.values else None
        return Need(act=act, least=least, months=months)
    if kinds == ["on"]:
        if months is None and "least" in table.values:
            raise table.wrong("gives no `months`")
        return Need(on=table.text("on"), months=months)
    return Need(
        sponsors=table.number("sponsors", least=1, most=100),
        roles=_texts(table, "roles"),
        organisations=table.number("organisations", 0, most=100),
    )


def _texts(table: Table, key: str) -> tuple[str, ...]:
    values = table.values.get(key, [])
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values) or len(values) > 100:
        raise table.wrong(f"has a `{key}` that is no list of texts")
    return tuple(each for each in values if len(each) <= 500)


@cache
def all_ladders() -> dict[str, Ladder]:
    """Give every preset by its name."""
    places = files("folkmoot.govern.growing").joinpath("ladders").iterdir()
    found = {
        place.name.removesuffix(".toml"): place.read_bytes()
        for place in places
        if place.name.endswith(".toml")
    }
    return {name: read_ladder(name, found[name]) for name in sorted(found)}


def ladder_called(name: str) -> Ladder:
    """Give a preset by its name. Raises UsageError when there is none."""
    known = all_ladders()
    if name not in known:
        raise UsageError(
            f"There is no ladder {name[:80]!r}.",
            hint=f"ladders are {', '.join(known)}; the name of a file with one ends in .toml.",
        )
    return known[name]
