"""Everything the rules of the audit look at, read once and only when it is asked for.

What reads it is loaded then too: most who check a project ask nothing about its people.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from folkmoot.model.errors import AbsentError, UsageError

if TYPE_CHECKING:
    from folkmoot.govern.audit.election_records import Election
    from folkmoot.govern.audit.vote_records import Vote
    from folkmoot.govern.audit.written_rules import WrittenRules
    from folkmoot.govern.proposals.reading import Reading
    from folkmoot.govern.roles.activity import Activity
    from folkmoot.govern.timeline import History
    from folkmoot.model.role import Listing, Roster, Term
    from folkmoot.sources.git.repository import Repository

SILENT_MONTHS = 12
"""From so many months without any act on, somebody who holds a role counts as silent."""


def _from_history(repository: Repository) -> Sequence[Term]:
    from folkmoot.govern.roles.history import terms

    return terms(repository)


@dataclass
class Practice:
    """One opened repository, seen as a community. `activity` is None where no store was synced.

    `read_terms` reads the history of roles; whoever remembers it gives what is remembered. `names_silent` is
    false where those who have done nothing lately are counted and not named, as on a page for everybody.
    `refuses` is false where a question stays unknown when a partial clone lacks what would answer it, as in a
    report, in which it is one of many.
    """

    repository: Repository
    activity: Activity | None = None
    silent_months: int = SILENT_MONTHS
    read_terms: Callable[[Repository], Sequence[Term]] = _from_history
    names_silent: bool = True
    refuses: bool = True

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
        from folkmoot.govern.roles.roster import read_roster

        return read_roster(self.repository.tree)

    @cached_property
    def listings(self) -> list[Listing]:
        """Give who holds what now, aliases expanded."""
        from folkmoot.govern.roles.roster import current

        return current(self.roster)

    @property
    def terms(self) -> Sequence[Term]:
        """Give every term in every role. Raises AbsentError where a clone lacks what tells it."""
        if isinstance(self._terms, AbsentError):
            raise self._terms
        return self._terms

    @cached_property
    def _terms(self) -> Sequence[Term] | AbsentError:
        """Keep the refusal too: finding it out goes through a whole history."""
        try:
            return self.read_terms(self.repository)
        except AbsentError as refused:
            return refused

    @cached_property
    def written(self) -> WrittenRules:
        """Give the rules of the governance document."""
        from folkmoot.govern.audit.written_rules import read_written_rules

        return read_written_rules(self.repository.tree)

    @cached_property
    def votes(self) -> list[Vote]:
        """Give every vote on record."""
        from folkmoot.govern.audit.vote_records import read_votes

        return read_votes(self.repository, self.written)

    @cached_property
    def elections(self) -> list[Election]:
        """Give every election and ranked vote on record with its ballots."""
        from folkmoot.govern.audit.election_records import read_elections

        return read_elections(self.repository)

    @cached_property
    def proposals(self) -> tuple[Reading, History] | None:
        """Give the proposals and their timelines; None where there are no proposals."""
        from folkmoot.govern.proposals.reading import read_proposals
        from folkmoot.govern.timeline import read_history

        try:
            reading = read_proposals(self.repository)
        except UsageError:
            return None
        return reading, read_history(self.repository, reading.layout)

    def of_forms(self, *forms: str) -> list[Listing]:
        """Give the current listings that stand in files of these forms."""
        from folkmoot.govern.roles.forms import form_of

        return [each for each in self.listings if (form := form_of(each.path)) and form.name in forms]
