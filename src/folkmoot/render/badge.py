"""A badge for a README: a label and a value in one small SVG, readable without colour."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from folkmoot.model.metric import Shape
from folkmoot.model.page import Panel
from folkmoot.render.charts.gauge import gauge_words, main_point
from folkmoot.render.figures import place, spelled
from folkmoot.render.palette import LIGHT
from folkmoot.render.plain import plain
from folkmoot.render.voice import Voice

MOST = 60
LETTER = 7
PADDING = 8


def badge_svg(label: str, value: str) -> str:
    """Give a badge. Both texts are cut after 60 characters."""
    left, right = plain(label, MOST), plain(value, MOST)
    first, second = _width(left), _width(right)
    name = escape(f"{left}: {right}")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{first + second}" height="20" role="img" '
        f'aria-label="{name}"><title>{name}</title>'
        f'<clipPath id="round"><rect width="{first + second}" height="20" rx="3"/></clipPath>'
        f'<g clip-path="url(#round)"><rect width="{first}" height="20" fill="{LIGHT.ink}"/>'
        f'<rect x="{first}" width="{second}" height="20" fill="{LIGHT.accent}"/></g>'
        f'<g fill="{LIGHT.paper}" text-anchor="middle" font-family="Verdana,DejaVu Sans,sans-serif" '
        f'font-size="11">'
        f'<text x="{first // 2}" y="14" textLength="{first - 2 * PADDING}">{escape(left)}</text>'
        f'<text x="{first + second // 2}" y="14" textLength="{second - 2 * PADDING}">{escape(right)}</text>'
        "</g></svg>\n"
    )


def panel_badge(panel: Panel, *, translate: Callable[[str], str] = str) -> str:
    """Give a badge with a panel's newest value, or "unknown"; only a period that is over counts."""
    voice = Voice(translate)
    if panel.shape is Shape.GAUGE:
        point = main_point(panel) if panel.points else None
        words = gauge_words(point, panel, voice) if point else voice("insufficient data")
        return badge_svg(voice(panel.title), words)
    known = [point for point in panel.points if point.complete and point.value is not None]
    # The newest month or year; where there is none, what the last 12 months say, else all time.
    dated = [point for point in known if place(point.period) is not None]
    newest = max(dated, key=lambda point: place(point.period) or 0) if dated else None
    special = {point.period: point for point in reversed(known)}
    chosen = newest or special.get("last 12 months") or special.get("all time")
    value = spelled(chosen.value, panel.unit, voice) if chosen else voice("unknown")
    return badge_svg(voice(panel.title), value)


def _width(words: str) -> int:
    return LETTER * max(1, len(words)) + 2 * PADDING
