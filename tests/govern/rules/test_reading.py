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


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("2/3", Fraction(2, 3)),
        ("60%", Fraction(3, 5)),
        ("100%", Fraction(1)),
        ("1", Fraction(1)),
        ("0", Fraction(0)),
        (" 1/2 ", Fraction(1, 2)),
        ("333333/1000000", None),
        ("333333/999999", Fraction(333_333, 999_999)),
        ("101%", None),
        ("-1/2", None),
        ("1/2%", None),
        ("", None),
        ("half", None),
        ("٢/٣", None),
    ],
)
def test_shares_are_fractions_or_percents_up_to_the_whole(said: str, share: Fraction | None) -> None:
    if share is not None:
        assert rule_from("house", {"threshold": said}).threshold == share
        return
    with pytest.raises(UsageError, match="sets threshold to"):
        rule_from("house", {"threshold": said})


@pytest.mark.parametrize("setting", ["min_cast", "min_yes", "max_silent", "min_days", "quorum"])
@pytest.mark.parametrize(("value", "is_one"), [(0, True), (100_000, True), (100_001, False), (-1, False)])
def test_numbers_are_whole_and_bounded(setting: str, value: int, is_one: bool) -> None:
    if is_one:
        assert getattr(rule_from("house", {setting: value}), setting) == value
        return
    with pytest.raises(
        UsageError, match=f"sets {setting} to '{value}'; it must be a whole number from 0 to 100000"
    ):
        rule_from("house", {setting: value})


@pytest.mark.parametrize("setting", ["abstain_counts", "strict", "blocking_concerns", "early_close"])
def test_switches_are_true_or_false(setting: str) -> None:
    assert [getattr(rule_from("house", {setting: value}), setting) for value in (True, False)] == [
        True,
        False,
    ]
    for value in (1, "true", None):
        with pytest.raises(UsageError, match="true or false"):
            rule_from("house", {setting: value})


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("of", ["cast", "electorate"]),
        ("veto", ["none", "any", "justified"]),
        ("clock", ["opening", "agreement"]),
    ],
)
def test_words_are_those_there_are(setting: str, words: list[str]) -> None:
    assert [getattr(rule_from("house", {setting: word}), setting).value for word in words] == words
    with pytest.raises(UsageError, match=" or ".join(words)):
        rule_from("house", {setting: "other"})


@pytest.mark.parametrize("setting", ["title", "source", "later_needs", "excusing"])
def test_texts_are_texts(setting: str) -> None:
    assert getattr(rule_from("house", {setting: "Because."}), setting) == "Because."
    with pytest.raises(UsageError, match="it must be a text"):
        rule_from("house", {setting: ["Because."]})


def test_a_name_is_no_setting() -> None:
    with pytest.raises(UsageError, match="'name' that means nothing"):
        rule_from("house", {"name": "other"})


def test_a_later_rule_has_the_name_of_the_rule() -> None:
    later = rule_from("house", {"later": {"min_yes": 1}}).later
    assert later is not None
    assert later.name == "house"
    with pytest.raises(UsageError, match="one easier rule"):
        rule_from("house", {"later": "min_yes = 1"})


def test_a_long_value_is_cut_in_the_refusal() -> None:
    with pytest.raises(UsageError, match=r"to '(x{80})'; it"):
        rule_from("house", {"veto": "x" * 500})
