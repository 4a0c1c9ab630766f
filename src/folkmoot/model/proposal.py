"""A proposal (RFC, PEP, KEP, EIP, ...): what was decided about it, and apart from that what was delivered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class DecisionState(StrEnum):
    """How far the decision about a proposal is."""

    DRAFT = "draft"
    OPEN = "open"
    FINAL_COMMENT = "final comment"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    POSTPONED = "postponed"
    SUPERSEDED = "superseded"

    @property
    def is_undecided(self) -> bool:
        """Tell whether the community still owes an answer."""
        return self in {DecisionState.DRAFT, DecisionState.OPEN, DecisionState.FINAL_COMMENT}


class DeliveryState(StrEnum):
    """How far what was proposed has been made."""

    NONE = "none"
    STARTED = "started"
    PARTLY = "partly"
    DELIVERED = "delivered"
    REMOVED = "removed"


class States(NamedTuple):
    """Both axes. None where the documents do not say, which is neither good nor bad."""

    decision: DecisionState | None
    delivery: DeliveryState | None


class Link(NamedTuple):
    """Where something about a proposal can be read: the field that names it, and the address or number."""

    field: str
    target: str


@dataclass(frozen=True)
class Proposal:
    """One proposal as its document tells it at one commit.

    `label` is what its community calls it ("PEP 8"); `number` is None where it has none yet. `word` is the
    source's own status word, empty where the place of the document is its status. `authors_from` is
    "document", or "git" where the document names nobody. `line` is where the status stands, or 0.
    """

    number: int | None
    label: str
    title: str
    authors: tuple[str, ...]
    created: date | None
    decision: DecisionState | None
    delivery: DeliveryState | None
    word: str
    path: str
    dialect: str
    kind: str = ""
    links: tuple[Link, ...] = ()
    supersedes: tuple[str, ...] = ()
    superseded_by: tuple[str, ...] = ()
    authors_from: str = "document"
    line: int = 0
