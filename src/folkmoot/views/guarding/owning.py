"""Who owns which folder, by the last year of its history: who wrote and who reviewed most there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from folkmoot.govern.roles.activity import read_activity
from folkmoot.model.fix import Owned
from folkmoot.store.database import Connection

LEAST_ACTS = 3
"""Changes written or reviewed within a year, below which nobody is proposed."""
MOST_OWNERS = 3
"""People proposed for one folder."""
OF_THE_MOST = 0.2
"""Who did less than this share of what the busiest person there did is not proposed."""
ACTS = """
    select t.directory, c.person, count(distinct c.event)
    from contributions c
    join (select distinct event, directory from touches where in_tree = 1) t on t.event = c.event
    where c.is_bot = 0 and c.person <> 0
        and c.kind in ('commit', 'commit.co-authored', 'commit.reviewed')
        and c.ts >= (select year_ago_ts from clock)
    group by t.directory, c.person
"""


def owners(connection: Connection) -> Sequence[Owned]:
    """Give who wrote and reviewed most in each folder at the top, and in everything (""), by their accounts.

    An act that touches several folders counts once in each of them.
    """
    acts: dict[str, Counter[int]] = {"": Counter()}
    for directory, person, count in connection.execute(ACTS).fetchall():
        folder = str(directory).strip("/").partition("/")[0]
        acts[""][int(person)] += int(count)
        if folder not in {"", "."}:
            acts.setdefault(folder, Counter())[int(person)] += int(count)
    accounts = {person: seen.handles for person, seen in read_activity(connection).people.items()}
    return [_owned(folder, counted, accounts) for folder, counted in sorted(acts.items())]


def _owned(folder: str, counted: Counter[int], accounts: Mapping[int, tuple[str, ...]]) -> Owned:
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], accounts.get(pair[0], ()), pair[0]))
    enough = max(LEAST_ACTS, OF_THE_MOST * ordered[0][1]) if ordered else LEAST_ACTS
    chosen = [person for person, count in ordered if count >= enough][:MOST_OWNERS]
    handles = tuple(accounts[person][0] for person in chosen if accounts.get(person))
    return Owned(folder, handles, len(chosen) - len(handles))
