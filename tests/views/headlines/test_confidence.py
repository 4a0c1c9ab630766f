"""Contributor Confidence in one sentence."""

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.confidence import LEAST_SEEN, LOWER_BOUNDS, VARIANTS
from folkmoot.model.page import Point
from folkmoot.views.headlines.confidence import tell
from views.looking import look_of, panel
from worked_example import example

ID = "contributor-confidence"


@pytest.mark.parametrize(
    ("value", "begins"),
    [
        (0.05, "Hard to get into, few return: 5% of 40 people, last 365 days (1 to 60% at 95%"),
        (0.2, "Some return: 20% of 40"),
        (0.31, "Approachable, many return: 31% of 40"),
        (0.45, "Very welcoming: 45% of 40 people return"),
    ],
)
def test_the_band_comes_first(value: float, begins: str) -> None:
    said = str(tell(panel(ID, [Point("last 365 days", value, 40, low=0.01, high=0.6)])))
    assert said.startswith(begins)
    assert said.endswith("variant conversion).")


def test_a_lower_bound_is_in_no_band() -> None:
    said = str(tell(panel("contributor-confidence-opensauced-2024-06", [Point("last 30 days", 0.15, 12)])))
    assert said == (
        "At least 15%, last 30 days, as far as the repositories here show "
        "(12 stars and forks, variant opensauced-2024-06)."
    )


@pytest.mark.parametrize(
    ("value", "said"), [(0.0452, "4.5%,"), (0.0459, "4.5%,"), (0.29, "29%,"), (0.299, "29%,")]
)
def test_at_least_is_never_rounded_up(value: float, said: str) -> None:
    identifier = "contributor-confidence-opensauced-2024-06"
    assert str(tell(panel(identifier, [Point("last 30 days", value, 12)]))).startswith(f"At least {said}")


def test_the_sentence_is_as_fine_as_the_gauge_beside_it() -> None:
    """The gauge says 1.3% and 0.7% to 2.3%."""
    said = str(tell(panel(ID, [Point("last 365 days", 0.0131, 881, low=0.0073, high=0.0234)])))
    assert "1.3% of 881 people, last 365 days (0.7 to 2.3% at 95%" in said


@pytest.mark.parametrize("identifier", sorted(LOWER_BOUNDS))
def test_too_few_stars_and_forks_are_said_by_the_formula_s_own_measure(identifier: str) -> None:
    assert all_metrics()[identifier].min_n == LEAST_SEEN
    assert str(tell(panel(identifier, [Point("last 365 days", None, 4)]))) == (
        "Insufficient data: 4 stars and forks in the last 365 days, and it takes 5 "
        f"(variant {VARIANTS[identifier]})."
    )


def test_a_share_without_an_interval_claims_none() -> None:
    said = str(tell(panel(ID, [Point("last 30 days", 0.15, 12)])))
    assert said == "Some return: 15% of 12 people, last 30 days (variant conversion)."


def test_too_few_are_insufficient_and_not_zero() -> None:
    said = str(tell(panel(ID, [Point("last 365 days", None, 4), Point("last 7 days", None, 1)])))
    assert said.startswith(
        "Insufficient data: 4 people starred or forked in the last 365 days, and it takes 10"
    )


def test_many_who_came_lately_are_not_said_to_be_lost() -> None:
    assert str(tell(panel(ID, [Point("last 365 days", None, 85)]))) == (
        "Insufficient data: 85 people starred or forked in the last 365 days, too lately to tell who comes "
        "back (variant conversion)."
    )


def test_a_shorter_time_speaks_where_the_longest_cannot() -> None:
    said = str(tell(panel(ID, [Point("last 90 days", 0.2, 12), Point("last 365 days", None, 9)])))
    assert "last 90 days" in said


def test_other_periods_say_nothing() -> None:
    assert tell(panel(ID, [Point("2026", 0.2, 12)])) == ""


def test_ten_people_are_enough_and_then_it_is_only_too_soon() -> None:
    assert "too lately to tell" in str(tell(panel(ID, [Point("last 365 days", None, 10)])))
    assert "and it takes 10" in str(tell(panel(ID, [Point("last 365 days", None, 9)])))


@pytest.mark.parametrize(("low", "high"), [(None, 0.6), (0.1, None)])
def test_half_an_interval_is_none(low: float | None, high: float | None) -> None:
    said = str(tell(panel(ID, [Point("last 30 days", 0.15, 12, low=low, high=high)])))
    assert "at 95%" not in said


def test_nobody_of_many_is_a_share_of_none() -> None:
    said = str(tell(panel(ID, [Point("last 30 days", 0.0, 12)])))
    assert said.startswith("Hard to get into, few return: 0% of 12 people")


@pytest.mark.parametrize(("identifier", "words"), [
    (ID, "one person starred or forked"), ("contributor-confidence-opensauced-2024-06", "one star or fork"),
])  # fmt: skip
def test_one_is_one(identifier: str, words: str) -> None:
    said = str(tell(panel(identifier, [Point("last 365 days", None, 1)])))
    assert said.startswith(f"Insufficient data: {words} in the last 365 days, and it takes ")


def test_the_gauge_of_too_few_is_drawn_in_a_report_and_says_insufficient_data() -> None:
    """Two people forked: the panel has a point without a value, and not a sentence in its place."""
    acts = "who | when | kind\nBob | 2026-01-04 | fork\nCleo | 2026-01-05 | fork"
    items = "item | who | opened\n#1 | Ada | 2026-01-02"
    store = example("when | who\n2026-01-03 | Ada", acts=acts, items=items, as_of="2026-05-05")
    shown = look_of(store).panel(ID)
    assert shown is not None
    assert shown.missing == ""
    assert {point.value for point in shown.points} == {None}
    assert str(tell(shown)).startswith("Insufficient data: 2 people starred or forked in the last 365 days")
