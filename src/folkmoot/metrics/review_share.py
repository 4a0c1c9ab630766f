"""Share of commits that say somebody else reviewed them.

Question:
    How many commits carry the review of another person in their message?

Why it matters:
    A second pair of eyes is the cheapest defence against mistakes and against one stolen account. Where
    reviews are written down with the commit, they can still be found in twenty years.

How it is counted:
    Commits of people on the default branch (merges and bots left out) with a `Reviewed-by` or `Acked-by`
    naming a human other than the author, divided by all such commits of the year. `Reviewed By: login`
    counts where the login is an unusual word by which one person here is known, as author, account or full
    name, or where somebody said whose it is (`folkmoot people same`). Years before the first such
    trailer of a project are left out: it did not write them then. So is a project without any, whatever
    others do: two projects, four commits each, of one of them two reviewed, are 2 of 4, not 2 of 8. n is
    the number of commits.

What it does not tell:
    Only what messages say. A project that reviews on a forge may review everything and show next to nothing
    here; this number is a lower bound, never a proof that nobody looked. Of `Reviewed By: login`, as
    Phabricator writes it, git does not tell whose login that is: most often it is nobody known here.

References:
    CHAOSS, Change Request Reviews: https://chaoss.community/kb/metric-change-request-reviews/
    Linux kernel, Submitting patches: https://docs.kernel.org/process/submitting-patches.html
"""

from folkmoot.metrics._since_first import since_first
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

SINCE = since_first("is_reviewed", "year_id")

METRIC = Metric(
    id="review-share",
    version=3,
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
    events=SINCE
    + """
        select year_id as period, event,
            case when is_reviewed = 1 then 'commit.names a reviewer' else 'commit' end as kind
        from judged
    """,
    definition="https://chaoss.community/kb/metric-change-request-reviews/",
    min_n=5,
    order=100,
    caveat=(
        "Reviews made on a forge, or noted with a login that nobody here is known by, are not seen; this is "
        "a lower bound."
    ),
)
