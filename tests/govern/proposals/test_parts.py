"""Dates, authors, addresses and status words as people write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.proposals.addresses import links_in, references_in
from folkmoot.govern.proposals.authors import authors_in
from folkmoot.govern.proposals.dates import date_in
from folkmoot.govern.proposals.header import Field
from folkmoot.govern.proposals.words import recognise


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2014-03-11", date(2014, 3, 11)),
        ("2014-3-1", date(2014, 3, 1)),
        ("(2014-03-11)", date(2014, 3, 11)),
        ("2020.02.01", date(2020, 2, 1)),
        ("2020/02/01", date(2020, 2, 1)),
        ("19.04.2020", date(2020, 4, 19)),
        ("25-12-2014", date(2014, 12, 25)),
        ("12-25-2014", date(2014, 12, 25)),
        ("03-Jul-2001", date(2001, 7, 3)),
        ("3 July 2001", date(2001, 7, 3)),
        ("May 4th, 2019", date(2019, 5, 4)),
        ("2017-06-13T00:00:00.000Z", date(2017, 6, 13)),
        ("2026\u201102\u201109", date(2026, 2, 9)),
        ("2014-19-19", None),
        ("2019-25-04", None),
        ("99-99-9999", None),
        ("0000-00-00", None),
        ("yyyy-mm-dd", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates(written: str, meant: date | None) -> None:
    assert date_in(written) == meant


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_as_it_is_written(day: date) -> None:
    assert date_in(day.isoformat()) == day
    assert date_in(day.strftime("%d-%b-%Y")) == day
    assert date_in(day.strftime("%d.%m.%Y")) == day


@given(st.text())
def test_no_text_breaks_the_readers_of_parts(text: str) -> None:
    field = Field("x", text, 1)
    assert date_in(text) is None or isinstance(date_in(text), date)
    assert all(authors_in(text))
    assert all(link.target.startswith("http") for link in links_in(field))
    assert isinstance(references_in(field), tuple)


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


def test_references_are_numbers_or_addresses() -> None:
    assert references_in(Field("replaces", "3, 0004, PEP 5", 1)) == ("3", "4", "5")
    assert references_in(Field("replaces", "https://example.org/7", 1)) == ("https://example.org/7",)
    path = Field("replaces", "/keps/a/3-b", 1, ("/keps/a/3-b",))
    assert references_in(path) == ("/keps/a/3-b",)


KNOWN = frozenset({"accepted", "accepted with revisions", "implemented", "rejected", "ready-for-release"})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Accepted", "accepted"),
        ("**Accepted with revisions**", "accepted with revisions"),
        ("accepted # FIXME", "accepted"),
        ("Implemented (alpha)", "implemented"),
        ("implemented with care", "implemented"),
        ("ready-for-release", "ready-for-release"),
        ("imlpemented", "implemented"),
        ("accepted|rejected", ""),
        ("hats", ""),
        ("", ""),
    ],
)
def test_words(written: str, meant: str) -> None:
    assert recognise(written, KNOWN).known == meant


def test_a_word_near_another_is_marked() -> None:
    assert not recognise("imlpemented", KNOWN).is_exact
    assert recognise("Implemented!", KNOWN).is_exact
