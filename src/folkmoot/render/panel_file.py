"""One panel as an SVG file that stands alone: for a README, a slide, a letter."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from html import escape
from importlib.resources import files

from folkmoot.model.page import Panel
from folkmoot.render.charts import WIDTH, draw
from folkmoot.render.charts.drawing import LETTER, LINE, Drawing, broken, fitted
from folkmoot.render.description import described
from folkmoot.render.lists import named, shown_entries
from folkmoot.render.palette import LIGHT, resolved
from folkmoot.render.sentences import asked, footer, status
from folkmoot.render.voice import Voice

MARGIN = 60
MOST_FINDINGS = 14
_VARIABLE = re.compile(r"var\(--([a-z0-9]+)\)")


def panel_svg(panel: Panel, *, translate: Callable[[str], str] = str) -> str:
    """Give a panel with its title, question and source as a standalone SVG in light colours."""
    voice = Voice(translate)
    drawing = draw(panel, voice) or _in_words(panel, voice)
    head = Drawing(height=MARGIN)
    for words, kind, letter in ((voice(panel.title), "title", 44), (asked(panel, voice), "quiet", LETTER)):
        for line in broken(words, WIDTH, letter):
            head.height += LINE + 16
            head.text(MARGIN, head.height - 16, line, kind)
    top = head.height + 40
    sources = broken(footer(panel, voice), WIDTH, 24)
    lines = max(1, len(sources))
    height = top + drawing.height + LINE * lines + MARGIN
    for place, line in enumerate(sources, 1):
        head.text(MARGIN, height - MARGIN + 10 - (lines - place) * LINE, line, "quiet small")
    width = WIDTH + 2 * MARGIN
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width // 3}" '
        f'height="{height // 3}" role="img" class="chart" aria-label="{escape(described(panel, voice))}">'
        f'<style>{_styles()}</style><rect width="{width}" height="{height}" fill="{LIGHT.paper}"/>'
        f'{head.body()}<g transform="translate({MARGIN} {top})">{drawing.body()}</g></svg>\n'
    )


@cache
def _styles() -> str:
    """Give the chart's styles with every variable replaced by its light value."""
    colours = resolved(LIGHT)
    sheet = files("folkmoot.render").joinpath("templates", "chart.css").read_text("utf-8")
    return _VARIABLE.sub(lambda match: colours[match[1]], sheet)


def _in_words(panel: Panel, voice: Voice) -> Drawing:
    """Write what a panel without a chart says: its findings and entries, or what is missing."""
    drawing = Drawing()
    for finding in panel.findings[:MOST_FINDINGS]:
        drawing.height += LINE + 16
        _, word = status(panel, finding.outcome, voice)
        words = voice("{status}: {title}", status=word, title=voice(finding.title))
        drawing.text(0, drawing.height - 16, fitted(words, WIDTH))
    entries, more = shown_entries(panel, MOST_FINDINGS)
    for entry in entries:
        drawing.height += LINE + 16
        drawing.text(0, drawing.height - 16, fitted(named(entry, voice), WIDTH))
    if more:
        drawing.height += LINE + 16
        words = voice("{count} more are not shown here.", count=more)
        drawing.text(0, drawing.height - 16, fitted(words, WIDTH), "quiet")
    if not panel.findings and not entries:
        drawing.height = LINE + 16
        words = voice(panel.missing) or voice(panel.headline) or voice("No data.")
        drawing.text(0, LINE, fitted(words, WIDTH), "quiet")
    return drawing
