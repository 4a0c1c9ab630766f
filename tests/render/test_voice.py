"""Sentences are translated first and cleaned after."""

from folkmoot.i18n import Message
from folkmoot.render.voice import Voice

GERMAN = {"{count} people": "{count} Leute", "new": "neu"}


def test_placeholders_are_filled_after_translation() -> None:
    assert Voice(lambda text: GERMAN.get(text, text), "de")("{count} people", count=3) == "3 Leute"


def test_values_are_never_read_as_placeholders() -> None:
    assert Voice()(Message("{name} left", {"name": "{name.__class__}"})) == "{name.__class__} left"


def test_values_are_cleaned() -> None:
    assert Voice()("{name} left", name="A\u202eda\x1b[1m") == "Ada left"


def test_words_of_ours_are_translated_as_labels() -> None:
    assert Voice(lambda text: GERMAN.get(text, text)).name("new") == "neu"


def test_a_label_is_never_longer_than_a_line() -> None:
    assert len(Voice().name("x" * 500)) == 80


def test_numbers_that_count_are_grouped_as_in_tables() -> None:
    assert Voice()("{commits} commits, {few} of {lines}", commits=1770, few=999, lines=97741) == (
        "1,770 commits, 999 of 97,741"
    )


def test_numbers_that_name_something_stay_as_they_are() -> None:
    assert Voice()(
        "{title} (#{number}) of {year}, line {line}", title="A", number=14207, year=2026, line=1200
    ) == ("A (#14207) of 2026, line 1200")


def test_direction_follows_the_language() -> None:
    assert [Voice(str, lang).direction for lang in ("en", "ar", "fa-IR", "de")] == [
        "ltr",
        "rtl",
        "rtl",
        "ltr",
    ]


def test_what_only_statisticians_call_so_has_a_name_that_readers_know() -> None:
    assert Voice().name("p90") == "nine in ten"
    assert Voice()("{title}: {part}", title="Time to merge", part="p90") == "Time to merge: nine in ten"
