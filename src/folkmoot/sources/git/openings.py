"""When changes were opened at the earliest, by their numbers: forges give these in the order of opening.

The first commit of a change is often written long before the change is opened, or carries the date of a wrong
clock. A change was opened after those that were numbered before it, so that most of the few before it were
begun is a bound: half of them may have lost their first commits to a later push.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from folkmoot.model.fact import ChangeFact

NEIGHBOURS = 7
"""Changes of which more than half were begun before the next number was given."""


def in_order(changes: Iterable[ChangeFact]) -> Iterator[ChangeFact]:
    """Give `changes`, which come by number, none opened before the middle one of those numbered before it.

    Where that would be after the merge, the first commit stands: then it is the neighbours that mislead.
    """
    before: deque[int] = deque(maxlen=NEIGHBOURS)
    for change in changes:
        if not change.opened_at:
            yield change
            continue
        bound = sorted(before)[NEIGHBOURS // 2] if len(before) == NEIGHBOURS else 0
        before.append(change.opened_at)
        if change.opened_at < bound and (not change.merged_at or bound <= change.merged_at):
            change = change._replace(opened_at=bound)  # noqa: PLW2901 - what is given is what was told, later
        yield change
