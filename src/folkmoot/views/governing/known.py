"""What one repository tells about how it is governed, each thing read once and only when it is asked for.

Whether there is anything at all is decided from the list of its files, and what reads a kind of file is
imported where there is one, so that a repository without files of governance costs next to nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from folkmoot.model.errors import FolkmootError
from folkmoot.model.path_names import is_for_tests
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.repository import Repository
from folkmoot.sources.git.tree import GitTree

if TYPE_CHECKING:
    from folkmoot.govern.audit.written_rules import WrittenRules
    from folkmoot.govern.files.state import State
    from folkmoot.govern.proposals.layout import Layout
    from folkmoot.govern.proposals.reading import Reading
    from folkmoot.govern.roles.activity import Activity
    from folkmoot.govern.timeline import History
    from folkmoot.model.role import Listing, Roster, Term
    from folkmoot.views.governing.records import Announced, Recorded

OWN = ".folkmoot/"
"""The folder of Folkmoot's own files."""
DOCUMENT = re.compile(r"\.(?:md|markdown|rst|txt|ya?ml)$", re.IGNORECASE)
VOTE = re.compile(
    r"(?:.*/)?(?:(?:votes?|decisions?|ballots?)/[^/]+\.(?:md|markdown|json)|ballots\.csv|election\.yaml)",
    re.IGNORECASE,
)
"""Paths at which records of votes lie. What is in them decides whether they are any."""
LONG = 40_000
"""Commits from which on the history of roles is not read for a report: it would take longer than the rest."""
FEW = 20
"""Files of roles whose contents are fetched one by one where a clone came without contents."""
MOST_OWN = 5_000
"""Files of `.folkmoot/` that a report reads."""


