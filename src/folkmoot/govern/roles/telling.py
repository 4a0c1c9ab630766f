"""What is told about roles: rows with fixed columns, the same for text, JSON and CSV."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any

from folkmoot.govern.roles.activity import Activity
from folkmoot.govern.roles.roster import current, expanded
from folkmoot.govern.roles.tenure import YEAR, employment, tenure, years
from folkmoot.model.role import Listing, Roster, Term

Row = dict[str, Any]


def day(when: int) -> str:
    """Give a time as an ISO day in UTC."""
    return datetime.fromtimestamp(when, UTC).date().isoformat()


HELD = (
    "role", "scope", "holder", "name", "employer", "since", "until", "decision", "file", "line", "last_seen",
)  # fmt: skip
"""What `listed` tells of each role that is held."""


def listed(
    roster: Roster, activity: Activity | None, *, scope: str = "", role: str = "", everything: bool = False
) -> list[Row]:
    """Give who holds what now, sorted by scope, role and handle.

    `everything` adds emeriti, teams and the members of aliases. `last_seen` is None without a store, and for
    those whom nothing joins to anybody in it.
    """
    chosen = [*expanded(roster.listings), *roster.listings] if everything else current(roster)
    rows = []
    for each in dict.fromkeys(chosen):
        if (scope and each.role.scope != scope) or (role and each.role.name != role):
            continue
        seen = activity.of(each.holder) if activity else None
        rows.append(_row(each) | {"last_seen": day(seen.last_ts) if seen else None})
    return sorted(rows, key=lambda row: (row["scope"], row["role"], row["holder"].casefold(), row["file"]))


def _row(each: Listing) -> Row:
    return {
        "role": each.role.name,
        "scope": each.role.scope,
        "holder": each.holder.shown,
        "name": each.holder.name,
        "employer": each.holder.employer,
        "since": each.since,
        "until": each.until,
        "decision": each.decision,
        "file": each.path,
        "line": each.line,
    }


def changes(terms: Iterable[Term]) -> list[Row]:
    """Give every joining and leaving, oldest first."""
    rows = []
    for term in terms:
        told = {
            "role": term.role.name,
            "scope": term.role.scope,
            "holder": term.holder.shown,
            "file": term.path,
        }
        if not term.is_from_start:
            rows.append((term.began.when, "joined", term.began.commit, told))
        if term.ended is not None:
            rows.append((term.ended.when, "left", term.ended.commit, told))
    rows.sort(key=lambda row: (row[0], row[1] == "joined", row[3]["scope"], row[3]["role"], row[3]["holder"]))
    return [
        {"date": day(when), "change": what, **told, "commit": commit} for when, what, commit, told in rows
    ]


def figures(roster: Roster, terms: Sequence[Term], now: int) -> Row:
    """Give tenure, turnover by year and stated employers; past roles, aliases and teams are left out."""
    held = [
        t for t in terms if not t.role.is_past and not t.holder.is_group and t.role.name != "member of alias"
    ]
    lasting, stated = tenure(held, now), employment(current(roster))
    return {
        "terms": lasting.n,
        "ended_terms": lasting.n_ended,
        "median_years_of_ended_terms": _rounded(lasting.ended_median),
        "median_years_expected": _rounded(lasting.expected_median),
        "by_year": [
            {"year": y.year, "joined": y.joined, "left": y.left, "held_at_end": y.held,
             "turnover": _rounded(y.turnover), "is_complete": y.is_complete}
            for y in years(held, now)
        ],
        "people": stated.people,
        "people_stating_no_employer": stated.unknown,
        "employers": [{"employer": name, "people": n} for name, n in stated.employers],
    }  # fmt: skip


def why(key: str, roster: Roster, terms: Iterable[Term]) -> list[Row]:
    """Give every term somebody has or had: since which commit, until which, by which file and decision.

    `key` is a handle, an e-mail or a name, whatever the case.
    """
    wanted = key.casefold().removeprefix("@")
    lines = {(each.role, each.holder.key): each for each in (*expanded(roster.listings), *roster.listings)}
    rows = []
    for term in terms:
        holder = term.holder
        if wanted not in (holder.key, holder.name.casefold(), holder.email.casefold()):
            continue
        now = lines.get((term.role, holder.key)) if term.ended is None else None
        rows.append({
            "role": term.role.name,
            "scope": term.role.scope,
            "holder": holder.shown,
            "since": None if term.is_from_start else day(term.began.when),
            "until": day(term.ended.when) if term.ended else None,
            "years": round(term.seconds / YEAR, 2) if term.seconds is not None else None,
            "began_commit": term.began.commit,
            "ended_commit": term.ended.commit if term.ended else None,
            "decision": (now.decision if now else "") or term.decision,
            "file": now.path if now else term.path,
            "line": now.line if now else term.line,
        })  # fmt: skip
    return rows


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
