"""What becomes of GitHub's answers: every node read by hand, without a forge to ask.

Long because every sort of node stands here with an answer of its own.
"""

from __future__ import annotations

from typing import Any

import pytest

from folkmoot.model.event import Kind
from folkmoot.model.forge import NOBODY, UNKNOWN, Account, Act, Item, Remark, Turn
from folkmoot.sources.forges.github import rows
from folkmoot.sources.forges.github.queries import Rest
from folkmoot.sources.typed_rows import Row, WrongFieldError

ADA = {"__typename": "User", "login": "ada", "name": "Ada"}
BOB = {"__typename": "User", "login": "bob", "name": None}
MORE = {"hasNextPage": True, "endCursor": "c1"}
NO_MORE = {"hasNextPage": False, "endCursor": "c1"}
NINE, TEN = "2026-01-03T09:00:00Z", "2026-01-03T10:00:00Z"
NINE_O_CLOCK, TEN_O_CLOCK = 1_767_430_800, 1_767_434_400


def row(values: dict[str, Any]) -> Row:
    return Row(values, "forge.test", "node")


def several(*nodes: Any, info: dict[str, Any] = NO_MORE) -> dict[str, Any]:
    """Give a list as the forge sends it."""
    return {"pageInfo": info, "nodes": list(nodes)}


def issue(**also: Any) -> dict[str, Any]:
    """Give an issue by Ada of nine o'clock on which nothing happened."""
    return {
        "id": "I_1", "number": 7, "title": "A title", "author": ADA, "authorAssociation": "MEMBER",
        "createdAt": NINE, "updatedAt": TEN, "closedAt": None, "comments": several(),
        "timelineItems": several(), **also,
    }  # fmt: skip


def change(**also: Any) -> dict[str, Any]:
    """Give a change by Ada of nine o'clock on which nothing happened."""
    return {
        **issue(
            additions=3, deletions=0, changedFiles=1, isDraft=False, headRefOid="f" * 40, reviews=several()
        ),
        **also,
    }


def said(**also: Any) -> dict[str, Any]:
    """Give a comment by Bob of ten o'clock."""
    return {
        "id": "C_1",
        "author": BOB,
        "createdAt": TEN,
        "body": " well said ",
        "comments": several(),
        **also,
    }


def read(values: dict[str, Any], *, is_change: bool = False) -> list[Any]:
    """Read an issue or change in which nothing is wrong."""

    def wrong(error: WrongFieldError) -> None:
        raise error

    return list(rows.item(row(values), wrong, is_change=is_change))


def with_wrongs(values: dict[str, Any], *, is_change: bool = False) -> tuple[list[Any], list[str]]:
    """Read an issue or change, and what is wrong in it."""
    wrongs: list[str] = []
    found = list(rows.item(row(values), lambda error: wrongs.append(str(error)), is_change=is_change))
    return found, wrongs


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        (None, NOBODY),
        ({"login": "ghost", "__typename": "User"}, NOBODY),
        ({"login": "Ghost"}, NOBODY),
        ({"login": "ghostwriter"}, Account("ghostwriter")),
        (ADA, Account("ada", "Ada")),
        ({"login": "ada", "name": "  Ada  "}, Account("ada", "Ada")),
        (BOB, Account("bob")),
        ({"login": "ci", "__typename": "Bot"}, Account("ci", is_bot=True)),
        ({"login": "acme", "__typename": "Organization"}, Account("acme")),
    ],
)
def test_accounts(who: dict[str, Any] | None, expected: Account) -> None:
    assert rows.account(row({"author": who}), "author") == expected


def test_an_open_issue() -> None:
    (found,) = read(issue())
    assert found == Item(
        is_change=False, number=7, key="I_1", author=Account("ada", "Ada"), association="MEMBER",
        title="A title", opened_at=NINE_O_CLOCK, closed_at=0, updated_at=TEN_O_CLOCK,
    )  # fmt: skip


def test_a_merged_change() -> None:
    (found,) = read(
        change(
            closedAt=TEN, mergedAt=TEN, mergedBy=BOB, mergeCommit={"oid": "a" * 40}, isDraft=True, deletions=4
        ),
        is_change=True,
    )
    assert (found.closed_at, found.merged_at, found.merged_by) == (TEN_O_CLOCK, TEN_O_CLOCK, Account("bob"))
    assert (found.landing, found.head, found.is_draft) == ("a" * 40, "f" * 40, True)
    assert (found.added, found.deleted, found.files) == (3, 4, 1)


def test_an_unmerged_change_landed_nowhere() -> None:
    (found,) = read(change(mergeCommit=None), is_change=True)
    assert (found.merged_at, found.merged_by, found.landing) == (0, NOBODY, "")


