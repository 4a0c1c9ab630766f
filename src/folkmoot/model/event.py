"""One thing somebody did, and the closed list of what that can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

HOUR = 3600
DAY = 24 * HOUR
"""In seconds, as all times are: those of UTC, where every day is as long as any other."""


class Kind(StrEnum):
    """What was done. "change" is the neutral word for a pull or merge request."""

    COMMIT = "commit"
    COAUTHOR = "commit.co-authored"
    REVIEWED = "commit.reviewed"
    ACKED = "commit.acked"
    TESTED = "commit.tested"
    REPORTED = "commit.reported"
    HELPED = "commit.helped"
    SUGGESTED = "commit.suggested"
    SIGNED_OFF = "commit.signed-off"
    CHANGE_OPENED = "change.opened"
    CHANGE_MERGED = "change.merged"
    CHANGE_CLOSED = "change.closed"
    ISSUE_OPENED = "issue.opened"
    ISSUE_CLOSED = "issue.closed"
    COMMENT = "comment"
    REVIEW = "review"
    REVIEW_COMMENT = "review.comment"
    STAR = "star"
    UNSTAR = "unstar"
    FORK = "fork"
    PUSH = "push"
    DISCUSSION = "discussion"
    RELEASE = "release"


@dataclass(frozen=True)
class Event:
    """One thing somebody did.

    `id` is deterministic (`git:<sha>`), so that a repeated sync changes nothing. `actor` is the identity
    the source saw, never the merged person. `occurred_at` and `seen_at` are seconds since 1970 in UTC;
    `utc_offset` is the actor's own offset in minutes. `amounts` holds counted things such as lines.
    """

    id: str
    source: str
    kind: Kind
    project: str
    actor: int
    subject: str
    occurred_at: int
    utc_offset: int
    seen_at: int
    amounts: Mapping[str, float] = field(default_factory=dict)
