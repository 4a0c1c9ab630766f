"""A value per month or year: bars for counts, lines for shares and medians, small multiples beyond four.

Long because one frame, several frames and the names beside them share their measures.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from folkmoot.model.metric import Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.drawing import LINE, WIDTH, Drawing, apart, broken, fitted, length
from folkmoot.render.charts.scale import Scale, rounded_top
from folkmoot.render.charts.time_axis import write_months, write_years
from folkmoot.render.figures import (
    STATISTICS,
    brief,
    is_day,
    is_month,
    period_name,
    place,
    spelled,
    telling_name,
)
from folkmoot.render.voice import Voice

TOP = 80
FLOOR = 570
"""Where the highest value and the zero line stand in a drawing of one frame."""
LONG = 60
"""From this many periods on bars touch, and several series get a frame each."""
TOGETHER = 4
"""At most this many series share a frame."""
LEAST = 12
"""Periods before the newest that are drawn though nothing can be said of them: a year has a January."""
FRAMES = 10
"""At most this many small multiples are drawn; the table has the rest."""
STRIPS = (160, 280)
STRIPS_TOGETHER = 640
"""Lowest and highest small frame; the fewer they are, the higher each is."""
ROOM = (330, 450, 660)
"""Least, usual and most room to the right of a frame, for names and last values."""
END = 120
"""Height of a name with its value."""


@dataclass(frozen=True)
class Track:
    """One series: its name and its points in order of time, each with its place on the line of time."""

    name: str
    points: tuple[tuple[int, Point], ...]

    @property
    def told(self) -> list[tuple[int, float, Point]]:
        """Give place, value and point of everything that can be said."""
        return [(at, point.value, point) for at, point in self.points if point.value is not None]

    @property
    def latest(self) -> tuple[int, float, Point] | None:
        """Give the last complete value, or the last of all when none is complete."""
        told = self.told
        return next((one for one in reversed(told) if one[2].complete), told[-1] if told else None)


@dataclass(frozen=True)
class Frame:
    """Where a series is drawn: time to the right, values upwards; `step` is the width of one period."""

    x: Scale
    y: Scale
    step: float


def draw(panel: Panel, voice: Voice) -> Drawing:
    """Draw a panel whose points lie on a line of time."""
    tracks = tracks_of(panel)
    drawing = Drawing()
    places = [at for track in tracks for at, _ in track.points]
    if not places:
        return drawing
    months = any(is_month(point.period) for point in panel.points)
    first, last = min(places), max(places)
    labels = [_label(track, panel, tracks, voice) for track in tracks]
    alone = len(tracks) == 1
    when = _newest(tracks, voice)
    needed = (
        max(round(length(words)) for words in (when, *(words for label in labels for words in label))) + 72
    )
    until = WIDTH - (ROOM[1] if alone else max(ROOM[0], min(ROOM[2], needed)))
    if alone or (len(tracks) <= TOGETHER and last - first < LONG):
        _one_frame(drawing, panel, tracks, (first, last), until, voice)
        _ends(drawing, panel, tracks, labels, until + 28, voice)
        top = TOP - 14
    else:
        _strips(drawing, panel, list(zip(tracks, labels, strict=True))[:FRAMES], (first, last), until, voice)
        top = LINE - 14
        if len(tracks) > FRAMES:
            more = voice("{count} more in the table", count=len(tracks) - FRAMES)
            drawing.height += LINE
            drawing.text(0, drawing.height - 16, more, "quiet")
    if not alone:
        drawing.text(until + 28, top, fitted(when, WIDTH - until - 28), "quiet")
    if any(is_day(point.period) for point in panel.points):
        write_months(drawing, first, last, until, voice)
    else:
        write_years(drawing, first, last, 12 if months else 1, until)
    return drawing


def tracks_of(panel: Panel) -> list[Track]:
    """Give the series of a panel in the order in which they first appear, from the first value of any on.

    What cannot be told of the years before is no course of anything: it would push the rest into a corner.
    """
    placed = [(at, point) for point in panel.points if (at := place(point.period)) is not None]
    begun = min((at for at, point in placed if point.value is not None), default=0)
    first = min(begun, max((at for at, _ in placed), default=0) - LEAST)
    found: dict[str, list[tuple[int, Point]]] = {}
    for at, point in placed:
        if at >= first:
            found.setdefault(point.label, []).append((at, point))
    return [Track(name, tuple(sorted(own, key=lambda one: one[0]))) for name, own in found.items()]


def _newest(tracks: list[Track], voice: Voice) -> str:
    """Give the last period that is over: numbers beside several series are of it unless they say so."""
    whole = [(one[0], one[2].period) for track in tracks if (one := track.latest) and one[2].complete]
    return period_name(max(whole)[1], voice) if whole else ""


def _label(track: Track, panel: Panel, tracks: list[Track], voice: Voice) -> tuple[str, str]:
    """Give the name of a series and its last value; an old one says when it was."""
    if track.latest is None:
        return voice.name(track.name), ""
    newest = max((one[0] for own in tracks if (one := own.latest) and one[2].complete), default=0)
    at, value, point = track.latest
    said = brief(value, panel.unit)
    if panel.unit in STATISTICS and point.n:
        said = voice("{value}, n = {n}", value=said, n=brief(point.n, None))
    if not point.complete:
        said = voice("{value} so far", value=said)
    elif at != newest:
        said = voice("{value} in {period}", value=said, period=period_name(point.period, voice))
    return voice.name(track.name), said


def _one_frame(
    drawing: Drawing, panel: Panel, tracks: list[Track], time: tuple[int, int], until: int, voice: Voice
) -> None:
    frame = _frame(tracks, panel.unit, time, until, (TOP, FLOOR))
    bars = len(tracks) == 1 and panel.unit not in STATISTICS
    for value in (frame.y.high, frame.y.high / 2):
        drawing.rule(frame.y(value), until=until)
    drawing.rule(frame.y(0), until=until, kind="axis")
    for number, track in enumerate(tracks, start=1):
        (_bars if bars else _line)(drawing, track, frame, number)
    drawing.text(0, frame.y(frame.y.high) - 14, spelled(frame.y.high, panel.unit, voice), "quiet halo")
    drawing.height = FLOOR + LINE


def _strips(
    drawing: Drawing,
    panel: Panel,
    labelled: list[tuple[Track, tuple[str, str]]],
    time: tuple[int, int],
    until: int,
    voice: Voice,
) -> None:
    """Draw one small frame per series, one under the other, all on the same scale."""
    top = rounded_top([value for track, _ in labelled for _, value, _ in track.told], panel.unit)
    strip = max(STRIPS[0], min(STRIPS[1], STRIPS_TOGETHER // len(labelled)))
    drawing.text(0, LINE - 14, spelled(top, panel.unit, voice), "quiet")
    drawing.rule(LINE, until=until)
    for number, (track, (name, said)) in enumerate(labelled):
        floor = LINE - 24 + (number + 1) * strip
        frame = _frame([track], panel.unit, time, until, (floor - strip + 24, floor), top)
        drawing.rule(floor, until=until, kind="axis")
        (_line if panel.unit in STATISTICS else _bars)(drawing, track, frame, 1)
        drawing.text(until + 28, floor - 66, fitted(name, WIDTH - until - 28))
        drawing.text(until + 28, floor - 6, fitted(said, WIDTH - until - 28), "quiet")
    drawing.height = 2 * LINE - 24 + len(labelled) * strip


def _frame(
    tracks: list[Track],
    unit: Unit | None,
    time: tuple[int, int],
    until: int,
    heights: tuple[int, int],
    top: float | None = None,
) -> Frame:
    values = [value for track in tracks for _, value, _ in track.told]
    first, last = time
    step = until / (last - first + 1)
    high = rounded_top(values, unit) if top is None else top
    y = Scale(min([0.0, *values]), high, heights[1], heights[0])
    return Frame(Scale(first, last, step / 2, until - step / 2), y, step)


def _bars(drawing: Drawing, track: Track, frame: Frame, number: int) -> None:
    """Draw complete periods as one path: separate bars, or a stepped area when there are many."""
    zero = frame.y(0)
    whole = [(at, value) for at, value, point in track.told if point.complete]
    if frame.step < WIDTH / LONG:
        drawing.path(_steps(whole, frame), f"fill{number}")
    else:
        width = round(frame.step * 0.72)
        steps = (
            f"M{frame.x(at) - width // 2} {zero}v{frame.y(value) - zero}h{width}V{zero}z"
            for at, value in whole
            if value
        )
        drawing.path("".join(steps), f"fill{number}")
    for at, value, point in track.told:
        if not point.complete:
            width = max(12, round(frame.step * 0.72) - 6)
            y = min(zero, frame.y(value))
            drawing.rect(
                frame.x(at) - width / 2, y, width, max(3, abs(zero - frame.y(value))), f"hollow{number}"
            )


def _steps(whole: list[tuple[int, float]], frame: Frame) -> str:
    """Give a stepped area over the zero line; places without a value lie on it."""
    if not whole:
        return ""
    zero = frame.y(0)
    edge = Scale(frame.x.low, frame.x.high + 1, 0, frame.x.end + frame.step / 2)
    first = whole[0][0]
    x, y = edge(first), zero
    path = [f"M{x} {zero}"]
    values = dict(whole)
    run = 0
    for at in range(first, whole[-1][0] + 1):
        height = frame.y(values.get(at, 0))
        if height != y:
            path.append((f"h{run}" if run else "") + f"v{height - y}")
            y, run = height, 0
        run += edge(at + 1) - edge(at)
    return "".join(path) + f"h{run}V{zero}z"


def _line(drawing: Drawing, track: Track, frame: Frame, number: int) -> None:
    """Draw complete periods as one path, broken at gaps; what is not over is dashed and hollow."""
    runs: list[list[tuple[int, int, int]]] = []
    for at, value, point in track.told:
        here = (at, frame.x(at), frame.y(value))
        joined = bool(runs) and runs[-1][-1][0] == at - 1
        if not point.complete:
            if joined:
                _, x, y = runs[-1][-1]
                drawing.path(f"M{x} {y}L{here[1]} {here[2]}", f"dash{number}")
            drawing.dot(here[1], here[2], f"hollow{number}")
        elif joined:
            runs[-1].append(here)
        else:
            runs.append([here])
    path = "".join(_run(run) for run in runs if len(run) > 1)
    if path:
        thin = " thin" if frame.step < WIDTH / LONG / 2 else ""
        drawing.path(path, f"line{number}{thin}")
    for run in runs:
        if len(run) == 1:
            drawing.dot(run[0][1], run[0][2], f"fill{number}", 10)


def _run(run: list[tuple[int, int, int]]) -> str:
    """Give the path through neighbouring points."""
    steps = (f"l{x - a} {y - b}" for (_, a, b), (_, x, y) in pairwise(run))
    return f"M{run[0][1]} {run[0][2]}" + "".join(steps).replace(" -", "-")


def _ends(
    drawing: Drawing, panel: Panel, tracks: list[Track], labels: list[tuple[str, str]], x: int, voice: Voice
) -> None:
    """Write the last values beside their series, and the name where there are several."""
    frame = _frame(tracks, panel.unit, (0, 1), x, (TOP, FLOOR))
    if len(tracks) == 1:
        _end(drawing, panel, tracks[0], frame, x, voice)
        return
    found = [
        (number, frame.y(track.latest[1]), label)
        for number, (track, label) in enumerate(zip(tracks, labels, strict=True), start=1)
        if track.latest
    ]
    heights = apart([y + 16 for _, y, _ in found], END, TOP + LINE, FLOOR - 40)
    for (number, _, (name, said)), y in zip(found, heights, strict=True):
        drawing.dot(x + 8, y - 16, f"fill{number}", 15)
        drawing.text(x + 36, y, fitted(name, WIDTH - x - 36))
        drawing.text(x + 36, y + 56, fitted(said, WIDTH - x - 36), "quiet")


def _end(drawing: Drawing, panel: Panel, track: Track, frame: Frame, x: int, voice: Voice) -> None:
    """Write the last value of a lone series large, with its date, its n, and what is not over yet."""
    if track.latest is None:
        return
    _, value, point = track.latest
    # Some months have long names: a date may take two lines, and none is cut.
    below = broken(period_name(point.period, voice), WIDTH - x)
    if name := telling_name(track.name, panel.unit, voice):
        below.insert(0, name)
    if not point.complete:
        below.append(voice("so far"))
    if panel.unit in STATISTICS and point.n:
        below.append(voice("n = {n}", n=brief(point.n, None)))
    current = track.told[-1]
    if not current[2].complete and current[2] is not point:
        below.append(voice("so far {value}", value=brief(current[1], panel.unit)))
    top = min(max(frame.y(value), TOP + 40), FLOOR - 200, FLOOR + LINE - 4 - len(below) * LINE)
    drawing.text(x, top, brief(value, panel.unit), "big")
    for line, words in enumerate(below, start=1):
        drawing.text(x, top + line * LINE + 4, fitted(words, WIDTH - x), "quiet")