def test_lines_of_an_issue_are_not_known() -> None:
    (found,) = read(issue())
    assert (found.added, found.deleted, found.files) == (UNKNOWN, UNKNOWN, UNKNOWN)


def test_the_last_to_close_it_closed_it() -> None:
    """Bob closed it, somebody reopened it, and Ada closed it again."""
    (found,) = read(issue(closedAt=TEN, closing=several({"actor": BOB}, {"actor": ADA})))
    assert found.closed_by == Account("ada", "Ada")


def test_nobody_closed_what_is_open_again() -> None:
    (found,) = read(issue(closing=several({"actor": BOB})))
    assert found.closed_by == NOBODY


def test_labels_that_one_may_not_see_are_left_out() -> None:
    (found,) = read(issue(labels=several({"name": "easy"}, None, {"name": "x" * 400})))
    assert found.labels == ("easy", "x" * 300)


def test_a_comment_is_measured_without_the_space_around_it() -> None:
    _, found = read(issue(comments=several(said(authorAssociation="NONE"))))
    assert found == Remark(False, 7, "C_1", Kind.COMMENT, Account("bob"), "NONE", TEN_O_CLOCK, length=9)


def test_an_order_to_a_robot_is_told() -> None:
    _, found = read(issue(comments=several(said(body="/lgtm"))))
    assert found.is_command


@pytest.mark.parametrize(
    ("state", "told"),
    [("APPROVED", "approved"), ("CHANGES_REQUESTED", "changes_requested"), ("DISMISSED", "dismissed")],
)
def test_a_review_has_its_state_and_the_moment_it_was_submitted(state: str, told: str) -> None:
    review = said(state=state, createdAt=NINE, submittedAt=TEN)
    _, found = read(change(reviews=several(review)), is_change=True)
    assert (found.kind, found.state, found.made_at) == (Kind.REVIEW, told, TEN_O_CLOCK)


@pytest.mark.parametrize("state", ["PENDING", "SOMETHING_NEW"])
def test_a_review_nobody_submitted_is_not_read_nor_are_its_comments(state: str) -> None:
    review = said(state=state, comments=several(said(id="C_2"), info=MORE))
    assert len(read(change(reviews=several(review)), is_change=True)) == 1


def test_comments_on_lines_hang_on_their_review() -> None:
    review = said(state="COMMENTED", submittedAt=TEN, comments=several(said(id="C_2", publishedAt=NINE)))
    _, found, line = read(change(reviews=several(review)), is_change=True)
    assert (found.kind, found.state) == (Kind.REVIEW, "commented")
    assert (line.kind, line.state, line.made_at) == (Kind.REVIEW_COMMENT, "", NINE_O_CLOCK)


def test_an_issue_has_no_reviews() -> None:
    assert len(read(issue(reviews=several(said(state="APPROVED"))))) == 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("ClosedEvent", "closed"),
        ("ReopenedEvent", "reopened"),
        ("MergedEvent", "merged"),
        ("ReadyForReviewEvent", "ready_for_review"),
        ("ConvertToDraftEvent", "converted_to_draft"),
    ],
)
def test_turns(name: str, kind: str) -> None:
    turn = {"__typename": name, "id": "T_1", "createdAt": TEN, "actor": BOB}
    _, found = read(issue(timelineItems=several(turn)))
    assert found == Turn(False, 7, "T_1", kind, Account("bob"), TEN_O_CLOCK)


@pytest.mark.parametrize(
    ("turn", "kind", "detail"),
    [
        ({"__typename": "LabeledEvent", "label": {"name": "easy"}}, "labelled", "easy"),
        ({"__typename": "UnlabeledEvent", "label": {"name": "x" * 400}}, "unlabelled", "x" * 300),
        ({"__typename": "AssignedEvent", "assignee": ADA}, "assigned", "ada"),
        ({"__typename": "ReviewRequestedEvent", "requestedReviewer": ADA}, "review_requested", "ada"),
        ({"__typename": "ReviewRequestedEvent", "requestedReviewer": {}}, "review_requested", ""),
        ({"__typename": "AssignedEvent", "assignee": None}, "assigned", ""),
    ],
)
def test_turns_say_what_they_were_about(turn: dict[str, Any], kind: str, detail: str) -> None:
    turn |= {"id": "T_1", "createdAt": TEN, "actor": BOB}
    _, found = read(issue(timelineItems=several(turn)))
    assert (found.kind, found.detail) == (kind, detail)


def test_turns_nobody_asked_for_are_passed_over() -> None:
    turn = {"__typename": "PinnedEvent", "id": "T_1"}
    assert len(read(issue(timelineItems=several(turn)))) == 1


