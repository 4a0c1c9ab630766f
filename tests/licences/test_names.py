"""What manifests call licences."""

import tomllib
from importlib.resources import files

import pytest

from folkmoot.licences.expression import read
from folkmoot.licences.names import of_classifier, plain_names, understood


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("MIT", "MIT"),
        ("The MIT License", "MIT"),
        ("Apache License,  Version 2.0", "Apache-2.0"),
        ("apache 2.0", "Apache-2.0"),
        ("GPLv3+", "GPL-3.0-or-later"),
        ('BSD 3-Clause "New" or "Revised" License', "BSD-3-Clause"),
        ("Academic Free License v3.0", "AFL-3.0"),
        ("MIT OR Apache-2.0", "MIT OR Apache-2.0"),
    ],
)
def test_names_of_one_licence_are_understood(words: str, means: str) -> None:
    found = understood(words)
    assert found is not None
    assert (found.text, found.unknown) == (means, ())


@pytest.mark.parametrize("words", ["BSD", "GPL", "LGPL", "Apache", "Proprietary", "UNLICENSED"])
def test_names_of_several_licences_are_not_guessed(words: str) -> None:
    found = understood(words)
    assert found is not None
    assert found.unknown == (words,)


@pytest.mark.parametrize("words", ["SEE LICENSE IN LICENSE.md", "do what you like", "BSD License", ""])
def test_sentences_mean_nothing_known(words: str) -> None:
    assert understood(words) is None


def test_a_slash_is_a_choice_where_it_was_defined_so() -> None:
    found = understood("MIT/Apache-2.0", slash_is_or=True)
    assert found is not None
    assert found.text == "MIT OR Apache-2.0"
    assert understood("MIT/Apache-2.0") is None


@pytest.mark.parametrize(
    ("classifier", "means"),
    [
        ("License :: OSI Approved :: MIT License", "MIT"),
        ("License :: OSI Approved :: BSD License", ""),
        ("License :: OSI Approved :: Apache Software License", ""),
        ("License :: OSI Approved", ""),
    ],
)
def test_classifiers_of_one_licence_are_understood(classifier: str, means: str) -> None:
    assert of_classifier(classifier) == means


def test_every_name_of_the_table_means_something_known() -> None:
    table = tomllib.loads((files("folkmoot.licences") / "data/names.toml").read_text(encoding="utf-8"))
    meanings = [*table["names"].values(), *table["classifiers"].values()]
    assert all((found := read(each)) and found.known for each in meanings)
    assert all(name == name.lower() for name in table["names"])


def test_a_full_name_that_two_licences_share_means_neither() -> None:
    assert "gnu general public license v3.0 only" not in plain_names()
