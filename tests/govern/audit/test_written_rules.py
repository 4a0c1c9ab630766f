"""Rules read from a governance document."""

from __future__ import annotations

import pytest

from checks.trees import tree
from folkmoot.govern.audit.written_rules import (
    Action,
    Approval,
    WrittenRules,
    read_written_rules,
    rules_in,
)
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


def approvals(*entries: str) -> dict[str, Approval]:
    return dict(rules_in("GOVERNANCE.md", "# Approvals\n\n" + "\n".join(entries) + "\n").approvals)


@pytest.mark.parametrize(
    ("said", "min_yes", "has_veto", "share"),
    [
        ("requires 3 binding +1 votes.", 3, False, None),
        ("requires three or more +1.", 3, False, None),
        ("needs one approval and no veto.", 1, True, None),
        ("needs two approvals and no binding vetoes", 2, True, None),
        ("needs five binding yes", 5, False, None),
        ("at least 3/4 of all who may vote", 0, False, (3, 4)),
        ("2 +1 votes and 2 / 3 of the council", 2, False, (2, 3)),
    ],
)
def test_approvals_in_other_words(
    said: str, min_yes: int, has_veto: bool, share: tuple[int, int] | None
) -> None:
    found = approvals(f"* **Way**: {said}")["way"]
    assert (found.min_yes, found.has_veto, found.share) == (min_yes, has_veto, share)


@pytest.mark.parametrize(
    "entry",
    ["* **Ada** likes tea", "**Way**: 2 +1 votes", "* Way: 2 +1 votes", "* **W**: 2 +1 votes",
     "* **Way**: votes", "* **Way**: 2 people"],
)  # fmt: skip
def test_entries_that_say_no_approval(entry: str) -> None:
    assert approvals(entry) == {}


@pytest.mark.parametrize("said", ["0/3", "4/3", "1/0"])
def test_a_share_that_cannot_be_is_none(said: str) -> None:
    assert approvals(f"* **Way**: {said} of all")["way"].share is None


@pytest.mark.parametrize("entry", ["- **Way**: 2 +1", "+ **Way:** 2 +1", "  * ** Way **: 2 +1"])
def test_entries_in_every_usual_form(entry: str) -> None:
    assert list(approvals(entry)) == ["way"]


def test_the_first_of_two_by_one_name_counts_with_its_line() -> None:
    found = approvals("* **Way**: 2 +1", "* **way**: 5 +1")
    assert (found["way"].min_yes, found["way"].line, found["way"].name) == (2, 3, "Way")


def actions(head: str, *rows: str) -> list[Action]:
    rule = "|---" * head.count("|") + "|"
    return list(rules_in("GOVERNANCE.md", "\n".join([f"{head} |", rule, *rows]) + "\n").actions)


@pytest.mark.parametrize(
    ("head", "cell", "days"),
    [
        ("Minimum Length (days)", "6", 6),
        ("Minimum Length (hours)", "72", 3),
        ("Minimum Length (hours)", "73", 4),
        ("Length in weeks", "2", 14),
        ("Length", "72 hours", 3),
        ("Length", "1 week", 7),
        ("Length", "5", 5),
        ("Length", "none", None),
        ("Length", "", None),
        ("Length", "0", 0),
    ],
)
def test_lengths_become_whole_days(head: str, cell: str, days: int | None) -> None:
    (found,) = actions(f"| Action | Approval | Voters | {head}", f"| X | Y | Z | {cell} |")
    assert found.min_days == days


def test_columns_are_known_by_their_heads_in_any_order() -> None:
    (found,) = actions("| Length | Binding Voters | Approvals | Actions", "| 3 | Council | Y | Paint it |")
    assert (found.name, found.approval.name, found.voters, found.min_days, found.line) == (
        "Paint it", "Y", "Council", 3, 3,
    )  # fmt: skip


def test_columns_that_are_not_there_say_nothing() -> None:
    (found,) = actions("| Action | Approval", "| Paint it | Y |")
    assert (found.voters, found.min_days) == ("", None)
    short, _ = actions("| Action | Approval | Voters", "| Paint it |", "| X | Y | Z |")
    assert (short.name, short.approval.name, short.voters) == ("Paint it", "", "")


def test_a_table_ends_where_its_rows_end_and_others_are_none() -> None:
    text = (
        "| Action | Approval |\n|---|---|\n| Paint it | Y |\n\n| Name | Handle |\n|---|---|\n| Ada | ada |\n"
    )
    assert [action.name for action in rules_in("GOVERNANCE.md", text).actions] == ["Paint it"]


def test_marks_are_no_part_of_a_name() -> None:
    text = "* **Lazy**: 1 +1\n\n| Action | Approval |\n|--|--|\n| **Paint** `it` | [Lazy](#lazy) |\n"
    (found,) = rules_in("GOVERNANCE.md", text).actions
    assert (found.name, found.approval.min_yes) == ("Paint it", 1)


def test_an_approval_that_nothing_explains_asks_for_no_number() -> None:
    (found,) = actions("| Action | Approval", "| Paint it | By acclamation |")
    assert (found.approval.name, found.approval.min_yes, found.approval.share) == ("By acclamation", 0, None)


@pytest.mark.parametrize(
    ("title", "action"),
    [
        ("Removing Dora as Reviewer", "Reviewer Removal"),
        ("Revoke the committers", "Committer removal"),
        ("Dora as Reviewer", "New Reviewer"),
        ("Remove the fence", ""),
    ],
)
def test_taking_a_role_is_another_action_than_giving_it(title: str, action: str) -> None:
    rows = ["| New Reviewer | Y |", "| Reviewer Removal | Y |", "| Committer removal | Y |"]
    rules = WrittenRules("x", {}, tuple(actions("| Action | Approval", *rows)))
    found = rules.action_for(title)
    assert (found.name if found else "") == action


def test_the_action_of_more_words_is_meant() -> None:
    rows = ["| New Reviewer | Y |", "| New Lead Reviewer | Y |"]
    rules = WrittenRules("x", {}, tuple(actions("| Action | Approval", *rows)))
    found = [rules.action_for(title) for title in ("Dora as Reviewer", "Dora as Lead Reviewer")]
    assert [each.name for each in found if each] == ["New Reviewer", "New Lead Reviewer"]


@pytest.mark.parametrize(
    "path", ["GOVERNANCE.md", "docs/bylaws.rst", ".github/governance.txt", "governance/Voting.md"]
)
def test_documents_that_are_read(path: str) -> None:
    assert read_written_rules(tree(contents={path: GOVERNANCE.encode()})).path == path


@pytest.mark.parametrize("path", ["src/GOVERNANCE.md", "GOVERNANCE.html", "docs/a/voting.md"])
def test_documents_that_are_not(path: str) -> None:
    assert read_written_rules(tree(contents={path: GOVERNANCE.encode()})) == WrittenRules()


def test_the_first_document_that_has_rules_counts() -> None:
    contents = {
        "GOVERNANCE.md": b"# We are kind\n", "docs/governance.md": None,
        "docs/voting.md": GOVERNANCE.encode(),
    }  # fmt: skip
    assert read_written_rules(tree(contents=contents)).path == "docs/voting.md"
