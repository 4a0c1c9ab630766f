"""YAML front matter, with the pitfalls of Ember, Ethereum and Django."""

from datetime import date

import pytest

from folkmoot.model.proposal import DecisionState, DeliveryState, Link
from govern.proposals.documents import EMBER, attempt, read

EIP = "---\neip: 12\ntitle: Hats\nauthor: Ada (@ada)\nstatus: {}\ntype: Core\ncreated: 2020-01-02\n---\n"
BOTH = (DecisionState.ACCEPTED, DeliveryState.DELIVERED)


def test_everything_of_a_block_is_there() -> None:
    found = read("ember", EMBER)
    assert (found.label, found.title, found.kind) == ("RFC 12", "Hats for all", "framework, cli")
    assert (found.decision, found.delivery) == BOTH
    assert found.word == "recommended"
    assert found.created == date(2017, 6, 13)
    assert found.links == (Link("prs", "https://example.org/rfcs/12"),)


def test_a_general_heading_is_no_title() -> None:
    assert read("ember", EMBER.replace("# Hats for all", "# Summary")).title == "hats"


def test_a_colon_in_a_title_is_mended_and_told() -> None:
    found, problems = attempt("eip", EIP.format("Draft").replace("Hats", "Hats: all"))
    assert found is not None
    assert found.title == "Hats: all"
    assert [(one.code, one.line) for one in problems] == [("mended", 3)]


def test_what_moved_away_is_no_more_decided_here() -> None:
    stub = "---\neip: 20\ncategory: ERC\nstatus: Moved\n---\n\nThis file was moved to https://example.org\n"
    found, problems = attempt("eip", stub, "EIPS/eip-20.md")
    assert found is not None
    assert (found.decision, found.delivery, problems) == (None, None, [])


@pytest.mark.parametrize(
    ("word", "decision"),
    [
        ("Last Call", DecisionState.FINAL_COMMENT),
        ("Stagnant", DecisionState.POSTPONED),
        ("Review", DecisionState.OPEN),
        ("Living", DecisionState.ACCEPTED),
    ],
)
def test_words_mean_states(word: str, decision: DecisionState) -> None:
    assert read("eip", EIP.format(word)).decision is decision


def test_no_end_is_told_with_its_line() -> None:
    found, problems = attempt("eip", "---\neip: 12\nstatus: Draft\n\n# Hats\n")
    assert found is None
    assert [(one.code, one.line) for one in problems] == [("unread", 1)]


def test_odd_spaces_and_dashes_are_read() -> None:
    odd = (
        "---\nDEP: 0018\nAuthor: Ada\u00a0Example\nStatus: Draft\nCreated: 2026\u201102\u201109\n---\n"
        "# DEP 0018: Hats\n"
    )
    found = read("dep", odd, "draft/hats.md")
    assert (found.authors, found.created, found.title) == (("Ada Example",), date(2026, 2, 9), "Hats")
