"""People by band of UTC offset.

Question:
    Over which parts of the day is the community spread?

Why it matters:
    It tells which hours suit a meeting, how long an answer takes to come round, and whom a fixed meeting time
    shuts out.

How it is counted:
    People with at least one commit (merges left out), each counted once, in the band of UTC offsets that most
    of their commits carry (the western one at a tie), in the last 12 months and over all time. Bots are left
    out, and so are stretches of a year or more in which everybody's commits carry UTC, as after a conversion.
    n is the number of their commits in the window, in whatever band. The bands are cut so that changing the
    clocks for summer moves few people across; of the offsets between two, -3:30 counts with -3, +3:30 with
    +4, +6:30 with +6 and +10:30 with +10. In a report only where five people or more committed then and none
    of them made more than three quarters of the commits; a band of fewer than five has no number.

What it does not tell:
    An offset never names a country: UTC+1 alone is used in more than fifty. Servers, browsers and imports
    often write UTC, which makes the middle band too large.

References:
    CHAOSS, Contributor Location (which asks for countries; git cannot tell them):
    https://chaoss.community/kb/metric-contributor-location/
"""

from folkmoot.model.event import Kind
from folkmoot.model.metric import Better, Label, Metric, Shape, Unit

PLACED = """
        with windowed as (
            select 0 as period, person, event as act, offset_minutes
            from clocked
            union all
            select 1 as period, c.person, c.event as act, c.offset_minutes
            from clocked c cross join clock k where c.ts > k.year_ago_ts
        ),
        banded as (
            select period, person, count(*) as acts,
                case when offset_minutes < -510 then 1 when offset_minutes < -210 then 2
                    when offset_minutes < -90 then 3 when offset_minutes < 210 then 4
                    when offset_minutes < 405 then 5 when offset_minutes < 645 then 6 else 7 end as band
            from windowed
            group by period, person,
                case when offset_minutes < -510 then 1 when offset_minutes < -210 then 2
                    when offset_minutes < -90 then 3 when offset_minutes < 210 then 4
                    when offset_minutes < 405 then 5 when offset_minutes < 645 then 6 else 7 end
        ),
        ranked as (
            select period, person, band,
                row_number() over (partition by period, person order by acts desc, band) as place,
                sum(acts) over (partition by period, person) as total
            from banded
        ),
        placed as (
            select period, person, total,
                case band when 1 then 'UTC-12 to -9' when 2 then 'UTC-8 to -4' when 3 then 'UTC-3 to -2'
                    when 4 then 'UTC-1 to +3' when 5 then 'UTC+4 to +6' when 6 then 'UTC+7 to +10'
                    else 'UTC+11 to +14' end as band_name
            from ranked
            where place = 1
        )"""

METRIC = Metric(
    id="utc-offset-bands",
    version=2,
    title="Around the clock",
    question="Over which parts of the day is the community spread?",
    page="rhythm",
    unit=Unit.PEOPLE,
    better=Better.NEITHER,
    shape=Shape.BREAKDOWN,
    label=Label.WORD,
    labels=(
        "UTC-12 to -9",
        "UTC-8 to -4",
        "UTC-3 to -2",
        "UTC-1 to +3",
        "UTC+4 to +6",
        "UTC+7 to +10",
        "UTC+11 to +14",
    ),
    needs=(Kind.COMMIT,),
    sql=PLACED
    + """
        select period, band_name as label, count(*) as value, sum(total) as n
        from placed
        group by period, band_name
    """,
    events=PLACED
    + """
        select p.period as period, w.act as event, p.band_name as label
        from placed p join windowed w on w.period = p.period and w.person = p.person
    """,
    definition="https://chaoss.community/kb/metric-contributor-location/",
    order=40,
    caveat=(
        "An offset never names a country, machines set to UTC make the middle band too large, and bands of "
        "one to four people show no number."
    ),
)
