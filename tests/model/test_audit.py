"""What an audit answers."""

from __future__ import annotations

import pytest

from folkmoot.model.audit import Answer, Evidence, Level
from folkmoot.model.check import Finding, Outcome


def test_a_place_is_path_and_line() -> None:
    assert Evidence("x", "a.md", 3).place == "a.md:3"
    assert Evidence("x", "a.md").place == "a.md"
    assert Evidence("x").place == ""


@pytest.mark.parametrize(
    ("outcome", "level", "fails"),
    [
        (Outcome.NO, Level.ERROR, True),
        (Outcome.NO, Level.WARNING, True),
        (Outcome.NO, Level.NOTE, False),
        (Outcome.ERROR, Level.NOTE, True),
        (Outcome.UNKNOWN, Level.ERROR, False),
        (Outcome.YES, Level.ERROR, False),
        (Outcome.NOT_APPLICABLE, Level.ERROR, False),
    ],
)
def test_what_is_to_be_acted_on_fails_and_what_is_unknown_never_does(
    outcome: Outcome, level: Level, fails: bool
) -> None:
    assert Answer(Finding("x", "X", outcome), level=level).fails is fails
