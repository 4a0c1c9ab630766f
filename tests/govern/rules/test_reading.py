"""Rules of a community's own, from TOML: exact shares, known settings, clear refusals."""

import tomllib
from fractions import Fraction

import pytest

from folkmoot.govern.rules import rule_from
from folkmoot.model.errors import UsageError
from folkmoot.model.rule import Of, Veto


def test_a_rule_is_read_exactly() -> None:
    text = 'quorum = "1/3"\nthreshold = "66%"\nof = "electorate"\nveto = "justified"\nmin_days = 4'
    rule = rule_from("house", tomllib.loads(text))
    assert (rule.quorum, rule.threshold) == (Fraction(1, 3), Fraction(66, 100))
    assert (rule.of, rule.veto, rule.min_days) == (Of.ELECTORATE, Veto.JUSTIFIED, 4)


def test_a_quorum_may_be_a_number() -> None:
    assert rule_from("house", {"quorum": 5}).quorum_of(80) == 5


def test_a_later_rule_is_read_too() -> None:
    later = rule_from("house", {"min_yes": 2, "later": {"min_yes": 1, "min_days": 7}}).later
    assert later is not None
    assert (later.min_yes, later.min_days) == (1, 7)


@pytest.mark.parametrize(
    ("setting", "value", "wanted"),
    [
        ("threshold", 0.66, 'such as "2/3"'),
        ("threshold", "3/2", 'such as "2/3"'),
        ("threshold", "1/0", 'such as "2/3"'),
        ("threshold", "9" * 50, 'such as "2/3"'),
        ("quorum", True, 'such as "2/3"'),
        ("quorum", -1, "a whole number"),
        ("min_yes", 10**9, "a whole number"),
        ("min_days", "7", "a whole number"),
        ("strict", "yes", "true or false"),
        ("veto", "maybe", "none or any or justified"),
        ("later", {"later": {}}, "one easier rule"),
        ("title", 3, "a text"),
    ],
)
def test_a_value_that_means_nothing_is_named(setting: str, value: object, wanted: str) -> None:
    with pytest.raises(UsageError, match=setting) as raised:
        rule_from("house", {setting: value})
    assert wanted in raised.value.what


def test_an_unknown_setting_is_named() -> None:
    with pytest.raises(UsageError, match="'treshold'") as raised:
        rule_from("house", {"treshold": "1/2"})
    assert "threshold" in raised.value.hint
