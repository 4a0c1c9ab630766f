"""What was found where files are held against something."""

from __future__ import annotations

import pytest

from folkmoot.checks.hardening._held import About, finding
from folkmoot.model.check import Evidence, Outcome

ABOUT = About("hardening-moot", "A moot", "So that all are heard.", "Call one.", "an evening")


def test_what_is_to_do_is_told_with_the_places() -> None:
    spots = (Evidence("nobody is called", "MOOT", 3),)
    found = finding(ABOUT, Outcome.NO, "Nobody was called.", spots)
    assert (found.id, found.title, found.why) == ABOUT[:3]
    assert (found.remedy, found.effort, found.spots) == ("Call one.", "an evening", spots)
    assert found.evidence == ("Nobody was called.",)


@pytest.mark.parametrize("outcome", [each for each in Outcome if each is not Outcome.NO])
def test_where_nothing_is_to_do_nothing_is_advised(outcome: Outcome) -> None:
    found = finding(ABOUT, outcome, "All were called.")
    assert (found.remedy, found.effort, found.spots) == ("", "", ())
