"""Share of merged changes that a check had passed.

Question:
    How many changes are merged after a machine had looked at them?

Why it matters:
    A check that ran before the merge finds mistakes while they still cost little, and lets strangers'
    changes be taken with less worry.

How it is counted:
    Changes by people merged in the year (and in the last 12 months) of which a forge told what ran: those
    on whose newest commit at least one check, status or job had passed, divided by all of these; n is all of
    these. A change on which nothing had passed while something still ran is left out.

What it does not tell:
    What the checks test: a check of signatures counts like a suite of tests. Whether others had failed, or
    whether it passed before the merge or only after: forges tell when a check was last touched. What
    ran on changes merged more than a year before they were first read is not asked, as forges forget it; so
    earlier years stay unknown until a store has seen them.

References:
    OpenSSF Scorecard, CI-Tests, which counts tests only:
    https://github.com/ossf/scorecard/blob/main/docs/checks.md#ci-tests
"""

from folkmoot.metrics._periods import EVENTS, SHARE
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

COUNTED = """
        with counted as (
            select merged_year_id as year_id, merged_ts as ts, event, has_passed as hit
            from heads
            where is_bot = 0 and is_known = 1
        ),"""

METRIC = Metric(
    id="ci-checked-share",
    version=2,
    title="Merged after a check had passed",
    question="How many changes are merged after a machine had looked at them?",
    page="reviews",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.CHANGE_MERGED,),
    sql=COUNTED + SHARE,
    events=COUNTED + EVENTS,
    definition="https://github.com/ossf/scorecard/blob/main/docs/checks.md#ci-tests",
    min_n=5,
    order=38,
    caveat="Only changes of which a forge told what ran before the merge.",
    nothing=(
        "Nobody tells here what ran before changes were merged: git does not, and neither do dumps and "
        "archives. A connected forge tells it of those merged in the last year."
    ),
)
