"""Rules read from a governance document."""

from __future__ import annotations

import pytest

from folkmoot.govern.audit.written_rules import rules_in
from govern.audit.moot import GOVERNANCE

RULES = rules_in("GOVERNANCE.md", GOVERNANCE)


def test_approvals_say_how_many_and_whether_a_no_stops() -> None:
    consensus = RULES.approvals["consensus"]
    assert (consensus.min_yes, consensus.has_veto, consensus.share) == (2, True, None)
    assert RULES.approvals["2/3 majority"].share == (2, 3)


def test_actions_know_their_approval_voters_days_and_line() -> None:
    action = RULES.actions[1]
    assert (action.name, action.approval.min_yes, action.voters, action.min_days) == (
        "New Committer", 2, "Active maintainers", 6,
    )  # fmt: skip
    assert GOVERNANCE.splitlines()[action.line - 1].startswith("| New Committer")


@pytest.mark.parametrize(
    ("title", "action"),
    [
        ("A Vote for Dora as store Reviewer", "New Reviewer"),
        ("Dora and Emil as Committers", "New Committer"),
        ("A Vote for Governance Rephrase", "Modifying Governance"),
        ("Dora as Reviewer and Emil as Committer", ""),
        ("A new logo", ""),
        ("Removal of a Reviewer", ""),
    ],
)
def test_a_title_names_one_action_or_none(title: str, action: str) -> None:
    found = RULES.action_for(title)
    assert (found.name if found else "") == action


def test_hours_become_days() -> None:
    text = "| Action | Approval | Voters | Length |\n|---|---|---|---|\n| X | Y | Z | 72 hours |\n"
    assert rules_in("GOVERNANCE.md", text).actions[0].min_days == 3


def test_prose_gives_no_rules() -> None:
    rules = rules_in("GOVERNANCE.md", "# Rules\n\nWe vote with 2 binding +1 votes.\n\n- **Ada** likes tea\n")
    assert (rules.actions, dict(rules.approvals)) == ((), {})
