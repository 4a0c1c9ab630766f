"""The first `governance.toml` of a community, from a preset: spelled out, so that nothing outside it counts.

A rule named only as a preset would change with Folkmoot's version; a rule that stands in the file does not.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from enum import StrEnum
from fractions import Fraction
from typing import Any

from folkmoot.govern.files.toml_text import toml_lines
from folkmoot.govern.rules import preset
from folkmoot.i18n import say
from folkmoot.model.rule import Rule

FUNDAMENTAL = "two-thirds-of-all"
"""The rule for changing the rules, whatever the preset for everything else is."""
DAYS, LONGER_DAYS = 7, 14
"""How long ordinary decisions are open where their rule sets no days, and changes of the rules always."""
_ALONE = "bdfl"


def first_rules(name: str, roles: Mapping[str, str] | None = None) -> bytes:
    """Give a whole governance.toml from one preset. Raises UsageError when there is no such preset.

    `roles` are those that there are, by name with their title; the first decides. Without them, one begins.
    """
    # Our files have no place for pings, so nobody is left out for being silent.
    ordinary = replace(preset(name), excusing="")
    days = 0 if ordinary.min_days else DAYS
    alone = name == _ALONE
    usual = {"lead": "Lead", "maintainer": "Maintainers"} if alone else {"maintainer": "Maintainers"}
    titles = roles or usual
    role = next(iter(titles))
    fundamental = ordinary if alone else replace(preset(FUNDAMENTAL), excusing="")
    parts = ["# Who decides what here, and how. It changes only by the action change-rules.\nformat = 1\n"]
    parts += [f"\n[roles.{one}]\n{toml_lines({'title': title})}" for one, title in titles.items()]
    rules = {"ordinary": ordinary} if alone else {"ordinary": ordinary, "fundamental": fundamental}
    for rule_name, rule in rules.items():
        words = "".join(f"# {say(text)}\n" for text in rule.in_words())
        parts.append(f"\n[rules.{rule_name}]\n{words}{toml_lines(rule_table(rule))}")
    for action, title, rule_name, least, more in (
        ("proposal", "Accept a proposal", "ordinary", days, {}),
        ("appoint", "Give or take a role", "ordinary", days, {"roles": list(titles)}),
        ("change-rules", "Change this file", "ordinary" if alone else "fundamental", LONGER_DAYS,
         {"changes_rules": True}),
    ):  # fmt: skip
        values = {"title": title, "rule": rule_name, "electorate": [role], "min_days": least, **more}
        parts.append(f"\n[actions.{action}]\n{toml_lines(values)}")
    return "".join(parts).encode()


def rule_table(rule: Rule) -> dict[str, Any]:
    """Give the settings of a rule that differ from none at all, as they stand in a file."""
    found: dict[str, Any] = {}
    for field in fields(Rule):
        value = getattr(rule, field.name)
        if field.name == "name" or value == field.default:
            continue
        found[field.name] = _setting(value)
    return found


def _setting(value: Any) -> Any:
    if isinstance(value, Fraction):
        return f"{value.numerator}/{value.denominator}" if value.denominator != 1 else str(value.numerator)
    if isinstance(value, Rule):
        return rule_table(value)
    return value.value if isinstance(value, StrEnum) else value
