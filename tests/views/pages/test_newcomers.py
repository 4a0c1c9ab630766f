"""Newcomers: how many came and were answered, and who waits now."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.missing import NO_ATTENTION, NO_COMMITS, NO_FORGE
from folkmoot.views.pages.newcomers import applies, lede, more
from views.looking import LAST_YEAR, look_of, panel, told
from worked_example import example

COMMITS = "when | who | files\n2025-01-01 | Ada | a.py"
FORGE = frozenset({"issue.opened"})


def said(value: float | None, n: int) -> str:
    return str(
        lede(told(panel("newcomer-answers", [Point(LAST_YEAR, value, n, label="answered")]), told=FORGE))
    )


@pytest.mark.parametrize(
    ("value", "n", "part"),
    [
        (0.5, 12, "12 new people came with an issue or a change; 50% of them"),
        (None, 3, "in the last 12 months: 3."),
        (None, 0, "nobody new has come"),
    ],
)
def test_how_many_came_and_were_answered(value: float | None, n: int, part: str) -> None:
    assert part in said(value, n)


def test_where_no_issue_was_read_nobody_is_said_to_stay_away() -> None:
    assert str(lede(told(told=frozenset({"fork"})))) == (
        "No issue and no change was read here, so who came with one is not known."
    )


def test_git_alone_gives_one_sentence_with_a_command_and_no_page() -> None:
    look = look_of(example(COMMITS))
    assert not applies(look)
    assert lede(look) == NO_FORGE
    assert more(look) == ()
    assert "folkmoot report REPO --forge" in NO_FORGE


def test_nothing_at_all_is_said_so() -> None:
    assert lede(look_of(example(""))) == NO_COMMITS


def test_who_waits_is_listed_by_title_and_never_by_name() -> None:
    look = look_of(
        example(
            COMMITS,
            items="""
            item | who  | opened
            #1   | Cleo | 2026-06-01
            #2   | Ada  | 2026-06-01
            #3   | Dora | 2026-06-14
            """,
        )
    )
    (waiting,) = more(look)
    assert [entry.id for entry in waiting.entries] == ["issue-1-1"]
    assert str(waiting.entries[0].state) == "14 days"
    assert "Cleo" not in repr(waiting)


def test_a_community_says_how_fast_it_wants_to_answer() -> None:
    made = example(COMMITS, items="item | who | opened\n#1 | Cleo | 2026-06-01")
    (waiting,) = more(look_of(made, response_days=20))
    assert waiting.entries == ()
    assert str(waiting.headline) == "Nobody new has waited for more than 20 days."


def test_stars_alone_fill_the_page_too() -> None:
    assert applies(told(told=frozenset({"star"})))
    assert more(told(told=frozenset({"star"}))) == ()
    assert not applies(told(told=frozenset({"release"})))
    assert lede(told(told=frozenset({"release"}))) != NO_ATTENTION
