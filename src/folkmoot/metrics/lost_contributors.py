"""Contributors who went silent, per month.

Question:
    In which months did people make their last contribution, as far as can be known today?

Why it matters:
    People rarely say goodbye. A month in which many went silent points at something: a release that wore
    people out, a quarrel, an employer that left. Asking them costs one friendly message.

How it is counted:
    People (bots left out) whose last contribution was more than `inactive_days` (183) days ago, in the month,
    in UTC, of that last contribution. Months for which those days are not over are left out: whoever was
    active then may simply be having a quiet time.

What it does not tell:
    People who contributed once and were never meant to stay are here too, and most projects have many; see
    the share of newcomers who come a second time. Somebody who comes back leaves this count again, so recent
    months look a little worse than they will in a few years.

References:
    CHAOSS, Inactive Contributors: https://chaoss.community/kb/metric-inactive-contributors/
"""

from folkmoot.metrics._unanswered import GONE_LATER
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

METRIC = Metric(
    id="lost-contributors",
    version=2,
    title="Contributors who went silent",
    question="When did people who have been silent for more than half a year make their last contribution?",
    page="people",
    unit=Unit.PEOPLE,
    better=Better.LOWER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT, Kind.COAUTHOR),
    sql="""
        with ended as (
            select last_month_id as month_id, count(*) as people
            from persons
            where is_bot = 0
            group by last_month_id
        )
        select m.month_id as period, coalesce(e.people, 0) as value, coalesce(e.people, 0) as n
        from months m
        cross join clock k
        cross join (select count(*) as people from persons) known
        left join ended e on e.month_id = m.month_id
        where known.people > 0 and m.has_history = 1 and m.end_ts + 86400 * {inactive_days} <= k.as_of_ts
    """,
    events="""
        select distinct p.last_month_id as period, c.event as event, p.person as person
        from persons p
        join contributions c on c.person = p.person and c.ts = p.last_ts
        join months m on m.month_id = p.last_month_id
        cross join clock k
        where p.is_bot = 0 and m.end_ts + 86400 * {inactive_days} <= k.as_of_ts
    """,
    definition="https://chaoss.community/kb/metric-inactive-contributors/",
    parameters={"inactive_days": 183},
    order=50,
    nothing=GONE_LATER,
)
