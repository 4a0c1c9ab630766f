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
