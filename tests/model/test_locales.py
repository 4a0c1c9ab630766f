"""Language tags are told from look-alikes by closed lists."""

import pytest

from folkmoot.model.locales import LANGUAGES, MAIN_LANGUAGES, locale_of, plain_locale_of


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("de", "de"),
        ("pt_BR", "pt-BR"),
        ("pt-br", "pt-BR"),
        ("pt-rBR", "pt-BR"),
        ("zh-Hans", "zh-Hans"),
        ("zh_hant_TW", "zh-Hant-TW"),
        ("sr@latin", "sr-Latn"),
        ("b+sr+Latn", "sr-Latn"),
        ("ca@valencia", "ca-valencia"),
        ("es-419", "es-419"),
        ("en_US.UTF-8", "en-US"),
        ("fil", "fil"),
        ("DE", "de"),
    ],
)
def test_every_way_of_writing_gives_the_same_tag(text: str, tag: str) -> None:
    assert locale_of(text) == tag


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ui",
        "ci",
        "js",
        "db",
        "dev",
        "src",
        "sw600dp",
        "v21",
        "land",
        "night",
        "de_XX",
        "german",
        "pt_BR_x_y",
        "SRC",
        "d",
        "de-",
        "-de",
        "de DE",
        "Deu",
        "zh-Foo",
        "x" * 100,
        "de\n",
    ],
)
def test_what_is_no_language_gives_nothing(text: str) -> None:
    assert locale_of(text) == ""


@pytest.mark.parametrize("word", ["is", "io", "ml", "ts", "tk", "to", "no", "os", "ps"])
def test_a_word_is_a_language_only_where_the_place_says_so(word: str) -> None:
    assert locale_of(word) == word
    assert plain_locale_of(word) == ""


def test_a_region_speaks_for_a_code_that_is_a_word() -> None:
    assert plain_locale_of("is_IS") == "is-IS"


@pytest.mark.parametrize(("country", "tag"), [("CN", "zh-CN"), ("jp", "ja"), ("kr", "ko")])
def test_countries_written_for_languages_are_understood(country: str, tag: str) -> None:
    assert plain_locale_of(country) == tag


def test_the_main_languages_are_languages() -> None:
    assert MAIN_LANGUAGES < LANGUAGES
    assert {"de", "fr", "zh", "ar", "hi", "pt", "es", "it", "id"} <= MAIN_LANGUAGES


@pytest.mark.parametrize(("text", "tag"), [("ro_RO", "ro-RO"), ("ru-ru", "ru-RU"), ("rw_rw", "rw-RW")])
def test_an_r_that_begins_a_region_is_part_of_it(text: str, tag: str) -> None:
    """Android writes `pt-rBR`; the r of ro-RO is Romania's own."""
    assert locale_of(text) == tag


def test_only_an_r_stands_before_a_region() -> None:
    assert locale_of("pt-xBR") == ""


@pytest.mark.parametrize(("text", "tag"), [("hsb", "hsb"), ("HSB", ""), ("Hsb", ""), ("Hsb-DE", "")])
def test_a_code_of_three_letters_is_written_in_small_ones(text: str, tag: str) -> None:
    """Words in capitals (MAI, SAT, WAL) are too common to be languages."""
    assert locale_of(text) == tag


def test_a_variant_is_known_in_any_case() -> None:
    assert locale_of("ca@Valencia") == "ca-valencia"
    assert locale_of("sr@LATIN") == "sr-Latn"


def test_the_longest_tag_that_is_read_has_24_characters() -> None:
    longest = "b+ca+Latn+valencia.UTF-8"
    assert len(longest) == 24
    assert locale_of(longest) == "ca-Latn-valencia"
