"""What a chart shows, in one sentence for who cannot see it.

Nothing is said that the drawing does not show: numbers stand with the period they belong to, the few that
tell most by name, and how many the table has besides.
"""

from __future__ import annotations

from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.breakdown import ALL_TIME, telling
from folkmoot.render.charts.curve import NAMED, curves_of
from folkmoot.render.charts.gauge import gauge_words, main_point
from folkmoot.render.charts.series import Track, tracks_of
from folkmoot.render.charts.single import is_about_now
from folkmoot.render.figures import brief, cell_name, period_name, spelled
from folkmoot.render.sentences import valued
from folkmoot.render.voice import Voice

MOST_SERIES = 4
MOST_NAMED = 6
"""At most so many numbers of a period are listened to."""


def described(panel: Panel, voice: Voice) -> str:
    """Give what a listener should know of a chart: what, how much, how it went, and when."""
    told = [point for point in panel.points if point.value is not None]
    title = voice(panel.title)
    if panel.shape is Shape.GAUGE and panel.points:
        point = main_point(panel)
        said, period = gauge_words(point, panel, voice), period_name(point.period, voice)
        return voice("{title}: {value}, {period}.", title=title, value=said, period=period)
    if not told and panel.entries:
        return voice("{title}: {count} entries.", title=title, count=len(panel.entries) + panel.more)
    if not told:
        return voice("{title}: there is no value to show.", title=title)
    if panel.shape is Shape.SERIES:
        return _series(panel, title, voice)
    if panel.shape is Shape.GRAPH:
        return voice(
            "{title}: {count} pairs, the most between two of them {value}, {period}.",
            title=title,
            count=len(told),
            value=spelled(max(map(_value, told)), panel.unit, voice),
            period=period_name(told[-1].period, voice),
        )
    if panel.shape is Shape.CURVE and (said := _curves(panel, voice)):
        return voice("{title}: {numbers}.", title=title, numbers=said)
    if panel.shape is Shape.MATRIX:
        peak = max(told, key=_value)
        return voice(
            "{title}: the highest of {count} values is {value}, {name}.",
            title=title,
            count=len(told),
            value=spelled(peak.value, panel.unit, voice),
            name=cell_name(peak.label, peak.part, voice),
        )
    return voice("{title}: {numbers}.", title=title, numbers=_listed(panel, told, voice))


def _series(panel: Panel, title: str, voice: Voice) -> str:
    tracks = [track for track in tracks_of(panel) if track.latest]
    if len(tracks) == 1:
        return voice("{title}: {series}.", title=title, series=_track(tracks[0], panel, voice))
    said = [f"{voice.name(track.name)}: {_track(track, panel, voice)}" for track in tracks[:MOST_SERIES]]
    if len(tracks) > MOST_SERIES:
        said.append(voice("{count} more in the table", count=len(tracks) - MOST_SERIES))
    return voice("{title}, {count} series. {series}.", title=title, count=len(tracks), series="; ".join(said))


def _track(track: Track, panel: Panel, voice: Voice) -> str:
    told = [point for _, point in track.points if point.value is not None]
    latest = track.latest
    last = latest[2] if latest else told[-1]
    said, when = spelled(last.value, panel.unit, voice), period_name(last.period, voice)
    if len(told) == 1:
        words = "{value} in {period}" if last.complete else "{value} in {period} so far"
        return voice(words, value=said, period=when)
    low, high, first = min(told, key=_value), max(told, key=_value), period_name(told[0].period, voice)
    if low.value == high.value:
        return voice(
            "{value} in {period}, never anything else since {first}", value=said, period=when, first=first
        )
    return voice(
        "{last} in {last_period}; lowest {low} in {low_period}, highest {high} in {high_period}"
        ", since {first_period}",
        last=said,
        last_period=when,
        low=brief(low.value, panel.unit),
        low_period=period_name(low.period, voice),
        high=brief(high.value, panel.unit),
        high_period=period_name(high.period, voice),
        first_period=first,
    )


def _listed(panel: Panel, told: list[Point], voice: Voice) -> str:
    """Name the numbers period by period, the last year before all time, as they are drawn."""
    said = []
    is_now = is_about_now(panel)
    for period in sorted(dict.fromkeys(point.period for point in told), key=ALL_TIME.__eq__):
        own = [point for point in told if point.period == period]
        kept = telling(own, panel.better, MOST_NAMED)
        numbers = [_one(point, panel, voice) for point in kept]
        if len(own) > len(kept):
            numbers.append(voice("{count} more in the table", count=len(own) - len(kept)))
        when = "" if is_now else period_name(period, voice)
        said.append(", ".join([*numbers, when] if when else numbers))
    return "; ".join(said)


def _one(point: Point, panel: Panel, voice: Voice) -> str:
    """Give a number with its name; shares of one whole need no n each, as they need none beside a bar."""
    is_part = panel.shape is not Shape.SINGLE and panel.unit is Unit.SHARE
    said = spelled(point.value, panel.unit, voice) if is_part else valued(point, panel, voice)
    named = _named(point, voice)
    return f"{named} {said}" if named else said


def _curves(panel: Panel, voice: Voice) -> str:
    """Give where each of the curves that have names ends, the newest first."""
    newest = reversed(list(curves_of(panel.points).items())[-NAMED:])
    return "; ".join(
        voice(
            "{name}: {value} after {months} months",
            name=voice.name(name),
            value=brief(curve[-1][1], panel.unit),
            months=f"{curve[-1][0]:g}",
        )
        for name, curve in newest
    )


def _named(point: Point, voice: Voice) -> str:
    return " · ".join(voice.name(part) for part in (point.label, point.part) if part)


def _value(point: Point) -> float:
    return point.value if point.value is not None else 0.0
