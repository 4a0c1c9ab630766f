"""Releases per month.

Question:
    In which months do releases come out?

Why it matters:
    The months show the cadence behind the yearly number: a fixed train, a burst before a conference, or
    whenever somebody has time.

How it is counted:
    Tags that name a version, by the month (UTC) of the tag. Pre-releases (alpha, beta, rc, dev) stand apart
    under their own label. Every tag counts, whoever or whatever made it, but of `v1.0` and `1.0` only the
    first. Tags have the dates that they have in the releases per year.

What it does not tell:
    Several maintained versions, or several packages in one repository, multiply the tags. A project that
    publishes without tagging seems not to release.

References:
    CHAOSS, Release Frequency: https://chaoss.community/kb/metric-release-frequency/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

METRIC = Metric(
    id="releases-monthly",
    version=1,
    title="Releases per month",
    question="In which months do releases come out?",
    page="releases",
    unit=Unit.RELEASES,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("releases", "pre-releases"),
    needs=(Kind.RELEASE,),
    sql="""
        select
            month_id as period,
            case when is_prerelease = 1 then 'pre-releases' else 'releases' end as label,
            count(*) as value,
            count(*) as n
        from releases
        group by month_id, is_prerelease
    """,
    events="""
        select month_id as period, event,
            case when is_prerelease = 1 then 'pre-releases' else 'releases' end as label
        from releases
    """,
    definition="https://chaoss.community/kb/metric-release-frequency/",
    order=30,
    caveat="Several maintained versions, or packages in one repository, multiply the tags.",
)
