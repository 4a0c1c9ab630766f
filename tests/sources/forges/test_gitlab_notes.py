"""What GitLab's notes tell: comments, sentences of the system, and reviews that are none."""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.event import Kind
from folkmoot.model.forge import Account, Item, Remark
from folkmoot.sources.forges.gitlab import notes
from folkmoot.sources.typed_rows import Row
from sources.forges.rest_worlds import day, gitlab_user

AT = 1_710_000_000


def note(place: int, body: str, who: str = "ada", at: int = AT, **more: Any) -> dict[str, Any]:
    return {
        "id": place, "type": None, "author": gitlab_user({"login": who}), "body": body, "system": False,
        "created_at": day(at), "internal": False, "confidential": False, **more,
    }  # fmt: skip


def system(body: str, **more: Any) -> dict[str, Any]:
    return note(1, body, system=True, **more)


def line(place: int, who: str, at: int) -> dict[str, Any]:
    return note(place, "why", who, at, type="DiffNote")


def said(*told: dict[str, Any], is_change: bool = True) -> notes.Said:
    on = Item(is_change, 4, "k", Account("bob"), "", "T", AT, 0, AT)
    wrong: list[Any] = []
    found = notes.read([Row(one, "h", "note") for one in told], on, {"ada": "MEMBER"}, wrong.append)
    assert wrong == []
    return found


def reviews(*told: dict[str, Any]) -> list[tuple[str, str, int]]:
    found = [remark for remark in said(*told).remarks if remark.kind is Kind.REVIEW]
    return sorted((remark.author.login, remark.state, remark.made_at - AT) for remark in found)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("closed", [("closed", "")]),
        ("Status changed to closed", [("closed", "")]),
        ("_Status changed to closed_", [("closed", "")]),
        ("_Status changed to reopened by commit 1234567_", [("reopened", "")]),
        ("Status changed to merged by !7", [("merged", "")]),
        ("Reassigned to @ada", [("assigned", "ada")]),
        ("Marked this merge request as a **Work In Progress**", [("converted_to_draft", "")]),
        ("Unmarked this merge request as a Work In Progress", [("ready_for_review", "")]),
        ("closed via merge request !7", [("closed", "")]),
        ("reopened", [("reopened", "")]),
        ("merged", [("merged", "")]),
        ("marked this merge request as **draft**", [("converted_to_draft", "")]),
        ("marked this merge request as **draft** from 1234567", [("converted_to_draft", "")]),
        ("marked this merge request as **ready**", [("ready_for_review", "")]),
        ("unmarked as a **Work In Progress**", [("ready_for_review", "")]),
        ("marked as a **Work In Progress**", [("converted_to_draft", "")]),
        ("assigned to @ada", [("assigned", "ada")]),
        ("assigned to @ada, @b.c-d and @cleo and unassigned @dan",
         [("assigned", "ada"), ("assigned", "b.c-d"), ("assigned", "cleo")]),
        ("requested review from @ada and removed review request for @dan", [("review_requested", "ada")]),
        ("unassigned @dan", []),
        ("closed the door, I did", []),
        ("mentioned in issue #4", []),
        ("changed the description", []),
    ],
)  # fmt: skip
def test_sentences_of_the_system_are_turns(body: str, expected: list[tuple[str, str]]) -> None:
    found = said(system(body)).turns
    assert [(turn.kind, turn.detail) for turn in found] == expected
    assert len({turn.key for turn in found}) == len(found)


def test_what_people_write_is_no_turn() -> None:
    found = said(note(1, "closed"), note(2, "approved this merge request"))
    assert found.turns == []
    assert {remark.kind for remark in found.remarks} == {Kind.COMMENT}


def test_an_approval_is_a_review() -> None:
    (review,) = said(system("approved this merge request")).remarks
    assert review == Remark(
        True, 4, "note:1", Kind.REVIEW, Account("ada"), "MEMBER", AT, "approved", 0
    )  # fmt: skip


