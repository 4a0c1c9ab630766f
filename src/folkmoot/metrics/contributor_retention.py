"""How long contributors stay, by the year in which they came.

Question:
    Of the people who came in a year, how many are still contributing so many months later?

Why it matters:
    Newcomers who stay become the people who review and release. When a later year's curve falls below an
    earlier one's, something about arriving has become harder, and it shows years before anybody is missing.

How it is counted:
    The Kaplan-Meier estimate for people (bots left out) by the year of their first contribution. Somebody is
    lost at their last contribution once `inactive_days` (183) days have passed without another. What happened
    in those last days cannot be judged yet: everybody active then was there until they began and is censored
    at that moment, never lost; people who came within them are left out. The value at month m is the share
    that contributed m months (of 30.4375 days, to the second) after their first contribution or later, with
    Greenwood's 95 % interval on the scale of log(-log), which stays within 0 and 1 (none at 0 and 1
    themselves); n is the number of people of that year. The months are 0, 1, 2, 3 and then every third up to
    60. A curve ends when it has come down to 0, or before a month at which censoring leaves fewer than five
    people to watch. The newest `cohorts` (10) years of five people or more are shown.

What it does not tell:
    Most people bring one fix they needed and never meant to stay, so the first step down is steep everywhere:
    compare years with one another. Somebody who pauses for years and returns counts as having stayed.

References:
    Kaplan and Meier, 1958: https://doi.org/10.1080/01621459.1958.10501452
    Lin, Robles, Serebrenik, Developer Turnover in Global, Industrial Open Source Projects, 2017:
    https://doi.org/10.1109/ICGSE.2017.11
"""

from bisect import bisect_left
from itertools import accumulate, groupby
from math import inf

from folkmoot.model.event import DAY, Kind
from folkmoot.model.metric import ALL_TIME, Better, Gap, Label, Metric, Row, Shape, Unit
from folkmoot.model.statistics import Spell, before, kaplan_meier

MONTH = 30.4375 * DAY
MONTHS = (0, 1, 2, *range(3, 61, 3))
SMALLEST = 5

FOLLOWED = """
        with followed as (
            select p.person, p.first_year_id, p.first_ts, p.last_ts,
                k.as_of_ts - 86400 * {inactive_days} as known_until
            from persons p cross join clock k
            where p.is_bot = 0 and p.first_ts < k.as_of_ts - 86400 * {inactive_days}
        )"""


def finish(rows: list[Row], cohorts: int) -> list[Row]:
    """Turn people by year (period), fate (label) and seconds watched (part) into the newest years' curves."""
    ordered = sorted(rows, key=lambda row: row.period)
    years = [(year, list(own)) for year, own in groupby(ordered, key=lambda row: row.period)]
    large = [(year, own) for year, own in years if sum(row.n for row in own) >= SMALLEST]
    return [point for year, own in large[-cohorts:] for point in _curve(year, own)]


def _curve(year: int, own: list[Row]) -> list[Row]:
    spells = sorted(Spell(int(row.part), row.label == "lost", row.n) for row in own)
    durations = [spell.duration for spell in spells]
    # How many people stopped being watched with each spell, and all before it.
    gone = [0, *accumulate(spell.people for spell in spells)]
    known_until = min((spell.duration for spell in spells if not spell.ended), default=inf)
    steps = kaplan_meier(spells)
    points = []
    for month in MONTHS:
        reached = month * MONTH
        step = before(steps, reached)
        watched = gone[-1] - gone[bisect_left(durations, reached)]
        if known_until < reached and watched < SMALLEST:
            break
        label = f"{year:04d}"
        points.append(Row(ALL_TIME, step.survival, gone[-1], label, str(month), step.low, step.high))
        if step.survival == 0:
            break
    return points


METRIC = Metric(
    id="contributor-retention",
    version=2,
    title="How long contributors stay",
    question="Of the people who came in a year, how many still contribute so many months later?",
    page="people",
    unit=Unit.SHARE,
    better=Better.HIGHER,
    shape=Shape.CURVE,
    label=Label.WORD,
    gap=Gap.UNKNOWN,
    needs=(Kind.COMMIT, Kind.COAUTHOR),
    sql=FOLLOWED
    + """,
        spell as (
            select first_year_id,
                case when last_ts < known_until then 'lost' else 'still there' end as fate,
                case when last_ts < known_until then last_ts - first_ts else known_until - first_ts end
                    as seconds
            from followed
        )
        select first_year_id as period, fate as label, seconds as part, count(*) as value, count(*) as n
        from spell
        group by first_year_id, fate, seconds
    """,
    events=FOLLOWED
    + """
        select distinct 0 as period, c.event as event, f.first_year_id as label, f.person as person
        from followed f
        join contributions c on c.person = f.person
    """,
    definition="https://doi.org/10.1080/01621459.1958.10501452",
    parameters={"inactive_days": 183, "cohorts": 10},
    finish=finish,
    min_n=SMALLEST,
    order=70,
    caveat="People active in the last 183 days are censored: not lost, and not yet known to stay.",
    nothing="No year brought five newcomers who can be watched for long enough to tell how long people stay.",
)
