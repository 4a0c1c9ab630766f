"""A changelog is asked of those who release."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.checks.community.changelog import CHECK
from folkmoot.model.check import Outcome
from folkmoot.model.released import Released, VersionTag


@pytest.mark.parametrize(
    ("released", "outcome"),
    [
        (None, Outcome.NO),
        (Released((), commits=9, signed_off=0, authors=1), Outcome.NOT_APPLICABLE),
        (
            Released((VersionTag("v1.0", 9, is_annotated=True),), commits=9, signed_off=0, authors=1),
            Outcome.NO,
        ),
    ],
)
def test_where_nothing_was_released_none_is_asked_for(released: Released | None, outcome: Outcome) -> None:
    place = ground({"README.md": "x"})
    place.released = released
    assert CHECK.decide(place).outcome is outcome


def test_one_that_is_there_is_found_before_the_first_release_too() -> None:
    place = ground({"CHANGELOG.md": "x"})
    place.released = Released((), commits=9, signed_off=0, authors=1)
    assert CHECK.decide(place).outcome is Outcome.YES
