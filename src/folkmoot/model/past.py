"""What happened in a project of late, as numbers that checks need. Nothing in here is personal."""

from __future__ import annotations

from dataclasses import dataclass

RECENT_DAYS = 90
"""What happened in so many days counts as recent, as in OpenSSF Scorecard."""
REVIEW_DAYS = 365
"""Over so many days it is counted what was reviewed; Scorecard takes the newest 30 commits instead."""
LEAST_COMMITS = 5
"""So many commits make somebody a contributor who speaks for an organisation, as in Scorecard."""


@dataclass(frozen=True)
class RanBefore:
    """What ran on changes before they were merged, of those merged in REVIEW_DAYS.

    `heads` counts their newest commits of which is known what ran, as Scorecard counts; `tested` are those
    on which something passed that looks like a test to Scorecard, `named` those where something passed that
    has the word for a test in its name. On `failed` something had failed. `unknown` counts changes of which
    is not known what ran, or where nothing had ended. `untested` are the newest few changes without a test.
    """

    heads: int = 0
    tested: int = 0
    named: int = 0
    failed: int = 0
    unknown: int = 0
    untested: tuple[int, ...] = ()


@dataclass(frozen=True)
class Past:
    """One project until `as_of`. Times are seconds since 1970; `first_seen` is 0 where nothing is known.

    `commits` are those of the default branch in RECENT_DAYS. `issues` are those on which somebody with
    rights to the repository spoke in that time. A changeset is a merged change, or what came to the main
    line without one since the forge knows of changes, in REVIEW_DAYS: `changesets` leaves out those of
    bots that somebody approved, `landed` does not; `approved` were approved by somebody else, merged by
    somebody else, or carry a trailer that says so. `by_people` counts those whose author is a person.
    `issues`, `changesets` and `landed` are None where no forge told of them in RECENT_DAYS. `organisations`
    counts those known behind people with LEAST_COMMITS or more, `active_organisations` those of them behind
    commits in REVIEW_DAYS (None: not asked). `updates` are the changes, and the commits
    of the main line, that tools which update dependencies made in REVIEW_DAYS.
    """

    as_of: int
    first_seen: int
    commits: int = 0
    issues: int | None = None
    changesets: int | None = None
    landed: int | None = None
    approved: int = 0
    by_people: int = 0
    organisations: int = 0
    active_organisations: int | None = None
    updates: int = 0
    ran: RanBefore | None = None
