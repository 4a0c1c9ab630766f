"""What is due: votes that close soon or are past their time, and terms that end."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from folkmoot.i18n import Message
from folkmoot.model.event import DAY
from folkmoot.model.role import Holder, Listing, Role
from folkmoot.views.governing import due as module
from folkmoot.views.governing.due import LONG_OVER, SOON_TO_CLOSE, SOON_TO_END, Due, terms_due, votes_due
from folkmoot.views.governing.records import Announced
from folkmoot.views.governing.telling import Names
from views.governing.written_down import NOW, known
from views.looking import Aliases

NAMES = Names({}, None, None)


def votes(*announced: Announced) -> list[Due]:
    return list(votes_due(known(announced=list(announced), own=None), NAMES))


def election(starts: int, ends: int, title: str = "Steering") -> Announced:
    """Give an election by its seconds from NOW."""
    return Announced("e/election.yaml", title, NOW + starts, NOW + ends, "")


def terms(*until: str, names: Names = NAMES) -> list[Due]:
    listings = [Listing(Role("chair"), Holder(f"ada{n}"), "OWNERS", until=day) for n, day in enumerate(until)]
    return list(terms_due(known(listings=listings), names))


def test_an_election_that_is_open_and_closes_soon_is_due() -> None:
    """NOW is midnight of 1975-06-24; a day and a second are two days, begun ones counted."""
    assert votes(election(-1, DAY)) == [Due("Steering", "1975-06-25", 1)]
    assert votes(election(-1, DAY + 1)) == [Due("Steering", "1975-06-25", 2)]


@pytest.mark.parametrize(
    ("starts", "ends", "is_due"),
    [
        (0, SOON_TO_CLOSE * DAY, True),
        (0, SOON_TO_CLOSE * DAY + 1, False),
        (1, DAY, False),
        (-DAY, 0, False),
        (-DAY, 1, True),
    ],
    ids=["in two weeks", "later", "not begun", "just over", "in a second"],
)
def test_only_what_is_open_now_and_closes_within_two_weeks_is_due(
    starts: int, ends: int, is_due: bool
) -> None:
    assert bool(votes(election(starts, ends))) is is_due


@pytest.mark.parametrize(
    ("seconds", "days"),
    [(3 * DAY, [3]), (1, [1]), (0, [-1]), (-40 * DAY, [-1]), (SOON_TO_CLOSE * DAY + 1, [])],
    ids=["in three days", "in a second", "this second", "long over", "later"],
)
def test_a_vote_of_its_own_is_due_until_somebody_closes_it(
    monkeypatch: pytest.MonkeyPatch, seconds: int, days: list[int]
) -> None:
    """Other than an election that ended, it is open until its result is written down."""
    closes = datetime.fromtimestamp(NOW + seconds, UTC)
    own = SimpleNamespace(
        problem="", open=[SimpleNamespace(closes=closes)], title=lambda _: Message("Decision 3", {})
    )
    monkeypatch.setattr(module, "OwnDecisions", lambda *_: own)
    due = list(votes_due(known(own=own, announced=[]), NAMES))
    assert [one.days for one in due] == days
    assert [(one.title, one.day) for one in due] == [("Decision 3", f"{closes:%Y-%m-%d}")] * len(days)


def test_a_very_long_title_of_an_election_is_cut() -> None:
    (due,) = votes(election(0, DAY, "S" * 1000))
    assert len(due.title) == 140


def test_a_term_is_due_within_two_months() -> None:
    """As of 1975-06-24: 60 days later is 1975-08-23."""
    assert SOON_TO_END == 60
    assert [due.day for due in terms("1975-08-23", "1975-08-24")] == ["1975-08-23"]


def test_a_term_that_is_over_is_due_for_two_years() -> None:
    """730 days before 1975-06-24 is 1973-06-24."""
    assert LONG_OVER == 730
    assert [(due.day, due.days) for due in terms("1973-06-24", "1973-06-23")] == [("1973-06-24", -730)]


def test_a_term_that_ends_today_has_no_day_left() -> None:
    assert terms("1975-06-24") == [Due("ada0, chair", "1975-06-24", 0)]


@pytest.mark.parametrize("day", ["", "soon", "1975-02-30", "1975"])
def test_a_term_without_a_day_is_never_due(day: str) -> None:
    assert terms(day) == []


def test_whose_term_it_is_can_be_an_alias() -> None:
    (due,) = terms("1975-06-24", names=Names({}, None, Aliases()))
    assert "ada0" not in due.title
    assert due.title.endswith(", chair")
