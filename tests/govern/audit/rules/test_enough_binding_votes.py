"""How many binding votes a decision has, against how many its rule asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import GOVERNANCE, Moot, places, team, vote

COUNCIL = "".join(f"| {name.title():4} | Acme     | {name:6} |\n" for name in ("cleo", "dora", "emil"))
FIVE = GOVERNANCE.replace("\n## Approvals", f"{COUNCIL}\n## Approvals")
"""The usual rules with five people in the council: two thirds of five are 3.3, so 4."""


def test_a_no_is_no_binding_yes(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)") + "\nVetoed by\n\n* bob (binding)\n")
    answer = moot.ask("enough-binding-votes")
    assert [str(each.what) for each in answer.evidence] == [
        "A Vote for Dora as Reviewer: binding yes: 1 of 2 needed."
    ]


def test_a_record_without_result_is_not_counted_as_looked_at(tmp_path: Path) -> None:
    """It is another rule that asks for results."""
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer"))
    assert moot.ask("enough-binding-votes").finding.outcome is Outcome.NOT_APPLICABLE
    moot.hold("2", vote("Emil as Reviewer", "ada (binding)", "bob (binding)"))
    assert moot.ask("enough-binding-votes").examined == 1


def test_a_record_that_marks_nobody_says_nothing_about_binding_votes(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada", "bob"))
    assert moot.ask("enough-binding-votes").finding.outcome is Outcome.UNKNOWN


def test_a_record_that_marks_some_is_looked_at(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "bob"))
    assert places(moot.ask("enough-binding-votes")) == ["votes/1.md:7"]


@pytest.mark.parametrize(("yes", "outcome"), [(3, Outcome.NO), (4, Outcome.YES)])
def test_a_share_is_rounded_up_to_whole_people(tmp_path: Path, yes: int, outcome: Outcome) -> None:
    moot = Moot.create(tmp_path, {"GOVERNANCE.md": FIVE})
    names = [f"{name} (binding)" for name in ("ada", "bob", "cleo", "dora")][:yes]
    moot.hold("1", vote("Governance Rephrase", *names))
    answer = moot.ask("enough-binding-votes")
    assert answer.finding.outcome is outcome
    if outcome is Outcome.NO:
        assert "3 binding yes of 5 who may vote, 4 are needed unless" in str(answer.evidence[0].what)


def test_a_share_of_nobody_knows_whom_breaks_no_rule(tmp_path: Path) -> None:
    """The council that may vote is in no file of roles here; the maintainers who are may be others."""
    without = GOVERNANCE.replace("## Council", "## Thanks").replace("| Ada  | Acme     | ada    |\n", "")
    without = without.replace("| Bob  | Birch    | bob    |\n", "")
    moot = Moot.create(tmp_path, {"GOVERNANCE.md": without, "teams/store/team.json": team()})
    moot.hold("1", vote("Governance Rephrase", "zoe (binding)"))
    assert moot.ask("enough-binding-votes").finding.outcome is Outcome.YES


def test_a_share_before_anybody_held_a_role_breaks_no_rule(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"README.md": "hello"})
    moot.hold("1", vote("Governance Rephrase", "zoe (binding)"))
    moot.made.commit(files={"GOVERNANCE.md": GOVERNANCE})
    assert moot.ask("enough-binding-votes").finding.outcome is Outcome.YES


def test_to_say_that_nobody_vetoed_it_takes_no_vote_away(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    claim = "Approved by 2 binding votes, no vetoes."
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "bob (binding)", claim=claim))
    assert moot.ask("enough-binding-votes").finding.outcome is Outcome.YES
