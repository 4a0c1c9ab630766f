"""Newcomers who contribute a second time within 90 days.

Question:
    Of the people who contribute for the first time in a year, how many do so again within 90 days?

Why it matters:
    The second contribution is the step at which most newcomers are lost, and the one a project can do most
    about: a quick and kind answer to the first one, and something small to do next.

How it is counted:
    Newcomers of a year (first contribution ever, bots left out) with another contribution on another day, at
    most `window_days` (90) days after the first, divided by all newcomers of the year. Newcomers whose days
    are not over yet are left out. n is the number of newcomers counted; the interval is Wilson's for 95 %.

What it does not tell:
    Commits are dated by their author: somebody whose first piece of work is merged as five commits written on
    five days came back without anybody having answered yet. Contributions outside git are not seen.

References:
    CHAOSS, Conversion Rate: https://chaoss.community/kb/metric-conversion-rate/
    E. B. Wilson, Probable inference, 1927: https://doi.org/10.1080/01621459.1927.10502953
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Row, Shape, Unit
from folkmoot.model.statistics import wilson_interval

NEWCOMERS = """
        with newcomer as (
            select person, min(day_id) as first_day, min(year_id) as first_year
            from contributions
            where is_bot = 0
            group by person
        ),
        watched as (
            select n.person, n.first_day, n.first_year
            from newcomer n cross join clock k
            where n.first_day + {window_days} < k.as_of_day_id
        )"""


def finish(rows: list[Row]) -> list[Row]:
    """Add the interval in which the true share of each year lies."""
    return [_with_interval(row) for row in rows]


def _with_interval(row: Row) -> Row:
    low, high = wilson_interval(round((row.value or 0.0) * row.n), row.n)
    return row._replace(low=low, high=high)


METRIC = Metric(
    id="second-contribution",
    version=1,
    title="Newcomers who come a second time",
    question="How many newcomers contribute again, on another day, within 90 days?",
    page="people",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT, Kind.COAUTHOR),
    sql=NEWCOMERS
    + """,
        outcome as (
            select w.person, w.first_year,
                max(case when c.day_id > w.first_day and c.day_id <= w.first_day + {window_days}
                    then 1 else 0 end) as came_back
            from watched w
            join contributions c on c.person = w.person
            group by w.person, w.first_year
        )
        select first_year as period, 1e0 * sum(came_back) / count(*) as value, count(*) as n
        from outcome
        group by first_year
    """,
    events=NEWCOMERS
    + """
        select distinct w.first_year as period, c.event as event, w.person as person
        from watched w
        join contributions c on c.person = w.person
        where c.day_id <= w.first_day + {window_days}
    """,
    definition="https://chaoss.community/kb/metric-conversion-rate/",
    parameters={"window_days": 90},
    finish=finish,
    min_n=5,
    order=60,
    caveat="Newcomers whose 90 days are not over are left out.",
)
