"""Good news: years without a break."""

from folkmoot.model.check import Outcome
from folkmoot.views.agenda.good_years import raised
from views.looking import monthly, panel, told

DAY = 86_400


def look(*active: int, silent: int = 3):
    shown = panel("active-contributors", monthly(active, first="2015-01"))
    moments = {"last_commit": 1000 * DAY, "last_seen": 1000 * DAY, "as_of": (1000 + silent) * DAY}
    return told(shown, **moments)


def test_five_years_of_months_with_somebody_at_work_are_good_news() -> None:
    finding = raised(look(0, *[1] * 60))
    assert finding.outcome is Outcome.YES
    assert str(finding.title) == "Somebody has contributed in every month of the last 5 years."


def test_a_break_begins_the_count_anew() -> None:
    assert raised(look(*[1] * 70, 0, *[1] * 59)) is None


def test_a_silent_project_has_its_break_now() -> None:
    assert raised(look(*[1] * 90, silent=61)) is None


def test_a_young_project_has_to_wait() -> None:
    assert raised(told()) is None
