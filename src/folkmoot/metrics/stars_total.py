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

from folkmoot.metrics._totals import EVENTS, TOTALS, counts
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

ACTS = """
        with gained as (
            select a.month_id as month_seen, a.event as event,
                case when a.kind = 'star' then 1 else -1 end as gain
            from acts a
            where a.kind in ('star', 'unstar')
        )"""

COUNTS = counts("stars")

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
    sql=ACTS + COUNTS + TOTALS,
    events=ACTS + COUNTS + EVENTS,
    definition="https://chaoss.community/kb/metric-project-popularity/",
    order=12,
)
