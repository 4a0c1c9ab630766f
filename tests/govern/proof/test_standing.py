"""Who holds which role, and which rules hold, after the decisions so far."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from folkmoot.govern.files.beginning import first_rules
from folkmoot.govern.files.decision import OUTCOMES, TAKES_EFFECT, Decision, Grant, Result
from folkmoot.govern.files.governance import Governance, read_governance
from folkmoot.govern.files.person import Held
from folkmoot.govern.proof.standing import Standing, after, is_founding
from folkmoot.model.errors import SourceError

CLOSED = datetime(2026, 2, 8, 12, tzinfo=UTC)
DAY = date(2026, 2, 8)
RULES = (
    b"format = 1\n[roles.lead]\n[roles.writer]\n"
    b"[actions.appoint]\nrule = 'bdfl'\nelectorate = ['lead']\nroles = ['lead', 'writer']\n"
    b"[actions.term]\nrule = 'bdfl'\nelectorate = ['lead']\nroles = ['writer']\nterm_days = 365\n"
    b"[actions.elect]\nmethod = 'schulze'\nelectorate = ['lead']\nroles = ['lead']\nseats = 2\n"
    b"term_days = 10\n"
)


def rules(text: bytes = RULES) -> Governance:
    return read_governance("governance.toml", text)


def decision(action: str = "appoint", outcome: str = "passed", **more: object) -> Decision:
    result = Result(5, "", outcome, CLOSED, "", winners=more.pop("winners", ()))  # type: ignore[arg-type]
    opened = datetime(2026, 2, 1, 12, tzinfo=UTC)
    return Decision(7, "x", action, "X", "ada", opened, CLOSED, result=result, **more)  # type: ignore[arg-type]


def gives(*grants: tuple[str, str]) -> tuple[Grant, ...]:
    return tuple(Grant(role, handle) for role, handle in grants)


def held(roster: object) -> dict[str, list[tuple[str, date | None, date | None]]]:
    return {
        handle: [(one.role, one.until, one.ended) for one in roles]
        for handle, roles in roster.items()  # type: ignore[attr-defined]
    }


START = Standing(rules(), {"Bob": (Held("lead", 1, date(2026, 1, 1)),)}, 4, "sha256:old")


def test_a_role_is_held_from_the_day_of_the_decision_on() -> None:
    found = after(START, decision(gives=gives(("writer", "cleo"))), "sha256:new", None)
    assert found.roster["cleo"] == (Held("writer", 7, DAY),)
    assert (found.sequence, found.seal) == (5, "sha256:new")
    assert found.roster["Bob"] == START.roster["Bob"]


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_only_what_takes_effect_gives_roles_and_all_move_the_count(outcome: str) -> None:
    found = after(START, decision(outcome=outcome, gives=gives(("writer", "cleo"))), "sha256:new", None)
    assert ("cleo" in found.roster) is (outcome in TAKES_EFFECT)
    assert (found.sequence, found.seal) == (5, "sha256:new")


def test_a_term_of_a_year_ends_the_day_before_its_anniversary() -> None:
    found = after(START, decision("term", gives=gives(("writer", "cleo"))), "", None)
    assert held(found.roster)["cleo"] == [("writer", date(2027, 2, 7), None)]


def test_a_term_beyond_all_calendars_ends_with_them() -> None:
    late = decision("term", gives=gives(("writer", "cleo")))
    assert late.result is not None
    late = replace(late, result=replace(late.result, closed=datetime(9999, 6, 1, tzinfo=UTC)))
    assert held(after(START, late, "", None).roster)["cleo"] == [("writer", date.max, None)]


def test_who_is_elected_gets_the_role_that_the_election_fills() -> None:
    found = after(START, decision("elect", "elected", winners=("cleo", "dora")), "", None)
    assert held(found.roster) | {"Bob": []} == {
        "Bob": [], "cleo": [("lead", date(2026, 2, 17), None)], "dora": [("lead", date(2026, 2, 17), None)],
    }  # fmt: skip


def test_winners_of_anything_but_an_election_get_nothing() -> None:
    assert "cleo" not in after(START, decision(winners=("cleo",)), "", None).roster


def test_a_role_that_is_taken_ends_that_day_and_names_the_decision() -> None:
    found = after(START, decision(takes=gives(("lead", "bob"))), "", None)
    assert found.roster == {"Bob": (Held("lead", 1, date(2026, 1, 1), None, DAY, 7),)}
    assert found.holders(("lead",), DAY) == ()
    assert found.holders(("lead",), date(2026, 2, 7)) == ("Bob",)


def test_only_the_role_that_is_named_and_held_is_taken() -> None:
    over = Held("writer", 2, date(2025, 1, 1), date(2025, 12, 31))
    both = replace(START, roster={"Bob": (*START.roster["Bob"], over)})
    found = after(both, decision(takes=gives(("writer", "bob"))), "", None)
    assert found.roster["Bob"] == both.roster["Bob"]


def test_what_is_taken_from_nobody_changes_nothing() -> None:
    found = after(START, decision(takes=gives(("writer", "zoe"))), "", None)
    assert held(found.roster) == {**held(START.roster), "zoe": []}


def test_capitals_make_no_other_person() -> None:
    found = after(START, decision(gives=gives(("writer", "BOB"))), "", None)
    assert [role for role, _, _ in held(found.roster)["Bob"]] == ["lead", "writer"]
    assert "BOB" not in found.roster


def test_new_rules_hold_from_then_on() -> None:
    proposed = first_rules("apache-code")
    change = decision(governance="sha256:" + "a" * 64)
    found = after(START, change, "", proposed)
    assert found.governance == rules(proposed)
    assert after(START, change, "", None).governance == START.governance
    assert after(START, decision(), "", proposed).governance == START.governance


def test_new_rules_that_cannot_be_read_are_refused_by_name() -> None:
    with pytest.raises(SourceError, match=r"decisions/0007/governance\.toml"):
        after(START, decision(governance="sha256:" + "a" * 64), "", b"format = [")


def test_without_rules_an_action_has_no_terms() -> None:
    found = after(Standing(), decision("term", gives=gives(("writer", "cleo"))), "", None)
    assert held(found.roster) == {"cleo": [("writer", None, None)]}


def test_who_may_vote_holds_one_of_the_roles_that_day() -> None:
    roster = {
        "zoe": (Held("lead", 1, date(2026, 1, 1)),),
        "Ada": (Held("lead", 1, date(2026, 1, 1), date(2026, 2, 1)), Held("writer", 2, date(2026, 1, 1))),
        "bob": (Held("writer", 1, date(2026, 3, 1)), Held("lead", 1, date(2026, 1, 1))),
    }
    standing = Standing(rules(), roster)
    assert standing.holders(("lead",), date(2026, 1, 15)) == ("Ada", "bob", "zoe")
    assert standing.holders(("lead",), date(2026, 2, 15)) == ("bob", "zoe")
    assert standing.holders(("lead", "writer"), date(2026, 2, 15)) == ("Ada", "bob", "zoe")
    assert standing.holders((), date(2026, 2, 15)) == ()
    capitals = Standing(rules(), dict.fromkeys(("bob", "Zoe", "ada", "Cleo"), roster["zoe"]))
    assert capitals.holders(("lead",), date(2026, 2, 15)) == ("ada", "bob", "Cleo", "Zoe")
    assert standing.electorate(rules().actions["appoint"], date(2026, 2, 15)) == ("bob", "zoe")


def test_the_founding_is_known_by_its_action() -> None:
    assert is_founding(decision("founding", "founded"))
    assert not is_founding(decision("appoint", "founded"))