@dataclass
class Known:
    """One opened repository: its `project` number in the store, and `tree`, the files at its tip.

    `commits` is how many the history has, `activity` what the store saw people do.
    """

    repository: Repository
    project: int
    tree: GitTree
    commits: int
    activity: Activity | None = None

    @property
    def name(self) -> str:
        """Give the name the repository goes by."""
        return self.repository.name

    @property
    def now(self) -> int:
        """Give when the clone last learned something (seconds since 1970): what is due is due as of then."""
        return self.repository.updated_at

    @cached_property
    def when(self) -> datetime:
        """Give the same moment in UTC."""
        return datetime.fromtimestamp(self.now, UTC)

    @cached_property
    def role_files(self) -> list[str]:
        """Give the files that say who holds which role; a README only where it is here and does."""
        from folkmoot.govern.roles.roster import files_in_force, is_readme, names_somebody

        return [
            path
            for path in files_in_force(self.tree.entries)
            if not is_readme(path) or (self.has_contents([path]) and names_somebody(self.tree, path))
        ]

    @cached_property
    def vote_files(self) -> list[str]:
        """Give the files that may be records of votes."""
        found = (path for path in self.tree.paths() if VOTE.fullmatch(path))
        return [path for path in found if not is_own(path) and not is_for_tests(path)]

    @cached_property
    def document_files(self) -> list[str]:
        """Give the files that lie and are named as proposals are."""
        from folkmoot.govern.proposals.layouts import all_layouts

        documents = [path for path in self.tree.entries if DOCUMENT.search(path)]
        layouts = all_layouts().values()
        return sorted(path for path in documents if any(layout.match(path) for layout in layouts))

    @cached_property
    def has_own(self) -> bool:
        """Tell whether the repository keeps its decisions in `.folkmoot/`."""
        return f"{OWN}governance.toml" in self.tree.entries

    def has_contents(self, paths: list[str]) -> bool:
        """Tell whether the contents of files can be read here without asking a network."""
        some = [self.tree.entries[path] for path in paths[:50]]
        return len(self.repository.git.existing(some)) == len(some)

    @cached_property
    def lacks_contents(self) -> bool:
        """Tell whether files that may hold votes, proposals or decisions are here without contents."""
        own = [path for path in self.tree.entries if is_own(path)]
        return not all(map(self.has_contents, (self.vote_files, self.document_files, own)))

    @cached_property
    def has_history(self) -> bool:
        """Tell whether the contents of earlier commits can be read: in a partial clone they are not here."""
        return not self.repository.is_partial and self.has_contents(self.role_files + self.document_files)

    @cached_property
    def layout(self) -> Layout | None:
        """Give how proposals are kept here, None where there are none, or where they cannot be read."""
        if not self.document_files or not self.has_contents(self.document_files):
            return None
        from folkmoot.govern.proposals.reading import find_layout

        try:
            return find_layout(self.repository, self.tree.entries)
        except FolkmootError:
            return None

    @cached_property
    def proposals(self) -> Reading | None:
        """Give every proposal at the tip."""
        from folkmoot.govern.proposals.reading import read_proposals

        return read_proposals(self.repository, self.layout) if self.layout else None

    @cached_property
    def history(self) -> History | None:
        """Give the timelines of the proposals; None where earlier commits cannot be read."""
        from folkmoot.views.governing.recall import history_of

        return history_of(self.repository, self.layout) if self.layout and self.has_history else None

    @cached_property
    def roster(self) -> Roster | None:
        """Give who holds what; None where the files' contents are neither here nor soon fetched."""
        if not self.role_files:
            return None
        if not self.has_contents(self.role_files) and (
            self.repository.fetching is None or len(self.role_files) > FEW
        ):
            return None
        from folkmoot.govern.roles.roster import read_roster

        return read_roster(self.tree)

    @cached_property
    def listings(self) -> list[Listing]:
        """Give who holds what now, one person a line."""
        from folkmoot.govern.roles.roster import current

        return current(self.roster) if self.roster else []

    @cached_property
    def teams(self) -> list[str]:
        """Give the teams of a forge that hold a role now, each once, in the order of the files."""
        listings = self.roster.listings if self.roster else ()
        held = (each.holder.handle for each in listings if each.holder.is_group and not each.role.is_past)
        return list(dict.fromkeys(handle for handle in held if "/" in handle))

    @cached_property
    def terms(self) -> tuple[Term, ...] | None:
        """Give every term in every role; None where the history cannot be read, or is too long for it."""
        if not self.role_files or not self.has_history or self.commits > LONG:
            return None
        from folkmoot.views.governing.recall import terms_of

        return terms_of(self.repository)

    @cached_property
    def records(self) -> list[Recorded]:
        """Give every vote on record, the newest first; none where their contents are not in this clone."""
        files = self.vote_files
        if not files or not self.has_contents(files):
            return []
        from folkmoot.views.governing.records import read_records

        return read_records(self.repository, self.tree, files)

    @cached_property
    def announced(self) -> list[Announced]:
        """Give the elections that have settings and no ballots, the one that ends last first."""
        files = self.vote_files
        if not files or not self.has_contents(files):
            return []
        from folkmoot.views.governing.records import read_announced

        return read_announced(self.tree, files)

    @cached_property
    def has_decisions(self) -> bool:
        """Tell whether there are records of decisions, or files of its own for them."""
        return self.has_own or bool(self.records or self.announced)

    @cached_property
    def has_proposals(self) -> bool:
        """Tell whether there are proposals, or documents that may be some and cannot be read here."""
        if self.layout is not None:
            return True
        return bool(self.document_files) and not self.has_contents(self.document_files)

    @cached_property
    def written(self) -> WrittenRules:
        """Give the rules of the governance document."""
        from folkmoot.govern.audit.written_rules import read_written_rules

        return read_written_rules(self.tree)

    @cached_property
    def own(self) -> State | None:
        """Give what `.folkmoot/` says at the tip; None where there is nothing, or where it cannot be read."""
        paths = sorted(path for path in self.tree.entries if is_own(path))[:MOST_OWN]
        if not self.has_own or not self.has_contents(paths):
            return None
        from folkmoot.govern.files.state import parse_state
        from folkmoot.govern.files.table import MOST_BYTES

        blobs = [self.tree.entries[path] for path in paths]
        found = zip(paths, contents(self.repository.git, blobs, MOST_BYTES + 1), strict=True)
        return parse_state({path.removeprefix(OWN): content or b"" for path, (_, content, _) in found})


def is_own(path: str) -> bool:
    """Tell whether a file lies in `.folkmoot/`."""
    return path.startswith(OWN)
