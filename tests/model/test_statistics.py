"""The shared statistics against published values."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.model.statistics import (
    Spell,
    Step,
    before,
    ended_within,
    kaplan_meier,
    time_until,
    wilson_interval,
)


@pytest.mark.parametrize(
    ("successes", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_interval_is_newcombes(successes: int, n: int, low: float, high: float) -> None:
    """Newcombe 1998, Statistics in Medicine 17:857, table I, method 3 (score without correction)."""
    assert wilson_interval(successes, n) == pytest.approx((low, high), abs=5e-5)


def test_without_observations_nothing_is_known() -> None:
    assert wilson_interval(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize(("successes", "n"), [(-1, 5), (6, 5)])
def test_an_impossible_share_is_refused(successes: int, n: int) -> None:
    with pytest.raises(ValueError, match="make no share"):
        wilson_interval(successes, n)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_interval_holds_the_share_and_mirrors(case: tuple[int, int]) -> None:
    successes, n = case
    low, high = wilson_interval(successes, n)
    assert 0 <= low <= successes / n <= high <= 1
    assert wilson_interval(n - successes, n) == pytest.approx((1 - high, 1 - low), abs=1e-12)


# Weeks in remission under 6-mercaptopurine, + still in remission: Freireich 1963, as in every textbook.
FREIREICH = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"


def leukaemia() -> list[Spell]:
    return [Spell(float(week.rstrip("+")), not week.endswith("+")) for week in FREIREICH.split()]


def test_kaplan_meier_is_the_textbooks() -> None:
    """Survival and risk sets of the 6-MP group, published to four decimals (for example Collett, Klein)."""
    steps = kaplan_meier(leukaemia())
    assert [(step.time, step.at_risk, step.ended) for step in steps] == [
        (6, 21, 3), (7, 17, 1), (10, 15, 1), (13, 12, 1), (16, 11, 1), (22, 7, 1), (23, 6, 1),
    ]  # fmt: skip
    published = [0.8571, 0.8067, 0.7529, 0.6902, 0.6275, 0.5378, 0.4482]
    assert [step.survival for step in steps] == pytest.approx(published, abs=5e-5)


def test_interval_is_the_published_one() -> None:
    """Stata's `sts list` for the same data gives 0.6197 to 0.9516 at week 6, 0.1881 to 0.6801 at week 23."""
    steps = kaplan_meier(leukaemia())
    assert (steps[0].low, steps[0].high) == pytest.approx((0.6197, 0.9516), abs=5e-5)
    assert (steps[-1].low, steps[-1].high) == pytest.approx((0.1881, 0.6801), abs=5e-5)


def test_counts_stand_for_as_many_spells() -> None:
    grouped = [Spell(6, True, 3), Spell(6, False, 1), *leukaemia()[4:]]
    assert kaplan_meier(grouped) == kaplan_meier(leukaemia())


def test_reaching_a_time_is_the_step_before_it() -> None:
    """At week 6 all 21 are still there; those who ended in week 6 did not reach week 7."""
    steps = kaplan_meier(leukaemia())
    assert before(steps, 6).survival == 1.0
    assert before(steps, 6.5).survival == pytest.approx(0.8571, abs=5e-5)
    assert before(steps, 1000) == steps[-1]


def test_when_all_have_ended_survival_is_zero_without_an_interval() -> None:
    last = kaplan_meier([Spell(1, True, 2), Spell(2, True, 1)])[-1]
    assert (last.survival, last.low, last.high) == (0.0, None, None)


def test_a_negative_duration_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        kaplan_meier([Spell(-1, True)])


SPELLS = st.lists(st.builds(Spell, st.integers(0, 50), st.booleans(), st.integers(1, 3)), max_size=30)


@given(SPELLS, st.randoms())
def test_order_of_the_spells_does_not_matter(spells: list[Spell], random) -> None:
    mixed = list(spells)
    random.shuffle(mixed)
    assert kaplan_meier(mixed) == kaplan_meier(spells)


