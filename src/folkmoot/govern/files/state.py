"""Everything in `.folkmoot/` at one moment, parsed; what cannot be read is named, never half believed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256
from typing import Any

from folkmoot.govern.files.ballot import Cast, read_ballot
from folkmoot.govern.files.decision import Decision, read_decision
from folkmoot.govern.files.governance import Governance, read_governance
from folkmoot.govern.files.person import Person, read_person
from folkmoot.govern.files.table import unix_lines
from folkmoot.model.errors import FolkmootError
from folkmoot.model.problem import Problem

FOLDER = ".folkmoot"
GOVERNANCE = "governance.toml"
MOST_FILES = 50_000

_BALLOT = re.compile(r"decisions/(\d{4})/ballots/[^/]+\.toml")
_DECISION = re.compile(r"decisions/[^/]+\.md")
_OF_DECISION = re.compile(r"decisions/(\d{4})[-/]")
_PERSON = re.compile(r"people/[^/]+\.toml")


@dataclass
class State:
    """The files of one moment by path below `.folkmoot/`, and what they say.

    `ballots` are by number of the decision and handle, `problems` what could not be read.
    """

    contents: Mapping[str, bytes]
    governance: Governance | None = None
    people: dict[str, Person] = field(default_factory=dict)
    decisions: dict[int, Decision] = field(default_factory=dict)
    ballots: dict[int, dict[str, Cast]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def content_of(self, decision: Decision) -> bytes:
        """Give what a decision's file holds, with Unix line ends."""
        return self.contents[f"decisions/{decision.file}"]

    def files_of(self, number: int) -> dict[str, bytes]:
        """Give every file that belongs to a decision, by path."""
        return dict(self._by_number.get(f"{number:04d}", {}))

    @cached_property
    def _by_number(self) -> dict[str, dict[str, bytes]]:
        """Give the files of each decision, sorted out once: a history asks for them again and again."""
        found: dict[str, dict[str, bytes]] = {}
        for path, content in self.contents.items():
            if match := _OF_DECISION.match(path):
                found.setdefault(match[1], {})[path] = content
        return found

    def proposed_rules(self, number: int) -> bytes | None:
        """Give the governance.toml that a decision would put in force; None when it has none."""
        return self.contents.get(f"decisions/{number:04d}/{GOVERNANCE}")

    def ballots_digest(self, number: int) -> str:
        """Give the digest of all ballots of a decision: of lines with each file's name and digest, sorted."""
        start = f"decisions/{number:04d}/ballots/"
        lines = sorted(
            f"{path.removeprefix(start)} {sha256(content).hexdigest()}\n"
            for path, content in self._by_number.get(f"{number:04d}", {}).items()
            if path.startswith(start)
        )
        return f"sha256:{sha256(''.join(lines).encode('utf-8', 'replace')).hexdigest()}"

    def leaf(self, decision: Decision) -> bytes:
        """Give what stands for a closed decision in the chain and in the Merkle tree: its files' digests."""
        proposed = self.proposed_rules(decision.number)
        return (
            f"folkmoot decision 1\n{decision.file}\n{sha256(self.content_of(decision)).hexdigest()}\n"
            f"{self.ballots_digest(decision.number)}\n"
            f"{sha256(proposed).hexdigest() if proposed is not None else '-'}\n"
        ).encode()

    def seal(self, decision: Decision) -> str:
        """Give the digest of the leaf, which the next closed decision names."""
        return f"sha256:{sha256(self.leaf(decision)).hexdigest()}"

    def closed(self) -> list[Decision]:
        """Give the closed decisions in the order in which they closed."""
        done = [(d.result.sequence, d.number, d) for d in self.decisions.values() if d.result is not None]
        return [decision for _, _, decision in sorted(done, key=lambda entry: entry[:2])]


Cache = dict[tuple[str, bytes], Any]


def parse_state(contents: Mapping[str, bytes], cache: Cache | None = None) -> State:
    """Parse files by path below `.folkmoot/`. `cache` may be shared between states of one history.

    Windows' line ends count as Unix ones, in every digest too: one commit may have them and the next not.
    """
    contents = {path: unix_lines(content) for path, content in contents.items()}
    state = State(contents)
    if len(contents) > MOST_FILES:
        state.problems.append(Problem(FOLDER, 0, f"Over {MOST_FILES} files are more than is read."))
        return state
    known = {} if cache is None else cache

    def parsed(path: str, read: Callable[[str, bytes], Any]) -> Any:
        key = (path, contents[path])
        if key not in known:
            try:
                known[key] = read(f"{FOLDER}/{path}", contents[path])
            except FolkmootError as error:
                known[key] = Problem(f"{FOLDER}/{path}", 0, error.what)
        if isinstance(known[key], Problem):
            state.problems.append(known[key])
            return None
        return known[key]

    for path in sorted(contents):
        if path == GOVERNANCE:
            state.governance = parsed(path, read_governance)
        elif _PERSON.fullmatch(path):
            _add_person(state, path, parsed(path, read_person))
        elif _DECISION.fullmatch(path):
            _add_decision(state, path, parsed(path, read_decision))
        elif match := _BALLOT.fullmatch(path):
            _add_ballot(state, path, int(match[1]), parsed(path, read_ballot))
        elif path.startswith("decisions/") and not re.fullmatch(rf"decisions/\d{{4}}/{GOVERNANCE}", path):
            state.problems.append(Problem(f"{FOLDER}/{path}", 0, "This file does not belong to a decision."))
    return state


def _add_person(state: State, path: str, person: Person | None) -> None:
    if person is None:
        return
    if person.handle.casefold() in {handle.casefold() for handle in state.people}:
        text = "Another file is of the same handle in other letters."
        state.problems.append(Problem(f"{FOLDER}/{path}", 0, text))
        return
    state.people[person.handle] = person


def _add_decision(state: State, path: str, decision: Decision | None) -> None:
    if decision is None:
        return
    if decision.number in state.decisions:
        state.problems.append(Problem(f"{FOLDER}/{path}", 0, "Another decision has the same number."))
        return
    state.decisions[decision.number] = decision


def _add_ballot(state: State, path: str, number: int, cast: Cast | None) -> None:
    if cast is None:
        return
    ballots = state.ballots.setdefault(number, {})
    if cast.ballot.voter.casefold() in {voter.casefold() for voter in ballots}:
        text = "Another file is of the same handle in other letters."
        state.problems.append(Problem(f"{FOLDER}/{path}", 0, text))
        return
    ballots[cast.ballot.voter] = cast
