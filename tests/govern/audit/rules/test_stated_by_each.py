"""What some lines of a file state and others of the same file do not: affiliations, and decisions."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, places

TEAM = "name: docs\nmembers:\n  ada: https://example.org/1\n  bob:\n"


def test_who_lacks_an_affiliation_is_told_with_the_role(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"steering.csv": "github,employer\nada,Acme\nbob,\n"})
    answer = moot.ask("affiliations-stated")
    assert [str(each.what) for each in answer.evidence] == ["bob, steering member: no affiliation stated."]
    assert (places(answer), answer.examined) == (["steering.csv:3"], 2)


def test_a_file_in_which_nobody_states_one_asks_for_none(tmp_path: Path) -> None:
    files = {"steering.csv": "github,employer\nada,Acme\n", "emeritus.csv": "github,employer\nbob,\n"}
    answer = Moot.create(tmp_path, files).ask("affiliations-stated")
    assert (answer.finding.outcome, answer.examined) == (Outcome.YES, 1)


def test_who_lacks_a_decision_is_told_with_the_role(tmp_path: Path) -> None:
    answer = Moot.create(tmp_path, {"teams/docs.yml": TEAM}).ask("roles-name-decisions")
    assert [str(each.what) for each in answer.evidence] == ["bob, member of docs: no decision named."]
    assert answer.examined == 2


def test_a_file_that_names_no_decision_is_not_held_against_one_that_does(tmp_path: Path) -> None:
    files = {
        "teams/docs.yml": TEAM.replace("bob:", "bob: https://example.org/2"),
        "OWNERS": "approvers: [cleo]\n",
    }
    answer = Moot.create(tmp_path, files).ask("roles-name-decisions")
    assert (answer.finding.outcome, answer.examined) == (Outcome.YES, 2)


def test_where_no_file_names_decisions_none_has_to(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"OWNERS": "approvers: [cleo]\n"})
    assert moot.ask("roles-name-decisions").finding.outcome is Outcome.NOT_APPLICABLE
    assert moot.ask("affiliations-stated").finding.outcome is Outcome.NOT_APPLICABLE
