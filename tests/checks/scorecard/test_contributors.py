"""Organisations behind the people who contribute."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.contributors import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.past import Past
from folkmoot.model.scorecard import Scored


def found(past: Past | None) -> Finding:
    place = ground({})
    place.past = past
    return CHECK.decide(place)


@pytest.mark.parametrize(
    ("count", "score", "outcome"),
    [(0, 0, Outcome.UNKNOWN), (1, 3, Outcome.UNKNOWN), (2, 6, Outcome.UNKNOWN), (3, 10, Outcome.YES)],
)
def test_three_organisations_hold_ten(count: int, score: int, outcome: Outcome) -> None:
    finding = found(Past(1_700_000_000, 1, organisations=count))
    reason = f"project has {count} contributing companies or organizations -- score normalized to {score}"
    assert finding.scored == Scored("Contributors", score, reason)
    assert finding.outcome is outcome


def test_more_hold_ten_in_other_words() -> None:
    reason = "project has 7 contributing companies or organizations"
    assert found(Past(1_700_000_000, 1, organisations=7)).scored == Scored("Contributors", 10, reason)


@pytest.mark.parametrize(
    ("count", "active", "outcome"),
    [
        (7, 0, Outcome.UNKNOWN),
        (7, 1, Outcome.UNKNOWN),
        (3, 1, Outcome.UNKNOWN),
        (3, 2, Outcome.YES),
        (7, 7, Outcome.YES),
    ],
)
def test_those_of_long_ago_do_no_work_now(count: int, active: int, outcome: Outcome) -> None:
    finding = found(Past(1_700_000_000, 1, organisations=count, active_organisations=active))
    assert (finding.outcome, finding.scored.score if finding.scored else None) == (outcome, 10)
    if outcome is Outcome.UNKNOWN:
        (spot,) = finding.spots
        assert say(spot.what).startswith(
            "Organisations known behind people with five commits or more: "
            f"{count} over all time, {active} in the last 12 months."
        )


@pytest.mark.parametrize("past", [None, Past(1_700_000_000, 0)])
def test_without_a_history_nothing_is_known(past: Past | None) -> None:
    assert found(past).outcome is Outcome.UNKNOWN


def test_few_known_organisations_are_told_as_what_nobody_said() -> None:
    (spot,) = found(Past(1_700_000_000, 1, organisations=0)).spots
    assert str(spot.what).startswith("For whom most people work is known to nobody but them.")
