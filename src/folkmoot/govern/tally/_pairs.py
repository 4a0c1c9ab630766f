"""Pairwise comparisons for people: tables with numbered columns, and who beats everybody."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from folkmoot.govern.tally._preferences import Pairs
from folkmoot.govern.tally._result import Places, Table
from folkmoot.i18n import Message, Text


def by_losses(ahead: Mapping[str, Collection[str]]) -> Places:
    """Rank by how many are ahead of each; equal numbers share a place."""
    numbers = sorted({len(others) for others in ahead.values()})
    return tuple(tuple(sorted(n for n in ahead if len(ahead[n]) == number)) for number in numbers)


def pair_table(title: Text, ranking: Places, cells: Mapping[str, Mapping[str, int]]) -> Table:
    """Give a square table in the order of the ranking; columns carry the numbers of the rows."""
    order = [name for group in ranking for name in group]
    columns = ("", *(str(number) for number in range(1, len(order) + 1)))
    rows = tuple(
        (f"{number}. {name}", *(str(cells[name][other]) if other != name else "" for other in order))
        for number, name in enumerate(order, 1)
    )
    return Table(title, columns, rows)


def pair_steps(ranking: Places, pairs: Pairs) -> tuple[Text | Table, ...]:
    """Give the table of pairwise votes and who, if anybody, beats everyone."""
    table = pair_table("How many prefer the row's candidate to the column's", ranking, pairs)
    beats_all = [one for one in pairs if all(votes > pairs[two][one] for two, votes in pairs[one].items())]
    if beats_all:
        return (table, Message("{name} is preferred to every other candidate.", {"name": beats_all[0]}))
    return (table, "Nobody is preferred to every other candidate.")
