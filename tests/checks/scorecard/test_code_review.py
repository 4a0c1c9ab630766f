"""Approved changesets, as the past has them."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.code_review import CHECK
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.past import Past
from folkmoot.model.scorecard import Scored


def found(past: Past | None) -> Finding:
    place = ground({})
    place.past = past
    return CHECK.decide(place)


def numbers(landed: int, changesets: int, approved: int, by_people: int) -> Past:
    return Past(
        1_700_000_000, 1, landed=landed, changesets=changesets, approved=approved, by_people=by_people
    )


@pytest.mark.parametrize(
    "past",
    [
        None,
        Past(1_700_000_000, 1, commits=9),
        Past(1_700_000_000, 1, landed=9),
        Past(1_700_000_000, 1, changesets=9),
    ],
)
def test_without_a_forge_the_answer_is_unknown(past: Past | None) -> None:
    finding = found(past)
    assert finding.outcome is Outcome.UNKNOWN
    assert finding.scored
    assert finding.scored.score == -1


def test_a_part_holds_its_share_rounded_down() -> None:
    finding = found(numbers(9, 8, 5, 8))
    reason = "Found 5/8 approved changesets -- score normalized to 6"
    assert finding.scored == Scored("Code-Review", 6, reason)
    assert finding.outcome is Outcome.NO


def test_all_hold_ten() -> None:
    finding = found(numbers(9, 8, 8, 8))
    assert finding.scored == Scored("Code-Review", 10, "all changesets reviewed")
    assert finding.outcome is Outcome.YES


def test_bots_alone_are_no_activity() -> None:
    reason = "Found no human activity in the last 9 changesets"
    assert found(numbers(9, 0, 0, 0)).scored == Scored("Code-Review", -1, reason)


def test_nothing_landed_is_nothing_to_judge() -> None:
    finding = found(numbers(0, 0, 0, 0))
    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert finding.scored == Scored("Code-Review", -1, "no changesets detected")
