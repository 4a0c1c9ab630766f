"""Releases per year.

Question:
    How many releases come out each year?

Why it matters:
    A release is when work reaches the people it was done for. Fixes that wait for a year in the main branch
    help nobody, and contributors like to see their work shipped.

How it is counted:
    Tags that name a version, by the year (UTC) of the tag. Pre-releases (alpha, beta, rc, dev) stand apart
    under their own label. Every tag counts, whoever or whatever made it, but of `v1.0` and `1.0` only the
    first. A tag without a date of its own (a lightweight one) has that of its commit. Five or more annotated
    tags made a minute apart at most, of commits over a year apart, count when those commits were made: the
    history came from another system.

What it does not tell:
    Whether a release was good, large or announced. Several maintained versions, or several packages in one
    repository, multiply the tags. A project that publishes without tagging seems not to release.

References:
    CHAOSS, Release Frequency: https://chaoss.community/kb/metric-release-frequency/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

METRIC = Metric(
    id="release-frequency",
    version=1,
    title="Releases per year",
    question="How many releases come out each year?",
    page="releases",
    unit=Unit.RELEASES,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("releases", "pre-releases"),
    needs=(Kind.RELEASE,),
    sql="""
        select
            year_id as period,
            case when is_prerelease = 1 then 'pre-releases' else 'releases' end as label,
            count(*) as value,
            count(*) as n
        from releases
        group by year_id, is_prerelease
    """,
    events="""
        select year_id as period, event,
            case when is_prerelease = 1 then 'pre-releases' else 'releases' end as label
        from releases
    """,
    definition="https://chaoss.community/kb/metric-release-frequency/",
    order=20,
    caveat="Several maintained versions, or packages in one repository, multiply the tags.",
)
