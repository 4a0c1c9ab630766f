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


def test_at_a_forge_notes_may_stand_there() -> None:
    finding = CHECK.decide(ground({"README.md": "x", ".github/workflows/ci.yml": "x"}))
    assert finding.outcome is Outcome.UNKNOWN
    assert "may stand at the forge" in str(finding.evidence[0])


def test_an_empty_one_is_told_as_such() -> None:
    assert CHECK.decide(ground({"CHANGELOG.md": " ", ".github/x.yml": "x"})).outcome is Outcome.NO


def test_one_that_is_there_is_found_before_the_first_release_too() -> None:
    place = ground({"CHANGELOG.md": "x"})
    place.released = Released((), commits=9, signed_off=0, authors=1)
    assert CHECK.decide(place).outcome is Outcome.YES
