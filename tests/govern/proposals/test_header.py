"""Fields as they stand in a header: keys that vary, and values that say nothing."""

import pytest

from folkmoot.govern.proposals.header import Field, Header, key_of, value_of


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Rust Issue(s)", "rust issue"),
        ("RFC PR #", "rfc pr"),
        ("start-date", "start date"),
        ("**Status**", "status"),
        ("Implementation  Team", "implementation team"),
        ("kep_number", "kep number"),
    ],
)
def test_keys_are_looked_for_in_one_form(written: str, meant: str) -> None:
    assert key_of(written) == meant


def test_a_value_is_on_one_line() -> None:
    assert value_of("  Ada\u00a0Example,\n\t Bob ") == "Ada Example, Bob"


@pytest.mark.parametrize(
    "value",
    ["", "N/A", "n/a", "None", "TBD", "-",
     "--", "...", "(leave this empty)", "<your name>", "yyyy-mm-dd", "NNNN",
     "0000", "xxxx-xx-xx", "(fill me in with today's date)", "@your-handle"],
)  # fmt: skip
def test_placeholders_are_known(value: str) -> None:
    assert Field("x", value, 1).is_placeholder


@pytest.mark.parametrize(
    "value",
    ["None-aware operators", "Todo lists", "Nathan", "<ada@example.org>", "0012", "-1", "#1", "Pending"],
)
def test_words_like_placeholders_are_none(value: str) -> None:
    assert not Field("x", value, 1).is_placeholder


def test_the_first_field_that_says_something_counts() -> None:
    header = Header((Field("a", "TBD", 1), Field("a", "one", 2), Field("a", "two", 3), Field("b", "N/A", 4)))
    assert header.get("z", "b", "a") == Field("a", "one", 2)
    assert header.get("b") is None
    assert header.has("b")
    assert not header.has("z")
