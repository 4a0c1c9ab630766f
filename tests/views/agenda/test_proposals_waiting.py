"""Proposals that nobody has answered and nobody has touched for long."""

from __future__ import annotations

from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.i18n import say
from folkmoot.model.proposal import DecisionState
from folkmoot.views.agenda.proposals_waiting import FEWEST, SHOWN, raised
from folkmoot.views.look import Look
from views.governing.written_down import history, known, proposal, reading, way
from views.looking import told

STALE = all_layouts()["pep"].stale_days


def look(*changed: int, files: tuple[str, ...] = ("peps/pep-0001.rst",)) -> Look:
    """Give a look, as of day 2000, at drafts that last changed on these days."""
    drafts = reading(*(proposal(n, DecisionState.DRAFT) for n in range(1, len(changed) + 1)))
    ways = history(*(way(n, (day, "draft")) for n, day in enumerate(changed, 1)))
    made = told()
    made.governing = (known(drafts, ways, document_files=list(files)),)
    return made


def test_three_that_lie_still_are_raised_among_all_that_wait() -> None:
    found = raised(look(30, 10, 20, 1999))
    assert found is not None
    assert say(found.title) == (f"3 of 4 undecided proposals have not changed for over {STALE} days.")


def test_the_three_oldest_are_named_with_their_days() -> None:
    found = raised(look(40, 30, 10, 20))
    assert found is not None
    assert [say(each) for each in found.evidence] == [
        "PEP 3: T: unchanged for 1990 days.", "PEP 4: T: unchanged for 1980 days.",
        "PEP 2: T: unchanged for 1970 days.",
    ]  # fmt: skip
    assert len(found.evidence) == SHOWN


def test_two_are_too_few_to_raise() -> None:
    assert FEWEST == 3
    assert raised(look(10, 20, 1999)) is None


def test_without_documents_nothing_is_looked_at() -> None:
    assert raised(look(10, 20, 30, files=())) is None


def test_of_several_projects_the_shortest_time_holds_for_all() -> None:
    """Drafts of PEPs are old after 365 days, those of EIPs after 183."""
    made = look(10, 20)
    eips = reading(proposal(1, DecisionState.DRAFT), layout="eip")
    ways = history(way(1, (1700, "draft")))
    made.governing += (known(eips, ways, document_files=["EIPS/eip-1.md"]),)
    found = raised(made)
    assert found is not None
    assert say(found.title) == "3 of 3 undecided proposals have not changed for over 183 days."
