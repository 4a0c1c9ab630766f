"""A value per month or year: bars for counts, lines for shares and medians, small multiples beyond four."""

from __future__ import annotations

from dataclasses import dataclass

from folkmoot.model.metric import Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.drawing import LINE, WIDTH, Drawing, apart, fitted
from folkmoot.render.charts.scale import Scale, rounded_top, year_ticks
from folkmoot.render.figures import STATISTICS, brief, is_month, period_name, place, spelled
from folkmoot.render.voice import Voice

TOP = 80
FLOOR = 570
"""Where the highest value and the zero line stand in a drawing of one frame."""
LONG = 60
"""From this many periods on bars touch, and several series get a frame each."""
TOGETHER = 4
"""At most this many series share a frame."""
FRAMES = 10
"""At most this many small multiples are drawn; the table has the rest."""
STRIPS = (160, 280)
STRIPS_TOGETHER = 640
"""Lowest and highest small frame; the fewer they are, the higher each is."""
NAME_ROOM = 450
END = 120
"""Room to the right for the names of series, and the height of a name with its value."""


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
    alone = len(tracks) == 1
    if alone or (len(tracks) <= TOGETHER and last - first < LONG):
        _one_frame(drawing, panel, tracks, (first, last), voice)
    else:
        _strips(drawing, panel, tracks[:FRAMES], (first, last), voice)
        if len(tracks) > FRAMES:
            more = voice("{count} more in the table", count=len(tracks) - FRAMES)
            drawing.height += LINE
            drawing.text(0, drawing.height - 16, more, "quiet")
    _years(drawing, first, last, 12 if months else 1, 1150 if alone else WIDTH - NAME_ROOM)
    return drawing


def tracks_of(panel: Panel) -> list[Track]:
    """Give the series of a panel in the order in which they first appear."""
    found: dict[str, list[tuple[int, Point]]] = {}
    for point in panel.points:
        at = place(point.period)
        if at is not None:
            found.setdefault(point.label, []).append((at, point))
    return [Track(name, tuple(sorted(own, key=lambda one: one[0]))) for name, own in found.items()]


def _one_frame(
    drawing: Drawing, panel: Panel, tracks: list[Track], time: tuple[int, int], voice: Voice
) -> None:
    room = WIDTH - 1150 if len(tracks) == 1 else NAME_ROOM
    frame = _frame(tracks, panel.unit, time, WIDTH - room, (TOP, FLOOR))
    bars = len(tracks) == 1 and panel.unit not in STATISTICS
    for value in (frame.y.high, frame.y.high / 2):
        drawing.rule(frame.y(value), until=WIDTH - room)
    drawing.rule(frame.y(0), until=WIDTH - room, kind="axis")
    for number, track in enumerate(tracks, start=1):
        (_bars if bars else _line)(drawing, track, frame, number)
    drawing.text(0, frame.y(frame.y.high) - 14, spelled(frame.y.high, panel.unit, voice), "quiet halo")
    drawing.height = FLOOR + LINE
    _ends(drawing, panel, tracks, frame, WIDTH - room + 28, voice)


def _strips(drawing: Drawing, panel: Panel, tracks: list[Track], time: tuple[int, int], voice: Voice) -> None:
    """Draw one small frame per series, one under the other, all on the same scale."""
    top = rounded_top([value for track in tracks for _, value, _ in track.told], panel.unit)
    until = WIDTH - NAME_ROOM
    strip = max(STRIPS[0], min(STRIPS[1], STRIPS_TOGETHER // len(tracks)))
    drawing.text(0, LINE - 14, spelled(top, panel.unit, voice), "quiet")
    drawing.rule(LINE, until=until)
    for number, track in enumerate(tracks):
        floor = LINE - 24 + (number + 1) * strip
        frame = _frame([track], panel.unit, time, until, (floor - strip + 24, floor), top)
        drawing.rule(floor, until=until, kind="axis")
        (_line if panel.unit in STATISTICS else _bars)(drawing, track, frame, 1)
        drawing.text(until + 28, floor - 66, fitted(voice.name(track.name), NAME_ROOM - 28))
        if track.latest:
            _, value, point = track.latest
            drawing.text(until + 28, floor - 6, _said(value, point, panel.unit, voice), "quiet")
    drawing.height = 2 * LINE - 24 + len(tracks) * strip


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
    path: list[str] = []
    before: tuple[int, int, int] | None = None
    for at, value, point in track.told:
        x, y = frame.x(at), frame.y(value)
        joined = before is not None and before[0] == at - 1
        if not point.complete:
            if joined and before:
                drawing.path(f"M{before[1]} {before[2]}L{x} {y}", f"dash{number}")
            drawing.dot(x, y, f"hollow{number}")
            continue
        if joined and before:
            path.append(f"l{x - before[1]} {y - before[2]}")
        else:
            path.append(f"M{x} {y}h0")
        before = (at, x, y)
    if path:
        thin = " thin" if frame.step < WIDTH / LONG / 2 else ""
        drawing.path("".join(path).replace(" -", "-"), f"line{number}{thin}")


def _ends(drawing: Drawing, panel: Panel, tracks: list[Track], frame: Frame, x: int, voice: Voice) -> None:
    """Write the last values beside their series, and the name where there are several."""
    shown = [(number, track, track.latest) for number, track in enumerate(tracks, start=1)]
    ends = [(number, track, end) for number, track, end in shown if end is not None]
    if len(tracks) == 1 and ends:
        _, track, (_, value, point) = ends[0]
        top = min(max(frame.y(value), TOP + 40), FLOOR - 200)
        drawing.text(x, top, brief(value, panel.unit), "big")
        below = [_when(point, voice)]
        if panel.unit in STATISTICS and point.n:
            below.append(voice("n = {n}", n=brief(point.n, None)))
        current = track.told[-1]
        if not current[2].complete and current[2] is not point:
            below.append(voice("so far {value}", value=brief(current[1], panel.unit)))
        for line, words in enumerate(below, start=1):
            drawing.text(x, top + line * LINE + 4, fitted(words, WIDTH - x), "quiet")
        return
    heights = apart([frame.y(end[1]) + 16 for _, _, end in ends], END, TOP, FLOOR - 40)
    for (number, track, (_, value, point)), y in zip(ends, heights, strict=True):
        drawing.dot(x + 8, y - 16, f"fill{number}", 15)
        drawing.text(x + 36, y, fitted(voice.name(track.name), WIDTH - x - 36))
        drawing.text(x + 36, y + 56, _said(value, point, panel.unit, voice), "quiet")


def _said(value: float, point: Point, unit: Unit | None, voice: Voice) -> str:
    number = brief(value, unit)
    if unit in STATISTICS and point.n:
        number = voice("{value}, n = {n}", value=number, n=brief(point.n, None))
    return number if point.complete else voice("{value} so far", value=number)


def _when(point: Point, voice: Voice) -> str:
    name = period_name(point.period, voice)
    return name if point.complete else voice("{period} so far", period=name)


def _years(drawing: Drawing, first: int, last: int, per_year: int, until: int) -> None:
    """Write years under the zero line; a year of months is marked at its January."""
    step = until / (last - first + 1)
    x = Scale(first, last, step / 2, until - step / 2)
    for at, year in year_ticks(first, last, per_year, 6):
        if per_year == 1:
            drawing.text(min(max(x(at), 64), until - 40), drawing.height - 8, year, "quiet", "m")
        elif x(at) < until - 100:
            drawing.text(x(at) - step / 2, drawing.height - 8, year, "quiet")
