"""Every colour there is. Three raw colours a theme, four for series; the rest is mixed from them.

The series colours stand at least 3:1 against both papers, and stay apart under the three common kinds of
colour blindness; `tests/render/test_palette.py` proves it. `templates/report.html` writes them into the page,
an exported SVG gets the light values inlined.
"""

from __future__ import annotations

from typing import NamedTuple


class Theme(NamedTuple):
    """Three raw colours: what one writes on, what one writes with, and the one that calls for a click."""

    paper: str
    ink: str
    accent: str


LIGHT = Theme(paper="#ffffff", ink="#1b1f27", accent="#1d5fb8")
DARK = Theme(paper="#16181d", ink="#e9eaee", accent="#8ab4f0")
SERIES = ("#4f8bf0", "#c98117", "#8847bf", "#127564")
SHARES = {"quiet": 0.70, "line": 0.16, "wash": 0.05}
"""How much ink is in quiet text, in hairlines, and in the wash behind a box."""
HEAT = (0.12, 0.3, 0.5, 0.75, 1.0)
"""How much of the first series colour is in each step of a heat map."""


def mix(over: str, under: str, share: float) -> str:
    """Give `share` of `over` with the rest of `under`, in sRGB, as CSS `color-mix(in srgb, ...)` does."""
    pairs = ((int(over[at : at + 2], 16), int(under[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def resolved(theme: Theme) -> dict[str, str]:
    """Give every colour by the name it has in the style sheets, mixed for `theme`."""
    colours = {"paper": theme.paper, "ink": theme.ink, "accent": theme.accent}
    colours |= {name: mix(theme.ink, theme.paper, share) for name, share in SHARES.items()}
    colours |= {f"s{number}": colour for number, colour in enumerate(SERIES, start=1)}
    colours |= {f"h{number}": mix(SERIES[0], theme.paper, s) for number, s in enumerate(HEAT, start=1)}
    return colours


def custom_properties() -> str:
    """Give the declarations both themes share, as CSS: what is mixed is mixed by the browser."""
    mixed = [
        f"--{name}:color-mix(in srgb,var(--ink) {share:.0%},var(--paper))" for name, share in SHARES.items()
    ]
    series = [f"--s{number}:{colour}" for number, colour in enumerate(SERIES, start=1)]
    heat = [
        f"--h{number}:color-mix(in srgb,var(--s1) {share:.0%},var(--paper))"
        for number, share in enumerate(HEAT, start=1)
    ]
    return ";".join(mixed + series + heat)


def raw_properties(theme: Theme) -> str:
    """Give the three raw colours of a theme as CSS declarations."""
    return ";".join(f"--{name}:{colour}" for name, colour in zip(Theme._fields, theme, strict=True))
