"""Subjects, trailers and the numbers of changes in commit messages."""

import pytest

from folkmoot.sources.git.message import (
    MAX_TRAILERS,
    SUBJECT_LENGTH,
    mentions,
    reviewed_with,
    reviewers,
    subject,
    trailers,
)  # fmt: skip


def printed(message: str) -> bytes:
    """Give a message as the raw format prints it."""
    return "\n".join(f"    {line}" for line in message.split("\n")).encode()


def test_the_subject_is_the_first_line_with_something_in_it() -> None:
    assert subject(printed("\n  \nFix it\nmore")) == b"Fix it"
    assert subject(b"") == b""


def test_a_long_subject_is_cut_between_two_characters() -> None:
    cut = subject(printed("x" + "é" * SUBJECT_LENGTH))
    assert len(cut) == SUBJECT_LENGTH - 1
    assert cut.decode() == "x" + "é" * (SUBJECT_LENGTH // 2 - 1)


def test_trailers_name_somebody_and_what_they_did() -> None:
    message = printed(
        "Fix\n\nCo-authored-by: Bob <b@example.org>\nReviewed-By:  Cleo <c@example.org> \nSee-also: x"
    )
    assert trailers(message) == [
        ("commit.co-authored", b"Bob <b@example.org>"),
        ("commit.reviewed", b"Cleo <c@example.org>"),
    ]


def test_a_trailer_counts_in_mid_message_but_not_in_mid_line() -> None:
    message = printed(
        "All\n\n* one\n\nTested-by: Bob <b@example.org>\n\n* not Tested-by: Ada <a@example.org>"
    )
    assert trailers(message) == [("commit.tested", b"Bob <b@example.org>")]


def test_trailers_count_behind_line_breaks_that_were_written_out() -> None:
    message = printed(
        r"Fix (#3)"
        "\n\n"
        r"close #2\n\nSigned-off-by: Ada <a@example.org>\nCo-authored-by: Bob <b@example.org>\n"
    )
    assert trailers(message) == [
        ("commit.signed-off", b"Ada <a@example.org>"),
        ("commit.co-authored", b"Bob <b@example.org>"),
    ]


def test_a_name_may_be_folded_before_its_address() -> None:
    message = printed(
        "Fix\n\nCo-authored-by: Ada of the\n  Boats <a@example.org>\nReviewed-by: Bob\n\t<b@example.org>\n"
        "Tested-by: Cleo <c@example.org>\n  as told by Dan <d@example.org>\nAcked-by: Eve\n  and no other\n"
    )
    assert trailers(message) == [
        ("commit.co-authored", b"Ada of the Boats <a@example.org>"),
        ("commit.reviewed", b"Bob <b@example.org>"),
        ("commit.tested", b"Cleo <c@example.org>"),
        ("commit.acked", b"Eve"),
    ]


def test_a_written_out_line_break_in_prose_names_nobody() -> None:
    message = printed("Fix\n\n" + r"Split at \n and at \r\n; the file C:\new\Reviewed-by: none")
    assert trailers(message) == []


def test_trailers_are_bounded() -> None:
    message = printed("Fix\n\n" + "Acked-by: Bob <b@example.org>\n" * (2 * MAX_TRAILERS))
    assert len(trailers(message)) == MAX_TRAILERS


def test_reviewers_are_told_as_tools_write_them() -> None:
    message = printed(
        "Fix\n\nReviewed By: adalove, #blessed, @bob.example\nReviewed by:\tcleo17\n"
        "Reviewed By: Dora Example, Eve Example <eve@example.org>.\nReviewed By: adalove\n"
    )
    assert reviewers(message) == [
        b"adalove", b"bob.example", b"cleo17", b"Dora Example", b"Eve Example <eve@example.org>"
    ]  # fmt: skip
    assert trailers(message) == []


@pytest.mark.parametrize(
    "line",
    ["Reviewed By: the whole team on Monday", "Reviewed By:", "Reviewed By: #blessed",
     "It was Reviewed By: ada", "Reviewed by Ada Example.", "Reviewed By: <>", "Reviewed-By: ada"],
)  # fmt: skip
def test_what_names_no_reviewer_is_none(line: str) -> None:
    assert reviewers(printed(f"Fix\n\n{line}\n")) == []


def test_a_trailer_without_a_name_is_none() -> None:
    assert trailers(printed("Fix\n\nReviewed-by:\nReviewed-by:   \n")) == []


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("Merge pull request #12 from cleo/topic", 12),
        ("Merge pull request 'Title' (#13) from x into main", 13),
        ("Merged PR 14: Title", 14),
        ("Merged in topic (pull request #15)", 15),
    ],
)
def test_every_forge_says_in_its_own_words_that_it_merged(title: str, number: int) -> None:
    assert mentions(printed(title), title.encode()) == [(number, "merge")]


def test_a_merge_request_is_named_in_the_body() -> None:
    message = printed("Merge branch 'x' into 'main'\n\nTitle\n\nSee merge request group/project!16")
    assert mentions(message, subject(message)) == [(16, "merge")]


