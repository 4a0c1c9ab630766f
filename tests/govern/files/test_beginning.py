"""The first rules of a community are spelled out, and hold with nothing but the file itself."""

from __future__ import annotations

import tomllib
from fractions import Fraction
from typing import Any

import pytest

from folkmoot.govern.files.beginning import first_rules, rule_table
from folkmoot.govern.files.governance import read_governance
from folkmoot.govern.rules import all_presets
from folkmoot.model.errors import UsageError
from folkmoot.model.rule import Of, Rule, Veto


def begun(name: str, roles: dict[str, str] | None = None) -> dict[str, Any]:
    return tomllib.loads(first_rules(name, roles).decode())


def test_maintainers_decide_where_nothing_else_is_said() -> None:
    found = begun("apache-code")
    assert found["roles"] == {"maintainer": {"title": "Maintainers"}}
    assert {action["electorate"][0] for action in found["actions"].values()} == {"maintainer"}


def test_a_lead_decides_alone_by_a_rule_of_their_own() -> None:
    found = begun("bdfl")
    assert list(found["roles"]) == ["lead", "maintainer"]
    assert list(found["rules"]) == ["ordinary"]
    assert {action["rule"] for action in found["actions"].values()} == {"ordinary"}
    assert {action["electorate"][0] for action in found["actions"].values()} == {"lead"}


@pytest.mark.parametrize("name", [name for name in all_presets() if name != "bdfl"])
def test_two_thirds_of_all_change_the_rules_of_everybody_else(name: str) -> None:
    change = read_governance("g", first_rules(name)).actions["change-rules"]
    assert change.rule is not None
    assert (change.rule.threshold, change.rule.of) == (Fraction(2, 3), Of.ELECTORATE)
    assert change.changes_rules


@pytest.mark.parametrize("name", all_presets())
def test_nobody_is_left_out_for_silence_that_no_file_can_show(name: str) -> None:
    actions = read_governance("g", first_rules(name)).actions.values()
    assert {action.rule.excusing for action in actions if action.rule} == {""}


def test_decisions_are_open_for_a_week_and_changes_of_the_rules_for_two() -> None:
    actions = begun("apache-code")["actions"]
    assert {name: action["min_days"] for name, action in actions.items()} == {
        "proposal": 7, "appoint": 7, "change-rules": 14,
    }  # fmt: skip


def test_a_rule_that_says_how_long_it_is_open_keeps_its_own_days() -> None:
    """Lazy consensus is 72 hours: an action of a week would make it another rule."""
    found = begun("lazy-consensus")
    assert found["rules"]["ordinary"]["min_days"] == 3
    assert [found["actions"][name].get("min_days", 0) for name in ("proposal", "appoint")] == [0, 0]


def test_the_roles_that_there_are_are_kept_and_the_first_decides() -> None:
    found = begun("node", {"core": "Core team", "docs": "Writers"})
    assert found["roles"] == {"core": {"title": "Core team"}, "docs": {"title": "Writers"}}
    assert found["actions"]["proposal"]["electorate"] == ["core"]
    assert found["actions"]["appoint"]["roles"] == ["core", "docs"]


def test_every_rule_stands_there_in_words() -> None:
    text = first_rules("apache-code").decode()
    assert "# At least 3 vote yes.\n" in text
    assert "# At least 2/3 of those who may vote say yes.\n" in text


def test_an_unknown_preset_is_refused() -> None:
    with pytest.raises(UsageError):
        first_rules("by-acclamation")


def test_only_what_differs_from_no_rule_is_written() -> None:
    assert rule_table(Rule("x")) == {}
    assert rule_table(Rule("x", min_yes=2, veto=Veto.ANY)) == {"min_yes": 2, "veto": "any"}


def test_shares_are_written_as_fractions() -> None:
    assert rule_table(Rule("x", threshold=Fraction(2, 3)))["threshold"] == "2/3"
    assert rule_table(Rule("x", threshold=Fraction(1)))["threshold"] == "1"


def test_an_easier_rule_for_later_is_written_inside() -> None:
    later = Rule("x", min_yes=1, min_days=7)
    assert rule_table(Rule("x", min_yes=2, later=later))["later"] == {"min_yes": 1, "min_days": 7}


def test_the_first_rules_of_every_preset_differ() -> None:
    texts = {name: first_rules(name) for name in all_presets()}
    assert len(set(texts.values())) == len(texts)
