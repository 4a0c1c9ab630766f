"""Days since the last release.

Question:
    How long ago was the last release?

Why it matters:
    It is what a company checks first before it depends on a project, and what a contributor waits for.

How it is counted:
    Days from the newest tag that names a version and is no pre-release to the moment the numbers are for. A
    tag without a date of its own (a lightweight one) has that of its commit. n is the number of such tags, of
    `v1.0` and `1.0` only the first. Without any there is no value: never released is not "0 days".

What it does not tell:
    A finished library may need no release. Compare with the project's usual time between releases. A tag that
    was not fetched is not known, and a lightweight one on an old commit looks older than it is. Of several
    projects looked at together the newest release of any counts.

References:
    CHAOSS, Release Frequency: https://chaoss.community/kb/metric-release-frequency/
"""

from folkmoot.i18n import Absence
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

METRIC = Metric(
    id="days-since-release",
    version=1,
    title="Since the last release",
    question="How long ago was the last release?",
    page="releases",
    unit=Unit.DAYS,
    better=Better.NEITHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.RELEASE,),
    sql="""
        with last as (
            select max(ts) as newest_ts, count(*) as tags from releases where is_prerelease = 0
        )
        select 0 as period, 1e0 * (k.as_of_ts - l.newest_ts) / 86400 as value, l.tags as n
        from last l cross join clock k
        where l.tags > 0
    """,
    events="""
        with last as (select max(ts) as newest_ts from releases where is_prerelease = 0)
        select 0 as period, r.event as event
        from releases r cross join last l
        where r.is_prerelease = 0 and r.ts = l.newest_ts
    """,
    definition="https://chaoss.community/kb/metric-release-frequency/",
    order=10,
    caveat=(
        "Pre-releases are not counted. A finished project may need no release; compare with its usual time "
        "between releases. A tag that bears no date is as old as its commit."
    ),
    nothing=Absence("Only pre-releases are tagged so far."),
)
