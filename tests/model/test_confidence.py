"""Bands of Contributor Confidence."""

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.confidence import BANDS, FULL_SCALE, VARIANTS, band


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (0.0, "hard to get into, few return"),
        (0.094, "hard to get into, few return"),
        (0.1, "some return"),
        (0.294, "some return"),
        (0.296, "approachable, many return"),
        (0.3, "approachable, many return"),
        (0.364, "approachable, many return"),
        (0.37, "very welcoming"),
        (0.9, "very welcoming"),
    ],
)
def test_a_value_has_the_band_that_its_shown_number_has(value: float, name: str) -> None:
    assert band(value).name == name


def test_bands_rise_within_the_scale() -> None:
    begins = [one.begins for one in BANDS]
    assert begins == sorted(begins)
    assert begins[0] == 0
    assert begins[-1] < FULL_SCALE


def test_every_variant_is_a_metric() -> None:
    assert set(VARIANTS) <= set(all_metrics())


def test_what_is_below_the_scale_is_at_its_lower_end() -> None:
    assert band(-1.0) == band(0.0)


def test_what_is_above_the_scale_is_at_its_upper_end() -> None:
    assert band(2.0) == band(1.0)
    assert band(float("inf")) == band(1.0)


@pytest.mark.parametrize(
    ("value", "name"),
    [(0.0994, "hard to get into, few return"), (0.0996, "some return"), (0.2949, "some return")],
)
def test_below_a_tenth_one_decimal_is_shown_and_decides(value: float, name: str) -> None:
    """9.94 % is shown as 9.9 %, 9.96 % as 10.0 %; 29.49 % is shown as 29 %."""
    assert band(value).name == name
