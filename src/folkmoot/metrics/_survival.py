"""Waiting that may not be over yet: the SQL and the finish that metrics of such waits share.

What is still open, or was ended by something else, is censored: it counts as waiting for as long as it did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from folkmoot.metrics._periods import windowed
from folkmoot.model.event import DAY
from folkmoot.model.metric import Row
from folkmoot.model.statistics import Spell, ended_within, kaplan_meier, time_until

ENDED = "ended"

SPELLS = """
        measured as (
            select period, fate,
                case when wait <= 0 then 0
                    when wait <= 172800 then wait + 59 - (wait + 59) % 60
                    when wait <= 2592000 then wait + 3599 - (wait + 3599) % 3600
                    else wait + 21599 - (wait + 21599) % 21600 end as seconds
            from windowed
        )
        select period, fate as label, seconds as part, count(*) as value, count(*) as n
        from measured
        group by period, fate, seconds
    """
"""`windowed` counted by fate and time: few rows, and none further than a fiftieth from what was measured.

Rounded up, so that "within 90 days" takes in nobody of the 91st, and half *are* answered by the median.
"""

WAITING = windowed("event, fate, wait") + "," + SPELLS
"""`counted` with `fate` ('ended' or anything else) and `wait` in seconds, ready for `median_and_p90`."""


def spells_by_period(rows: list[Row]) -> Iterator[tuple[int, list[Spell]]]:
    """Give the spells of each period from rows of SPELLS: label is the fate, part the seconds."""
    spells: dict[int, list[Spell]] = {}
    for row in rows:
        spells.setdefault(row.period, []).append(Spell(float(row.part), row.label == ENDED, row.n))
    yield from sorted(spells.items())


FOLLOWED = 0.5
"""Part of the cases that must have ended, or been watched, until a time before it is told as usual."""


def followed(spells: list[Spell], time: float) -> int:
    """Count those of whom it is known whether they had ended by `time`."""
    return sum(spell.people for spell in spells if spell.ended or spell.duration >= time)


def median_and_p90(seconds: int) -> Callable[[list[Row]], list[Row]]:
    """Give a finish that turns SPELLS into median and p90 by Kaplan-Meier, in units of `seconds`.

    A value is None where the curve does not come so far, and where fewer than half could be followed until
    then: of thirty that came yesterday and one that waited a month, nobody knows when half are answered.
    """

    def finish(rows: list[Row]) -> list[Row]:
        points = []
        for period, spells in spells_by_period(rows):
            steps = kaplan_meier(spells)
            n = sum(spell.people for spell in spells)
            for label, share in (("median", 0.5), ("p90", 0.9)):
                reached = time_until(steps, share, is_middle=label == "median")
                if reached is not None and followed(spells, reached) < FOLLOWED * n:
                    reached = None
                points.append(Row(period, None if reached is None else reached / seconds, n, label))
        return points

    return finish


WATCHED = 0.5
"""Part of the time that a few must have been watched for, before a share within all of it can be told."""


def share_within(least: int) -> Callable[[list[Row], int], list[Row]]:
    """Give a finish that turns SPELLS into the share that ended within `days`, with its interval.

    `days` is the metric's own parameter. The value is None where it would rest on fewer than `least` people,
    with those watched for a part of the days counting as that part, or where nobody could be watched for half
    of them: none came back *yet*.
    """

    def finish(rows: list[Row], days: int) -> list[Row]:
        points = []
        for period, spells in spells_by_period(rows):
            n = sum(spell.people for spell in spells)
            found = ended_within(spells, days * DAY)
            is_known = found and found.weight >= least and found.reach >= WATCHED
            points.append(
                Row(period, found.value, n, low=found.low, high=found.high)
                if found and is_known
                else Row(period, None, n)
            )
        return points

    return finish