def test_what_does_not_fit_is_told_with_where_to_go_on() -> None:
    """Comments and turns have more; the reviews are all here, though their cursor is told."""
    found = read(
        change(comments=several(info=MORE), timelineItems=several(info=MORE), reviews=several()),
        is_change=True,
    )
    assert found[1:] == [Rest("comments", True, 7, "I_1", "c1"), Rest("turns", True, 7, "I_1", "c1")]


def test_comments_of_a_review_that_do_not_fit_hang_on_the_review() -> None:
    review = said(id="R_1", state="APPROVED", comments=several(info=MORE))
    *_, rest = read(change(reviews=several(review)), is_change=True)
    assert rest == Rest("line comments", True, 7, "R_1", "c1")


def test_one_broken_comment_does_not_take_the_others_along() -> None:
    found, wrongs = with_wrongs(issue(comments=several(said(body=5), said(id="C_2"))))
    assert [each.key for each in found] == ["I_1", "C_2"]
    assert len(wrongs) == 1
    assert "body should be a text" in wrongs[0]


def test_one_broken_turn_or_review_does_not_take_the_others_along() -> None:
    turn = {"__typename": "ClosedEvent", "id": "T_2", "createdAt": TEN, "actor": None}
    found, wrongs = with_wrongs(
        change(
            timelineItems=several({**turn, "id": "T_1", "createdAt": "soon"}, turn),
            reviews=several(said(state=None), said(id="R_2", state="APPROVED")),
        ),
        is_change=True,
    )
    assert [each.key for each in found] == ["I_1", "T_2", "R_2"]
    assert len(wrongs) == 2


@pytest.mark.parametrize("field", ["number", "createdAt", "id", "title"])
def test_an_item_without_what_it_is_known_by_is_refused(field: str) -> None:
    with pytest.raises(WrongFieldError, match=field):
        read({key: value for key, value in issue().items() if key != field})


def test_a_fork_and_a_discussion() -> None:
    fork = {"id": "F_1", "owner": BOB, "createdAt": NINE, "nameWithOwner": "bob/loom"}
    assert rows.act(row(fork), "forks") == Act("F_1", Kind.FORK, Account("bob"), NINE_O_CLOCK, "bob/loom")
    talk = {"id": "D_1", "author": ADA, "createdAt": NINE, "title": "How?"}
    assert rows.act(row(talk), "discussions") == Act(
        "D_1", Kind.DISCUSSION, Account("ada", "Ada"), NINE_O_CLOCK, "How?"
    )


def test_a_release_counts_from_when_it_was_published() -> None:
    made = {
        "id": "R_1",
        "author": ADA,
        "createdAt": NINE,
        "publishedAt": TEN,
        "isDraft": False,
        "tagName": "v1",
    }
    found = rows.act(row(made), "releases")
    assert found == Act("R_1", Kind.RELEASE, Account("ada", "Ada"), TEN_O_CLOCK, "v1")
    assert rows.act(row({**made, "isDraft": True}), "releases") is None
    assert rows.act(row({**made, "publishedAt": None}), "releases") is None


def test_a_star_is_known_by_who_gave_it_and_when() -> None:
    """Whoever takes a star back and gives it again has given two."""
    star = {"starredAt": NINE, "node": {"id": "U_1", "login": "bob", "name": " Bob "}}
    found = rows.act(row(star), "stars")
    assert found == Act(f"star:U_1:{NINE_O_CLOCK}", Kind.STAR, Account("bob", "Bob"), NINE_O_CLOCK)


def test_a_star_of_nobody_is_wrong() -> None:
    with pytest.raises(WrongFieldError, match="node should be an object"):
        rows.act(row({"starredAt": NINE, "node": None}), "stars")


def test_a_list_that_is_not_shown_has_an_unknown_length() -> None:
    assert rows.total(row({"stargazers": None}), "stargazers") == UNKNOWN
    assert rows.total(row({"stargazers": {"totalCount": 0}}), "stargazers") == 0


@pytest.mark.parametrize(
    ("listed", "expected"), [(None, ""), ({}, ""), ({"pageInfo": NO_MORE}, ""), ({"pageInfo": MORE}, "c1")]
)
def test_the_next_page_is_told_only_where_there_is_one(listed: dict[str, Any] | None, expected: str) -> None:
    assert rows.next_page(row({"issues": listed}), "issues") == expected


@pytest.mark.parametrize("field", ["comments", "timelineItems", "reviews"])
@pytest.mark.parametrize("hidden", [None, several(None)])
def test_what_is_hidden_of_a_change_is_named(field: str, hidden: Any) -> None:
    """GraphQL gives null for what a token may not see; it is no sign that nothing was said."""
    found, wrongs = with_wrongs(change(**{field: hidden}), is_change=True)
    assert len(found) == 1
    assert len(wrongs) == 1
    assert field in wrongs[0]
    assert "is nothing" in wrongs[0]
