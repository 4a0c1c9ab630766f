"""Share of commits that say somebody else reviewed them.

Question:
    How many commits carry the review of another person in their message?

Why it matters:
    A second pair of eyes is the cheapest defence against mistakes and against one stolen account. Where
    reviews are written down with the commit, they can still be found in twenty years.

How it is counted:
    Commits of people on the default branch (merges and bots left out) with a `Reviewed-by` or `Acked-by`
    naming a human other than the author, divided by all such commits of the year. Years before the first such
    trailer are left out: the project did not write them then. n is the number of commits.

What it does not tell:
    Only what messages say. A project that reviews on a forge may review everything and show next to nothing
    here; this number is a lower bound, never a proof that nobody looked. `Reviewed By: login`, as Phabricator
    writes it, is not read: git does not tell whose login that is.

References:
    CHAOSS, Change Request Reviews: https://chaoss.community/kb/metric-change-request-reviews/
    Linux kernel, Submitting patches: https://docs.kernel.org/process/submitting-patches.html
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

SINCE = """
        with habit as (
            select is_reviewed, min(year_id) as begun
            from commits
            where is_reviewed = 1 and is_bot = 0 and is_merge = 0
            group by is_reviewed
        ),
        judged as (
            select c.year_id, c.event, c.is_reviewed
            from commits c cross join habit h
            where c.is_bot = 0 and c.is_merge = 0 and c.year_id >= h.begun
        )"""

METRIC = Metric(
    id="review-share",
    version=1,
    title="Commits that name a reviewer",
    question="How many commits carry the review of another person in their message?",
    page="flow",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.REVIEWED, Kind.ACKED),
    sql=SINCE
    + """
        select year_id as period, 1e0 * sum(is_reviewed) / count(*) as value, count(*) as n
        from judged
        group by year_id
    """,
    events=SINCE + "\n        select year_id as period, event from judged",
    definition="https://chaoss.community/kb/metric-change-request-reviews/",
    min_n=5,
    order=100,
    caveat="Reviews made on a forge, or noted with a login alone, are not seen; this is a lower bound.",
)
