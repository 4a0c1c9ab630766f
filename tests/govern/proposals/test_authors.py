"""Authors as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.proposals.authors import MAX_AUTHORS, authors_in


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ada Example", ("Ada Example",)),
        ("Ada <ada@example.org>, Bob <bob@example.net>", ("Ada", "Bob")),
        ("Bob Example, Jr., Ada", ("Bob Example, Jr.", "Ada")),
        ("Ada (@ada), Bob (@bob)", ("Ada", "Bob")),
        ("Ada (Hats, Inc.) and Bob", ("Ada", "Bob")),
        ("[Ada](https://example.org/ada), [Bob](https://example.org/b)", ("Ada", "Bob")),
        ("Ada, et al.", ("Ada",)),
        ("Ada, others to be determined", ("Ada",)),
        ("ada@example.org", ("ada@example.org",)),
        ("(@ada)", ("@ada",)),
        ("TBD", ()),
        ("", ()),
    ],
)
def test_authors(written: str, meant: tuple[str, ...]) -> None:
    assert authors_in(written) == meant


def test_authors_of_a_list_are_its_entries() -> None:
    assert authors_in("", ("@ada", "“@bob”", "@ada")) == ("@ada", "@bob")


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    found = authors_in(text)
    assert all(found)
    assert len(set(found)) == len(found) <= MAX_AUTHORS


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Ada & Bob", ("Ada", "Bob")),
        ("Ada with Bob", ("Ada", "Bob")),
        ("Ada / Bob", ("Ada", "Bob")),
        ("Ada; Bob", ("Ada", "Bob")),
        ("Ada, and Bob", ("Ada", "Bob")),
        ("Ada， Bob", ("Ada", "Bob")),
        ("Anders Andersson", ("Anders Andersson",)),
        ("Ada/Bob", ("Ada/Bob",)),
        ("“Ada”, *Bob*, `Cleo`", ("Ada", "Bob", "Cleo")),
        ("Ada <ada@example.org>, PhD", ("Ada, PhD",)),
        ("Bob Example III, Ada", ("Bob Example III", "Ada")),
        ("Ada, Ada", ("Ada",)),
        ("Ada (Hats, Inc. and Sons)", ("Ada",)),
        ("[Ada, the First](https://example.org), Bob", ("Ada, the First", "Bob")),
        ("<ada@example.org>", ("ada@example.org",)),
        ("(Ada)", ("Ada",)),
        ("Ada, , Bob", ("Ada", "Bob")),
        ("Ada, various", ("Ada",)),
        ("Ada and others", ("Ada",)),
        ("et al", ()),
        ("<your name>", ()),
    ],
)
def test_more_ways_to_name_authors(written: str, meant: tuple[str, ...]) -> None:
    assert authors_in(written) == meant


def test_as_many_as_the_bound_are_named() -> None:
    names = [f"Author {number}" for number in range(MAX_AUTHORS + 1)]
    assert authors_in(", ".join(names)) == tuple(names[:MAX_AUTHORS])
