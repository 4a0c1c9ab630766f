"""Contributions by stated sector.

Question:
    Which sectors do the contributions of the last 12 months come from?

Why it matters:
    A project carried by companies, by universities or by people in their own time is threatened by other
    things, and asks for other help.

How it is counted:
    Contributions (commits without merges, and trailers naming somebody) of the last 12 months by people, bots
    left out, by the sector of the organisation the person worked for on that date, as shares of all:
    `company`, `foundation`, `academia`, `government`, `non-profit`, and `individual` for people who say that
    they work for nobody. A sector counts only where somebody says it: the community in
    `.folkmoot/organisations.toml`; a registry that gives an ending to one sector only (.edu, .ac.uk, .gov);
    or the reviewed list of universities. Everything else is `not stated`. Sectors with fewer than
    `least_people` (5) people are shown together as `fewer than 5 people each`. n is the number of all
    contributions. Where the sector of less than `least_share` (5 %) of them is stated, nothing is shown.

What it does not tell:
    Anything about `not stated`: most companies are in it until somebody says what they are.

References:
    CHAOSS, Organizational Diversity: https://chaoss.community/kb/metric-organizational-diversity/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Gap, Label, Metric, Shape, Unit

NAMES = (
    "company", "foundation", "academia", "government", "non-profit", "individual", "fewer than 5 people each",
    "not stated",
)  # fmt: skip

LABELLED = """
        with recent as (
            select c.event as act, c.person as who,
                case when c.organisation <> 0 then coalesce(o.sector, '')
                    when i.person is not null then 'individual' else '' end as said
            from contributions c
            cross join clock k
            left join organisations o on o.organisation = c.organisation
            left join independents i on i.person = c.person and c.ts >= i.since_ts and c.ts < i.until_ts
            where c.is_bot = 0 and c.ts > k.year_ago_ts
        ),
        crowds as (
            select said, count(distinct who) as people, count(*) as deeds from recent group by said
        ),
        labelled as (
            select r.act as act, r.who as who,
                case when r.said = '' then 'not stated'
                    when c.people < {least_people} then 'fewer than {least_people} people each'
                    else r.said end as sector
            from recent r
            join crowds c on c.said = r.said
            cross join (
                select 1e0 * sum(case when said <> '' then deeds else 0 end) / sum(deeds) as said_share
                from crowds
            ) s
            where s.said_share >= {least_share}
        )"""

METRIC = Metric(
    id="contributions-by-sector",
    version=2,
    title="Sectors",
    question="Which sectors do the contributions of the last 12 months come from?",
    page="organisations",
    unit=Unit.SHARE,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=NAMES,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT, Kind.COAUTHOR),
    parameters={"least_people": 5, "least_share": 0.05},
    sql=LABELLED
    + """,
        whole as (select count(*) as total from labelled)
        select cast(1 as bigint) as period, l.sector as label, 1e0 * count(*) / w.total as value,
            w.total as n
        from labelled l cross join whole w
        group by l.sector, w.total
    """,
    events=LABELLED
    + """
        select cast(1 as bigint) as period, sector as label, act as event, who as person
        from labelled
    """,
    definition="https://chaoss.community/kb/metric-organizational-diversity/",
    min_n=5,
    order=18,
    caveat="Only sectors that somebody states; what is not stated may be of any.",
    nothing=(
        "Of hardly any contribution of the last 12 months does anybody state the sector. "
        ".folkmoot/organisations.toml can say of which sector an organisation is."
    ),
    is_of_last_year=True,
)
