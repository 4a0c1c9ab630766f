"""What had run on merged changes, and what the default branch asks for before a merge."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.ci_tests import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.forge_settings import BranchRules, ForgeSettings
from folkmoot.model.past import Past, RanBefore
from folkmoot.model.scorecard import Scored, info


def found(checks: tuple[str, ...] | None) -> Finding:
    place = ground({})
    place.forge = ForgeSettings("github", "example.org", branch=BranchRules(checks=checks))
    return CHECK.decide(place)


def test_checks_that_must_pass_hold_ten() -> None:
    finding = found(("test (3.13)",))
    details = (info("check must pass before a merge: test (3.13)"),)
    reason = "every change must pass checks before it is merged"
    assert finding.scored == Scored("CI-Tests", 10, reason, details)
    assert finding.outcome is Outcome.YES


@pytest.mark.parametrize("checks", [None, ()])
def test_without_them_the_answer_is_unknown(checks: tuple[str, ...] | None) -> None:
    finding = found(checks)
    assert finding.outcome is Outcome.UNKNOWN
    assert finding.scored
    assert finding.scored.score == -1


def test_without_settings_the_answer_says_what_is_missing() -> None:
    finding = CHECK.decide(ground({}))
    assert finding.outcome is Outcome.UNKNOWN
    assert finding.scored
    assert "folkmoot sync --forge URL" in finding.scored.reason


def told(ran: RanBefore | None, checks: tuple[str, ...] | None = None) -> Finding:
    place = ground({})
    place.past = Past(1_700_000_000, 1_600_000_000, ran=ran)
    place.forge = ForgeSettings("github", "example.org", branch=BranchRules(checks=checks))
    return CHECK.decide(place)


@pytest.mark.parametrize(
    ("tested", "heads", "score", "outcome"),
    [(7, 7, 10, Outcome.YES), (20, 30, 6, Outcome.NO), (29, 30, 9, Outcome.NO), (0, 3, 0, Outcome.NO)],
)
def test_it_is_the_share_of_merged_changes(tested: int, heads: int, score: int, outcome: Outcome) -> None:
    """Rounded down, and in Scorecard's words."""
    finding = told(RanBefore(heads=heads, tested=tested))
    reason = f"{tested} out of {heads} merged PRs checked by a CI test -- score normalized to {score}"
    assert finding.scored == Scored("CI-Tests", score, reason)
    assert finding.outcome is outcome


def test_what_ran_says_more_than_what_must_run() -> None:
    finding = told(RanBefore(heads=4, tested=2), ("build",))
    assert finding.scored
    assert finding.scored.score == 5


def test_what_is_not_known_is_told_beside_it_and_left_out() -> None:
    finding = told(RanBefore(heads=4, tested=4, unknown=3))
    assert finding.scored
    assert (finding.scored.score, finding.outcome) == (10, Outcome.YES)
    unknown = "Of 3 more merged changes it is not known what had run on them."
    assert finding.scored.details == (info(unknown),)
    assert say(finding.spots[-1].what) == unknown


def test_changes_without_a_test_are_named() -> None:
    finding = told(RanBefore(heads=4, tested=2, untested=(12, 7)))
    (spot,) = finding.spots
    assert say(spot.what) == (
        "Of 4 changes merged in the last 12 months, 2 had passed something that looks like a test. "
        "The newest that had not: #12, #7."
    )


def test_without_a_merged_change_there_is_nothing_to_judge() -> None:
    finding = told(RanBefore())
    assert finding.scored == Scored("CI-Tests", -1, "no pull request found")
    assert finding.outcome is Outcome.NOT_APPLICABLE


@pytest.mark.parametrize("ran", [None, RanBefore(unknown=3)])
def test_where_nothing_is_known_of_any_the_settings_answer(ran: RanBefore | None) -> None:
    assert told(ran).outcome is Outcome.UNKNOWN
    assert told(ran, ("build",)).outcome is Outcome.YES
