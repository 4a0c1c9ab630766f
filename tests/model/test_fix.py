"""What a fix works with."""

from fixes.benches import bench
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.fix import Asked, no_pin, nobody, whatever

DAYS = Asked("days", "How many", "7")


def test_an_answer_is_one_line_and_without_one_the_default_counts() -> None:
    assert bench({}, {"days": " 3\n days "}).answer(DAYS) == "3 days"
    assert bench({}, {"days": "  "}).answer(DAYS) == "7"
    assert bench({}).answer(Asked("contact", "Where")) == ""


def test_what_nobody_named_is_not_known() -> None:
    assert no_pin("actions/checkout", "v4") is None
    assert nobody() is None


def test_without_a_choice_every_finding_is_meant() -> None:
    assert whatever(Finding("x", "X", Outcome.NO))
