"""Contributor confidence as of March 2024.

Question:
    What does Opensauced's first published formula say?

Why it matters:
    People who know the number from there can compare. It is kept exact, its quirks included.

How it is counted:
    The variant `opensauced-2024-03`, from its source. Over the last 7, 30, 90 and 365 days: S are the
    people who starred, F those who forked, n(u) the number of repositories in which u opened a change
    in that time. (0.1 x the share of S with n(u) over 1 + 0.5 x the share of F with n(u) over 1) / 2,
    an empty part counting 0; so it reaches from 0 to 0.30. Bots are left out here. n is S and F
    together. It needs the repositories of a whole forge; with several here, n(u) counts only these,
    which makes it a lower bound, and with one it cannot be said.

What it does not tell:
    It measures how busy those who star are elsewhere, not whether they come back. For that see
    contributor-confidence.

References:
    Opensauced, contributor confidence: https://github.com/open-sauced/app
"""

from folkmoot.metrics._opensauced import BEHIND, NEAR
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

METRIC = Metric(
    id="contributor-confidence-opensauced-2024-03",
    version=1,
    title="Contributor confidence as of March 2024",
    question="What does Opensauced's first published formula say?",
    page="newcomers",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.GAUGE,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.STAR,
        Kind.FORK,
    ),
    sql=NEAR
    + """,
        judged as (
            select n.span as span, n.kind as kind, n.person as person,
                max(case when coalesce(b.projects, 0) > 1 then 1 else 0 end) as is_broad
            from near n left join broad b on b.span = n.span and b.person = n.person
            group by n.span, n.kind, n.person
        ),
        counted as (
            select span,
                sum(case when kind = 'star' then 1 else 0 end) as stars_seen,
                sum(case when kind = 'fork' then 1 else 0 end) as forks_seen,
                sum(case when kind = 'star' then is_broad else 0 end) as stars_broad,
                sum(case when kind = 'fork' then is_broad else 0 end) as forks_broad
            from judged group by span
        )
        select c.span as period,
            (0.1 * coalesce(1e0 * c.stars_broad / nullif(c.stars_seen, 0), 0)
                + 0.5 * coalesce(1e0 * c.forks_broad / nullif(c.forks_seen, 0), 0)) * 0.5 as value,
            c.stars_seen + c.forks_seen as n
        from counted c
        cross join watched p
        where p.projects > 1
    """,
    events=NEAR + BEHIND + " and p.projects > 1",
    definition="https://github.com/open-sauced/app",
    min_n=5,
    order=4,
    caveat=("Variant opensauced-2024-03, 0 to 30 %. Only the repositories here are seen, so a lower bound."),
    nothing="This formula needs the repositories of a whole forge, and only one is read here.",
    wrong_without=(Kind.ISSUE_OPENED, Kind.CHANGE_OPENED),
)
