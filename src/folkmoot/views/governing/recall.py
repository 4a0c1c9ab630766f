"""The timelines of proposals and the terms of roles, worked out once per commit and remembered by it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

import folkmoot.govern
from folkmoot.govern.proposals.layout import Layout
from folkmoot.govern.roles.history import terms
from folkmoot.govern.timeline import History, Timeline, read_history
from folkmoot.model.role import Term
from folkmoot.sources.git.repository import Repository
from folkmoot.store.remembered import remember, remembered
from folkmoot.views.governing.plain_data import from_plain, to_plain


def history_of(repository: Repository, layout: Layout) -> History:
    """Give the timelines of all proposals of a repository."""
    key = _key(repository, layout.name)
    found = _made(Timeline, remembered("timelines", key))
    if found is None:
        history = read_history(repository, layout)
        remember("timelines", key, to_plain(history.timelines))
        return history
    return History(layout, repository.tip, repository.updated_at, found)


def terms_of(repository: Repository) -> tuple[Term, ...]:
    """Give every term in every role of a repository."""
    key = _key(repository)
    found = _made(Term, remembered("terms", key))
    if found is None:
        found = tuple(terms(repository))
        remember("terms", key, to_plain(found))
    return found


def _made(kind: type, data: Any) -> tuple[Any, ...] | None:
    """Give the values that plain data holds, or None where it holds something else."""
    if not isinstance(data, list):
        return None
    try:
        return tuple(from_plain(kind, each) for each in data)
    except (ValueError, TypeError, KeyError):
        return None


def _key(repository: Repository, *more: str) -> list[str]:
    """Name what decides the answer: the commit, where a shallow clone ends, and how it is worked out."""
    ends = hashlib.sha256("\n".join(sorted(repository.boundary)).encode()).hexdigest()
    return [repository.tip, ends, _how(), *more]


@cache
def _how() -> str:
    """Give a mark that changes with the sources of the room that works it out."""
    places = sorted(Path(next(iter(folkmoot.govern.__path__))).rglob("*.py"))
    facts = ((place.name, (stat := place.stat()).st_size, stat.st_mtime_ns) for place in places)
    return hashlib.sha256(repr(list(facts)).encode()).hexdigest()
