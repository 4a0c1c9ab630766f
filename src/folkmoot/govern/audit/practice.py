"""Everything the rules of the audit look at, read once and only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property

from folkmoot.govern.audit.election_records import Election, read_elections
from folkmoot.govern.audit.vote_records import Vote, read_votes
from folkmoot.govern.audit.written_rules import WrittenRules, read_written_rules
from folkmoot.govern.proposals.reading import Reading, read_proposals
from folkmoot.govern.roles.activity import Activity
from folkmoot.govern.roles.forms import form_of
from folkmoot.govern.roles.history import terms
from folkmoot.govern.roles.roster import current, read_roster
from folkmoot.govern.timeline import History, read_history
from folkmoot.model.errors import UsageError
from folkmoot.model.role import Listing, Roster, Term
from folkmoot.sources.git.repository import Repository

SILENT_MONTHS = 12
"""From so many months without any act on, somebody who holds a role counts as silent."""


@dataclass
class Practice:
    """One opened repository, seen as a community. `activity` is None where no store was synced.

    `read_terms` reads the history of roles; whoever remembers it gives what is remembered. `names_silent` is
    false where those who have done nothing lately are counted and not named, as on a page for everybody.
    """

    repository: Repository
    activity: Activity | None = None
    silent_months: int = SILENT_MONTHS
    read_terms: Callable[[Repository], Sequence[Term]] = terms
    names_silent: bool = True

    @property
    def tip(self) -> str:
        """Give the commit that is looked at."""
        return self.repository.tip

    @cached_property
    def today(self) -> date:
        """Give the day the clone last learned something: terms end by it, not by this machine's clock."""
        return datetime.fromtimestamp(self.repository.updated_at, UTC).date()

    @cached_property
    def roster(self) -> Roster:
        """Give what the files of roles say at the tip."""
        return read_roster(self.repository.tree)

    @cached_property
    def listings(self) -> list[Listing]:
        """Give who holds what now, aliases expanded."""
        return current(self.roster)

    @cached_property
    def terms(self) -> Sequence[Term]:
        """Give every term in every role."""
        return self.read_terms(self.repository)

    @cached_property
    def written(self) -> WrittenRules:
        """Give the rules of the governance document."""
        return read_written_rules(self.repository.tree)

    @cached_property
    def votes(self) -> list[Vote]:
        """Give every vote on record."""
        return read_votes(self.repository, self.written)

    @cached_property
    def elections(self) -> list[Election]:
        """Give every election and ranked vote on record with its ballots."""
        return read_elections(self.repository)

    @cached_property
    def proposals(self) -> tuple[Reading, History] | None:
        """Give the proposals and their timelines; None where there are no proposals."""
        try:
            reading = read_proposals(self.repository)
        except UsageError:
            return None
        return reading, read_history(self.repository, reading.layout)

    def of_forms(self, *forms: str) -> list[Listing]:
        """Give the current listings that stand in files of these forms."""
        return [each for each in self.listings if (form := form_of(each.path)) and form.name in forms]
