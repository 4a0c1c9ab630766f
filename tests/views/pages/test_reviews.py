"""Reviews: how much of what is merged somebody else has looked at, and what waits."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.missing import NO_FORGE, NO_REVIEWS
from folkmoot.views.pages.reviews import applies, lede, more
from views.looking import LAST_YEAR, look_of, panel, told
from worked_example import example

FORGE = frozenset({"change.opened"})
COMMITS = "when | who | files\n2025-01-01 | Ada | a.py"


@pytest.mark.parametrize(
    ("value", "n", "part"),
    [
        (
            0.83,
            30,
            "Of the 30 changes merged in the last 12 months, somebody other than the author looked at 83%.",
        ),
        (None, 3, "merged in the last 12 months: 3."),
        (None, 0, "No change by a person was merged"),
    ],
)
def test_how_much_was_looked_at(value: float | None, n: int, part: str) -> None:
    look = told(panel("reviewed-by-another", [Point(LAST_YEAR, value, n)]), told=FORGE)
    assert part in str(lede(look))


@pytest.mark.parametrize(
    ("value", "n", "part"),
    [
        (0.83, 30, "Of 30 changes merged in the last 12 months it is known whether anybody reviewed them; "),
        (0.83, 30, "; somebody other than the author looked at 83% of these."),
        (None, 3, "of which it is known whether anybody reviewed them: 3."),
        (None, 0, "Of no change merged in the last 12 months is it known"),
    ],
)
def test_of_changes_that_nobody_knows_about_nothing_is_said(value: float | None, n: int, part: str) -> None:
    shown = panel("reviewed-by-another", [Point(LAST_YEAR, value, n)])
    look = told(shown, told=FORGE, merged_by_people=50, reviews_known=49)
    assert part in str(lede(look))
    assert part not in str(lede(told(shown, told=FORGE, merged_by_people=50, reviews_known=50)))


@pytest.mark.parametrize(
    ("remarks", "part"),
    [
        ("!1   | Bob  | 2026-01-02 | comment", str(NO_REVIEWS)),
        ("!1   | Bob  | 2026-01-02 | review approved", "it takes 5, and here are at most 1."),
    ],
)
def test_a_merged_change_about_which_nothing_can_be_said_is_not_called_none(remarks: str, part: str) -> None:
    look = look_of(
        example(
            COMMITS,
            items="item | who | opened | merged\n!1 | Ada | 2026-01-01 | 2026-01-05",
            remarks=f"item | who | when | kind\n{remarks}",
        )
    )
    assert part in str(lede(look))


def test_without_a_merge_there_was_none_whatever_was_reviewed() -> None:
    look = look_of(example(COMMITS, items="item | who | opened\n!1 | Ada | 2026-01-01"))
    assert "No change by a person was merged" in str(lede(look))


def test_git_alone_gives_one_sentence_and_no_page() -> None:
    look = look_of(example(COMMITS))
    assert not applies(look)
    assert lede(look) == NO_FORGE
    assert more(look) == ()


def test_a_forge_without_changes_has_no_reviews() -> None:
    assert lede(told(told=frozenset({"issue.opened"}))) == NO_REVIEWS


def test_changes_wait_for_a_look_or_for_the_next_one() -> None:
    look = look_of(
        example(
            COMMITS,
            items="item | who | opened\n!1 | Cleo | 2026-05-01\n!2 | Ada | 2026-06-01\n!3 | Ada | 2026-06-01",
            remarks="""
            item | who  | when       | kind
            !1   | Ada  | 2026-05-02 | review
            !1   | Cleo | 2026-05-09 | comment
            !3   | Cleo | 2026-06-02 | comment
            """,
        )
    )
    (panel,) = more(look)
    assert [entry.id for entry in panel.entries] == ["change-1-2", "change-1-1"]
    assert [str(fact) for fact in panel.entries[1].facts] == ["Its author said the last word."]
