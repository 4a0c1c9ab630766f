"""What several checks find is told once."""

from folkmoot.model.check import Evidence, Outcome
from folkmoot.views.guarding.same import SAME, told_once
from views.guarding.guards import SPOT, found


def ids(*findings) -> list[str]:
    return [finding.id for finding in told_once(findings)]


def test_of_two_that_ask_the_same_the_first_that_is_open_tells() -> None:
    assert ids(found("scorecard-security-policy"), found("security")) == ["security"]


def test_a_no_tells_more_than_an_unknown() -> None:
    assert ids(found("security", Outcome.UNKNOWN), found("scorecard-security-policy")) == [
        "scorecard-security-policy"
    ]


def test_what_is_well_is_told_once_too() -> None:
    assert ids(found("licence", Outcome.YES), found("scorecard-license", Outcome.YES)) == ["licence"]


def test_the_very_same_lines_are_told_once() -> None:
    other = Evidence("else", SPOT.path, 9)
    first, same, more = found("a", spots=(SPOT,)), found("b", spots=(SPOT,)), found("c", spots=(SPOT, other))
    assert ids(first, same, more) == ["a", "c"]


def test_findings_without_lines_are_not_the_same() -> None:
    assert ids(found("a"), found("b"), found("c", spots=(Evidence("x", "y"),))) == ["a", "b", "c"]


def test_no_check_stands_in_two_groups() -> None:
    every = [each for group in SAME for each in group]
    assert len(set(every)) == len(every)


def test_what_the_best_knows_to_be_well_no_other_makes_unknown() -> None:
    assert ids(found("security", Outcome.YES), found("scorecard-security-policy", Outcome.UNKNOWN)) == [
        "security"
    ]


def test_a_no_of_another_stays() -> None:
    assert ids(found("security", Outcome.YES), found("scorecard-security-policy")) == [
        "scorecard-security-policy"
    ]
