"""How reviewing is shared.

Question:
    How many people review a little, and how many a lot?

Why it matters:
    A few people reviewing hundreds of changes a year while others review two is how reviewers burn out.
    The remedy is to ask those with two.

How it is counted:
    Reviewers of the last 12 months by how many reviews of other people's changes they gave; bots are
    left out. Nobody is named. n is the number of reviewers.

What it does not tell:
    How much work each review was.

References:
    CHAOSS, Change Request Reviews: https://chaoss.community/kb/metric-change-request-reviews/
"""

from folkmoot.i18n import Absence
from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

BANDS = ("1 review", "2 to 5 reviews", "6 to 20 reviews", "21 to 100 reviews", "over 100 reviews")

DONE = """
        with done as (
            select x.event as event, x.person as person
            from interactions x cross join clock k
            where x.kind = 'review' and x.is_change = 1 and x.is_own = 0 and x.is_bot = 0 and x.person > 0
                and x.ts > k.year_ago_ts
        ),
        loaded as (select person, count(*) as given from done group by person),
        banded as (
            select person,
                case when given = 1 then '1 review' when given <= 5 then '2 to 5 reviews'
                    when given <= 20 then '6 to 20 reviews' when given <= 100 then '21 to 100 reviews'
                    else 'over 100 reviews' end as band
            from loaded
        )"""

METRIC = Metric(
    id="review-load",
    version=1,
    title="How reviewing is shared",
    question="How many people review a little, and how many a lot?",
    page="reviews",
    unit=Unit.PEOPLE,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=BANDS,
    gap=Gap.UNKNOWN,
    needs=(Kind.REVIEW,),
    sql=DONE
    + """,
        whole as (select count(*) as total from banded)
        select cast(1 as bigint) as period, b.band as label, count(*) as value, max(w.total) as n
        from banded b cross join whole w
        group by b.band
    """,
    events=DONE
    + """
        select cast(1 as bigint) as period, d.event as event, b.band as label
        from done d join banded b on b.person = d.person
    """,
    definition="https://chaoss.community/kb/metric-change-request-reviews/",
    order=15,
    nothing=Absence("Nobody has given a review in the last 12 months, as far as the forge tells."),
)
