"""A project in which nothing has happened for years is given no advice on its last year of work."""

import pytest

from checks.trees import ground
from folkmoot.views.agenda import RESTED_DAYS, agenda
from views.looking import monthly, panel, told

DAY = 86_400
SEEN = 1_767_139_200  # 2025-12-31


@pytest.mark.parametrize(
    ("days", "raised"),
    [(RESTED_DAYS, ["silence", "licence", "fewer-newcomers"]), (RESTED_DAYS + 1, ["silence", "licence"])],
)
def test_only_the_silence_and_what_users_need_are_left(days: int, raised: list[str]) -> None:
    shown = panel("new-contributors", monthly([5] * 13 + [2] * 12 + [0] * 24, first="2023-12"))
    look = told(
        shown, trees={1: ground({"README.md": "# Moot\n\nWords.\n"})}, commits=99, last_commit=SEEN,
        last_seen=SEEN, as_of=SEEN + days * DAY,
    )  # fmt: skip
    found = [finding.id for finding in agenda(look)]
    assert [each for each in found if each in ("silence", "licence", "fewer-newcomers")] == raised
    assert (len(found) > len(raised)) is (days == RESTED_DAYS)
