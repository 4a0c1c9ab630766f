"""Mail headers, with the pitfalls of the PEPs."""

from datetime import date

import pytest

from folkmoot.model.proposal import DecisionState, DeliveryState, Link
from govern.proposals.documents import PEP, codes, read

BOTH = (DecisionState.ACCEPTED, DeliveryState.DELIVERED)


def test_everything_of_a_header_is_there() -> None:
    found = read("pep", PEP)
    assert found.label == "PEP 12"
    assert found.title == "Hats for all"
    assert found.created == date(2001, 7, 3)
    assert (found.decision, found.delivery) == BOTH
    assert (found.word, found.kind, found.line) == ("Final", "Standards Track", 5)
    assert found.supersedes == ("3", "4")
    assert found.links == (Link("resolution", "https://example.org/yes"),)


def test_a_suffix_stays_with_its_name() -> None:
    assert read("pep", PEP).authors == ("Ada Example", "Bob Example, Jr.")


@pytest.mark.parametrize("word", ["Rejected", "April Fool!"])
def test_a_joke_is_rejected(word: str) -> None:
    assert read("pep", PEP.replace("Final", word)).decision is DecisionState.REJECTED


def test_a_resolution_may_be_a_bare_address() -> None:
    bare = PEP.replace("`2 May 2002 <https://example.org/yes>`__", "https://example.org/yes")
    assert read("pep", bare).links == (Link("resolution", "https://example.org/yes"),)


def test_a_heading_may_stand_before_the_fields() -> None:
    draft = "Hats\n====\n\nCreated: 2014-04-14\nAuthor: Ada\nStatus: Draft\n\nOverview\n"
    found = read("dep", draft, "draft/hats.rst")
    assert (found.title, found.dialect, found.decision) == ("Hats", "mail", DecisionState.DRAFT)


def test_a_status_in_the_text_is_none() -> None:
    assert codes("pep", PEP.replace("Status: Final\n", "")) == ["no-status"]
