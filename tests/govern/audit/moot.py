"""An invented community with written rules, a team and votes on record, for the tests of the audit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rules import all_rules
from folkmoot.govern.roles.activity import Activity
from folkmoot.model.audit import Answer
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository

GOVERNANCE = """\
# Governance

## Council

| Name | Employer | GitHub |
|------|----------|--------|
| Ada  | Acme     | ada    |
| Bob  | Birch    | bob    |

## Approvals

* **Consensus**: Consensus requires 2 binding +1 votes and no binding vetoes.
* **2/3 Majority**: at least 2/3 of all who may vote.

## Actions

| Actions        | Approval     | Binding Voters     | Minimum Length (days) |
|:---------------|:-------------|:-------------------|:----------------------|
| New Reviewer   | Consensus    | Active maintainers | 3                     |
| New Committer  | Consensus    | Active maintainers | 6                     |
| Modifying Governance | 2/3 majority | Council members | 6                   |
"""


def team(maintainers: tuple[str, ...] = ("ada", "bob"), committers: tuple[str, ...] = ("cleo",)) -> str:
    def lines(names: tuple[str, ...]) -> str:
        return ", ".join(f'"{name}"' for name in names)

    return f'{{"maintainers": [{lines(maintainers)}],\n "committers": [{lines(committers)}]}}'


def vote(title: str, *votes: str, days: int = 3, claim: str = "") -> str:
    listed = "\n".join(f"* {each}" for each in votes)
    deadline = f"## Deadline\n\nOpen for at least {days} days."
    return f"# A Vote for {title}\n\n{deadline}\n\n## Result\n\n{claim}\n\n{listed}\n"


@dataclass
class Moot:
    """One community being made. The first commit has its rules and its team."""

    made: Repository

    @classmethod
    def create(cls, place: Path, files: Mapping[str, str] | None = None) -> Moot:
        """Found a community with the usual rules, or with these files only."""
        made = Repository.create(place / "moot")
        usual = {"GOVERNANCE.md": GOVERNANCE, "teams/store/team.json": team()}
        made.commit(files=usual if files is None else files)
        return cls(made)

    def hold(self, name: str, text: str) -> str:
        """Put a vote on record and give the commit."""
        return self.made.commit(files={f"votes/{name}.md": text})

    @contextmanager
    def practice(self, activity: Activity | None = None) -> Iterator[Practice]:
        """Open it for the audit."""
        with open_repository(str(self.made.place)) as opened:
            yield Practice(opened, activity)

    def ask(self, rule: str, activity: Activity | None = None) -> Answer:
        """Ask one rule."""
        with self.practice(activity) as practice:
            return all_rules()[rule].answer(practice)


def places(answer: Answer) -> list[str]:
    """Give path:line of each piece of evidence."""
    return [each.place for each in answer.evidence]
