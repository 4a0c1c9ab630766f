"""One person on a ladder: what is met, not yet, unknown, and up to people. Worked out by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.govern.growing.ladder import Ladder, Need, Rung, ladder_called
from folkmoot.govern.growing.standing import Checked, Roles, State, standing
from folkmoot.i18n import say
from folkmoot.model.role import Change, Term
from govern.growing.community import deeds, role, shuffled
from worked_example import day

ADA = 1
WORK = [("Ada", "2026-01-10", "commit")] * 3 + [
    ("Ada", "2026-05-10", "commit"),
    ("Bob", "2026-01-10", "commit.reviewed"),
]


def one(need: Need, *done: tuple[str, str, str], roles: Roles | None = None, **more: object) -> Checked:
    """Ask Ada for one piece of evidence."""
    ladder = Ladder("x", "X", "", (Rung("start", ("starter",), (), ()), Rung("goal", (), (need,), ("Ask.",))))
    sponsors = more.pop("sponsors", ())
    found = standing(deeds(*done, **more), ladder, ADA, roles or Roles(), sponsors)  # type: ignore[arg-type]
    return found.steps[1].evidence[0]


@pytest.mark.parametrize(
    ("need", "state", "have"),
    [
        (Need(act="authored", least=4), State.MET, 4),
        (Need(act="authored", least=5), State.NOT_YET, 4),
        (Need(act="authored", least=2, months=2), State.NOT_YET, 1),
        (Need(act="authored"), State.PEOPLE, 4),
        (Need(act="reviewed", least=1), State.UNKNOWN, 0),
        (Need(act="reported", least=1), State.UNKNOWN, None),
        (Need(act="anything", least=4), State.MET, 4),
        (Need(act="anything", least=5), State.UNKNOWN, 4),
    ],
)
def test_counts_by_git_alone(need: Need, state: State, have: int | None) -> None:
    """Ada wrote 4 commits, 1 of them in the last 2 months; git knows some reviews, none of them hers."""
    found = one(need, *WORK)
    assert (found.state, found.have) == (state, have)


@pytest.mark.parametrize("act", ["reviewed", "reported", "discussed", "anything"])
def test_with_a_forge_too_few_is_not_yet_and_never_unknown(act: str) -> None:
    assert one(Need(act=act, least=9), *WORK, has_forge=True).state is State.NOT_YET


def test_what_is_unknown_says_how_to_know_it() -> None:
    assert "connect a forge" in say(one(Need(act="reported", least=1), *WORK).said)
    assert "connect a forge" in say(one(Need(act="reviewed", least=1), *WORK).said)


def test_months_since_the_first_deed() -> None:
    assert one(Need(on="first", months=5), *WORK).state is State.MET
    assert one(Need(on="first", months=6), *WORK).state is State.NOT_YET
    assert one(Need(on="first"), *WORK).have == 5


def test_months_on_a_rung_are_those_of_the_files_history() -> None:
    need, listing = Need(on="start", months=3), role("ada", "starter")
    term = Term(listing.role, listing.holder, "OWNERS", 1, Change("c", day("2026-01-01")))
    assert one(need, *WORK, roles=Roles((listing,), (term,))).state is State.MET
    late = replace(term, began=Change("c", day("2026-06-01")))
    assert one(need, *WORK, roles=Roles((listing,), (late,))).state is State.NOT_YET
    assert one(need, *WORK, roles=Roles((listing,))).state is State.UNKNOWN
    assert one(need, *WORK, roles=Roles((role("bob", "starter"),))).state is State.NOT_YET
    assert one(need, *WORK).state is State.UNKNOWN


SPONSORS = Need(sponsors=2, roles=("reviewer",), organisations=2)


@pytest.mark.parametrize(
    ("named", "state"),
    [
        ((), State.PEOPLE),
        (("bob",), State.PEOPLE),
        (("bob", "cleo"), State.MET),
        (("bob", "dora"), State.NOT_YET),
        (("bob", "emil"), State.UNKNOWN),
        (("bob", "stranger"), State.PEOPLE),
        (("bob", "ada"), State.PEOPLE),
        (("bob", "Bob"), State.PEOPLE),
    ],
)
def test_sponsors_hold_the_role_and_are_from_different_organisations(
    named: tuple[str, ...], state: State
) -> None:
    """Bob and Dora are of Acme, Cleo of Birch, Emil states nothing; nobody sponsors themselves."""
    people = {"ada": "Cedar", "bob": "Acme", "cleo": "Birch", "dora": "Acme", "emil": ""}
    roles = Roles(tuple(role(name, "reviewer", employer) for name, employer in people.items()))
    assert one(SPONSORS, *WORK, roles=roles, sponsors=named).state is state


def test_the_next_rung_is_the_first_above_the_highest_that_is_held() -> None:
    kubernetes = ladder_called("kubernetes")
    found = standing(deeds(*WORK), kubernetes, ADA, Roles((role("ADA", "Reviewer"),)))
    assert [step.is_held for step in found.steps] == [True, True, False, None]
    assert found.next is not None
    assert found.next.rung.name == "approver"
    assert found.is_listed


def test_without_files_of_roles_nobody_is_said_to_hold_nothing() -> None:
    found = standing(deeds(*WORK), ladder_called("kubernetes"), ADA, Roles())
    assert {step.is_held for step in found.steps} == {None}
    assert not found.is_listed


def test_another_account_can_be_stated() -> None:
    roles = Roles((role("ada-at-work", "reviewer"),))
    assert not standing(deeds(*WORK), ladder_called("tikv"), ADA, roles).is_listed
    assert standing(deeds(*WORK), ladder_called("tikv"), ADA, roles, (), ("Ada-at-Work",)).is_listed


def test_a_rung_of_deeds_alone_is_reached_by_doing_them() -> None:
    found = standing(deeds(*WORK), ladder_called("apache"), ADA, Roles())
    assert found.next is not None
    assert found.next.rung.name == "committer"


@pytest.mark.parametrize(
    ("until", "has_forge", "state"),
    [
        ("2026-06-15", False, State.MET),
        ("2027-06-15", False, State.UNKNOWN),
        ("2027-06-15", True, State.NOT_YET),
    ],
)
def test_quiet_is_said_with_what_is_known(until: str, has_forge: bool, state: State) -> None:
    found = standing(
        deeds(*WORK, until=until, has_forge=has_forge), ladder_called("kubernetes"), ADA, Roles()
    )
    assert found.quiet is not None
    assert found.quiet.state is state


@given(
    seed=st.integers(0, 10_000),
    name=st.sampled_from(["kubernetes", "apache", "node", "tikv", "cncf-template"]),
)
@settings(deadline=None, max_examples=60)
def test_the_order_of_deeds_changes_nothing(seed: int, name: str) -> None:
    found = deeds(*WORK, has_forge=bool(seed % 2))
    ladder = ladder_called(name)
    assert standing(shuffled(found, seed), ladder, ADA, Roles()) == standing(found, ladder, ADA, Roles())
