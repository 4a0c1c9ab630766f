"""The agenda as a panel."""

from pathlib import Path

import pytest

from folkmoot.model.check import Finding, Outcome
from folkmoot.model.coverage import Quality
from folkmoot.views import agenda_panel as module
from folkmoot.views.agenda_panel import LOOKED_UP_LATER, NOTHING_URGENT, ONE_THING, agenda_panel
from folkmoot.views.missing import NO_COMMITS
from views.looking import files, told
from worked_example import day

OPEN = Finding("open", "Something is open.", Outcome.NO)
GOOD = Finding("good", "Something is well.", Outcome.YES)


def headline(monkeypatch: pytest.MonkeyPatch, *findings: Finding) -> str:
    monkeypatch.setattr(module, "agenda", lambda _look: findings)
    shown = agenda_panel(told())
    assert shown.findings == findings
    return str(shown.headline)


def test_good_news_alone_is_nothing_urgent(monkeypatch: pytest.MonkeyPatch) -> None:
    assert headline(monkeypatch, GOOD) == NOTHING_URGENT
    assert headline(monkeypatch) == NOTHING_URGENT


def test_what_is_open_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert headline(monkeypatch, OPEN, GOOD) == ONE_THING
    assert headline(monkeypatch, OPEN, OPEN, GOOD).startswith("2 things")


def test_without_a_commit_nothing_is_said_to_be_well() -> None:
    shown = agenda_panel(told(commits=0, trees={1: files()}))
    assert shown.findings == ()
    assert shown.missing == NO_COMMITS
    assert shown.headline == ""


def test_the_agenda_names_the_forges_it_rests_on() -> None:
    assert agenda_panel(told()).source == "git"
    assert agenda_panel(told(forges=("github",))).source == "git, github"


def test_the_agenda_says_of_when_it_is_and_how_much_is_known() -> None:
    shown = agenda_panel(
        told(last_seen=day("2026-06-01"), as_of=day("2026-06-15"), quality=Quality.LOWER_BOUND)
    )
    assert (shown.data_until, shown.freshness) == ("2026-06-01", "2026-06-15")
    assert shown.coverage is Quality.LOWER_BOUND


@pytest.mark.parametrize(
    ("forge", "seen"),
    [(frozenset[str](), "what git shows"), (frozenset({"issue.opened"}), "what git and the forge show")],
)
def test_the_agenda_says_what_its_rules_of_thumb_look_at(
    monkeypatch: pytest.MonkeyPatch, forge: frozenset[str], seen: str
) -> None:
    monkeypatch.setattr(module, "agenda", lambda _look: ())
    assert seen in str(agenda_panel(told(told=forge)).caveat)


@pytest.mark.parametrize(
    ("is_early", "advisories", "trees", "commits", "is_said"),
    [
        (True, True, 1, 9, True),
        (False, True, 1, 9, False),
        (True, False, 1, 9, False),
        (True, True, 2, 9, False),
        (True, True, 1, 0, False),
    ],
)
def test_holes_that_are_still_looked_up_are_not_said_to_be_none(
    is_early: bool, advisories: bool, trees: int, commits: int, is_said: bool
) -> None:
    look = told(trees={number: files() for number in range(1, trees + 1)}, commits=commits)
    look.is_early, look.advisories = is_early, Path("advisories") if advisories else None
    assert agenda_panel(look).coverage_notes == ((LOOKED_UP_LATER,) if is_said else ())
