"""What branches hold that the default branch lacks, read by a thread of its own beside everything else.

Branches of changes tell whose work they are, and other branches which changes landed there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from folkmoot.sources.git.elsewhere import other_branches
from folkmoot.sources.git.landscape import heads
from folkmoot.sources.git.sketches import Sketch, Sketchbook, sketches

if TYPE_CHECKING:
    from folkmoot.sources.git.repository import Repository

Unmerged = Callable[[], Iterable[Sketch]]
"""Gives the commits of branches, of changes and others, that are not in the default branch."""


@contextmanager
def unmerged(repository: Repository) -> Iterator[Unmerged | None]:
    """Begin to read all other branches, or go on with what was begun; None where there is nothing to read.

    What the default branch holds is left out there; where all branches are read as one history, of which of
    them a commit is only the store knows.
    """
    if repository.beside is not None:
        begun, repository.beside = repository.beside, None
        yield begun
        return
    found = sorted(set(heads(repository.references).values()))
    if repository.options.all_refs or not (found and repository.tip):
        yield None
        return
    tips = [*found, *other_branches(repository.references, repository.tip)]
    with Sketchbook() as book, ThreadPoolExecutor(1) as beside:
        yield beside.submit(lambda: book.fill(sketches(repository.git, tips, repository.tip))).result
