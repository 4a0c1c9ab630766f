"""A rule from a table of a TOML file: a preset's, or one of a community's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields
from enum import StrEnum
from fractions import Fraction
from typing import Any

from folkmoot.model.errors import UsageError
from folkmoot.model.rule import Clock, Of, Rule, Veto

LARGEST = 100_000
"""No number in a rule (people, days) may be above this."""

_NUMBERS = ("min_cast", "min_yes", "max_silent", "min_days")
_SWITCHES = ("abstain_counts", "strict", "blocking_concerns", "early_close")
_TEXTS = ("title", "source", "later_needs", "excusing")
_WORDS: dict[str, type[StrEnum]] = {"of": Of, "veto": Veto, "clock": Clock}


def rule_from(name: str, table: Mapping[str, Any]) -> Rule:
    """Read one rule. Raises UsageError for an unknown setting or a value that means nothing, naming both."""
    known = {field.name for field in fields(Rule)} - {"name"}
    unknown = sorted(set(table) - known)
    if unknown:
        raise UsageError(
            f"The rule {name!r} has a setting {unknown[0]!r} that means nothing.",
            hint=f"settings are {', '.join(sorted(known))}.",
        )
    return Rule(name=name, **{setting: _value(name, setting, value) for setting, value in table.items()})


def _value(rule: str, setting: str, value: Any) -> Any:
    if setting == "quorum" and type(value) is int:
        return _number(rule, setting, value)
    if setting in {"quorum", "threshold"}:
        return _share(rule, setting, value)
    if setting in _NUMBERS:
        return _number(rule, setting, value)
    if setting in _SWITCHES:
        if isinstance(value, bool):
            return value
        raise _wrong(rule, setting, value, "true or false")
    if setting in _WORDS:
        kind = _WORDS[setting]
        if value in [word.value for word in kind]:
            return kind(value)
        raise _wrong(rule, setting, value, " or ".join(word.value for word in kind))
    if setting == "later":
        if isinstance(value, Mapping) and "later" not in value:
            return rule_from(rule, value)
        raise _wrong(rule, setting, value, "a table with the settings of one easier rule")
    if isinstance(value, str) and setting in _TEXTS:
        return value
    raise _wrong(rule, setting, value, "a text")


def _number(rule: str, setting: str, value: Any) -> int:
    if type(value) is int and 0 <= value <= LARGEST:
        return value
    raise _wrong(rule, setting, value, f"a whole number from 0 to {LARGEST}")


def _share(rule: str, setting: str, value: Any) -> Fraction:
    """Read "2/3", "60%" or "1" exactly; 0.66 is refused, because it is not what anybody means."""
    found = (
        re.fullmatch(r"(\d{1,6})(?:/([1-9]\d{0,5})|(%))?", value.strip()) if isinstance(value, str) else None
    )
    if found:
        share = Fraction(int(found[1]), 100 if found[3] else int(found[2] or 1))
        if share <= 1:
            return share
    raise _wrong(rule, setting, value, 'a share in quotes, such as "2/3" or "60%"')


def _wrong(rule: str, setting: str, value: Any, wanted: str) -> UsageError:
    return UsageError(
        f"The rule {rule!r} sets {setting} to {str(value)[:80]!r}; it must be {wanted}.",
        hint="correct it where the rules are written.",
    )
