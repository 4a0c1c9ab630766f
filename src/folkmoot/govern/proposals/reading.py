"""All proposals of a repository at one commit: the layout is found by looking, then documents are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from folkmoot.govern.plain_yaml import MAX_SIZE
from folkmoot.govern.proposals.document import Reader
from folkmoot.govern.proposals.layout import Layout
from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.model.errors import HostileInputError, UsageError
from folkmoot.model.problem import Problem
from folkmoot.model.proposal import Proposal
from folkmoot.sources.git.absent import refuse_absent
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.repository import Repository

LIMIT = MAX_SIZE + 1
"""Bytes read of a document: enough to see that a header is too long, whatever the document's size."""
MAX_DOCUMENTS = 100_000
SAMPLE = 15
ENOUGH = 0.25
"""The share of sampled documents in which a layout's telling keys must stand for it to be the layout."""
FOR_ANYBODY = 90
"""Layouts of this order or later are for communities that no particular layout knows."""
NOT_PROPOSALS = frozenset({"stub", "unread"})


@dataclass(frozen=True)
class Reading:
    """What was read: `documents` is how many there are; those not among `proposals` have a problem."""

    layout: Layout
    commit: str
    documents: int
    proposals: tuple[Proposal, ...]
    problems: tuple[Problem, ...]

    @property
    def unread(self) -> tuple[Problem, ...]:
        """Give the problems of the documents in which no proposal was read."""
        return tuple(problem for problem in self.problems if problem.code in NOT_PROPOSALS)


def read_proposals(repository: Repository, layout: Layout | None = None) -> Reading:
    """Read every proposal at the tip of the default branch.

    Raises UsageError when there is none, HostileInputError for over MAX_DOCUMENTS documents.
    """
    entries = repository.tree.entries
    chosen = layout or find_layout(repository, entries)
    paths = sorted(path for path in entries if chosen.match(path))
    if len(paths) > MAX_DOCUMENTS:
        raise HostileInputError(
            f"{repository.name} has over {MAX_DOCUMENTS} documents.",
            hint="is this the repository that was meant? No community has so many.",
        )
    reader = Reader(chosen)
    proposals = []
    for path, content in _read(repository, {path: entries[path] for path in paths}):
        proposal = reader.read(path, content)
        if proposal is not None:
            proposals.append(proposal)
    proposals.sort(key=order)
    return Reading(chosen, repository.tip, len(paths), tuple(proposals), tuple(reader.problems))


def order(proposal: Proposal) -> tuple[str, bool, int, str]:
    """Give the order in which proposals are listed: by the letters of their label, number and path."""
    number = proposal.number
    series = proposal.label.rstrip("0123456789") if number is not None else ""
    return (series, number is None, number or 0, proposal.path)


def find_layout(repository: Repository, entries: Mapping[str, str]) -> Layout:
    """Find the layout that explains the most documents. Raises UsageError when none explains any.

    `entries` are the object ids of the files by path.
    """
    best: tuple[float, Layout] | None = None
    for layout in all_layouts().values():
        if layout.order >= FOR_ANYBODY and best is not None:
            break
        paths = sorted(path for path in entries if layout.match(path))
        some = {path: entries[path] for path in paths[:: max(1, len(paths) // SAMPLE)]}
        share = _share_told(repository, layout, some)
        if share >= ENOUGH and (best is None or share * len(paths) > best[0]):
            best = (share * len(paths), layout)
    if best is None:
        raise UsageError(
            f"No proposals were found in {repository.name}.",
            hint="folders such as text/, rfcs/ or proposals/ with numbered documents are looked for.",
        )
    return best[1]


def _share_told(repository: Repository, layout: Layout, some: Mapping[str, str]) -> float:
    """Give the share of some documents in which a telling key of the layout stands."""
    reader = Reader(layout)
    headers = [reader.glance(path, content) for path, content in _read(repository, some)]
    told = sum(header is not None and header.has(*layout.telling) for header in headers)
    return told / len(some) if some else 0.0


def _read(repository: Repository, entries: Mapping[str, str]) -> Iterable[tuple[str, bytes]]:
    """Give the beginning of each file; raises SourceError when a partial clone lacks some."""
    git = repository.fetching or repository.git
    found = contents(git, list(entries.values()), LIMIT)
    absent = 0
    for path, (_, content, _) in zip(entries, found, strict=True):
        absent += content is None
        yield path, content or b""
    refuse_absent(repository, absent, len(entries))
