"""What follows from votes: the documents' own worked examples, and every condition at its edge."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.rules import Concern, Outcome, decide, preset
from folkmoot.model.ballot import Answer, Ballot
from folkmoot.model.errors import UsageError
from folkmoot.model.rule import Of, Rule, Veto

PEOPLE = [f"member{number}" for number in range(60)]


def cast(yes: int, no: int = 0, abstain: int = 0, reason: str = "") -> list[Ballot]:
    answers = [Answer.YES] * yes + [Answer.NO] * no + [Answer.ABSTAIN] * abstain
    return [
        Ballot(voter=voter, answer=answer, reason=reason if answer is Answer.NO else "")
        for voter, answer in zip(PEOPLE, answers, strict=False)
    ]


def said(texts: tuple[object, ...]) -> str:
    return " ".join(str(text) for text in texts)


def outcome(rule: Rule | str, ballots: list[Ballot], electorate: int, **more: object) -> Outcome:
    chosen = preset(rule) if isinstance(rule, str) else rule
    more.setdefault("days", 100)
    return decide(chosen, ballots, PEOPLE[:electorate], **more).outcome  # type: ignore[arg-type]


class TestCondasWorkedExamples:
    """The four examples of conda's governance document: ten active members, 50%.

    They were written in 2020. Since 2022 at least five must take part even after a timeout, which example 3
    overlooks: under the rule it was written for it passes, under the rule in force it has no quorum.
    """

    WRITTEN_FOR = replace(
        preset("conda-50"), min_cast=0, later=replace(preset("conda-50").later or preset("node"), min_cast=0)
    )

    @pytest.mark.parametrize("rule", [preset("conda-50"), WRITTEN_FOR], ids=["in force", "of 2020"])
    def test_first_passes_with_an_abstention_for_the_quorum(self, rule: Rule) -> None:
        decision = decide(rule, cast(3, 2, 1), PEOPLE[:10], days=7)
        assert decision.outcome is Outcome.PASSED
        assert "Quorum reached: 6 of 10 took part; needed: 5." in said(decision.working)
        assert "Of 5 yes and no votes, yes: 3; more than 50% are needed." in said(decision.why)

    @pytest.mark.parametrize("rule", [preset("conda-50"), WRITTEN_FOR], ids=["in force", "of 2020"])
    def test_second_passes(self, rule: Rule) -> None:
        assert outcome(rule, cast(4, 3), 10, days=7) is Outcome.PASSED

    def test_third_passes_after_a_timeout(self) -> None:
        assert outcome(self.WRITTEN_FOR, cast(3, 1), 10, days=14, documented=True) is Outcome.PASSED

    def test_third_has_no_quorum_under_the_rule_in_force(self) -> None:
        assert outcome("conda-50", cast(3, 1), 10, days=14, documented=True) is Outcome.NO_QUORUM

    @pytest.mark.parametrize("rule", [preset("conda-50"), WRITTEN_FOR], ids=["in force", "of 2020"])
    def test_fourth_has_no_quorum_without_a_timeout(self, rule: Rule) -> None:
        assert outcome(rule, cast(3, 1), 10, days=14, documented=False) is Outcome.NO_QUORUM


@pytest.mark.parametrize(
    ("yes", "no", "passes"), [(6, 4, True), (5, 5, False), (6, 5, True), (7, 5, True), (6, 6, False)]
)
def test_condas_example_of_twenty_members(yes: int, no: int, passes: bool) -> None:
    """ "If 10 or 11 vote, there must be at least 6 affirmative votes. If 12 or 13, at least 7." """
    assert (outcome("conda-50", cast(yes, no), 20) is Outcome.PASSED) is passes


def test_condas_timed_out_vote_of_seven() -> None:
    """ "If 9 people are required but only 7 have voted [...] 4 votes within those 7 would be needed." """
    assert outcome("conda-50", cast(4, 3), 18, days=14) is Outcome.NO_QUORUM
    assert outcome("conda-50", cast(4, 3), 18, days=14, documented=True) is Outcome.PASSED
    assert outcome("conda-50", cast(3, 4), 18, days=14, documented=True) is Outcome.REJECTED
    assert outcome("conda-50", cast(4, 3), 18, days=13, documented=True) is Outcome.NO_QUORUM


@pytest.mark.parametrize(("rule", "yes", "no"), [("conda-60", 6, 4), ("conda-75", 9, 3)])
def test_conda_is_not_strict_above_half(rule: str, yes: int, no: int) -> None:
    assert outcome(rule, cast(yes, no), yes + no) is Outcome.PASSED
    assert outcome(rule, cast(yes - 1, no + 1), yes + no) is Outcome.REJECTED


def test_conda_asks_for_five_or_everybody_of_a_smaller_council() -> None:
    assert outcome("conda-50", cast(4), 6) is Outcome.NO_QUORUM
    assert outcome("conda-50", cast(5), 6) is Outcome.PASSED
    assert outcome("conda-50", cast(3), 4) is Outcome.NO_QUORUM
    assert outcome("conda-50", cast(4), 4) is Outcome.PASSED


def test_a_share_of_the_electorate_is_rounded_up() -> None:
    assert outcome("conda-60", cast(7), 12) is Outcome.NO_QUORUM
    assert outcome("conda-60", cast(8), 12) is Outcome.PASSED


def test_lazy_consensus_needs_silence_for_three_days() -> None:
    assert outcome("lazy-consensus", [], 5, days=3) is Outcome.PASSED
    assert outcome("lazy-consensus", [], 5, days=2) is Outcome.OPEN
    assert outcome("lazy-consensus", cast(4, 1), 5, days=3) is Outcome.BLOCKED


def test_apache_code_is_vetoed_only_with_a_reason() -> None:
    assert outcome("apache-code", cast(3), 9) is Outcome.PASSED
    assert outcome("apache-code", cast(2), 9) is Outcome.REJECTED
    assert outcome("apache-code", cast(5, 1, reason="It breaks the build."), 9) is Outcome.BLOCKED
    void = decide(preset("apache-code"), cast(5, 1), PEOPLE[:9])
    assert void.outcome is Outcome.PASSED
    assert "No veto holds: member5 gave no reason." in said(void.working)


def test_apache_release_needs_three_and_more_yes_than_no() -> None:
    assert outcome("apache-release", cast(3, 2), 9) is Outcome.PASSED
    assert outcome("apache-release", cast(3, 3, reason="Because."), 9) is Outcome.REJECTED
    assert outcome("apache-release", cast(2), 9) is Outcome.REJECTED


def test_rust_fcp_needs_a_strict_majority_and_two_missing_at_most() -> None:
    assert outcome("rust-fcp", cast(6), 8, days=10) is Outcome.PASSED
    assert outcome("rust-fcp", cast(5), 8, days=10) is Outcome.NO_QUORUM
    assert outcome("rust-fcp", cast(2), 4, days=10) is Outcome.REJECTED
    assert outcome("rust-fcp", cast(3), 4, days=9) is Outcome.OPEN


def test_rust_fcp_waits_for_concerns() -> None:
    raised = [Concern("ada", "This is unsound.")]
    decision = decide(preset("rust-fcp"), cast(8), PEOPLE[:8], days=10, concerns=raised)
    assert decision.outcome is Outcome.BLOCKED
    assert said(decision.why) == "Concerns of ada are unanswered."
    resolved = [Concern("ada", "This is unsound.", answered=True)]
    assert outcome("rust-fcp", cast(8), 8, concerns=resolved) is Outcome.PASSED


def test_tikv_consensus_and_lazy_majority_differ_in_the_veto() -> None:
    votes = cast(2, 1, reason="Too early.")
    assert outcome("tikv-consensus", votes, 6) is Outcome.BLOCKED
    assert outcome("lazy-majority", votes, 6) is Outcome.PASSED
    assert outcome("tikv-consensus", cast(1), 6) is Outcome.REJECTED
    assert outcome("lazy-majority", cast(2, 2), 6) is Outcome.REJECTED


def test_two_thirds_of_all_counts_the_silent_unless_excused() -> None:
    assert outcome("two-thirds-of-all", cast(4), 6) is Outcome.PASSED
    assert outcome("two-thirds-of-all", cast(4), 7) is Outcome.REJECTED
    assert outcome("two-thirds-of-all", cast(4), 7, excused={"Member6"}) is Outcome.PASSED


def test_nobody_is_excused_by_another_rule_or_after_voting() -> None:
    with pytest.raises(UsageError, match="leaves nobody out"):
        outcome("lazy-majority", cast(4), 7, excused={"member6"})
    with pytest.raises(UsageError, match="they voted"):
        outcome("two-thirds-of-all", cast(4), 7, excused={"member1"})


def test_node_takes_one_approval_after_a_week() -> None:
    assert outcome("node", cast(2), 9, days=2) is Outcome.PASSED
    assert outcome("node", cast(2), 9, days=1) is Outcome.OPEN
    assert outcome("node", cast(1), 9, days=6) is Outcome.REJECTED
    assert outcome("node", cast(1), 9, days=6, closed=False) is Outcome.OPEN
    later = decide(preset("node"), cast(1), PEOPLE[:9], days=7)
    assert later.outcome is Outcome.PASSED
    assert "Days that have passed: 7, so the easier rule holds." in said(later.working)


def test_node_is_blocked_by_any_objection_however_late() -> None:
    assert outcome("node", cast(8, 1), 9, days=50) is Outcome.BLOCKED


def test_python_needs_two_thirds_of_the_votes() -> None:
    assert outcome("python-two-thirds", cast(20, 10, 5), 60) is Outcome.PASSED
    assert outcome("python-two-thirds", cast(19, 10), 60) is Outcome.REJECTED


def test_the_lead_decides_and_answers_concerns() -> None:
    lead = [Ballot(voter="ada", answer=Answer.YES)]
    rule = preset("bdfl")
    assert decide(rule, lead, ["ada"]).outcome is Outcome.PASSED
    assert decide(rule, lead, ["ada"], concerns=[Concern("bob")]).outcome is Outcome.BLOCKED
    assert decide(rule, [Ballot(voter="bob", answer=Answer.YES)], ["ada"]).outcome is Outcome.REJECTED


def test_votes_of_others_are_named_and_not_counted() -> None:
    decision = decide(preset("lazy-majority"), cast(3), ["MEMBER0", "member9"])
    assert decision.outcome is Outcome.REJECTED
    assert "Not counted, because they may not vote here: member1, member2." in said(decision.working)
    assert decision.count.silent == ("member9",)


def test_two_ballots_of_one_voter_are_refused() -> None:
    twice = [Ballot(voter="Ada", answer=Answer.YES), Ballot(voter="ada", answer=Answer.NO)]
    with pytest.raises(UsageError, match="'ada' voted twice"):
        decide(preset("node"), twice, ["ada"])


def test_a_ranking_is_no_answer() -> None:
    with pytest.raises(UsageError, match="say yes, no or abstain"):
        decide(preset("node"), [Ballot(voter="ada", ranking=(("x",),))], ["ada"])


def test_an_unknown_time_is_said_and_does_not_decide() -> None:
    decision = decide(preset("apache-release"), cast(3), PEOPLE[:5], days=None)
    assert decision.outcome is Outcome.PASSED
    assert "How long it was open is not known; days needed: 3." in said(decision.why)


def test_abstentions_count_for_the_quorum_only_where_the_rule_says_so() -> None:
    rule = Rule("house", quorum=4, threshold=Fraction(1, 2), strict=True, abstain_counts=False)
    assert outcome(rule, cast(3, 0, 1), 8) is Outcome.NO_QUORUM
    assert outcome(replace(rule, abstain_counts=True), cast(3, 0, 1), 8) is Outcome.PASSED


def test_nothing_is_approved_by_two_thirds_of_nothing() -> None:
    assert outcome(Rule("house", threshold=Fraction(2, 3)), cast(0, 0, 5), 8) is Outcome.REJECTED


def test_it_closes_early_only_when_no_missing_vote_matters() -> None:
    rule = Rule(
        "house", threshold=Fraction(1, 2), strict=True, of=Of.ELECTORATE, min_days=7, early_close=True
    )
    assert outcome(rule, cast(5), 9, days=1) is Outcome.PASSED
    assert outcome(rule, cast(4), 9, days=1) is Outcome.OPEN
    assert outcome(rule, cast(0, 5), 9, days=1) is Outcome.REJECTED
    assert outcome(replace(rule, early_close=False), cast(9), 9, days=1) is Outcome.OPEN


def test_a_possible_veto_keeps_it_open() -> None:
    rule = Rule("house", min_yes=2, veto=Veto.ANY, min_days=7, early_close=True)
    assert outcome(rule, cast(2), 3, days=1) is Outcome.OPEN
    assert outcome(rule, cast(3), 3, days=1) is Outcome.PASSED


counts = st.integers(0, 6)


@given(counts, counts, counts, st.sampled_from(["conda-50", "conda-60", "lazy-majority", "apache-release"]))
def test_one_more_yes_never_turns_a_decision_down(yes: int, no: int, abstain: int, rule: str) -> None:
    before = outcome(rule, cast(yes, no, abstain), 20)
    after = outcome(rule, cast(yes + 1, no, abstain), 20)
    assert before is not Outcome.PASSED or after is Outcome.PASSED


@given(st.permutations(cast(4, 3, 2)))
def test_the_order_of_the_ballots_does_not_matter(ballots: list[Ballot]) -> None:
    assert decide(preset("conda-50"), ballots, PEOPLE[:12], days=9) == decide(
        preset("conda-50"), cast(4, 3, 2), PEOPLE[:12], days=9
    )
