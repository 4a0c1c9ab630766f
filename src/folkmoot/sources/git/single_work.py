"""Which commits of the default branch may each be a whole change: by one of its authors, soon after its head.

Whether one of them does what the change did is another question (see `squashed`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping

from folkmoot.sources.git.branch_work import Work

SOON = 180 * 86_400
"""Seconds after a change's newest commit in which a commit that names nothing may be it, squashed."""
Dated = list[tuple[int, int, int]]
"""Commits behind the times at which they were made and, within a second, their places, in order."""


def by_name(
    found: Iterable[tuple[int, int, Collection[int]]], names: Mapping[int, Collection[str]]
) -> dict[str, Dated]:
    """Give commits by what the people behind them are called; each comes with its time and those people.

    Those of the same second stand as they come.
    """
    by_person: dict[int, Dated] = {}
    for place, (commit, at, people) in enumerate(found):
        for who in people:
            by_person.setdefault(who, []).append((at, place, commit))
    told: dict[str, Dated] = {}
    for who, own in by_person.items():
        for name in names.get(who, ()):
            told.setdefault(name, []).extend(own)
    return {name: sorted(own) for name, own in told.items()}


def candidates(
    heads: Mapping[int, str],
    called: Mapping[int, Collection[str]],
    theirs: Mapping[str, Dated],
    work: Mapping[str, Work],
) -> dict[int, list[int]]:
    """Give the commits that may be a change, the oldest first, by its number.

    `heads` are those of changes, `called` the names of their authors, and `theirs` the commits by such names.
    """
    found = {}
    for number, head in heads.items():
        at = work[head].committed_at
        if at > 0:  # a time that cannot be read is no time
            first, last = (at, -1, 0), (at + SOON + 1, -1, 0)
            own = (theirs[name] for name in called.get(number, ()) if name in theirs)
            near = {
                one for dated in own for one in dated[bisect_left(dated, first) : bisect_left(dated, last)]
            }
            found[number] = [commit for _, _, commit in sorted(near)]
    return {number: own for number, own in found.items() if own}