def test_a_request_for_changes_is_a_review() -> None:
    assert reviews(system("requested changes")) == [("ada", "changes_requested", 0)]


def test_review_comments_that_were_submitted_together_are_one_review() -> None:
    """What GitLab writes since 2025 when somebody submits a review that neither approves nor asks."""
    told = [
        line(1, "ada", AT), line(2, "ada", AT + 1),
        note(3, "left review comments", "ada", AT + 2, system=True),
    ]  # fmt: skip
    assert reviews(*told) == [("ada", "commented", 2)]
    assert reviews(note(1, "left review comments", "ada", AT)) == []


def test_an_approval_taken_back_is_dismissed() -> None:
    """Only that person's, and only the last one."""
    approved = "approved this merge request"
    assert reviews(
        note(1, approved, "ada", AT, system=True),
        note(2, approved, "cleo", AT + 100, system=True),
        note(3, approved, "ada", AT + 200, system=True),
        note(4, "unapproved this merge request", "ada", AT + 300, system=True),
    ) == [("ada", "approved", 0), ("ada", "dismissed", 200), ("cleo", "approved", 100)]


def test_asking_anew_takes_an_approval_away() -> None:
    told = [
        note(1, "approved this merge request", "ada", AT, system=True),
        note(2, "requested review from @ada and removed approval", "bob", AT + 100, system=True),
    ]
    assert reviews(*told) == [("ada", "dismissed", 0)]
    assert [(turn.kind, turn.detail) for turn in said(*told).turns] == [("review_requested", "ada")]


def test_on_an_issue_nobody_approves() -> None:
    assert said(system("approved this merge request"), is_change=False).remarks == []


def test_comments_on_lines_within_a_minute_are_one_review() -> None:
    """By hand: ada at 0 and 30 s, and again at 100 s; cleo at 40 s: three reviews of comments."""
    told = [line(1, "ada", AT), line(2, "ada", AT + 30), line(3, "cleo", AT + 40), line(4, "ada", AT + 100)]
    assert reviews(*told) == [("ada", "commented", 0), ("ada", "commented", 100), ("cleo", "commented", 40)]
    assert sum(remark.kind is Kind.REVIEW_COMMENT for remark in said(*told).remarks) == 4


def test_comments_that_came_with_an_approval_are_part_of_it() -> None:
    told = [line(1, "ada", AT), note(2, "approved this merge request", "ada", AT + 20, system=True)]
    assert reviews(*told) == [("ada", "approved", 20)]


def test_an_approval_long_after_is_another_review() -> None:
    told = [line(1, "ada", AT), note(2, "approved this merge request", "ada", AT + 600, system=True)]
    assert reviews(*told) == [("ada", "approved", 600), ("ada", "commented", 0)]


def test_comments_on_lines_of_an_issue_are_comments() -> None:
    (remark,) = said(line(1, "ada", AT), is_change=False).remarks
    assert remark.kind is Kind.COMMENT


@pytest.mark.parametrize("field", ["internal", "confidential"])
def test_notes_for_members_only_are_left_out(field: str) -> None:
    assert said(note(1, "between us", **{field: True})) == ([], [])


def test_an_approval_in_words_of_long_ago_is_one() -> None:
    assert reviews(system("Approved this merge request")) == [("ada", "approved", 0)]


def test_notes_with_large_numbers_are_read() -> None:
    made = said(note(2**31 + 7, "words"), note(2**31 + 8, "closed", system=True))
    assert [remark.key for remark in made.remarks] == [f"note:{2**31 + 7}"]
    assert [turn.key for turn in made.turns] == [f"note:{2**31 + 8}"]


def test_a_push_may_take_approvals_back() -> None:
    told = [system("approved this merge request"), note(2, "approved this merge request", "bob", system=True)]
    told.append(note(3, "reset approvals from @ada and @bob by pushing to the branch", "cleo", system=True))
    assert reviews(*told) == [("ada", "dismissed", 0), ("bob", "dismissed", 0)]
    assert said(*told).turns == []
