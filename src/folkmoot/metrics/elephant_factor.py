"""Elephant factor.

Question:
    How many organisations does half of the work come from?

Why it matters:
    When one employer makes half of the commits, its next change of plans is the project's too. Two or more
    that could carry on alone are what companies and foundations look for before they depend on a project.

How it is counted:
    Organisations are put in order of their commits; the factor is the smallest number of them that together
    make at least half. Commits by people, merges and bots left out, whose author's organisation is known from
    the e-mail domain or an override at that date; n is their number. For all time and for the last 12 months.
    Where the organisation of less than `min_known` of the commits is known, no number is given.

What it does not tell:
    Anything about commits whose organisation is unknown, which are most in many projects: read it beside the
    known share. Somebody who writes from a private address counts for nobody, also during working hours.

References:
    CHAOSS, Elephant Factor: https://chaoss.community/kb/metric-elephant-factor/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

WINDOWED = """
        with windowed as (
            select cast(0 as bigint) as period, organisation as firm, event as act
            from commits
            where is_bot = 0 and is_merge = 0
            union all
            select cast(1 as bigint) as period, c.organisation as firm, c.event as act
            from commits c cross join clock k
            where c.is_bot = 0 and c.is_merge = 0 and c.ts > k.year_ago_ts
        ),
        told as (
            select period as told_period
            from windowed
            group by period
            having sum(case when firm <> 0 then 1 else 0 end) >= {min_known} * count(*)
        )"""

METRIC = Metric(
    id="elephant-factor",
    version=2,
    title="Elephant factor",
    question="How many organisations does half of the work come from?",
    page="organisations",
    unit=Unit.ORGANISATIONS,
    better=Better.HIGHER,
    shape=Shape.SINGLE,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql=WINDOWED
    + """,
        by_firm as (
            select w.period, w.firm, count(*) as made
            from windowed w join told t on t.told_period = w.period
            where w.firm <> 0
            group by w.period, w.firm
        ),
        running as (
            select period, made,
                sum(made) over (partition by period order by made desc, firm
                    rows between unbounded preceding and current row) as reached,
                sum(made) over (partition by period) as whole
            from by_firm
        )
        select period, sum(case when 2 * (reached - made) < whole then 1 else 0 end) as value, sum(made) as n
        from running
        group by period
    """,
    events=WINDOWED
    + """
        select w.period as period, w.act as event
        from windowed w join told t on t.told_period = w.period
        where w.firm <> 0
    """,
    definition="https://chaoss.community/kb/metric-elephant-factor/",
    parameters={"min_known": 0.1},
    min_n=10,
    order=10,
    caveat="Counts only commits whose organisation is known; see the share beside it.",
)
