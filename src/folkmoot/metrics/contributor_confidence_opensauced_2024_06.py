"""Contributor confidence as of June 2024.

Question:
    What would Opensauced's second formula say?

Why it matters:
    Its published numbers, such as 38 % for its own repository in June 2024, were made this way as far
    as can be told.

How it is counted:
    The variant `opensauced-2024-06`, reconstructed from what was published, not from its source. Over
    the last 7, 30, 90 and 365 days: everybody who starred or forked weighs 1 if they opened a change in
    this repository in that time; else 0.1 (star) or 0.5 (fork) if they opened changes in more than one
    repository; else 0. The mean over those who starred and the mean over those who forked, averaged; an
    empty part counts 0. Of several repositories here each is asked by itself: whoever starred two of
    them is there twice. Bots are left out. n is both together. Only the repositories here are seen: a
    lower bound.

What it does not tell:
    Somebody who contributed and then starred counts as having come back. For the order in time see
    contributor-confidence.

References:
    Opensauced, contributor confidence: https://github.com/open-sauced/app
"""

from folkmoot.metrics._opensauced import BEHIND, NEAR
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

METRIC = Metric(
    id="contributor-confidence-opensauced-2024-06",
    version=1,
    title="Contributor confidence as of June 2024",
    question="What would Opensauced's second formula say?",
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
            select n.span as span, n.kind as kind,
                case when h.person is not null then 1e0
                    when coalesce(b.projects, 0) <= 1 then 0e0
                    when n.kind = 'star' then 1e-1
                    else 5e-1 end as weight
            from near n
            left join broad b on b.span = n.span and b.person = n.person
            left join worked h on h.span = n.span and h.person = n.person and h.project = n.project
        ),
        meant as (
            select span, kind, 1e0 * sum(weight) / count(*) as mean, count(*) as people
            from judged group by span, kind
        )
        select span as period, 0.5 * sum(mean) as value, sum(people) as n
        from meant
        group by span
    """,
    events=NEAR + BEHIND,
    definition="https://github.com/open-sauced/app",
    min_n=5,
    order=6,
    caveat=(
        "Variant opensauced-2024-06, reconstructed. Only the repositories here are seen, so a lower bound."
    ),
    wrong_without=(Kind.ISSUE_OPENED, Kind.CHANGE_OPENED),
)
