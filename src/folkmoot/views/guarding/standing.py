"""The ground that checks stand on: the files of a commit, and everything that is known beside them.

What is known beside the files is read only when something must be decided anew; what it is read from is part
of what a decision is remembered by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from folkmoot.checks import all_checks
from folkmoot.model.check import Finding, Ground, Tree
from folkmoot.model.errors import FolkmootError
from folkmoot.views.guarding.guard import Guard

if TYPE_CHECKING:
    from folkmoot.model.forge_settings import ForgeSettings
    from folkmoot.model.past import Past
    from folkmoot.model.released import Released
    from folkmoot.sources.git.repository import Repository
    from folkmoot.views.look import Look

Known = TypeVar("Known")


@dataclass(frozen=True)
class Beside:
    """Where to learn what the files do not say; what is None is not looked at, and so not known.

    `advisories` is the file of a database of advisories, `forge` the settings that a forge told, `past` what
    a store counted.
    """

    repository: Repository | None = None
    advisories: Path | None = None
    forge: ForgeSettings | None = None
    past: Past | None = None

    def mark(self) -> list[str]:
        """Give what changes when anything that can be learned here does."""
        from folkmoot.sources.git.forge_signs import forge_of

        opened = self.repository
        told = [
            opened.digest if opened else "", forge_of(opened) if opened else "",
            repr(self.forge), repr(self.past),
        ]  # fmt: skip
        if self.advisories is not None:
            facts = self.advisories.stat()
            told.append(f"{self.advisories} {facts.st_size} {facts.st_mtime_ns}")
        return told


def stand(files: Ground, beside: Beside) -> Ground:
    """Give a ground with everything that is known; what cannot be read is left unknown.

    What was read of the `files` before is not read again.
    """
    from folkmoot.views.licensing.in_files import licences_on

    ground = replace(files, forge=beside.forge, past=beside.past)
    ground.licences = _known(lambda: licences_on(ground))
    if ground.released is None and (repository := beside.repository) is not None:
        ground.released = released_on(repository)
    if (advisories := beside.advisories) is not None:
        from folkmoot.views.guarding.advised import with_advisories

        _known(lambda: with_advisories(ground, advisories))
    return ground


def released_on(repository: Repository) -> Released | None:
    """Give how a repository releases, None where it cannot be read or the clone may lack its tags."""
    from folkmoot.people.bots import program
    from folkmoot.sources.git.releasing import released_of

    found = _known(lambda: released_of(repository, lambda fact: program(fact) is not None))
    # What builds a change is a shallow clone without tags, which says nothing about releases.
    return None if found is None or (not found.tags and repository.boundary) else found


def _known(read: Callable[[], Known]) -> Known | None:
    try:
        return read()
    except FolkmootError:
        return None


def guard_of(look: Look, project: int, tree: Tree) -> Guard:
    """Give how one project of a report is guarded; nothing is asked yet."""
    from folkmoot.govern.audit.practice import Practice
    from folkmoot.store.past import read_past
    from folkmoot.views.governing.recall import terms_of

    repository = look.repositories.get(project)
    activity = next((known.activity for known in look.governing if known.project == project), None)
    beside = Beside(repository, look.advisories, None, read_past(look.connection, project))
    return Guard(
        project=project,
        name=look.project_name(project),
        tree=tree,
        today=datetime.fromtimestamp(look.outline.as_of, UTC).date(),
        key=key_of(tree, beside),
        make=lambda: stand(look.grounds[project], beside),
        first=with_risk(look.findings[project]),
        practice=Practice(repository, activity, read_terms=terms_of, names_silent=False, refuses=False)
        if repository and repository.tip
        else None,
        quotes=look.aliases is None,
    )


def with_risk(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Give findings with the risk of their checks, where they have none of their own."""
    checks = all_checks()
    return tuple(
        replace(finding, risk=finding.risk or checks[finding.id].risk) if finding.id in checks else finding
        for finding in findings
    )


def key_of(tree: Tree, beside: Beside) -> tuple[str, ...]:
    """Give what a decision is remembered by; nothing where no commit decides it.

    What a clone without all contents can tell depends on what it fetched, and nothing names that.
    """
    from folkmoot.sources.git.tree import GitTree

    is_partial = beside.repository is not None and beside.repository.is_partial
    if not isinstance(tree, GitTree) or not tree.commit or is_partial:
        return ()
    return (tree.commit, *beside.mark())
