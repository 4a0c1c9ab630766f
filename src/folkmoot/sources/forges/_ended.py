"""Ends that a forge tells of without their time: of things older than its keeping of it, or from elsewhere.

GitLab shows items of before 2018 as closed or merged at null, Gitea before 1.18.2 every closed change and
later some that were brought to it (https://github.com/go-gitea/gitea/pull/22483). Left so, they would wait
for ever.
"""

from __future__ import annotations

from collections.abc import Iterable

from folkmoot.model.forge import NOBODY, Account, Item, Turn


def ended(on: Item, turns: Iterable[Turn], *, is_closed: bool, is_merged: bool) -> Item:
    """Give an item whose end has a time: its own, that of the last such turn, or at the latest its change."""
    if not is_merged and (on.closed_at or not is_closed):
        return on
    if is_merged and on.merged_at:
        return on
    kind = "merged" if is_merged else "closed"
    at, who = on.closed_at or on.updated_at, NOBODY
    for turn in turns:
        if turn.kind == kind:
            at, who = turn.made_at, turn.actor
    closed_by = _first(on.closed_by, on.merged_by, who)
    if not is_merged:
        return on._replace(closed_at=at, closed_by=closed_by)
    return on._replace(
        merged_at=at, closed_at=on.closed_at or at, merged_by=_first(on.merged_by, who), closed_by=closed_by
    )


def _first(*known: Account) -> Account:
    return next((who for who in known if who.login), NOBODY)
