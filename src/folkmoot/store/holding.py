"""How many people a store holds, and in which way: counted, never named."""

from __future__ import annotations

from typing import NamedTuple

from folkmoot.store.database import Connection, one
from folkmoot.store.erasing import erased
from folkmoot.store.withheld import NAME


class Holding(NamedTuple):
    """Counts over a whole store, programs left out: `people` are `named` and `unnamed` ones.

    `erased` of the unnamed were erased, `objected` of them objected; the names of the others are no longer
    kept. `texts` are first lines of commits and titles.
    """

    people: int
    named: int
    unnamed: int
    erased: int
    commits: int
    texts: int
    objected: int = 0

    @property
    def let_go(self) -> int:
        """Give how many people were named once, for longer than the period."""
        return max(self.unnamed - self.erased - self.objected, 0)


def holding(connection: Connection) -> Holding:
    """Count what an open store holds of people."""
    people, named = one(
        connection,
        "select count(*), count(*) filter (where name <> ?) from person where is_bot = 0",
        [NAME],
    )
    (gone,) = one(
        connection,
        "select count(distinct bundle) from bundle where list_contains(?::varchar[], bundle)",
        [sorted(erased().bundles)],
    )
    (objected,) = one(
        connection,
        """select count(distinct ip.person) from identity_person ip
        join person p on p.person = ip.person and p.is_bot = 0
        join identity i on i.identity = ip.identity and i.name = ?""",
        [NAME],
    )
    (commits, subjects) = one(
        connection, "select count(*), count(*) filter (where subject <> '') from commit_fact"
    )
    (titles,) = one(connection, "select count(*) filter (where title <> '') from item_fact")
    return Holding(int(people), int(named), int(people) - int(named), int(gone), int(commits),
                   int(subjects) + int(titles), int(objected))  # fmt: skip
