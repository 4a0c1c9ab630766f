"""Whose vote was called binding without a role that allows it."""

from __future__ import annotations

from pathlib import Path

from folkmoot.model.check import Outcome
from govern.audit.moot import GOVERNANCE, Moot, team, vote


def test_accounts_are_compared_without_regard_to_case(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "ADA (binding)", "Bob (binding)"))
    assert moot.ask("binding-votes-by-role").finding.outcome is Outcome.YES


def test_the_evidence_names_the_vote_and_where_it_stands(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    commit = moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "zoe (binding)"))
    (found,) = moot.ask("binding-votes-by-role").evidence
    assert str(found.what) == ("A Vote for Dora as Reviewer: the binding vote of zoe, who held no role then.")
    assert (found.place, found.commit) == ("votes/1.md:12", commit)


def test_several_roles_are_all_named(tmp_path: Path) -> None:
    files = {
        "GOVERNANCE.md": GOVERNANCE,
        "teams/store/team.json": team(),
        "teams/docs/team.json": team(("zoe",), ("cleo",)),
    }
    moot = Moot.create(tmp_path, files)
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)", "cleo (binding)"))
    (found,) = moot.ask("binding-votes-by-role").evidence
    assert "cleo, who was committer of docs, committer of store; Active" in str(found.what)


def test_without_a_table_of_actions_any_role_may_vote(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"teams/store/team.json": team()})
    moot.hold("1", vote("Painting it green", "cleo (binding)", "zoe (binding)"))
    answer = moot.ask("binding-votes-by-role")
    assert [str(each.what).rpartition("of ")[2] for each in answer.evidence] == [
        "zoe, who held no role then."
    ]


def test_a_title_that_fits_no_action_does_not_name_who_may_vote(tmp_path: Path) -> None:
    """Maintainers and council members vote on some action of the table, committers on none."""
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Painting it green", "ada (binding)", "cleo (binding)"))
    (found,) = moot.ask("binding-votes-by-role").evidence
    assert str(found.what).endswith("of cleo, who was committer of store, which may not vote.")


def test_votes_before_any_file_of_roles_are_unknown_and_not_examined(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"README.md": "hello"})
    moot.hold("1", vote("Dora as Reviewer", "ada (binding)"))
    assert moot.ask("binding-votes-by-role").finding.outcome is Outcome.UNKNOWN
    moot.made.commit(files={"teams/store/team.json": team()})
    moot.hold("2", vote("Emil as Reviewer", "ada (binding)", "bob (binding)"))
    answer = moot.ask("binding-votes-by-role")
    assert (answer.finding.outcome, answer.examined) == (Outcome.YES, 2)


def test_votes_that_are_not_called_binding_are_anybodys(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", "zoe (non-binding)", "yan"))
    assert moot.ask("binding-votes-by-role").finding.outcome is Outcome.NOT_APPLICABLE
