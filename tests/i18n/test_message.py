"""Sentences stay whole until they are rendered."""

import pytest

from folkmoot.i18n import Message, say

GERMAN = {"{people} people in {place}.": "In {place}: {people} Menschen.", "Overview": "Überblick"}


def german(text: str) -> str:
    return GERMAN.get(text, text)


def test_placeholders_are_filled_by_name() -> None:
    assert str(Message("{people} people in {place}.", {"people": 3, "place": "docs"})) == "3 people in docs."


def test_a_translation_may_turn_the_sentence_around() -> None:
    message = Message("{people} people in {place}.", {"people": 3, "place": "docs"})
    assert say(message, german) == "In docs: 3 Menschen."


def test_plain_text_is_a_message_too() -> None:
    assert say("Overview", german) == "Überblick"


def test_nothing_stays_nothing() -> None:
    """Catalogues answer an empty message with their own header, so it must not be looked up."""
    assert say("", lambda _: "Project-Id-Version: 1") == ""


def test_braces_in_a_value_are_only_text() -> None:
    assert str(Message("File {name}.", {"name": "{people}"})) == "File {people}."


def test_a_sentence_without_values_may_hold_braces() -> None:
    assert str(Message("Write {} here.")) == "Write {} here."


def test_a_missing_value_is_not_passed_over() -> None:
    with pytest.raises(KeyError):
        str(Message("{people} people.", {"place": "docs"}))


def test_equal_messages_are_counted_once() -> None:
    told = [
        Message("{a} and {b}", {"a": 1, "b": "x"}),
        Message("{a} and {b}", {"b": "x", "a": 1}),
        Message("plain"),
    ]
    assert list(dict.fromkeys(told)) == [told[0], told[2]]
