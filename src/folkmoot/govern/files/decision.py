"""`.folkmoot/decisions/NNNN-slug.md`: one decision, its terms in TOML between two lines of `+++`, then text.

::

    +++
    action = "appoint"                     # what of governance.toml decides it
    subject = "Cleo becomes a maintainer"
    proposer = "ada"
    opened = 2026-02-01T09:00:00Z
    closes = 2026-02-08T09:00:00Z
    candidates = ["ada", "bob"]            # of an election
    seats = 1                              # of an election, where it differs from governance.toml
    seed = "..."                           # published before the vote, breaks ties of an election
    gives = [{ role = "maintainer", handle = "cleo" }]
    takes = [{ role = "maintainer", handle = "bob" }]
    governance = "sha256:..."              # of NNNN/governance.toml, the rules it would put in force
    supersedes = 3

    [result]                               # written by `folkmoot decide close` or `withdraw`, never by hand
    sequence = 4                           # the how many'th decision to close
    previous = "sha256:..."                # the seal of the one closed before it
    outcome = "passed"
    closed = 2026-02-08T10:00:00Z
    rules = "sha256:..."                   # of the governance.toml by which it was decided
    electorate = ["ada", "bob"]
    ballots = "sha256:..."                 # the digest of all ballots
    winners = ["ada"]                      # of an election
    employers = { ada = "Acme" }           # of the candidates, where employers are capped
    by = "ada"                             # who withdrew it
    +++

    # Cleo becomes a maintainer

    Why, what else was thought of, and what was objected.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from folkmoot.govern.files.person import MOST_DECISIONS
from folkmoot.govern.files.table import DIGEST, HANDLE, MOST_BYTES, Table, read_table
from folkmoot.govern.files.toml_text import toml_lines
from folkmoot.model.errors import SourceError

FENCE = "+++\n"
NAME = re.compile(r"(\d{4})-([a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?)\.md")
OUTCOMES = ("founded", "passed", "rejected", "no quorum", "blocked", "elected", "tied", "withdrawn")
TAKES_EFFECT = frozenset({"founded", "passed", "elected"})
_TERMS = {
    "action", "subject", "proposer", "opened", "closes", "candidates", "seats", "seed", "gives", "takes",
    "governance", "supersedes", "result",
}  # fmt: skip
_RESULT = {
    "sequence", "previous", "outcome", "closed", "rules", "electorate", "ballots", "winners", "employers",
    "by",
}  # fmt: skip


@dataclass(frozen=True, order=True)
class Grant:
    """One role of one person that a decision gives or takes."""

    role: str
    handle: str


@dataclass(frozen=True)
class Result:
    """What came out, and everything needed to find the same again. `sequence` counts closed decisions."""

    sequence: int
    previous: str
    outcome: str
    closed: datetime
    rules: str
    electorate: tuple[str, ...] = ()
    ballots: str = ""
    winners: tuple[str, ...] = ()
    employers: Mapping[str, str] = field(default_factory=dict)
    by: str = ""


@dataclass(frozen=True)
class Decision:
    """One decision. `result` is None while it is open; `body` is the text below the terms."""

    number: int
    slug: str
    action: str
    subject: str
    proposer: str
    opened: datetime
    closes: datetime
    candidates: tuple[str, ...] = ()
    seats: int = 0
    seed: str = ""
    gives: tuple[Grant, ...] = ()
    takes: tuple[Grant, ...] = ()
    governance: str = ""
    supersedes: int = 0
    result: Result | None = None
    body: str = ""

    @property
    def file(self) -> str:
        """Give the name of its file."""
        return f"{self.number:04d}-{self.slug}.md"

    @property
    def folder(self) -> str:
        """Give the name of the folder its ballots are in."""
        return f"{self.number:04d}"


def read_decision(path: str, content: bytes) -> Decision:
    """Read one decision. Raises SourceError, naming the file and what is wrong with it."""
    name = NAME.fullmatch(path.rpartition("/")[2])
    if not name or name[1] == "0000":
        raise SourceError(f"{path[:200]} is not named like 0007-new-logo.md.", hint="rename the file.")
    terms, body = _parts(path, content)
    table = read_table(path, terms)
    table.only(_TERMS)
    opened, closes = table.moment("opened"), table.moment("closes")
    if opened is None or closes is None:
        raise table.wrong("lacks `opened` or `closes`")
    if closes < opened:
        raise table.wrong("closes before it opens")
    result = table.table("result")
    return Decision(
        number=int(name[1]),
        slug=name[2],
        action=table.word("action"),
        subject=table.text("subject"),
        proposer=table.word("proposer", form=HANDLE),
        opened=opened,
        closes=closes,
        candidates=table.words("candidates", HANDLE),
        seats=table.number("seats", 0, most=100),
        seed=table.text("seed", ""),
        gives=_grants(table, "gives"),
        takes=_grants(table, "takes"),
        governance=table.word("governance", "", DIGEST),
        supersedes=table.number("supersedes", 0, most=MOST_DECISIONS),
        result=_result(result) if result else None,
        body=body,
    )


def _parts(path: str, content: bytes) -> tuple[bytes, str]:
    if len(content) > MOST_BYTES:
        raise SourceError(
            f"{path} is larger than {MOST_BYTES // 1000} kB.",
            hint="make it shorter: what is long may stand in a file that it links to.",
        )
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SourceError(f"{path} is not UTF-8: {error}.", hint="save it as UTF-8.") from error
    if text.startswith(FENCE):
        terms, fence, body = text[len(FENCE) :].partition("\n" + FENCE)
        if fence:
            return terms.encode(), body
    raise SourceError(
        f"{path} does not begin with its terms between two lines of +++.",
        hint="`folkmoot decide open` writes such a file.",
    )


def _grants(table: Table, key: str) -> tuple[Grant, ...]:
    found = []
    for inner in table.tables(key):
        inner.only({"role", "handle"})
        found.append(Grant(inner.word("role"), inner.word("handle", form=HANDLE)))
    if len(set(found)) != len(found):
        raise table.wrong(f"names something twice in `{key}`")
    return tuple(found)


def _result(table: Table) -> Result:
    table.only(_RESULT)
    closed = table.moment("closed")
    if closed is None:
        raise table.wrong("lacks `closed`")
    outcome = table.text("outcome")
    if outcome not in OUTCOMES:
        raise table.wrong(f"has the outcome {outcome[:40]!r}; it can be {', '.join(OUTCOMES)}")
    if (outcome == "withdrawn") != ("by" in table.values):
        raise table.wrong("must say `by` whom it was withdrawn, and only then")
    employers = table.table("employers")
    return Result(
        sequence=table.number("sequence", least=1, most=MOST_DECISIONS),
        previous=table.word("previous", "", DIGEST),
        outcome=outcome,
        closed=closed,
        rules=table.word("rules", "", DIGEST),
        electorate=table.words("electorate", HANDLE),
        ballots=table.word("ballots", "", DIGEST),
        winners=table.words("winners", HANDLE),
        employers={name: employers.text(name) for name in employers.values} if employers else {},
        by=table.word("by", "", HANDLE),
    )


def written_decision(decision: Decision) -> bytes:
    """Give the file of a new decision that is open."""
    values: dict[str, Any] = {
        "action": decision.action,
        "subject": decision.subject,
        "proposer": decision.proposer,
        "opened": decision.opened,
        "closes": decision.closes,
        "candidates": decision.candidates or None,
        "seats": decision.seats or None,
        "seed": decision.seed or None,
        "gives": [vars(grant) for grant in decision.gives] or None,
        "takes": [vars(grant) for grant in decision.takes] or None,
        "governance": decision.governance or None,
        "supersedes": decision.supersedes or None,
    }
    return f"{FENCE}{toml_lines(values)}{FENCE}{decision.body}".encode()


def with_result(content: bytes, result: Result) -> bytes:
    """Give an open decision's file with its result added; not one other byte changes."""
    values = {
        "sequence": result.sequence,
        "previous": result.previous or None,
        "outcome": result.outcome,
        "closed": result.closed,
        "rules": result.rules or None,
        "electorate": result.electorate,
        "ballots": result.ballots or None,
        "winners": result.winners or None,
        "employers": dict(sorted(result.employers.items())) or None,
        "by": result.by or None,
    }
    terms, _, body = content.decode("utf-8")[len(FENCE) :].partition("\n" + FENCE)
    return f"{FENCE}{terms}\n\n[result]\n{toml_lines(values)}{FENCE}{body}".encode()
