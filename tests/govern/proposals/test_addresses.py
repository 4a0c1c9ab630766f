"""Addresses and references out of fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.proposals.addresses import SEVERAL, links_in, references_in
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


PIECES = (
    "https://a.example/1",
    "HTTP://b",
    "javascript:x()",
    "data:,x",
    "[x](",
    ")",
    "`x <",
    ">`_",
    "<",
    " ",
    ".",
    "7",
)


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join) | st.text())
def test_no_text_breaks_them(text: str) -> None:
    field = Field("x", text, 1)
    assert all(link.target.startswith(("http://", "https://")) for link in links_in(field))
    assert all(references_in(field))


def test_links_stand_in_the_order_of_the_text() -> None:
    text = "https://b.example/2 `x <https://a.example/1>`_ [y](https://c.example/3) https://b.example/2"
    assert [link.target for link in links_in(Field("x", text, 1))] == [
        "https://b.example/2", "https://a.example/1", "https://c.example/3",
    ]  # fmt: skip


def test_each_link_names_its_field() -> None:
    (link,) = links_in(Field("resolution", "[y](<https://a.example/1>)", 1))
    assert (link.field, link.target) == ("resolution", "https://a.example/1")


def test_no_more_than_the_bound_are_taken() -> None:
    many = " ".join(f"https://a.example/{number}" for number in range(SEVERAL + 5))
    assert len(links_in(Field("x", many, 1))) == SEVERAL
    numbers = ", ".join(map(str, range(1, SEVERAL + 5)))
    assert references_in(Field("x", numbers, 1)) == tuple(map(str, range(1, SEVERAL + 1)))


@pytest.mark.parametrize(
    ("value", "numbers"),
    [
        ("#12", ("12",)),
        ("0", ("0",)),
        ("0000", ("0",)),
        ("0012", ("12",)),
        ("12, 12", ("12",)),
        ("12a", ()),
        ("a12", ()),
        ("a/12", ()),
        ("1234567890", ()),
        ("PEP 3 and PEP 4", ("3", "4")),
    ],
)
def test_numbers_that_are_references(value: str, numbers: tuple[str, ...]) -> None:
    assert references_in(Field("replaces", value, 1)) == numbers


def test_entries_without_a_number_are_kept_as_they_stand() -> None:
    assert references_in(Field("replaces", "the hats", 1, ("the hats",))) == ("the hats",)
