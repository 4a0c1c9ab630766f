"""Changes that were rebased onto the default branch: the same work stands there, by who wrote it and when.

Rebasing keeps who wrote a commit and when, and makes it anew otherwise. A change whose every commit stands in
the default branch like that has landed, whether a button of the forge did it or a maintainer by hand. Not
meant are commits that were in the default branch before the change: a backport carries those over. Nor are
those that landed with another change: somebody brought the same work a second time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

Written = tuple[int, int]
"""Who wrote a commit (an identity), and when (seconds since 1970)."""


def rebased(
    candidates: Mapping[int, Sequence[Written]],
    commits: Iterable[tuple[int, Written, int]],
    taken: Collection[int],
    made_at: Mapping[int, int],
) -> dict[int, list[int]]:
    """Give the commits as which each of these changes landed, by number; none for those that did not.

    `candidates` are what was written in each change. `commits` of the default branch are (commit, written,
    committed at) without merges, `taken` those of them that landed with a change that is known. `made_at` is
    when the head of each change was made; without it nothing can be told. The first of several changes with
    the same work has it. What landed last stands last: of the same second, as `commits` come.
    """
    wanted = {one for number, own in candidates.items() if number in made_at for one in own}
    stands: dict[Written, list[tuple[int, int, int]]] = {}
    for place, (commit, written, committed_at) in enumerate(commits):
        if written in wanted:
            stands.setdefault(written, []).append((committed_at, place, commit))
    gone = set(taken)
    found: dict[int, list[int]] = {}
    for number, own in sorted(candidates.items()):
        places = [stands.get(one, []) for one in own]
        # What stands there twice may be meant or not.
        if number not in made_at or not own or any(len(each) != 1 for each in places):
            continue
        landed = sorted({each[0] for each in places})
        if landed[-1][0] >= made_at[number] and gone.isdisjoint(one for _, _, one in landed):
            found[number] = [one for _, _, one in landed]
            gone.update(found[number])
    return found
