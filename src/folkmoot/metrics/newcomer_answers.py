"""Are newcomers answered.

Question:
    What becomes of the first issue or change of somebody new?

Why it matters:
    The first thing somebody writes decides whether there is a second. Being ignored is what people
    remember.

How it is counted:
    The first issue or change that each person ever opened here, unless the forge calls them owner,
    member or collaborator, by the year (and in the last 12 months), as shares: `answered` by a human other
    than the author before or within a minute of closing; `closed without a word`; `waiting` for less
    than `patience_days` (14) days; `ignored` for longer. Bots are left out. n is the number of
    newcomers.

What it does not tell:
    Whether the answer was kind. Who was let in later counts as inside, so newcomers who stayed are
    missing where the forge says so; where nobody says what people are to the project, the first words
    of its maintainers are in it too.

References:
    CHAOSS, New Contributors: https://chaoss.community/kb/metric-new-contributors/
    CHAOSS, Time to First Response: https://chaoss.community/kb/metric-time-to-first-response/
"""

from folkmoot.metrics._periods import FATE_EVENTS, fates
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

FATES = ("answered", "closed without a word", "waiting", "ignored")

COUNTED = """
        with placed as (
            select event, opened_year_id, opened_ts, closed_ts, response_ts, is_inside,
                row_number() over (
                    partition by person order by opened_ts, is_change, project, number) as place
            from items
            where is_bot = 0 and person > 0
        ),
        counted as (
            select p.opened_year_id as year_id, p.opened_ts as ts, p.event as event,
                case when p.response_ts > 0 and (p.closed_ts = 0 or p.response_ts <= p.closed_ts + 60)
                    then 'answered'
                    when p.closed_ts > 0 then 'closed without a word'
                    when k.as_of_ts - p.opened_ts < 86400 * {patience_days} then 'waiting'
                    else 'ignored' end as fate
            from placed p cross join clock k
            where p.place = 1 and p.is_inside = 0
        ),"""

METRIC = Metric(
    id="newcomer-answers",
    version=2,
    title="Are newcomers answered",
    question="What becomes of the first issue or change of somebody new?",
    page="newcomers",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=FATES,
    gap=Gap.UNKNOWN,
    needs=(
        Kind.ISSUE_OPENED,
        Kind.COMMENT,
    ),
    sql=COUNTED + fates(FATES),
    events=COUNTED + FATE_EVENTS,
    definition="https://chaoss.community/kb/metric-new-contributors/",
    parameters={"patience_days": 14},
    min_n=5,
    order=30,
)