@given(SPELLS)
def test_survival_only_falls(spells: list[Spell]) -> None:
    shares = [1.0, *(step.survival for step in kaplan_meier(spells))]
    assert all(later < earlier for earlier, later in pairwise(shares))
    assert all(share >= 0 for share in shares)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=30))
def test_without_censoring_it_is_the_plain_share(durations: list[int]) -> None:
    for step in kaplan_meier(Spell(duration, ended=True) for duration in durations):
        longer = sum(duration > step.time for duration in durations)
        assert step.survival == pytest.approx(longer / len(durations), abs=1e-12)


def test_the_share_that_ended_is_the_plain_share_where_nobody_is_censored() -> None:
    """3 of 12 ended within 90, one later, the rest never within 200: 3 of 12, with Wilson's interval."""
    spells = [Spell(4, True), Spell(30, True), Spell(75, True), Spell(151, True), Spell(200, False, 8)]
    found = ended_within(spells, 90)
    assert found is not None
    assert found.value == pytest.approx(0.25)
    assert (found.low, found.high) == pytest.approx(wilson_interval(3, 12))


def test_who_was_watched_for_half_of_the_time_counts_as_half() -> None:
    """Eight of ten watched for 45 of 90 days and none of them ended: no share, as wide as of 2 + 4 people."""
    found = ended_within([Spell(45, False, 8), Spell(90, False, 2)], 90)
    assert found is not None
    assert found.value == 0
    assert (found.low, found.high) == pytest.approx(wilson_interval(0, 6))


def test_how_much_a_share_rests_on_is_told() -> None:
    """Four for 45 of 90 days weigh 2, the one who ended 1; the fifth was watched for half of it."""
    found = ended_within([Spell(45, False, 4), Spell(10, True)], 90)
    assert found is not None
    assert (found.weight, found.reach) == (pytest.approx(3), 0.5)
    few = ended_within([Spell(90, False, 4)], 90)
    assert few is not None
    assert (few.weight, few.reach) == (pytest.approx(4), 0)


def test_a_late_event_among_few_does_not_move_the_share() -> None:
    """Nine were watched for 10 days, one ended at day 80 when alone: by Kaplan-Meier all of them."""
    found = ended_within([Spell(10, False, 9), Spell(80, True)], 90)
    assert found is not None
    assert found.value == 0


def test_nobody_watched_has_no_share() -> None:
    assert ended_within([], 90) is None
    assert ended_within([Spell(0, False, 4)], 90) is None


def test_time_until_a_share_have_ended() -> None:
    """Four end at 1, 2, 3 and 4: a half by 2 (the middle of 2 and 3), nine in ten by 4."""
    steps = kaplan_meier([Spell(time, True) for time in (1, 2, 3, 4)])
    assert time_until(steps, 0.5) == 2
    assert time_until(steps, 0.5, is_middle=True) == 2.5
    assert time_until(steps, 0.9) == 4


def test_a_share_that_was_not_reached_has_no_time() -> None:
    assert time_until(kaplan_meier([Spell(1, True), Spell(9, False, 3)]), 0.5) is None


def test_what_ends_at_the_limit_itself_has_ended_within_it() -> None:
    at_limit, after = ended_within([Spell(10, True, 10)], 10), ended_within([Spell(10.5, True, 10)], 10)
    assert at_limit is not None
    assert after is not None
    assert (at_limit.value, after.value) == (1.0, 0.0)


def test_before_the_first_step_everybody_goes_on_and_nobody_is_counted() -> None:
    assert before([], 5) == Step(0.0, 0, 0, 1.0)
    assert before(kaplan_meier([Spell(5, True, 3)]), 5) == Step(0.0, 0, 0, 1.0)


def test_few_who_were_all_watched_to_the_end_are_counted_to_the_end() -> None:
    """Three, fewer than five, and none of them lost from sight: the plain share."""
    share = ended_within([Spell(1, True), Spell(2, True), Spell(3, True)], 3)
    assert share is not None
    assert share.value == 1.0


