"""New contributors per month.

Question:
    How many people contribute for the first time ever each month?

Why it matters:
    Everybody who will maintain the project in three years is new at some point. When nobody new comes, the
    project lives on the patience of those who are there.

How it is counted:
    People (bots left out) in the month, in UTC, of their first contribution ever: a commit on the default
    branch (merges left out) or a trailer naming them. Somebody who comes back after a pause is not new.

What it does not tell:
    First means first in this history: somebody who wrote for the project before its history was imported, or
    under a name and address nobody linked, looks new. In the first months everybody is new.

References:
    CHAOSS, New Contributors: https://chaoss.community/kb/metric-new-contributors/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Metric, Shape, Unit

METRIC = Metric(
    id="new-contributors",
    version=1,
    title="New contributors",
    question="How many people contribute for the first time ever each month?",
    page="people",
    unit=Unit.PEOPLE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    needs=(Kind.COMMIT, Kind.COAUTHOR),
    sql="""
        select first_month_id as period, count(*) as value, count(*) as n
        from persons
        where is_bot = 0
        group by first_month_id
    """,
    events="""
        select distinct p.first_month_id as period, c.event as event, p.person as person
        from persons p
        join contributions c on c.person = p.person and c.ts = p.first_ts
        where p.is_bot = 0
    """,
    definition="https://chaoss.community/kb/metric-new-contributors/",
    order=30,
)
