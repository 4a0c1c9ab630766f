"""People: the newest complete month."""

import pytest

from folkmoot.views.pages.people import lede
from views.looking import look_of
from worked_example import example


@pytest.mark.parametrize(
    ("commits", "said"),
    [
        (["2026-05-03 | Ada"], "In 2026-05, one person contributed."),
        (["2026-05-03 | Ada", "2026-05-04 | Bob"], "In 2026-05, 2 people contributed; new among them: 2."),
        (
            ["2026-04-03 | Ada", "2026-04-04 | Bob", "2026-05-03 | Ada", "2026-05-04 | Bob"],
            "In 2026-05, 2 people contributed; all of them had contributed before.",
        ),
        (["2026-04-03 | Ada", "2026-06-01 | Ada"], "In 2026-05, nobody contributed."),
        (["2026-06-01 | Ada"], "There is no complete month to tell about yet."),
    ],
)
def test_the_newest_complete_month_is_told(commits: list[str], said: str) -> None:
    look = look_of(example("\n".join(["when | who", *commits]), as_of="2026-06-03"))
    assert str(lede(look)) == said


def test_a_quiet_project_is_told_of_by_its_newest_month_too() -> None:
    """The clock stops at the last fetch, so that the month of the newest commit is over, too."""
    rows = ["2026-01-03 | Ada", "2026-03-15 | Ada"]
    look = look_of(example("\n".join(["when | who", *rows]), as_of="2026-04-30"))
    assert str(lede(look)) == "In 2026-03, one person contributed."