def test_whoever_is_lost_at_the_very_moment_of_an_end_was_watched_until_then() -> None:
    """Two of three end at 5, the third is lost at 5: by then two thirds have ended."""
    share = ended_within([Spell(5, True, 2), Spell(5, False, 1)], 10)
    assert share is not None
    assert share.value == pytest.approx(2 / 3)


def test_a_spell_of_no_time_and_one_of_nobody_are_spells() -> None:
    (step,) = kaplan_meier([Spell(0, True), Spell(4, False), Spell(2, True, 0)])
    assert (step.time, step.at_risk, step.survival) == (0, 2, 0.5)


def test_five_still_at_risk_are_enough_to_count_an_end_and_four_are_not() -> None:
    """Two are lost after 1. Of five at 5 one ends: a fifth. Of four at 5 one ends: not counted."""
    of_five = ended_within([Spell(1, False, 2), Spell(5, True), Spell(10, False, 4)], 10)
    of_four = ended_within([Spell(1, False, 2), Spell(5, True), Spell(10, False, 3)], 10)
    assert of_five is not None
    assert of_four is not None
    assert of_five.value == pytest.approx(0.2)
    assert of_four.value == 0


def test_how_many_are_enough_is_the_caller_s() -> None:
    spells = [Spell(1, False, 2), Spell(5, True), Spell(10, False, 3)]
    found = ended_within(spells, 10, least=4)
    assert found is not None
    assert found.value == pytest.approx(0.25)


def test_a_single_end_is_a_share_of_all_with_a_wide_interval() -> None:
    found = ended_within([Spell(3, True)], 10)
    assert found is not None
    assert (found.value, found.weight) == (1.0, 1.0)
    assert (found.low, found.high) == pytest.approx(wilson_interval(1, 1))


def test_within_no_time_everybody_was_watched_to_the_end() -> None:
    """Five were seen at the moment itself, which is all of nothing: none ended, and all of it is known."""
    found = ended_within([Spell(0, False, 5)], 0)
    assert found is not None
    assert (found.value, found.weight, found.reach) == (0, 5, 1.0)
    assert (found.low, found.high) == pytest.approx(wilson_interval(0, 5))


def test_how_far_the_curve_is_known_is_until_the_fifth_longest_was_watched() -> None:
    """Watched for 80, 70, 60, 50 and 40 of 100 days: five were there until day 40."""
    found = ended_within([Spell(time, False) for time in (80, 40, 60, 50, 70)], 100)
    assert found is not None
    assert found.reach == pytest.approx(0.4)


def test_a_spell_of_fewer_than_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        kaplan_meier([Spell(1, True, -1)])


def test_a_curve_that_ends_on_the_share_has_reached_it_there() -> None:
    """One of two ended at 1, nobody later: the half is at 1, and no later step makes a middle."""
    steps = kaplan_meier([Spell(1, True), Spell(9, False)])
    assert time_until(steps, 0.5, is_middle=True) == 1


def test_a_curve_that_steps_over_the_share_reaches_it_at_that_step() -> None:
    """Of three, two thirds go on after 1 and one third after 2: more than half have ended by 2 exactly."""
    steps = kaplan_meier([Spell(time, True) for time in (1, 2, 3)])
    assert time_until(steps, 0.5, is_middle=True) == 2


def test_the_median_of_two_lies_between_them() -> None:
    steps = kaplan_meier([Spell(1, True), Spell(3, True)])
    assert time_until(steps, 0.5, is_middle=True) == 2
    assert time_until(steps, 0.5) == 1


def test_where_nothing_has_ended_there_is_no_interval() -> None:
    start = before([], 5)
    assert (start.survival, start.low, start.high) == (1.0, None, None)


def test_a_smaller_certainty_gives_a_narrower_interval() -> None:
    """One standard deviation about 5 of 10, by hand: 1 / (1 + 1/10) of (1/2 + 1/20 +- sqrt(.025 + .0025))."""
    half = (0.025 + 0.0025) ** 0.5
    expected = ((0.55 - half) / 1.1, (0.55 + half) / 1.1)
    assert wilson_interval(5, 10, z=1) == pytest.approx(expected)
