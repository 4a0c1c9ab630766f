"""One made-up community that lives through everything, as the snapshots of its history.

Founding by four people; a proposal with a concern; a vote without its quorum; an election with an employer
cap; a rule change; a role that lapses; an appointment; an open decision. All is written by the product.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from folkmoot.govern.files.ballot import Cast
from folkmoot.govern.files.decision import Grant
from folkmoot.govern.files.state import State, parse_state
from folkmoot.govern.proof.life import Proposal, closed, founded, opened, voted
from folkmoot.govern.proof.snapshots import Snapshot
from folkmoot.model.ballot import Answer, Ballot

START = datetime(2026, 1, 5, 9, tzinfo=UTC)

RULES = b"""format = 1

[roles.maintainer]
[roles.steering]

[rules.ordinary]
quorum = "1/2"
threshold = "1/2"
strict = true
min_yes = 2
blocking_concerns = true

[rules.fundamental]
threshold = "2/3"
of = "electorate"

[actions.proposal]
rule = "ordinary"
electorate = ["maintainer"]
min_days = 7

[actions.appoint]
rule = "ordinary"
electorate = ["maintainer"]
roles = ["maintainer"]
min_days = 7

[actions.change-rules]
rule = "fundamental"
electorate = ["maintainer"]
min_days = 14
changes_rules = true

[actions.direction]
rule = "lazy-consensus"
electorate = ["steering"]

[actions.elect-steering]
method = "schulze"
seats = 2
employer_cap = 1
quorum = "1/2"
electorate = ["maintainer"]
roles = ["steering"]
term_days = 180
min_days = 14
"""


def stricter_than(rules: bytes) -> bytes:
    """Give rules by which proposals need two thirds of everybody."""
    return rules.replace(
        b'[actions.proposal]\nrule = "ordinary"', b'[actions.proposal]\nrule = "fundamental"'
    )


STRICTER = stricter_than(RULES)


def yes(voter: str, **more: str) -> Ballot:
    return Ballot(voter=voter, answer=Answer.YES, **more)


def no(voter: str, reason: str = "") -> Ballot:
    return Ballot(voter=voter, answer=Answer.NO, reason=reason)


def ranked(voter: str, *names: str) -> Ballot:
    return Ballot(voter=voter, ranking=tuple((name,) for name in names))


@dataclass
class Community:
    """Files as they are now, and a snapshot for every commit so far."""

    files: dict[str, bytes] = field(default_factory=dict)
    snapshots: list[Snapshot] = field(default_factory=list)

    @property
    def state(self) -> State:
        return parse_state(self.files)

    def commit(self, day: float, changed: Mapping[str, bytes | None], by: str = "ada") -> Snapshot:
        """Commit changed files (None: deleted) on a day after the start, as somebody."""
        for path, content in changed.items():
            if content is None:
                del self.files[path]
            else:
                self.files[path] = content
        parents = (self.snapshots[-1].commit,) if self.snapshots else ()
        made = snapshot(f"{len(self.snapshots):040x}", parents, at(day), self.files, by)
        self.snapshots.append(made)
        return made

    def open(self, day: float, action: str, subject: str, **more: object) -> int:
        decision, files = opened(self.state, Proposal(action, subject, "ada", **more), at(day))  # type: ignore[arg-type]
        self.commit(day, files)
        return decision.number

    def vote(self, day: float, number: int, ballot: Ballot, concern: str = "", resolved: str = "") -> None:
        self.commit(day, voted(self.state, number, Cast(ballot, at(day), concern, resolved)), ballot.voter)

    def close(self, day: float, number: int) -> str:
        found, files = closed(self.state, number, at(day))
        self.commit(day, files)
        return found.outcome


def at(day: float) -> datetime:
    return START + timedelta(days=day)


def snapshot(
    commit: str, parents: tuple[str, ...], when: datetime, files: Mapping[str, bytes], by: str = "ada"
) -> Snapshot:
    held = dict(files)
    blobs = {path: content.hex() for path, content in held.items()}
    author = f"{by.title()} <{by}@example.org>"
    return Snapshot(commit, parents, int(when.timestamp()), author, True, held, blobs)


def founding(rules: bytes = RULES, more: Mapping[str, str] | None = None) -> Community:
    """Give a community as four people found it; `more` is added to the files of people."""
    community = Community()
    founders = [Grant("maintainer", name) for name in ("ada", "bob", "cleo", "dan")]
    files = founded(rules, founders, at(0), "We have worked together for a year.")
    for name, employer in (("ada", "Acme"), ("bob", "Acme"), ("cleo", "Globex")):
        stated = f'name = "{name.title()}"\n\n[[employers]]\norganisation = "{employer}"\n\n'.encode()
        files[f"people/{name}.toml"] = stated + files[f"people/{name}.toml"]
    for name, text in (more or {}).items():
        files[f"people/{name}.toml"] += text.encode()
    community.commit(0, files)
    return community


def whole_life(rules: bytes = RULES, more: Mapping[str, str] | None = None) -> Community:
    """Give the community after nine months, one decision still open."""
    community = founding(rules, more)
    proposal = community.open(1, "proposal", "Use SQL", text="Everybody can read it.")
    community.vote(2, proposal, yes("ada"))
    community.vote(3, proposal, yes("bob"), concern="Who maintains it?")
    community.vote(5, proposal, yes("bob"), concern="Who maintains it?", resolved="Ada does.")
    community.vote(6, proposal, no("cleo", "I like spreadsheets."))
    assert community.close(9, proposal) == "passed"
    quiet = community.open(10, "proposal", "Paint it green")
    community.vote(11, quiet, yes("ada"))
    assert community.close(18, quiet) == "no quorum"
    election = community.open(20, "elect-steering", "First steering", candidates=("ada", "bob", "cleo"))
    community.vote(21, election, ranked("ada", "ada", "bob", "cleo"))
    community.vote(22, election, ranked("bob", "ada", "bob", "cleo"))
    community.vote(23, election, ranked("dan", "bob", "ada", "cleo"))
    assert community.close(35, election) == "elected"
    stricter = community.open(40, "change-rules", "Proposals need two thirds", rules=stricter_than(rules))
    for day, name in ((41, "ada"), (42, "bob"), (43, "dan")):
        community.vote(day, stricter, yes(name))
    assert community.close(55, stricter) == "passed"
    appointment = community.open(250, "appoint", "Emil", gives=(Grant("maintainer", "emil"),))
    for name in ("ada", "cleo"):
        community.vote(252, appointment, yes(name))
    assert community.close(258, appointment) == "passed"
    community.open(260, "proposal", "Still open")
    return community
