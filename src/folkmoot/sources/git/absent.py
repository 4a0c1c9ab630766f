"""Contents that a clone made with a filter does not have: said, so that nobody takes them for nothing.

A clone without contents (`git clone --filter=blob:none`) shows which files there are and not what they say.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from folkmoot.model.errors import AbsentError
from folkmoot.sources.git.repository import Repository


def refuse_absent(repository: Repository, absent: int, wanted: int) -> None:
    """Raise AbsentError when a partial clone lacks `absent` of the `wanted` contents that are needed."""
    if absent and _is_partial(repository):
        raise AbsentError(
            f"{repository.name} is a clone without all contents: {absent} of the {wanted} that are needed "
            "here are missing.",
            hint="run it again without --offline, which fetches them."
            if repository.is_partial and repository.options.offline
            else "give its URL instead, or fetch them with `git fetch --refetch --no-filter`.",
        )


def refuse_without(repository: Repository, paths: Collection[str]) -> None:
    """Raise AbsentError when the contents of some of these files at the tip are not in a partial clone.

    Where they can be fetched one by one when they are read, nothing is refused.
    """
    if repository.fetching is not None or not _is_partial(repository):
        return
    entries = repository.tree.entries
    wanted = {entries[path] for path in paths if path in entries}
    refuse_absent(repository, len(wanted) - len(set(repository.git.existing(sorted(wanted)))), len(wanted))


def fetch_tip(repository: Repository) -> None:
    """Fetch the contents of all files at the tip of a partial clone in one go, where that is allowed.

    Nothing older is fetched. What the remote does not give stays missing.
    """
    if repository.fetching is None or not repository.tip or repository.tree.is_whole:
        return
    empty = repository.git.text("hash-object", "-t", "tree", "--stdin")
    asked = ("--no-ext-diff", "--no-textconv", "--no-renames", "--shortstat", empty, repository.tip)
    repository.fetching.run("diff-tree", "-r", *asked, check=False)


def _is_partial(repository: Repository) -> bool:
    """Tell whether git was asked to leave contents out: it marks the packs of such clones with a file."""
    objects = repository.git.objects
    return repository.is_partial or (objects is not None and any(Path(objects, "pack").glob("*.promisor")))
