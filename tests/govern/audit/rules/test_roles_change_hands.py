"""Whether people joined roles since the first list of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, team
from sources.git.repositories import DAY, Repository
from still_clock import NOW


@pytest.fixture
def moot(tmp_path: Path) -> Moot:
    return Moot.create(tmp_path)


def test_roles_that_came_and_went_changed_hands(moot: Moot) -> None:
    moot.made.commit(files={"teams/store/team.json": team(("ada", "zoe"), ())})
    answer = moot.ask("roles-change-hands")
    assert answer.finding.outcome is Outcome.YES
    told = [str(each.what) for each in answer.evidence]
    assert told == ["People who joined a role since the first list: 1. Who left every role: 1."]


def test_nobody_who_joined_a_role_in_years_is_told(moot: Moot) -> None:
    answer = moot.ask("roles-change-hands")
    (told,) = answer.evidence
    assert str(told.what) == "People who joined a role since the first list: 0. Who left every role: 0."


def test_a_list_of_roles_younger_than_a_year_answers_nothing_yet(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "young")
    made.commit(files={"teams/store/team.json": team()}, at=NOW - 30 * DAY)
    assert Moot(made).ask("roles-change-hands").finding.outcome is Outcome.UNKNOWN


def test_another_role_for_the_founders_is_nobody_who_joined(tmp_path: Path) -> None:
    """The same people in a second file, a commit later, are how a community begins."""
    made = Repository.create(tmp_path / "young")
    made.commit(files={"teams/store/team.json": team()}, at=NOW - 30 * DAY)
    made.commit(files={"teams/web/team.json": team()}, at=NOW - 29 * DAY)
    assert Moot(made).ask("roles-change-hands").finding.outcome is Outcome.UNKNOWN


def test_code_owners_who_left_say_nothing_about_maintainers(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {".github/CODEOWNERS": "* @ada @bob\n"})
    moot.made.commit(files={".github/CODEOWNERS": "# nobody\n"}, at=moot.made.at + 500 * DAY)
    assert moot.ask("roles-change-hands").finding.outcome is Outcome.UNKNOWN


def test_a_list_of_emeriti_gives_nobody_a_role(tmp_path: Path) -> None:
    """Who moved there left a role, and nobody joined one by it."""
    moot = Moot.create(tmp_path, {"EMERITUS.md": "# Emeritus maintainers\n\n* Ada (@ada)\n* Bob (@bob)\n"})
    moot.made.commit(files={"a.txt": "x"}, at=moot.made.at + 500 * DAY)
    with moot.practice() as practice:
        assert [term.role.is_past for term in practice.terms] == [True, True]
    found = moot.ask("roles-change-hands").finding
    assert found.outcome is Outcome.UNKNOWN
    assert "gave up a role" in str(found.evidence[0])
