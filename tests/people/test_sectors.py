"""Sectors are said, never guessed."""

from __future__ import annotations

import pytest

from folkmoot.people import names
from folkmoot.people.sectors import ALSO, SECTORS, Said, of_domains, sector


@pytest.mark.parametrize("word", SECTORS)
def test_every_sector_may_be_written(word: str) -> None:
    assert sector(f" {word.upper()} ") == word


def test_other_words_mean_the_same() -> None:
    assert set(ALSO.values()) <= set(SECTORS)
    assert sector("University") == "academia"
    assert sector("nonprofit") == "non-profit"


@pytest.mark.parametrize("word", ["", "unknown", "firm", "company2"])
def test_other_words_mean_nothing(word: str) -> None:
    assert sector(word) == ""


@pytest.mark.parametrize(
    ("domain", "told"),
    [
        ("engines.edu", "academia"),
        ("engines.ac.uk", "academia"),
        ("engines.ac.jp", "academia"),
        ("engines.edu.au", "academia"),
        ("engines.gov", "government"),
        ("engines.gov.uk", "government"),
        ("engines.gouv.fr", "government"),
        ("engines.gc.ca", "government"),
        ("engines.mil", "government"),
    ],
)
def test_registries_say_it_by_the_ending(domain: str, told: str) -> None:
    assert of_domains([domain]) == (told, Said.ENDING)
    assert of_domains([f"lab.{domain}"]) == (told, Said.ENDING)


@pytest.mark.parametrize(
    "domain",
    [
        "engines.com",
        "engines.org",
        "engines.ac",  # the ending of an island, sold to anybody
        "ac.de",  # somebody's own name: no registry ends names so
        "lab.ac.de",
        "edu.engines.com",
        "gov.engines.org",
        "uni-engines.de",  # looks like a university's, and nobody says so
        "engines.int",
        "edu",
        "",
        "192.168.1.7",
    ],
)
def test_what_no_registry_says_is_not_known(domain: str) -> None:
    assert of_domains([domain]) == ("", "")


def test_the_list_of_universities_says_it() -> None:
    listed = next(one for one in names.data("organisations.toml")["universities"] if one.endswith(".ch"))
    assert of_domains([listed]) == ("academia", Said.LISTED)


def test_several_domains_say_one_thing_or_nothing() -> None:
    assert of_domains(["engines.edu", "engines.ac.uk", "engines.com"]) == ("academia", Said.ENDING)
    assert of_domains(["engines.edu", "engines.gov"]) == ("", "")
    assert of_domains([]) == ("", "")
