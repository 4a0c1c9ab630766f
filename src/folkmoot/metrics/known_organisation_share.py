"""Share of contributions with a known organisation.

Question:
    For how much of the work is the organisation behind it known?

Why it matters:
    Every number on organisations speaks for this share only. Where it is small, an elephant factor of one may
    just mean that one employer's people use their work address.

How it is counted:
    Contributions (commits without merges, and trailers naming somebody) by people, bots left out, whose
    person had a known organisation on that date, divided by all; n is all. An organisation is known from the
    domain of an e-mail address, or from an override that the community keeps. Free mail and noreply addresses
    tell none, and neither does a domain that is on no list and is used by one person only or named after one
    who uses it. For all time and for the last 12 months.

What it does not tell:
    Whether the rest are volunteers: many write from a private address in paid time.

References:
    CHAOSS, Organizational Diversity: https://chaoss.community/kb/metric-organizational-diversity/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

WINDOWED = """
        with windowed as (
            select cast(0 as bigint) as period, organisation as firm, event as act, person as who
            from contributions
            where is_bot = 0
            union all
            select cast(1 as bigint) as period, c.organisation as firm, c.event as act, c.person as who
            from contributions c cross join clock k
            where c.is_bot = 0 and c.ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="known-organisation-share",
    version=2,
    title="Known organisations",
    question="For how much of the work is the organisation behind it known?",
    page="organisations",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT, Kind.COAUTHOR),
    sql=WINDOWED
    + """
        select period, 1e0 * sum(case when firm <> 0 then 1 else 0 end) / count(*) as value, count(*) as n
        from windowed
        group by period
    """,
    events=WINDOWED + "\n        select period, act as event, who as person from windowed",
    definition="https://chaoss.community/kb/metric-organizational-diversity/",
    min_n=5,
    order=5,
    caveat="Every other number on this page speaks for this share of the work only.",
)
