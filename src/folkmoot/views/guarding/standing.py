"""The ground that checks stand on: the files of a commit, and everything that is known beside them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from folkmoot.govern.audit.practice import Practice
from folkmoot.model.check import Ground, Tree
from folkmoot.sources.git.tree import GitTree
from folkmoot.store.past import read_past
from folkmoot.views.guarding.guard import Guard

if TYPE_CHECKING:
    from folkmoot.views.look import Look


def guard_of(look: Look, project: int, tree: Tree) -> Guard:
    """Give how one project of a report is guarded; nothing is asked yet."""
    repository = look.repositories.get(project)
    is_partial = repository is not None and repository.is_partial
    return Guard(
        project=project,
        name=look.project_name(project),
        ground=Ground(tree, past=read_past(look.connection, project)),
        # What a clone without all contents can tell depends on what it fetched, which no commit names.
        commit=tree.commit if isinstance(tree, GitTree) and not is_partial else "",
        today=datetime.fromtimestamp(look.outline.as_of, UTC).date(),
        first=look.findings[project],
        practice=Practice(repository) if repository and repository.tip else None,
    )
