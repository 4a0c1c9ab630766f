"""What is told to a person on a ladder: every sentence, with its numbers."""

from __future__ import annotations

import pytest

from folkmoot.govern.growing.ladder import Ladder, Need, Rung, ladder_called
from folkmoot.govern.growing.standing import Checked, Roles, State, standing
from folkmoot.i18n import say
from folkmoot.model.role import Change, Term
from govern.growing.community import deeds, role
from worked_example import day

ADA = 1
WORK = [("Ada", "2026-01-10", "commit")] * 3 + [
    ("Ada", "2026-05-10", "commit"),
    ("Bob", "2026-01-10", "commit.reviewed"),
]
"""Ada wrote four commits from January to May 2026; today is the 15th of June."""


def asked(need: Need, roles: Roles | None = None, sponsors: tuple[str, ...] = (), **more: object) -> Checked:
    start = Rung("start", ("starter",), (), ())
    ladder = Ladder("x", "X", "", (start, Rung("goal", (), (need,), ("Ask.",))))
    found = standing(deeds(*WORK, **more), ladder, ADA, roles or Roles(), sponsors)  # type: ignore[arg-type]
    return found.steps[1].evidence[0]


def told(need: Need, roles: Roles | None = None, sponsors: tuple[str, ...] = (), **more: object) -> str:
    return say(asked(need, roles, sponsors, **more).said)


@pytest.mark.parametrize(
    ("need", "sentence"),
    [
        (Need(act="authored", least=4), "commits written: 4 (asked: 4)."),
        (Need(act="authored", least=5), "commits written: 4 of 5."),
        (Need(act="authored"), "commits written: 4 here; no number is set."),
        (
            Need(act="reviewed", least=1),
            "changes reviewed or merged: this store shows 0 of 1; connect a forge to know the rest.",
        ),
        (
            Need(act="reviewed"),
            (
                "changes reviewed or merged: none that this store shows; connect a forge to know more. "
                "No number is set."
            ),
        ),
        (
            Need(act="reported", least=1),
            "problems reported: this store holds none of anybody; connect a forge to know.",
        ),
        (
            Need(act="anything"),
            "contributions of any kind: at least 4, as far as this store shows; no number is set.",
        ),
        (Need(on="first", months=5), "Months since the first contribution: 5 (asked: 5)."),
        (Need(on="first"), "Months since the first contribution: 5; no number is set."),
        (Need(on="start", months=3), "Months as start: no file here says since when."),
    ],
)
def test_sentences_by_git_alone(need: Need, sentence: str) -> None:
    assert told(need) == sentence


@pytest.mark.parametrize(
    ("need", "sentence"),
    [
        (Need(act="reviewed"), "changes reviewed or merged: 0 here; no number is set."),
        (Need(act="reported", least=2), "problems reported: 0 of 2."),
        (Need(act="discussed", least=1), "issues and changes commented on: 0 of 1."),
        (Need(act="landed", least=1), "changes merged: 0 of 1."),
        (Need(act="anything", least=5), "contributions of any kind: 4 of 5."),
    ],
)
def test_with_a_forge_nothing_is_left_open(need: Need, sentence: str) -> None:
    assert told(need, has_forge=True) == sentence


def test_a_store_without_any_commit_says_to_sync() -> None:
    rung = Rung("goal", (), (Need(act="authored", least=1),), ())
    found = standing(
        deeds(("Ada", "2026-05-01", "comment"), has_forge=True), Ladder("x", "X", "", (rung,)), ADA, Roles()
    )
    assert say(found.steps[0].evidence[0].said) == (
        "commits written: this store holds none of anybody; sync the repository to know."
    )


def held(since: str = "") -> Roles:
    listing = role("ada", "starter")
    began = Change("c", day(since)) if since else None
    return Roles((listing,), (Term(listing.role, listing.holder, "OWNERS", 1, began),) if began else ())


@pytest.mark.parametrize(
    ("need", "since", "state", "sentence"),
    [
        (Need(on="start", months=5), "2026-01-01", State.MET, "Months as start: 5 (asked: 5)."),
        (Need(on="start", months=6), "2026-01-01", State.NOT_YET, "Months as start: 5 (asked: 6)."),
        (Need(on="start"), "2026-01-01", State.PEOPLE, "Months as start: 5; no number is set."),
        (Need(on="start", months=3), "", State.UNKNOWN, "Months as start: no file here says since when."),
    ],
)
def test_months_on_a_rung(need: Need, since: str, state: State, sentence: str) -> None:
    found = asked(need, held(since))
    assert (found.state, say(found.said)) == (state, sentence)


def test_who_is_not_on_the_rung_has_no_months_on_it() -> None:
    found = asked(Need(on="start", months=3), Roles((role("bob", "starter"),)))
    assert (found.state, found.have, found.need) == (State.NOT_YET, 0, 3)
    assert say(found.said) == "Months as start: not there yet, by the files of roles."


PEOPLE = {"bob": "Acme", "cleo": "Birch", "dora": "Acme", "emil": ""}
REVIEWERS = Roles(tuple(role(name, "reviewer", employer) for name, employer in PEOPLE.items()))


