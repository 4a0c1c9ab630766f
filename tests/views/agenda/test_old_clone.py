"""A report on a clone that nobody has fetched for long."""

from dataclasses import replace

from folkmoot.i18n import say
from folkmoot.model.check import Outcome
from folkmoot.views.agenda.old_clone import raised
from folkmoot.views.look import Look
from views.looking import told

NOON = 1_781_524_800
"""15 June 2026, 12:00 UTC."""


def look(made_at: str) -> Look:
    seen = told(as_of=NOON)
    seen.made_at = made_at
    return seen


def test_more_than_a_month_is_told_with_the_day_the_numbers_end_on() -> None:
    finding = raised(look("2026-07-17T12:00:00+00:00"))
    assert finding is not None
    assert say(finding.title) == "All numbers here end on 2026-06-15, 32 days before this report was made."
    assert finding.outcome is Outcome.UNKNOWN


def test_days_are_those_of_the_calendar() -> None:
    finding = raised(look("2026-07-17T06:00:00+00:00"))
    assert finding is not None
    assert ", 32 days before " in say(finding.title)


def test_a_month_is_nothing_to_speak_of() -> None:
    assert raised(look("2026-07-16T13:00:00+00:00")) is None


def test_numbers_of_an_earlier_day_that_somebody_asked_for_are_no_old_clone() -> None:
    assert raised(look("")) is None


def test_a_store_without_a_clock_tells_nothing() -> None:
    seen = told(as_of=0)
    seen.made_at = "2026-07-17T12:00:00+00:00"
    assert raised(seen) is None


def test_with_a_forge_the_clone_alone_is_not_blamed() -> None:
    seen = look("2026-07-17T12:00:00+00:00")
    alone = raised(seen)
    seen.outline = replace(seen.outline, forges=("archive-dump",))
    told_of_both = raised(seen)
    assert alone is not None
    assert told_of_both is not None
    assert "folkmoot sync" not in say(alone.remedy)
    assert "folkmoot sync --forge" in say(told_of_both.remedy)
    assert "both the clone and its forge" in say(told_of_both.why)
