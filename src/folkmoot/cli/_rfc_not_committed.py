"""Proposals that lie in a work tree and not on the branch: they are not read, and that is said."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from folkmoot.i18n import Message, say

if TYPE_CHECKING:
    from folkmoot.govern.proposals.layout import Layout
    from folkmoot.sources.git.repository import Repository

MOST_LOOKED_AT = 20_000
MOST_NAMED = 3
BEGINNING = "rfcs"
"""Where a community without any proposals begins."""
ONE = "{names} is not on {branch}, and only what is committed there is read."
SEVERAL = "{names} are not on {branch}, and only what is committed there is read."
MORE = "{names} and {n} more are not on {branch}, and only what is committed there is read."


def not_committed(repository: str, opened: Repository, layout: Layout | None) -> str:
    """Say which documents lie in the work tree only; "" where there are none, or there is no work tree.

    Without a layout they are those of any.
    """
    from folkmoot.govern.proposals.layouts import all_layouts
    from folkmoot.sources.git.location import Folder, locate

    where = locate(repository)
    if not isinstance(where, Folder) or where.place == where.git:
        return ""
    layouts = [layout] if layout else [*all_layouts().values()]
    entries = opened.tree.entries
    tops = {BEGINNING} | {
        path.partition("/")[0] for path in entries if any(one.match(path) for one in layouts)
    }
    tops |= {one.new_path.partition("/")[0] for one in layouts if "/" in one.new_path}
    paths = islice(_files(where.place, tops), MOST_LOOKED_AT)
    found = sorted(path for path in paths if path not in entries and any(one.match(path) for one in layouts))
    if not found:
        return ""
    text = MORE if len(found) > MOST_NAMED else SEVERAL if len(found) > 1 else ONE
    branch = opened.default_branch.removeprefix("refs/heads/").removeprefix("refs/remotes/")
    names = ", ".join(found[:MOST_NAMED])
    more = len(found) - MOST_NAMED
    values: dict[str, str | int | float] = {"names": names, "n": more, "branch": branch or "any branch"}
    return say(Message(text, values))


def _files(root: Path, tops: Collection[str]) -> Iterator[str]:
    """Give the files at the top and below some folders of it, from the top, following no link."""
    yield from (entry.name for entry in sorted(root.iterdir()) if entry.is_file() and not entry.is_symlink())
    for top in sorted(tops):
        if (root / top).is_symlink():
            continue
        for folder, inner, names in os.walk(root / top):
            inner.sort()
            yield from ((Path(folder) / name).relative_to(root).as_posix() for name in sorted(names))
