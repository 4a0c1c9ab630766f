"""What the default branch asks for before a merge."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.ci_tests import CHECK
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.forge_settings import BranchRules, ForgeSettings
from folkmoot.model.scorecard import Scored, info


def found(checks: tuple[str, ...] | None) -> Finding:
    place = ground({})
    place.forge = ForgeSettings("github", "example.org", branch=BranchRules(checks=checks))
    return CHECK.decide(place)


def test_checks_that_must_pass_hold_ten() -> None:
    finding = found(("test (3.13)",))
    told = (info("check must pass before a merge: test (3.13)"),)
    reason = "every change must pass checks before it is merged"
    assert finding.scored == Scored("CI-Tests", 10, reason, told)
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
    assert "folkmoot check --forge" in finding.scored.reason
