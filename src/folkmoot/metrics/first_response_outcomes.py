"""What becomes of what is opened.

Question:
    How many issues and changes are answered, closed without a word, or still waiting?

Why it matters:
    A median says how long answers take; this says how often there is one. Closing without a word is
    quick, and is felt as a slap.

How it is counted:
    Issues and changes by people, by the year in which they were opened (and in the last 12 months), as
    shares: `answered` by a human other than the author before or within a minute of closing, `closed
    without a word`, or `waiting`. n is all of them.

What it does not tell:
    Who closes may be the author, whose question has settled itself. An answer may be one word long.

References:
    CHAOSS, Time to First Response: https://chaoss.community/kb/metric-time-to-first-response/
"""

from folkmoot.metrics._periods import FATE_EVENTS, fates
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

FATES = ("answered", "closed without a word", "waiting")

COUNTED = """
        with counted as (
            select opened_year_id as year_id, opened_ts as ts, event,
                case when response_ts > 0 and (closed_ts = 0 or response_ts <= closed_ts + 60) then 'answered'
                    when closed_ts > 0 then 'closed without a word'
                    else 'waiting' end as fate
            from items
            where is_bot = 0
        ),"""

METRIC = Metric(
    id="first-response-outcomes",
    version=1,
    title="What becomes of what is opened",
    question="How many issues and changes are answered, closed without a word, or still waiting?",
    page="responsiveness",
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
    definition="https://chaoss.community/kb/metric-time-to-first-response/",
    min_n=5,
    order=15,
)
