"""Each condition of a rule is held against the count on its own, and says what it found."""

from fractions import Fraction

from folkmoot.govern.rules.conditions import Count, conditions, time_condition
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
        "10 may vote: 3 said yes, 2 no, 1 abstained, 4 did not answer."
    ]
