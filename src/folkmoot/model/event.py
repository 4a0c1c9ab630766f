"""The closed list of what somebody can do, and how long an hour and a day are."""

from __future__ import annotations

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
