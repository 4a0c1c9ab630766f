"""Stars in total.

Question:
    How many stars are there?

Why it matters:
    The course of a total over years is easier to read than its ups and downs.

How it is counted:
    `counted`: the last daily count of each month, added over the projects that are ever counted, for
    months in which all of them were. `added up`: all stars whose dates are known by the end of the month,
    less those taken back, bots included, as forges count. n is the same number.

What it does not tell:
    The two differ where stars were not all seen one by one, or were taken back unseen. Months without a
    count are a gap.

References:
    CHAOSS, Project Popularity: https://chaoss.community/kb/metric-project-popularity/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

ACTS = """
        with gained as (
            select a.month_id as month_seen, a.event as event,
                case when a.kind = 'star' then 1 else -1 end as gain
            from acts a
            where a.kind in ('star', 'unstar')
        )"""

COUNTS = """,
        last_count as (
            select project, month_id as month_counted, stars,
                row_number() over (partition by project, month_id order by day_id desc) as place
            from snapshots where stars >= 0
        ),
        whole_month as (
            select l.month_counted as month_counted, sum(l.stars) as total
            from last_count l
            cross join (select count(distinct project) as projects from last_count) c
            where l.place = 1
            group by l.month_counted, c.projects
            having count(*) = c.projects
        )"""

METRIC = Metric(
    id="stars-total",
    version=2,
    title="Stars in total",
    question="How many stars are there?",
    page="attention",
    unit=Unit.STARS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("counted", "added up"),
    gap=Gap.UNKNOWN,
    needs=(Kind.STAR,),
    sql=ACTS
    + COUNTS
    + """,
        seen as (
            select month_seen, gain from gained
            union all
            select m.month_id as month_seen, 0 as gain
            from months m
            cross join (select min(month_seen) as first_month from gained having count(*) > 0) s
            where m.month_id >= s.first_month
        ),
        monthly as (select month_seen, sum(gain) as change_of from seen group by month_seen)
        select month_counted as period, 'counted' as label, total as value, total as n from whole_month
        union all
        select month_seen as period, 'added up' as label,
            sum(change_of) over (order by month_seen rows unbounded preceding) as value,
            sum(change_of) over (order by month_seen rows unbounded preceding) as n
        from monthly
    """,
    events=ACTS
    + COUNTS
    + """
        select m.month_id as period, g.event as event, 'added up' as label
        from months m cross join gained g
        where g.month_seen <= m.month_id
        union all
        select l.month_counted as period, 'snapshot' as event, 'counted' as label
        from last_count l join whole_month w on w.month_counted = l.month_counted
        where l.place = 1
    """,
    definition="https://chaoss.community/kb/metric-project-popularity/",
    order=12,
)
