"""Stars from day to day.

Question:
    How many stars more, or fewer, were there than the day before, on each of the last 60 days?

Why it matters:
    Who gives a star, and when, most forges no longer tell. How many there are they do: counted every day, the
    stars that were taken back can be seen as well.

How it is counted:
    The count of a day (UTC) less the count of the day before: `gained` where it is more, `lost` where it is
    less; added over the projects that are ever counted, for days on which all of them were, and on the day
    before too. n is the same number.

What it does not tell:
    What came and went between two counts: they are differences. Robots are counted along, as forges do.

References:
    CHAOSS, Project Popularity: https://chaoss.community/kb/metric-project-popularity/
"""

from folkmoot.metrics._from_day_to_day import pairs
from folkmoot.metrics._unanswered import NO_DAILY_COUNTS
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

PAIRS = pairs("stars")

METRIC = Metric(
    id="stars-from-day-to-day",
    version=1,
    title="Stars from day to day",
    question="How many stars more, or fewer, were there than the day before, on each of the last 60 days?",
    page="attention",
    unit=Unit.STARS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("gained", "lost"),
    gap=Gap.UNKNOWN,
    needs=(Kind.STAR,),
    sql=PAIRS
    + """
        select day_seen as period, 'gained' as label, more as value, more as n from days
        union all
        select day_seen as period, 'lost' as label, fewer as value, fewer as n from days
    """,
    events=PAIRS
    + """
        select d.day_seen as period, 'snapshot' as event,
            case when p.change_of < 0 then 'lost' else 'gained' end as label
        from days d join pairs p on p.day_seen = d.day_seen
    """,
    definition="https://chaoss.community/kb/metric-project-popularity/",
    order=13,
    caveat="Differences between daily counts: what came and went within a day does not show.",
    nothing=NO_DAILY_COUNTS,
)
