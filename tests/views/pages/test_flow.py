"""Flow: how many changes git shows."""

from folkmoot.views.pages.flow import lede
from views.looking import look_of, told
from worked_example import example

COMMITS = """
    when       | who | also
    2026-01-03 | Ada | #1
    2026-01-04 | Bob |
"""


def said(*changes: str) -> str:
    table = "\n".join(["number | who | opened | merged", *changes]) if changes else ""
    return str(lede(look_of(example(COMMITS, changes=table))))


def test_without_changes_the_page_speaks_of_commits() -> None:
    assert "commits only" in said()


def test_a_tool_for_review_whose_changes_are_not_read_is_named() -> None:
    for changes, rest in ((0, "speaks of commits only."), (20, "git shows beside them: 20.")):
        sentence = str(lede(told(changes=changes, review_tool="gerrit")))
        assert "name a change in Gerrit. Its changes are not read here" in sentence
        assert sentence.endswith(rest)
    assert "Gerrit" not in str(lede(told(changes=3, review_tool="gerrit", told=frozenset({"change.opened"}))))


def test_patches_that_come_by_mail_are_told_of() -> None:
    assert str(lede(told(changes=0, review_tool="mail"))).endswith("speaks of commits only.")
    assert str(lede(told(changes=20, review_tool="mail"))).endswith("git shows beside them: 20.")


def test_what_is_not_merged_may_be_open_or_closed() -> None:
    sentence = said("1 | Ada | 2026-01-01 | 2026-01-03", "2 | Bob | 2026-01-02 |")
    assert sentence.startswith("Pull or merge requests that git shows: 2, of which merged: 1.")
    assert "cannot tell" in sentence


def test_a_clone_that_shows_merged_ones_only_says_so() -> None:
    assert "not visible here" in said("1 | Ada | 2026-01-01 | 2026-01-03")


def test_a_project_that_lands_patches_otherwise_is_not_said_to_merge_nothing() -> None:
    sentence = said(*(f"{n} | Cleo | 2026-01-02 |" for n in range(2, 9)))
    assert "Hardly any is seen merged" in sentence
    assert "e-mail" in sentence


def test_a_forge_tells_open_from_closed() -> None:
    items = """
        item | who | opened     | closed     | merged
        !1   | Ada | 2026-01-01 |            | 2026-01-03
        !2   | Bob | 2026-01-02 | 2026-01-04 |
        !3   | Bob | 2026-01-05 |            |
        #4   | Bob | 2026-01-05 |            |
    """
    sentence = str(lede(look_of(example(COMMITS, items=items))))
    assert sentence == ("Pull or merge requests: 3, of which merged: 1, closed without merging: 1, open: 1.")
