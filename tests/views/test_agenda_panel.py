"""The agenda as a panel."""

import pytest

from folkmoot.model.check import Finding, Outcome
from folkmoot.views import agenda_panel as module
from folkmoot.views.agenda_panel import NOTHING_URGENT, ONE_THING, agenda_panel
from folkmoot.views.missing import NO_COMMITS
from views.looking import files, told

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
