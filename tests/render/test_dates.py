"""Dates in sentences read as words; whatever only looks like a date stays."""

from __future__ import annotations

import pytest

from folkmoot.i18n import Message
from folkmoot.render.dates import date_in_words
from folkmoot.render.voice import Voice


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-03", "March 2026"),
        ("2026-12", "December 2026"),
        ("2026-03-04", "4 March 2026"),
        ("2026-13", "2026-13"),
        ("2026-00", "2026-00"),
        ("2026-03-32", "2026-03-32"),
        ("2026", "2026"),
        ("v2026-03", "v2026-03"),
        ("", ""),
    ],
)
def test_iso_dates_become_words(text: str, words: str) -> None:
    assert date_in_words(text) == words


def test_a_language_has_its_own_months_and_order() -> None:
    german = {"March": "März", "{day} {month} {year}": "{day}. {month} {year}"}
    assert date_in_words("2026-03-04", lambda text: german.get(text, text)) == "4. März 2026"


def test_sentences_name_dates_and_group_long_numbers() -> None:
    voice = Voice()
    said = voice(
        Message("{count} commits since {day}, {year}", {"count": 81966, "day": "2005-04-07", "year": 2026})
    )
    assert said == "81,966 commits since 7 April 2005, 2026"


def test_values_given_beside_a_plain_message_are_treated_alike() -> None:
    assert Voice()("to {month}", month="2026-07") == "to July 2026"


def test_a_sentence_without_values_stays_as_it_is() -> None:
    assert Voice()("Run it on 2026-03-04.") == "Run it on 2026-03-04."