def test_a_number_at_the_end_of_the_subject_is_a_squash() -> None:
    assert mentions(printed("Fix it (#17)"), b"Fix it (#17)") == [(17, "squash")]


@pytest.mark.parametrize("word", ["[ci skip]", "[skip ci]", "[ci-skip]", "[no ci]", "[skip actions] "])
def test_a_word_to_the_machine_that_builds_may_follow_the_number(word: str) -> None:
    title = f"Fix it (#17) {word}"
    assert mentions(printed(title), title.encode()) == [(17, "squash")]


@pytest.mark.parametrize("word", ["[again]", "[ci skip] soon", "ci skip"])
def test_other_words_behind_a_number_make_it_no_squash(word: str) -> None:
    title = f"Fix it (#17) {word}"
    assert mentions(printed(title), title.encode()) == []
    assert mentions(printed("Fix (#17) it"), b"Fix (#17) it") == []


def test_a_revert_does_not_land_what_it_takes_back() -> None:
    assert mentions(printed('Revert "Fix (#17)"'), b'Revert "Fix (#17)"') == []
    title = 'Revert "Fix (#17)" (#18)'
    assert mentions(printed(title), title.encode()) == [(18, "squash")]


def test_closing_words_name_changes_of_this_project_only() -> None:
    message = printed("Fix\n\nCloses #19, #20 and other/project#21")
    assert mentions(message, b"Fix") == [(19, "closes"), (20, "closes")]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("PR-URL: https://forge.example/node/pull/19", [19]),
        ("Part-of: <https://lab.example/group/mesa/-/merge_requests/19>", [19]),
        ("Reviewed-on: https://forge.example/group/project/pulls/19", [19]),
        ("Link: https://forge.example/kmod/pull/18\nLink: https://forge.example/kmod/pull/19", [19]),
        ("Closes https://forge.example/group/project/pull/19", [19]),
        ("Fixes: https://forge.example/group/project/pull/19", []),
        ("Link: https://forge.example/group/project/issues/19", []),
        ("Link: https://forge.example/group/project/pull/19#issuecomment-1", []),
        ("See https://forge.example/group/project/pull/19", []),
        ("Link: https://forge.example/group/project/pull/19 says why", []),
    ],
)
def test_the_address_of_a_change_names_it(line: str, numbers: list[int]) -> None:
    message = printed(f"Fix\n\nWhy.\n\n{line}")
    assert mentions(message, b"Fix") == [(number, "link") for number in numbers]


def test_the_strongest_rule_names_a_number_once() -> None:
    message = printed("Fix (#22)\n\nFixes #22")
    assert mentions(message, b"Fix (#22)") == [(22, "squash")]


def test_number_zero_is_no_change() -> None:
    assert mentions(printed("Fix (#0)"), b"Fix (#0)") == []


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Closes gh-5889", [5889]),
        ("Fixes GH-12, gh-13", [12, 13]),
        ("Closes gh-12 and #13", [12, 13]),
        ("Closes Gh-12", [12]),
        ("Closes gH-12", []),
        ("Closes gH-12 and #13", []),
        ("Closes high-12", []),
        ("See gh-12", []),
    ],
)
def test_changes_may_be_closed_by_their_older_spelling(line: str, numbers: list[int]) -> None:
    found = mentions(f"    Title\n    \n    {line}\n".encode(), b"Title")
    assert [(mention.number, mention.rule) for mention in found] == [(number, "closes") for number in numbers]


@pytest.mark.parametrize(
    ("line", "tool"),
    [
        ("Change-Id: Ie5f7f1c6752056ff246dbe3880b1d012f8fe9e33", "gerrit"),
        ("* Update oar\n  - Row\n    \n    Change-Id: Ie5f7f1c6752056ff246dbe3880b1d012f8fe9e33", "gerrit"),
        ("Differential Revision: https://reviews.example.org/D65", "phabricator"),
        ("Link: https://lore.kernel.org/boats/20260101-oar-v1-1-0123@example.org/", "mail"),
        ("Link: https://patch.msgid.link/20260101.1234-1-ada@example.org", "mail"),
        ("Message-ID: <20260101.1234-1-ada@example.org>", "mail"),
        ("Message-Id: <20260101.1234-1-ada@example.org>", "mail"),
        ("Link: https://example.org/boats", ""),
        ("See https://lore.kernel.org/boats/20260101-oar-v1-1-0123@example.org/", ""),
        ("Message-ID: generated by the mailer", ""),
        ("The Change-Id: It is missing", ""),
        ("Change-Id: none", ""),
        ("Reviewed-by: Ada <ada@example.org>", ""),
    ],
)
def test_tools_for_review_leave_a_line_that_names_their_change(line: str, tool: str) -> None:
    assert reviewed_with(printed(f"Fix\n\n{line}\n")) == tool
    assert mentions(printed(f"Fix\n\n{line}\n"), b"Fix") == []
