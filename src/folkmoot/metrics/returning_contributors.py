"""Contributors who came back, per month.

Question:
    How many people come back each month after a long silence?

Why it matters:
    Somebody who knows the project and returns needs no introduction: they are the cheapest new hands there
    are. A project to which people come back is one they left in peace.

How it is counted:
    People (bots left out) with a contribution in the month whose contribution before that one was more than
    `inactive_days` (183) days earlier, in days of UTC. Who goes and comes back twice counts twice.

What it does not tell:
    Why they were away. Somebody who answered questions all along and committed nothing counts as away here.

References:
    The silence is the one of CHAOSS, Inactive Contributors:
    https://chaoss.community/kb/metric-inactive-contributors/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Metric, Shape, Unit

# A silence longer than a month always spans months, so that one row per person and month tells them all.
RETURNS = """
        with active_month as (
            select person, month_id, min(day_id) as first_day, max(day_id) as last_day
            from contributions
            where is_bot = 0
            group by person, month_id
        ),
        paused as (
            select person, month_id, first_day,
                first_day - lag(last_day, 1, first_day) over (partition by person order by month_id)
                    as silent_days
            from active_month
        )"""

METRIC = Metric(
    id="returning-contributors",
    version=1,
    title="Contributors who came back",
    question="How many people come back each month after half a year of silence or more?",
    page="people",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    needs=(Kind.COMMIT, Kind.COAUTHOR),
    sql=RETURNS
    + """
        select month_id as period, count(*) as value, count(*) as n
        from paused
        where silent_days > {inactive_days}
        group by month_id
    """,
    events=RETURNS
    + """
        select distinct p.month_id as period, c.event as event, p.person as person
        from paused p
        join contributions c on c.person = p.person and c.day_id = p.first_day
        where p.silent_days > {inactive_days}
    """,
    definition="https://chaoss.community/kb/metric-inactive-contributors/",
    parameters={"inactive_days": 183},
    order=40,
)
