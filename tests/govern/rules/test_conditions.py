"""Each condition of a rule is held against the count on its own, and says what it found."""

from fractions import Fraction

import pytest

from folkmoot.govern.rules.conditions import Count, conditions, time_condition
from folkmoot.i18n import say
from folkmoot.model.ballot import Answer, Ballot
from folkmoot.model.rule import Of, Rule, Veto


def voters(number: int, answer: Answer, reason: str = "") -> tuple[Ballot, ...]:
    return tuple(Ballot(voter=f"{answer}{n}", answer=answer, reason=reason) for n in range(number))


def count(yes: int, no: int = 0, abstain: int = 0, electorate: int = 10, reason: str = "") -> Count:
    silent = tuple(f"silent{n}" for n in range(electorate - yes - no - abstain))
    cast = (voters(yes, Answer.YES), voters(no, Answer.NO, reason), voters(abstain, Answer.ABSTAIN))
    return Count(electorate, *cast, silent)


def found(rule: Rule, counted: Count, *concerns: str) -> list[tuple[str, bool | None]]:
    return [(condition.kind, condition.met) for condition in conditions(rule, counted, concerns)]


def test_a_rule_without_conditions_finds_nothing() -> None:
    assert found(Rule("house"), count(0)) == []


def test_a_share_may_be_of_those_cast_or_of_all() -> None:
    half = Rule("house", threshold=Fraction(1, 2))
    everybody = Rule("house", threshold=Fraction(1, 2), of=Of.ELECTORATE)
    assert found(half, count(3, 3)) == [("approval", True)]
    assert found(everybody, count(3, 3)) == [("approval", False)]
    assert found(everybody, count(5)) == [("approval", True)]


def test_each_condition_is_told_apart() -> None:
    rule = Rule("house", quorum=4, min_yes=2, max_silent=5, veto=Veto.ANY, blocking_concerns=True)
    assert found(rule, count(2, 1), "ada") == [
        ("quorum", False), ("quorum", False), ("approval", True), ("stop", False), ("stop", False),
    ]  # fmt: skip


def test_a_veto_needs_its_reason_only_where_the_rule_says_so() -> None:
    rule = Rule("house", veto=Veto.JUSTIFIED)
    assert found(rule, count(1, 1)) == [("stop", True)]
    assert found(rule, count(1, 1, reason="It breaks.")) == [("stop", False)]


def test_time_is_met_missed_or_unknown() -> None:
    rule = Rule("house", min_days=7)
    states = [time_condition(rule, days) for days in (7, 6, None)]
    assert [state.met for state in states if state] == [True, False, None]
    assert time_condition(Rule("house"), 0) is None


def test_a_count_says_itself() -> None:
    assert [str(text) for text in count(3, 2, 1).in_words()] == [
        "May vote: 10; 3 said yes, 2 no, 1 abstained, 4 did not answer."
    ]


@pytest.mark.parametrize(
    ("counted", "abstain_counts", "met"),
    [
        (count(2, 2), True, True), (count(2, 1), True, False), (count(2, 1, 1), True, True),
        (count(2, 1, 1), False, False), (count(0, 4), True, True), (count(4, 0), False, True),
    ],
)  # fmt: skip
def test_a_quorum_of_four_is_reached_by_four_who_took_part(
    counted: Count, abstain_counts: bool, met: bool
) -> None:
    rule = Rule("house", quorum=4, abstain_counts=abstain_counts)
    assert found(rule, counted) == [("quorum", met)]


@pytest.mark.parametrize(("yes", "met"), [(5, True), (4, False)])
def test_as_many_may_be_silent_as_the_rule_says_and_no_more(yes: int, met: bool) -> None:
    assert found(Rule("house", max_silent=5), count(yes)) == [("quorum", met)]


@pytest.mark.parametrize(
    ("strict", "yes", "no", "met"),
    [
        (False, 3, 3, True), (True, 3, 3, False), (True, 4, 3, True), (False, 2, 3, False),
        (False, 1, 1, True), (False, 0, 0, False), (True, 1, 0, True),
    ],
)  # fmt: skip
def test_half_of_those_cast_is_enough_unless_more_than_half_is_asked(
    strict: bool, yes: int, no: int, met: bool
) -> None:
    rule = Rule("house", threshold=Fraction(1, 2), strict=strict)
    assert found(rule, count(yes, no)) == [("approval", met)]


def test_of_everybody_more_than_half_are_six_of_ten() -> None:
    rule = Rule("house", threshold=Fraction(1, 2), strict=True, of=Of.ELECTORATE)
    assert found(rule, count(5, 0)) == [("approval", False)]
    assert found(rule, count(6, 4)) == [("approval", True)]


def test_without_a_yes_nothing_is_approved() -> None:
    """At least none of nothing would be reached."""
    assert found(Rule("house", threshold=Fraction(0)), count(0)) == [("approval", False)]
    assert found(Rule("house", threshold=Fraction(0)), count(1)) == [("approval", True)]


def test_what_was_found_is_said_with_its_numbers() -> None:
    rule = Rule("house", quorum=4, threshold=Fraction(2, 3), veto=Veto.JUSTIFIED)
    told = [say(condition.found) for condition in conditions(rule, count(3, 1, 1), ())]
    assert told == [
        "Quorum reached: 5 of 10 took part; needed: 4.",
        "Of 4 yes and no votes, yes: 3; at least 2/3 are needed.",
        "No veto holds: no0 gave no reason.",
    ]


def test_only_those_who_gave_no_reason_are_said_to_have_given_none() -> None:
    mixed = Count(3, (), (*voters(1, Answer.NO, "It breaks."), Ballot(voter="ada", answer=Answer.NO)), (), ())
    (stop,) = conditions(Rule("house", veto=Veto.JUSTIFIED), mixed, ())
    assert (stop.met, say(stop.found)) == (False, "Vetoed by no0.")


def test_nobody_vetoed_where_nobody_said_no() -> None:
    (stop,) = conditions(Rule("house", veto=Veto.ANY), count(1), ())
    assert (stop.met, say(stop.found)) == (True, "Nobody vetoed it.")
