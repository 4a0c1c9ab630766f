"""What to do first."""

from dataclasses import replace

from folkmoot.model.check import Evidence, Finding, Outcome, Risk
from folkmoot.model.scorecard import Scored
from folkmoot.views.guarding.first import in_order, of_a_weekend, urgency

SPOT = (Evidence("may write", ".github/workflows/a.yml", 3),)
NO = Finding("a", "A", Outcome.NO, effort="an hour", spots=SPOT, risk=Risk.MEDIUM)


def test_only_what_is_to_be_acted_on_is_ordered() -> None:
    others = [replace(NO, id=outcome.value, outcome=outcome) for outcome in Outcome]
    assert [finding.id for finding in in_order(others)] == ["no"]


def test_the_graver_of_two_that_take_as_long_stands_first() -> None:
    grave = replace(NO, id="z", risk=Risk.HIGH)
    assert in_order([NO, grave]) == [grave, NO]


def test_the_shorter_of_two_that_are_as_grave_stands_first() -> None:
    short = replace(NO, id="z", effort="ten minutes")
    assert in_order([NO, short]) == [short, NO]


def test_what_points_at_lines_stands_before_what_was_merely_not_found() -> None:
    not_found = replace(NO, id="a", spots=(), evidence=("Nothing was found.",))
    shown = replace(NO, id="z")
    assert in_order([not_found, shown]) == [shown, not_found]


def test_a_grave_thing_that_takes_a_day_stands_before_small_change() -> None:
    grave = replace(NO, id="z", risk=Risk.CRITICAL, effort="a day")
    small = replace(NO, risk=Risk.LOW, effort="an hour")
    assert in_order([small, grave]) == [grave, small]


def test_an_effort_for_each_file_counts_the_files_and_not_the_lines() -> None:
    one = replace(NO, effort="an hour each", spots=SPOT * 3)
    two = replace(one, spots=(*SPOT, Evidence("may write", "b.yml", 1)))
    assert urgency(one) > urgency(two)
    assert urgency(one) == urgency(replace(one, spots=SPOT))


def test_equal_things_stand_by_their_names() -> None:
    assert [each.id for each in in_order([replace(NO, id="b"), NO])] == ["a", "b"]


def test_what_scorecard_finds_nearly_done_is_less_urgent() -> None:
    nearly, far = (replace(NO, id=str(score), scored=Scored("X", score, "")) for score in (8, 0))
    assert in_order([nearly, far]) == [far, nearly]


def test_what_takes_longer_than_a_weekend_is_none_of_the_first() -> None:
    many = [replace(NO, id=name) for name in "abcd"]
    assert of_a_weekend([replace(NO, effort="two weeks"), *many]) == many[:3]


def test_a_small_risk_asks_for_no_weekend() -> None:
    small = replace(NO, id="small", risk=Risk.LOW)
    assert of_a_weekend([small, NO]) == [NO]


def test_what_takes_no_time_is_no_work_for_a_weekend() -> None:
    assert of_a_weekend([replace(NO, effort="")]) == []
