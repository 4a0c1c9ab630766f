"""Organisations: for how much they are known, before anything is said about them."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.pages.organisations import lede
from views.looking import ALL_TIME, LAST_YEAR, panel, told


def said(recent: float | None, always: float | None) -> str:
    points = [Point(ALL_TIME, always, 90), Point(LAST_YEAR, recent, 40)]
    return str(lede(told(panel("known-organisation-share", points))))


@pytest.mark.parametrize(
    ("recent", "always", "part"),
    [
        (0.38, 0.5, "38% of the last 12 months' contributions"),
        (None, 0.5, "50% of all contributions"),
        (0.0, 0.5, "50% of all contributions, and for hardly any of the last 12 months"),
        (0.05, 0.5, "5% of the last 12 months' contributions"),
        (0.01, 0.04, "hardly any contribution"),
        (None, None, "hardly any contribution"),
    ],
)
def test_the_share_stands_before_everything(recent: float | None, always: float | None, part: str) -> None:
    assert part in said(recent, always)


def test_who_is_unknown_can_be_told() -> None:
    assert ".folkmoot/people" in said(0.0, 0.0)
