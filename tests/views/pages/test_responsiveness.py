"""Responsiveness: how long half of those who ask wait for an answer."""

import pytest

from folkmoot.model.page import Point
from folkmoot.views.missing import NO_FORGE
from folkmoot.views.pages.responsiveness import applies, lede, more
from views.looking import LAST_YEAR, look_of, panel, told
from worked_example import example

FORGE = frozenset({"issue.opened"})
COMMITS = "when | who | files\n2025-01-01 | Ada | a.py"


@pytest.mark.parametrize(
    ("value", "n", "part"),
    [
        (0.5, 40, "within the hour"),
        (59 / 60, 40, "within the hour"),
        (1.0, 40, "within the hour"),
        (61 / 60, 40, "within 1.1 hours"),
        (5.26, 40, "Half of what waits for an answer gets one within 5.3 hours (issues and changes of the"),
        (5.26, 40, "the last 12 months, 40 in all)."),
        (5.3, 40, "within 5.3 hours"),
        (20.02, 40, "within 21 hours"),
        (47.0, 40, "within 47 hours"),
        (48.0, 40, "within 2 days "),
        (73.0, 40, "within 3.1 days "),
        (31 * 24.0, 40, "within 31 days "),
        (None, 3, "opened in the last 12 months: 3. That is too few"),
        (None, 0, "Nobody has opened"),
    ],
)
def test_half_of_the_answers(value: float | None, n: int, part: str) -> None:
    look = told(panel("time-to-first-response", [Point(LAST_YEAR, value, n, label="median")]), told=FORGE)
    assert part in str(lede(look))


def test_a_few_things_opened_are_not_called_nothing() -> None:
    """A number that rests on fewer than five is not told, and nobody would be a lie."""
    items = "item | who | opened\n#1 | Cleo | 2026-05-01\n#2 | Ada | 2026-06-01"
    said = "Too little was opened, or is known of it, to say how long people usually wait."
    assert lede(look_of(example(COMMITS, items=items))) == said


def test_git_alone_gives_one_sentence_and_no_page() -> None:
    look = look_of(example(COMMITS))
    assert not applies(look)
    assert lede(look) == NO_FORGE
    assert more(look) == ()


def test_issues_without_an_answer_are_listed_newest_first() -> None:
    items = "item | who | opened\n#1 | Cleo | 2026-05-01\n#2 | Ada | 2026-06-01\n!3 | Ada | 2026-06-01"
    (panel,) = more(look_of(example(COMMITS, items=items)))
    assert [entry.id for entry in panel.entries] == ["issue-1-2", "issue-1-1"]
