"""Commits and answers of the last 90 days."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.maintained import CHECK
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.event import DAY
from folkmoot.model.past import Past
from folkmoot.model.scorecard import Kind, Scored

NOW = 1_700_000_000
LONG_AGO = NOW - 1000 * DAY


def found(past: Past | None) -> Finding:
    place = ground({})
    place.past = past
    return CHECK.decide(place)


@pytest.mark.parametrize(
    ("commits", "issues", "score"),
    [(12, 0, 10), (11, 0, 9), (0, 12, 10), (5, 1, 5), (0, 0, 0), (400, 9, 10), (1, 0, 0)],
)
def test_one_thing_a_week_holds_ten(commits: int, issues: int, score: int) -> None:
    told = f"{commits} commit(s) and {issues} issue activity found in the last 90 days"
    reason = f"{told} -- score normalized to {score}"
    scored = found(Past(NOW, LONG_AGO, commits=commits, issues=issues)).scored
    assert scored == Scored("Maintained", score, reason)


def test_a_silent_project_is_a_no() -> None:
    assert found(Past(NOW, LONG_AGO, commits=0, issues=0)).outcome is Outcome.NO


def test_without_issues_known_few_commits_do_not_say_no() -> None:
    assert found(Past(NOW, LONG_AGO, commits=3)).outcome is Outcome.UNKNOWN
    assert found(Past(NOW, LONG_AGO, commits=12)).outcome is Outcome.YES


def test_a_young_project_holds_nothing_and_is_no_fault() -> None:
    finding = found(Past(NOW, NOW - 89 * DAY, commits=50, issues=5))
    assert finding.scored
    assert finding.scored.score == 0
    assert finding.scored.count(Kind.WARN) == 1
    assert finding.outcome is Outcome.UNKNOWN


@pytest.mark.parametrize("past", [None, Past(NOW, 0)])
def test_without_a_history_nothing_is_known(past: Past | None) -> None:
    assert found(past).outcome is Outcome.UNKNOWN


def test_a_quiet_project_is_told_in_words_where_no_forge_speaks_for_it() -> None:
    (spot,) = found(Past(NOW, NOW - 900 * DAY, commits=2)).spots
    assert str(spot.what).startswith("Commits in the last 90 days: 2. Whether somebody answers issues")
