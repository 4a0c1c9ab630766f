"""Votes that close soon, and votes that wait for being closed."""

from __future__ import annotations

import pytest

from folkmoot.i18n import say
from folkmoot.model.event import DAY
from folkmoot.views.agenda.votes_closing import SHOWN, raised
from folkmoot.views.governing import due as module
from folkmoot.views.governing.due import Due
from folkmoot.views.governing.records import Announced
from folkmoot.views.look import Look
from views.governing.written_down import NOW, known
from views.looking import told


def look(*days: int, files: tuple[str, ...] = ("e/election.yaml",), has_own: bool = False) -> Look:
    """Give a look, as of 1975-06-24, at elections that end in so many days."""
    announced = [Announced(f"e{day}", f"Election {day}", 0, NOW + day * DAY, "") for day in days]
    made = told()
    made.governing = (known(vote_files=list(files), has_own=has_own, announced=announced, own=None),)
    return made


@pytest.mark.parametrize(
    ("days", "title"),
    [
        ((3,), "A vote closes on 1975-06-27."),
        ((9, 3), "2 votes close within two weeks, the first on 1975-06-27."),
    ],
)
def test_what_closes_within_two_weeks_is_raised(days: tuple[int, ...], title: str) -> None:
    found = raised(look(*days))
    assert found is not None
    assert say(found.title) == title


def test_each_vote_is_named_the_most_urgent_first() -> None:
    found = raised(look(9, 3))
    assert found is not None
    assert [say(each) for each in found.evidence] == [
        "Election 3: until 1975-06-27.", "Election 9: until 1975-07-03.",
    ]  # fmt: skip


def test_five_votes_are_named_and_all_are_counted() -> None:
    found = raised(look(*range(1, 8)))
    assert found is not None
    assert len(found.evidence) == SHOWN == 5
    assert say(found.title).startswith("7 votes")


@pytest.mark.parametrize("days", [(), (15,), (0,), (-3,)])
def test_what_closes_later_or_has_closed_is_not(days: tuple[int, ...]) -> None:
    assert raised(look(*days)) is None


def test_without_files_of_votes_nothing_is_looked_at() -> None:
    assert raised(look(3, files=())) is None
    assert raised(look(3, files=(), has_own=True)) is not None


PAST, SOON = Due("Chair", "1975-06-20", -1), Due("Budget", "1975-06-27", 3)


@pytest.mark.parametrize(
    ("due", "title"),
    [
        ((PAST, PAST), "Votes past their time that nobody has closed: 2."),
        ((SOON, PAST), "Votes that close within two weeks or wait to be closed: 2."),
    ],
)
def test_what_nobody_has_closed_is_not_said_to_close(
    monkeypatch: pytest.MonkeyPatch, due: tuple[Due, ...], title: str
) -> None:
    monkeypatch.setattr(module, "votes_due", lambda *_: due)
    found = raised(look(3))
    assert found is not None
    assert say(found.title) == title
    assert say(found.evidence[0]) == "Chair: was open until 1975-06-20."
    assert found.panels == ("decisions-open",)
