"""Forks in total.

Question:
    How many forks are there?

Why it matters:
    The course of a total over years is easier to read than its ups and downs.

How it is counted:
    `counted`: the last daily count of each month, added over the projects that are ever counted, for
    months in which all of them were. `added up`: all forks whose dates are known by the end of the month,
    bots included, as forges count. n is the same number.

What it does not tell:
    The two differ where forks were not all seen one by one, or were deleted. Months without a count are
    a gap.

References:
    CHAOSS, Technical Fork: https://chaoss.community/kb/metric-technical-fork/
"""

from folkmoot.metrics._totals import EVENTS, TOTALS, counts
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

ACTS = """
        with gained as (
            select a.month_id as month_seen, a.event as event, 1 as gain from acts a where a.kind in ('fork')
        )"""

COUNTS = counts("forks")

METRIC = Metric(
    id="forks-total",
    version=2,
    title="Forks in total",
    question="How many forks are there?",
    page="attention",
    unit=Unit.FORKS,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    label=Label.WORD,
    labels=("counted", "added up"),
    gap=Gap.UNKNOWN,
    needs=(Kind.FORK,),
    sql=ACTS + COUNTS + TOTALS,
    events=ACTS + COUNTS + EVENTS,
    definition="https://chaoss.community/kb/metric-technical-fork/",
    order=22,
)
