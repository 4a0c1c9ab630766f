"""A table as HTML, small: end tags that HTML leaves out are left out, long tables hold bare numbers.

Every value can be read by a machine: a cell holds either `<data value="...">`, or a bare number (in percent
where the table says `data-unit="share"`). `<i>` holds
n, in long tables followed by the interval.
"""

from __future__ import annotations

from html import escape

from folkmoot.model.metric import Unit
from folkmoot.model.page import Point
from folkmoot.render.figures import FEW, brief, exact, too_few
from folkmoot.render.tables import Table, bare_number
from folkmoot.render.voice import Voice


def html_table(table: Table, voice: Voice) -> str:
    """Give a table with a caption, and a scope on every heading."""
    unit = f' data-unit="{table.unit.value}"' if table.is_bare and table.unit is Unit.SHARE else ""
    head = "".join(f"<th scope=col>{escape(column)}" for column in table.columns)
    corner = f"<th scope=col>{escape(table.corner)}" if table.corner else "<td>"
    parts = [f"<table{unit}><caption>{escape(table.caption)}</caption><thead><tr>{corner}{head}"]
    for group in table.groups:
        parts.append("<tbody>")
        if group.name:
            parts.append(f"<tr><th scope=rowgroup colspan={len(table.columns) + 1}>{escape(group.name)}")
        for line in group.lines:
            cells = "".join(_cell(point, table, voice) for point in line.cells)
            parts.append(f"<tr><th scope=row>{escape(line.name)}{cells}")
    return "".join(parts) + "</table>"


def _cell(point: Point | None, table: Table, voice: Voice) -> str:
    if point is None:
        return "<td>"
    number = exact(point.value, table.unit)
    words = bare_number(point, table.unit) if table.is_bare else brief(point.value, table.unit)
    if too_few(point):
        words = "–" if table.is_bare else escape(voice("too few" if point.n < FEW else "not known"))
    elif number is None:
        words = "–"
    elif not table.is_bare:
        words = words if words == str(number) else f'<data value="{number}">{words}</data>'
    small = brief(point.n, None) if table.with_n and point.n and number != point.n else ""
    interval = _interval(point, table, voice)
    if table.is_bare and (small or interval):
        words += f"<i>{'; '.join(filter(None, (small, interval)))}</i>"
    else:
        words += f" <small>{interval}</small>" if interval else ""
        words += f"<i>{small}</i>" if small else ""
    if not point.complete and number is not None:
        words += f" <small>{escape(voice('so far'))}</small>"
    return f"<td>{words}"


def _interval(point: Point, table: Table, voice: Voice) -> str:
    if point.low is None or point.high is None:
        return ""
    low, high = (brief(bound, table.unit) for bound in (point.low, point.high))
    if table.is_bare:
        return f"{low.rstrip('%')}–{high.rstrip('%')}"
    return escape(voice("{low} to {high}", low=low, high=high))
