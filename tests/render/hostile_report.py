"""A report whose every text wants to do harm: scripts, quotes, formulas, control and direction characters."""

from __future__ import annotations

from collections.abc import Sequence

from folkmoot.i18n import Message
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.link import Link
from folkmoot.model.metric import Better, Shape, Unit
from folkmoot.model.page import Entry, Page, Panel, Point, Report

SCRIPT = "<script>document.title='ran'</script>"
PAYLOADS = (
    SCRIPT,
    '"><img src=x onerror="document.title=\'ran\'">',
    "' onmouseover='document.title=1' x='",
    "</style></title></svg></textarea>--><svg onload=\"document.title='ran'\">",
    "</pre></details><script>document.title='ran'</script>",
    '=HYPERLINK("http://evil.test","click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "javascript:document.title='ran'",
    "[click](javascript:alert(1)) ![x](http://evil.test/x.png) <http://evil.test>",
    "\u202eevil\u202c \u2066x\u2069 \x1b[31mred\x1b[0m \x1b]0;title\x07 \x00\x07\x9b31m",
    "| a | b |\n|---|---|\n# heading",
    "{{ 7 * 7 }} {% raw %} {0} {__class__} %s %(x)s",
    "Z" + "\u0301" * 500,
    "x" * 10_000,
    "\ud800 half a character",
    "🧭" * 300,
    "أدا لافليس",
    "李" * 60,
)


def hostile_report(payloads: Sequence[str] = PAYLOADS) -> Report:
    """Give a report with every one of `payloads` in every place that data can reach."""
    panels: list[Panel] = []
    for number, bad in enumerate(payloads):
        message = Message("{name} wrote most of {path}.", {"name": bad, "path": bad})
        finding = Finding(
            f"f{number}",
            message,
            Outcome.NO,
            (message, bad),
            message,
            message,
            bad,
            (),
            (Link(message, bad),),
        )
        panels += [
            _panel(f"findings-{number}", message, None, findings=(finding,), missing=message),
            _panel(
                f"series-{number}",
                bad,
                Shape.SERIES,
                points=tuple(Point(f"{year}", 3.0, 5, label=bad) for year in (2024, 2025)),
            ),
            _panel(
                f"months-{number}",
                bad,
                Shape.SERIES,
                points=tuple(
                    Point(f"2025-{month:02d}", 3.0, 5, label=bad + str(half))
                    for month in (1, 2, 3)
                    for half in range(5)
                ),
            ),
            _panel(f"single-{number}", bad, Shape.SINGLE, points=(Point(bad, 1.0, 9, label=bad, part=bad),)),
            _panel(f"breakdown-{number}", bad, Shape.BREAKDOWN, points=(Point(bad, 1.0, 9, label=bad),)),
            _panel(
                f"matrix-{number}",
                bad,
                Shape.MATRIX,
                points=(Point("all time", 2.0, 9, label=bad, part=bad),),
            ),
            _panel(
                f"grid-{number}",
                bad,
                Shape.GRID,
                points=(Point("all time", 2.0, 9, label=bad, part=bad),),
            ),
            _panel(
                f"graph-{number}",
                bad,
                Shape.GRAPH,
                points=(Point("all time", 2.0, 9, label=bad, part=bad + "x"),),
            ),
            _panel(f"gauge-{number}", bad, Shape.GAUGE, points=(Point(bad, 0.2, 9, low=0.1, high=0.3),)),
            _panel(
                f"entries-{number}",
                message,
                None,
                entries=(Entry(bad, bad, bad, (message, bad), bad, (message, bad), bad),) * 3,
            ),
            _panel(
                f"curve-{number}",
                bad,
                Shape.CURVE,
                points=tuple(Point("all time", 1.0, 9, label=bad, part=part) for part in ("0", "6", bad)),
            ),
        ]
    half = len(panels) // 2
    bad = "".join(payloads[:4])
    return Report(
        subject=bad,
        made_at=bad,
        pages=(
            Page("overview", f"Overview {bad}", bad, tuple(panels[:half])),
            Page("people", f"People {bad}", bad, tuple(panels[half:])),
        ),
    )


def _panel(identifier: str, words: Message | str, shape: Shape | None, **more: object) -> Panel:
    return Panel(
        id=identifier,
        title=words,
        question=words,
        headline=words,
        caveat=words,
        unit=Unit.PEOPLE,
        better=Better.NEITHER,
        shape=shape,
        definition=str(words),
        parameters={str(words): str(words)},
        source=str(words),
        coverage_notes=(words,),
        data_until=str(words),
        sql=str(words),
        **more,  # type: ignore[arg-type]
    )
