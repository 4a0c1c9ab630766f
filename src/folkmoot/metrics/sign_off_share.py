"""Share of signed-off commits.

Question:
    How many commits carry a `Signed-off-by`, the statement that the author may give the work away?

Why it matters:
    Projects under the Developer Certificate of Origin promise their users that every line came with it. Where
    the promise is made, anything under 100 % is a hole that lawyers of a dependent company will ask about.

How it is counted:
    Commits of people on the default branch (merges and bots left out) with a `Signed-off-by` trailer, divided
    by all such commits of the year. Years before the first sign-off of a project are left out: it did not
    ask for it then. So is a project without any, whatever others do: two projects, four commits each, of one
    of them two signed off, are 2 of 4, not 2 of 8. n is the number of commits.

What it does not tell:
    Whether the name is real, or whether it is the author's: a maintainer's sign-off counts too. A project
    that does not use the certificate has nothing to improve here.

References:
    Developer Certificate of Origin: https://developercertificate.org/
"""

from folkmoot.metrics._since_first import since_first
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

SINCE = since_first("is_signed_off", "year_id")

METRIC = Metric(
    id="sign-off-share",
    version=2,
    title="Signed-off commits",
    question="How many commits carry a Signed-off-by?",
    page="flow",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.SIGNED_OFF,),
    sql=SINCE
    + """
        select year_id as period, 1e0 * sum(is_signed_off) / count(*) as value, count(*) as n
        from judged
        group by year_id
    """,
    events=SINCE
    + """
        select year_id as period, event,
            case when is_signed_off = 1 then 'commit.signed off' else 'commit' end as kind
        from judged
    """,
    definition="https://developercertificate.org/",
    min_n=5,
    order=110,
    caveat="Good news only where the project asks for the Developer Certificate of Origin.",
)
