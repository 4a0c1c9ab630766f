"""A rule says itself in whole sentences."""

from fractions import Fraction

import pytest

from folkmoot.model.rule import Clock, Of, Rule, Veto, shown


def words(rule: Rule) -> list[str]:
    return [str(text) for text in rule.in_words()]


def test_shares_are_shown_as_people_write_them() -> None:
    assert [shown(Fraction(part)) for part in ("1/2", "2/3", "3/5", "1")] == ["50%", "2/3", "60%", "100%"]


def test_participation_is_said() -> None:
    assert words(Rule("house", quorum=Fraction(1, 2), min_cast=5)) == [
        "At least 50% of those who may vote take part.",
        "In any case at least 5 take part, or everybody where fewer may vote.",
        "Abstaining is taking part, but is neither yes nor no.",
    ]
    assert words(Rule("house", quorum=3, abstain_counts=False, max_silent=2)) == [
        "At least 3 people take part.",
        "Abstaining does not count as taking part.",
        "At most 2 of those who may vote have not answered.",
    ]


def test_approval_and_stops_are_said() -> None:
    rule = Rule(
        "house", min_yes=3, threshold=Fraction(2, 3), of=Of.ELECTORATE, veto=Veto.ANY, blocking_concerns=True
    )
    assert words(rule) == [
        "At least 3 vote yes.",
        "At least 2/3 of those who may vote say yes.",
        "One no is enough to stop it.",
        "Every concern on record must be answered first.",
    ]


def test_time_is_said() -> None:
    assert words(Rule("house", min_days=3, early_close=True)) == [
        "It is open for at least 3 days.",
        "It may close earlier once no missing vote could change the outcome.",
    ]
    agreed = words(Rule("house", min_days=10, clock=Clock.AGREEMENT))
    assert agreed == ["Once all that is met, 10 more days pass before it takes effect."]


def test_the_later_rule_follows_with_what_it_needs() -> None:
    later = Rule("house", min_yes=1, min_days=7)
    assert words(Rule("house", min_yes=2, later=later, later_needs="Somebody asked twice.")) == [
        "At least 2 vote yes.",
        "After 7 days without a decision, an easier rule holds:",
        "At least one person votes yes.",
        "It is open for at least 7 days.",
        "Somebody asked twice.",
    ]


def test_one_is_said_as_one() -> None:
    later = Rule("house", quorum=1, min_days=1)
    assert words(Rule("house", min_days=1, clock=Clock.AGREEMENT, later=later)) == [
        "Once all that is met, one more day passes before it takes effect.",
        "After a day without a decision, an easier rule holds:",
        "At least one person takes part.",
        "Abstaining is taking part, but is neither yes nor no.",
        "It is open for at least a day.",
    ]


def test_a_quorum_is_never_rounded_down() -> None:
    rule = Rule("house", quorum=Fraction(1, 3), min_cast=2)
    assert [rule.quorum_of(size) for size in (0, 1, 3, 6, 7, 10)] == [0, 1, 2, 2, 3, 4]


def test_a_veto_that_needs_a_reason_says_so() -> None:
    (said,) = words(Rule("house", veto=Veto.JUSTIFIED))
    assert "gives its reason" in said
    assert "void" in said


@pytest.mark.parametrize(
    ("of", "strict", "said"),
    [
        (Of.CAST, True, "More than 50% of the yes and no votes are yes."),
        (Of.CAST, False, "At least 50% of the yes and no votes are yes."),
        (Of.ELECTORATE, True, "More than 50% of those who may vote say yes."),
        (Of.ELECTORATE, False, "At least 50% of those who may vote say yes."),
    ],
)
def test_of_whom_a_share_is_and_whether_it_must_be_passed_is_said(of: Of, strict: bool, said: str) -> None:
    assert words(Rule("house", threshold=Fraction(1, 2), of=of, strict=strict)) == [said]


def test_whom_silence_excuses_is_said_after_how_many_may_be_silent() -> None:
    rule = Rule("house", max_silent=0, excusing="Who is away is excused.")
    assert words(rule) == [
        "At most 0 of those who may vote have not answered.", "Who is away is excused.",
    ]  # fmt: skip


def test_a_later_rule_that_needs_nothing_more_ends_with_its_own_words() -> None:
    later = Rule("house", min_yes=1, min_days=7)
    assert words(Rule("house", later=later))[-1] == "It is open for at least 7 days."


def test_a_share_of_nobody_is_no_quorum() -> None:
    assert words(Rule("house", quorum=Fraction(0))) == []
    assert Rule("house", quorum=Fraction(0)).quorum_of(10) == 0


def test_a_number_is_a_quorum_of_so_many_whatever_the_electorate() -> None:
    rule = Rule("house", quorum=3)
    assert [rule.quorum_of(size) for size in (2, 10, 100)] == [3, 3, 3]


def test_a_least_number_is_never_more_than_everybody() -> None:
    rule = Rule("house", min_cast=5)
    assert [rule.quorum_of(size) for size in (0, 4, 5, 50)] == [0, 4, 5, 5]


def test_the_title_comes_first() -> None:
    assert words(Rule("house", title="How the house decides.", min_yes=2)) == [
        "How the house decides.", "At least 2 vote yes.",
    ]  # fmt: skip


def test_what_abstaining_is_is_said_where_only_a_least_number_is_asked() -> None:
    least = "In any case at least 5 take part, or everybody where fewer may vote."
    assert words(Rule("house", min_cast=5)) == [
        least, "Abstaining is taking part, but is neither yes nor no.",
    ]  # fmt: skip
    assert words(Rule("house", min_cast=5, abstain_counts=False)) == [
        least, "Abstaining does not count as taking part.",
    ]  # fmt: skip


def test_a_rule_that_asks_for_no_days_says_nothing_of_them() -> None:
    assert words(Rule("house", clock=Clock.AGREEMENT)) == []
    assert words(Rule("house")) == []


def test_the_conditions_are_said_in_one_order() -> None:
    """Who takes part, who agrees, what stops it, how long it takes."""
    rule = Rule("house", quorum=2, min_yes=1, veto=Veto.ANY, min_days=3)
    assert [text.split()[0] for text in words(rule)] == ["At", "Abstaining", "At", "One", "It"]
