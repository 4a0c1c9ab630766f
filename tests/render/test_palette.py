"""Colours can be told apart on both papers, by everybody."""

from itertools import combinations
from math import dist

import pytest

from folkmoot.render.palette import DARK, LIGHT, SERIES, SHARES, custom_properties, mix, resolved

ON_BOTH = (LIGHT.paper, DARK.paper)
APART = 0.09
"""Distance in OKLab; neighbours closer than this look alike in thin lines."""
SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.01182, 0.04294, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado, Oliveira and Fernandes 2009, full severity, in linear sRGB."""


def linear(colour: str) -> tuple[float, ...]:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def luminance(colour: str) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """Give a colour as somebody with that sight sees it, in OKLab."""
    raw = linear(colour)
    r, g, b = (min(1.0, max(0.0, sum(a * c for a, c in zip(row, raw, strict=True)))) for row in SIGHT[sight])
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    middle = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
    )


@pytest.mark.parametrize("colour", SERIES)
@pytest.mark.parametrize("paper", ON_BOTH)
def test_series_stand_out_on_both_papers(colour: str, paper: str) -> None:
    assert contrast(colour, paper) >= 3


@pytest.mark.parametrize("colour", SERIES)
def test_series_have_middle_luminance(colour: str) -> None:
    assert 0.13 <= luminance(colour) <= 0.30


@pytest.mark.parametrize("sight", SIGHT)
def test_series_stay_apart_in_every_sight(sight: str) -> None:
    closest = min(dist(seen(a, sight), seen(b, sight)) for a, b in combinations(SERIES, 2))
    assert closest >= APART


def test_the_simulation_leaves_grey_alone() -> None:
    usual = seen("#808080", "usual")
    assert all(dist(usual, seen("#808080", sight)) < 0.01 for sight in SIGHT)


def test_the_simulation_knows_colours_that_are_confused() -> None:
    assert dist(seen("#c00000", "protanopia"), seen("#484000", "protanopia")) < APART


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@pytest.mark.parametrize("name", ["ink", "accent", "quiet"])
def test_text_can_be_read(theme: object, name: str) -> None:
    assert isinstance(theme, type(LIGHT))
    wash = resolved(theme)["wash"]
    assert min(contrast(resolved(theme)[name], theme.paper), contrast(resolved(theme)[name], wash)) >= 4.5


def test_heat_only_grows_stronger() -> None:
    for theme in (LIGHT, DARK):
        steps = [contrast(resolved(theme)[f"h{number}"], theme.paper) for number in range(1, 6)]
        assert steps == sorted(steps)


def test_mixing_is_what_color_mix_does() -> None:
    assert mix("#000000", "#ffffff", 0.6) == "#666666"


def test_three_raw_colours_a_theme_and_the_rest_is_mixed() -> None:
    raw = [part for part in custom_properties().split(";") if "#" in part]
    assert len(LIGHT) == len(DARK) == 3
    assert len(raw) == len(SERIES)
    assert all(f"--{name}:color-mix" in custom_properties() for name in SHARES)