@pytest.mark.parametrize(
    ("need", "named", "state", "sentence"),
    [
        (
            Need(sponsors=2, roles=("reviewer", "approver")), ("bob",), State.PEOPLE,
            "Sponsors (reviewer, approver): 1 of 2 named.",
        ),
        (
            Need(sponsors=2, roles=("reviewer",), organisations=2), ("bob",), State.PEOPLE,
            "Sponsors (reviewer): 1 of 2 named; organisations they must be from: 2.",
        ),
        (Need(sponsors=2), (), State.PEOPLE, "Sponsors: 0 of 2 named."),
        (
            Need(sponsors=2, organisations=2), (), State.PEOPLE,
            "Sponsors: 0 of 2 named; organisations they must be from: 2.",
        ),
        (
            Need(sponsors=2, roles=("reviewer",)), ("bob", "dora"), State.MET,
            "Sponsors: 2 named (asked: 2).",
        ),
        (
            Need(sponsors=2, roles=("reviewer",), organisations=2), ("bob", "emil"), State.UNKNOWN,
            "Sponsors: 2 named; of which organisations is not stated (asked: 2).",
        ),
        (
            Need(sponsors=2, roles=("reviewer",), organisations=2), ("bob", "dora"), State.NOT_YET,
            "Sponsors: 2 named, from fewer organisations than asked (2).",
        ),
        (
            Need(sponsors=1, roles=("reviewer",), organisations=2), ("bob", "cleo"), State.MET,
            "Sponsors: 2 named (asked: 1).",
        ),
    ],
)  # fmt: skip
def test_sponsors(need: Need, named: tuple[str, ...], state: State, sentence: str) -> None:
    """Bob and Dora are of Acme, Cleo of Birch, and Emil states nothing."""
    found = asked(need, REVIEWERS, named)
    assert (found.state, say(found.said)) == (state, sentence)


def test_a_role_that_may_not_sponsor_does_not_count() -> None:
    need = Need(sponsors=1, roles=("approver",))
    assert told(need, REVIEWERS, ("bob",)) == "Sponsors (approver): 0 of 1 named."


@pytest.mark.parametrize(
    ("until", "has_forge", "sentence"),
    [
        ("2026-06-15", False, "Seen here within the last 12 months."),
        (
            "2027-06-15", False,
            "Nothing here for 13 months, where 12 count as quiet; connect a forge to know more.",
        ),
        (
            "2027-06-15", True,
            "Nothing seen here for 13 months; after 12, this ladder counts somebody as quiet.",
        ),
        ("2027-05-05", True, "Seen here within the last 12 months."),
        ("2027-05-11", True,
         "Nothing seen here for 12 months; after 12, this ladder counts somebody as quiet."),
    ],
)  # fmt: skip
def test_quiet(until: str, has_forge: bool, sentence: str) -> None:
    """Ada's last commit is of the 10th of May 2026; twelve months of 30.4375 days later is the 10th again."""
    found = standing(
        deeds(*WORK, until=until, has_forge=has_forge), ladder_called("kubernetes"), ADA, Roles()
    )
    assert found.quiet is not None
    assert say(found.quiet.said) == sentence


def test_a_ladder_that_says_nothing_about_being_quiet_counts_nobody_so() -> None:
    ladder = Ladder("x", "X", "", (Rung("start", (), (), ()),), quiet_months=0)
    assert standing(deeds(*WORK, until="2030-01-01"), ladder, ADA, Roles()).quiet is None


def test_the_top_of_a_ladder_has_no_next_rung() -> None:
    ladder = Ladder("x", "X", "", (Rung("a", ("a",), (), ()), Rung("b", ("b",), (), ())))
    found = standing(deeds(*WORK), ladder, ADA, Roles((role("ada", "b"),)))
    assert [step.is_held for step in found.steps] == [True, True]
    assert found.next is None


def test_what_is_missing_is_only_what_is_not_there_yet() -> None:
    needs = (Need(act="authored", least=9), Need(act="authored", least=1), Need(act="reported", least=1))
    ladder = Ladder("x", "X", "", (Rung("goal", (), needs, ("Ask.",)),))
    (step,) = standing(deeds(*WORK), ladder, ADA, Roles()).steps
    assert [say(each.said) for each in step.missing] == ["commits written: 4 of 9."]


def test_a_rung_that_people_decide_is_not_reached_by_deeds() -> None:
    need = Need(act="authored", least=1)
    alone, decided = Rung("a", (), (need,), ()), Rung("a", (), (need,), ("Somebody decides.",))
    for rung, holds in ((alone, True), (decided, None), (Rung("a", (), (), ()), None)):
        (step,) = standing(deeds(*WORK), Ladder("x", "X", "", (rung,)), ADA, Roles()).steps
        assert step.is_held is holds


def test_the_oldest_term_that_goes_on_counts() -> None:
    """Ada was a starter in 2024, came back in January and became one of the docs in March."""
    listing = role("ada", "starter")
    ended = Change("d", day("2025-01-01"))
    began = [("2024-01-01", ended), ("2026-01-01", None), ("2026-03-01", None)]
    terms = tuple(
        Term(listing.role, listing.holder, "OWNERS", 1, Change("c", day(when)), end) for when, end in began
    )
    assert Roles((listing,), terms).since({"ada"}, ("STARTER",)) == day("2026-01-01")
    assert Roles((listing,), terms).since({"bob"}, ("starter",)) == 0
    assert Roles((listing,), terms).since({"ada"}, ("other",)) == 0
