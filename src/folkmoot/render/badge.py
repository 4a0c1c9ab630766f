"""A badge for a README: a label and a value in one small SVG, readable without colour."""

from __future__ import annotations

from html import escape

from folkmoot.render.palette import LIGHT
from folkmoot.render.plain import plain

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


def _width(words: str) -> int:
    return LETTER * max(1, len(words)) + 2 * PADDING
