"""How large what lands is.

Question:
    How large are the changes that land?

Why it matters:
    Small changes are reviewed sooner and better. A project whose typical change is large makes reviewing,
    and a first contribution, harder than they need be.

How it is counted:
    What lands together is one: all commits of a change (pull or merge request) where the clone shows one,
    else the single commit. Its size is the sum of lines added and deleted in its commits, merges left out:
    under 10 XS, under 30 S, under 100 M, under 500 L, under 1000 XL, else XXL. The value is the share of
    landings in each size, n is the number of landings; a landing belongs to the last 12 months when its last
    commit does. Bots are left out, and so are landings with a commit whose lines were not counted.

What it does not tell:
    A line written and rewritten within one change counts each time. Renames and generated files make a change
    large that was easy to review. Mailing-list projects show commits here, forge projects whole changes, so
    sizes compare within one project only.

References:
    The limits are those of the size labels of Kubernetes:
    https://github.com/kubernetes-sigs/prow/tree/main/pkg/plugins/size
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

LANDINGS = """
        with landing as (
            select project, 0 - change_number as landing_key, sum(lines) as size_lines, max(ts) as landed_ts
            from commits
            where is_bot = 0 and is_merge = 0 and change_number > 0
            group by project, change_number
            having min(has_lines) = 1
            union all
            select project, commit as landing_key, lines as size_lines, ts as landed_ts
            from commits
            where is_bot = 0 and is_merge = 0 and change_number = 0 and has_lines = 1
        ),
        sized as (
            select project, landing_key, landed_ts,
                case when size_lines < 10 then 'XS' when size_lines < 30 then 'S'
                    when size_lines < 100 then 'M' when size_lines < 500 then 'L'
                    when size_lines < 1000 then 'XL' else 'XXL' end as size
            from landing
        ),
        windowed as (
            select 0 as period, project, landing_key, size from sized
            union all
            select 1 as period, s.project, s.landing_key, s.size
            from sized s cross join clock k where s.landed_ts > k.year_ago_ts
        )"""

METRIC = Metric(
    id="change-sizes",
    version=1,
    title="Size of changes",
    question="How large are the changes that land?",
    page="flow",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=("XS", "S", "M", "L", "XL", "XXL"),
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT,),
    sql=LANDINGS
    + """,
        total as (select period, count(*) as landings from windowed group by period)
        select w.period as period, w.size as label,
            1e0 * count(*) / max(t.landings) as value, max(t.landings) as n
        from windowed w join total t on t.period = w.period
        group by w.period, w.size
    """,
    events=LANDINGS
    + """
        select w.period as period, c.event as event, w.size as label
        from windowed w
        join commits c on c.project = w.project
            and case when c.change_number > 0 then 0 - c.change_number else c.commit end = w.landing_key
        where c.is_bot = 0 and c.is_merge = 0
    """,
    definition="https://github.com/kubernetes-sigs/prow/tree/main/pkg/plugins/size",
    min_n=5,
    order=40,
    caveat="Lines changed: XS under 10, S under 30, M under 100, L under 500, XL under 1,000, XXL more. "
    "Sizes compare within one project only: squashing, renames and generated files change them.",
)
