"""A drawing: an SVG body in whole units, four to a pixel, and the few marks it is made of.

Whole numbers and relative paths keep a series of 250 months under two kilobytes. Colours are class names
only; `templates/chart.css` gives them their meaning.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from html import escape

WIDTH = 1600
"""Every drawing is this wide: 400 pixels."""
LETTER = 31
"""About the width of an "n" in a line of text, 52 units high."""
LINE = 64
"""Height of a line of text."""
_WIDTHS = (
    dict.fromkeys(" .,:;'|!()[]ijlI·", 0.52)
    | dict.fromkeys("-/tfr", 0.66)
    | dict.fromkeys("mwMW%@…+=<>~−–", 1.5)
)
"""How wide a letter is, as a share of an "n"; others by their kind."""


@dataclass
class Drawing:
    """Marks collected from top to bottom; `height` in units is set by whoever draws."""

    height: int = 0
    marks: list[str] = field(default_factory=list)

    def text(self, x: float, y: float, words: str, kind: str = "", anchor: str = "") -> None:
        """Write one line with its baseline at (x, y). `anchor` is "" (start), "m" (middle) or "e" (end)."""
        names = " ".join(filter(None, (kind, anchor)))
        place = f" x={_q(x)}" if round(x) else ""
        self.marks.append(f"<text{place} y={_q(y)}{_class(names)}>{escape(words)}</text>")

    def path(self, steps: str, kind: str) -> None:
        """Draw one path; `steps` is made of numbers by the charts, never of data."""
        self.marks.append(f'<path d="{steps}"{_class(kind)}/>')

    def rect(self, x: float, y: float, width: float, height: float, kind: str) -> None:
        """Draw a box."""
        self.marks.append(f"<rect x={_q(x)} y={_q(y)} width={_q(width)} height={_q(height)}{_class(kind)}/>")

    def dot(self, x: float, y: float, kind: str, radius: int = 14) -> None:
        """Draw a dot."""
        self.marks.append(f"<circle cx={_q(x)} cy={_q(y)} r={_q(radius)}{_class(kind)}/>")

    def rule(self, y: float, until: float = WIDTH, kind: str = "rule") -> None:
        """Draw a horizontal hairline."""
        self.path(f"M0 {round(y)}H{round(until)}", kind)

    def body(self) -> str:
        """Give everything drawn so far."""
        return "".join(self.marks)


def length(words: str, letter: float = LETTER) -> float:
    """Guess how many units `words` take in a wide system font, where an "n" takes `letter`."""
    return letter * sum(_WIDTHS.get(one) or _width_of_kind(one) for one in words)


def fitted(words: str, room: float, letter: float = LETTER) -> str:
    """Shorten `words` to what fits into `room` units."""
    if length(words, letter) <= room:
        return words
    while words and length(words + "…", letter) > room:
        words = words[:-1]
    return words.rstrip() + "…"


def broken(words: str, room: float, letter: float = LETTER, most: int = 2) -> list[str]:
    """Break `words` into at most `most` lines of `room` units; the last one is shortened where needed."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and (length(longer, letter) <= room or len(lines) == most):
            lines[-1] = longer
        else:
            lines.append(word)
    return [fitted(line, room, letter) for line in lines]


def apart(wanted: list[float], gap: float, top: float, bottom: float) -> list[float]:
    """Move the heights of labels as little as needed to stand `gap` apart, between `top` and `bottom`."""
    order = sorted(range(len(wanted)), key=lambda index: wanted[index])
    placed = [0.0] * len(wanted)
    last = top - gap
    for index in order:
        last = placed[index] = max(wanted[index], last + gap)
    last = bottom + gap
    for index in reversed(order):
        last = placed[index] = min(placed[index], last - gap)
    return placed


def _width_of_kind(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.7
    return 1.15 if letter.isupper() else 1.05


def _q(number: float) -> str:
    return f'"{round(number)}"'


def _class(names: str) -> str:
    return f' class="{names}"' if names else ""
