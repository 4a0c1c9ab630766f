"""Which commits of the default branch may each be a whole change: by one of its authors, soon after its head.

Whether one of them does what the change did is another question (see `squashed`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping

from folkmoot.sources.git.branch_work import Work

SOON = 180 * 86_400
"""Seconds after a change's newest commit in which a commit that names nothing may be it, squashed."""
_FROM = re.compile(r"\bfrom ((?:[^\W\d_][\w.'\u2019-]* ?){2,5})", re.IGNORECASE)
Dated = list[tuple[int, int, int]]
"""Commits behind the times at which they were made and, within a second, their places, in order."""


def thanked(subject: str) -> set[str]:
    """Give the names of two words or more, in lower case, that may be meant by whom a subject is from.

    Where the name ends is not told: "from Ada Lovelace in issue 7" gives all that begins with two words.
    """
    found = set()
    for match in _FROM.finditer(subject):
        words = match[1].lower().split()
        found |= {" ".join(words[:count]).rstrip(".") for count in range(2, len(words) + 1)}
    return found


def by_name(
    found: Iterable[tuple[int, int, Collection[int]]],
    names: Mapping[int, Collection[str]],
    told_from: Mapping[int, Collection[str]],
) -> dict[str, Dated]:
    """Give commits by what the people behind them are called; each comes with its time and those people.

    Those of the same second stand as they come. `told_from` are names that commits give themselves.
    """
    by_person: dict[int, Dated] = {}
    told: dict[str, Dated] = {}
    for place, (commit, at, people) in enumerate(found):
        for name in told_from.get(commit, ()):
            told.setdefault(name, []).append((at, place, commit))
        for who in people:
            by_person.setdefault(who, []).append((at, place, commit))
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
