"""Addresses and references out of fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.proposals.addresses import links_in, references_in
from folkmoot.govern.proposals.header import Field


@pytest.mark.parametrize(
    ("written", "addresses"),
    [
        ("https://example.org/1.", ["https://example.org/1"]),
        (
            "[one](https://example.org/1), [two](https://example.org/2)",
            ["https://example.org/1", "https://example.org/2"],
        ),
        ("`2 May <https://example.org/1>`__", ["https://example.org/1"]),
        ("<https://example.org/1> and https://example.org/1", ["https://example.org/1"]),
        ("javascript:alert(1)", []),
        ("#12", []),
    ],
)
def test_links(written: str, addresses: list[str]) -> None:
    assert [link.target for link in links_in(Field("x", written, 1))] == addresses


def test_references_are_numbers_or_addresses() -> None:
    assert references_in(Field("replaces", "3, 0004, PEP 5", 1)) == ("3", "4", "5")
    assert references_in(Field("replaces", "https://example.org/7", 1)) == ("https://example.org/7",)
    path = Field("replaces", "/keps/a/3-b", 1, ("/keps/a/3-b",))
    assert references_in(path) == ("/keps/a/3-b",)


@given(st.text())
def test_no_text_breaks_them(text: str) -> None:
    field = Field("x", text, 1)
    assert all(link.target.startswith(("http://", "https://")) for link in links_in(field))
    assert all(references_in(field))
