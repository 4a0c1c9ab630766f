"""Share of landings that belong to no change.

Question:
    How much lands on the main line directly, without a change (pull or merge request)?

Why it matters:
    What is pushed directly was not open to review before it landed, and newcomers see two sets of rules.

How it is counted:
    Commits by people on the main line (the first-parent line of the default branch), per year and for the
    last 12 months, from the first change of a person onwards that the clone shows as merged: those that are
    no merge and belong to no change, divided by all; n is all. A merge made by a bot counts where the change
    that it lands is a person's. A project without a single merged change, or of which less than `least_share`
    (5 %) of all opened changes are seen merged, gives no rows: there, pushing is the way of working, or
    patches come by e-mail.

What it does not tell:
    A change landed by hand looks like direct pushes where its commits neither name it nor stand there as it
    held them. Release commits usually are direct, and rightly.

References:
    OpenSSF Scorecard, Code-Review: https://github.com/ossf/scorecard/blob/main/docs/checks.md#code-review
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Metric, Shape, Unit

LANDED = """
        with start as (
            select project, min(case when is_merged = 1 then merged_ts end) as first_merged_ts
            from changes
            where is_bot = 0
            group by project
            having sum(is_merged) > 0 and sum(is_merged) >= {least_share} * sum(has_opened)
        ),
        landed as (
            select c.year_id as landed_year, c.ts as landed_ts, c.event as landed_event,
                case when c.is_merge = 0 and c.change_number = 0 then 1 else 0 end as is_direct
            from commits c
            join start s on s.project = c.project
            left join changes h on h.project = c.project and h.number = c.change_number
            where c.is_mainline = 1 and c.ts >= s.first_merged_ts
                and (c.is_bot = 0 or (c.is_merge = 1 and h.is_bot = 0))
        ),
        windowed as (
            select landed_year as period, landed_event, is_direct from landed
            union all
            select cast(1 as bigint) as period, l.landed_event, l.is_direct
            from landed l cross join clock k where l.landed_ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="direct-pushes",
    version=4,
    title="Direct pushes",
    question="How much lands on the main line directly, without a change (pull or merge request)?",
    page="flow",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.SERIES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT, Kind.CHANGE_MERGED),
    parameters={"least_share": 0.05},
    sql=LANDED
    + """
        select period, 1e0 * sum(is_direct) / count(*) as value, count(*) as n
        from windowed
        group by period
    """,
    events=LANDED
    + """
        select period, landed_event as event,
            case when is_direct = 1 then 'commit.direct' else 'commit' end as kind
        from windowed
    """,
    definition="https://github.com/ossf/scorecard/blob/main/docs/checks.md#code-review",
    min_n=5,
    order=100,
    caveat="Changes landed by hand look like direct pushes where their commits do not name them.",
    nothing=(
        "Hardly any merged change is visible in this clone, so nothing can be said about commits without one."
    ),
)
