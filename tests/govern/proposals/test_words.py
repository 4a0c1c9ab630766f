"""Status words as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.proposals.words import LONGEST, recognise

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


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    found = recognise(text, KNOWN)
    assert found.known in KNOWN | {""}
    assert len(found.said) <= LONGEST


@pytest.mark.parametrize(
    "written",
    [
        "Not accepted", "not implemented", "Not yet implemented", "Unimplemented", "never implemented",
        "Un-accepted", "Not acepted", "Disaccepted", "**Not accepted** (today)",
    ],
)  # fmt: skip
def test_what_denies_a_word_is_not_that_word(written: str) -> None:
    """Letters alike do not make the opposite of a word the word."""
    assert recognise(written, KNOWN).known == ""


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("inplemented", "implemented"),
        ("Unter review", "under review"),
        ("indevelopment", "in development"),
        ("defered", "deferred"),
        ("acceptd", "accepted"),
    ],
)
def test_a_slip_at_the_beginning_denies_nothing(written: str, meant: str) -> None:
    found = recognise(written, KNOWN | {"under review", "in development", "deferred"})
    assert (found.known, found.is_exact) == (meant, False)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Status: **Accepted**", "Accepted"),
        ("[Accepted](https://moot.invalid/1)", "Accepted"),
        ("`accepted` <!-- or so -->", "accepted"),
        ("accepted #1", "accepted"),
        ("accepted#1", "accepted#1"),
        ("“Accepted”:", "Accepted"),
        ("  Accepted \t with   revisions ", "Accepted with revisions"),
        ("x" * 300, "x" * LONGEST),
    ],
)
def test_what_is_said_is_told_without_markup(written: str, said: str) -> None:
    assert recognise(written, KNOWN).said == said


@pytest.mark.parametrize(
    "written",
    [
        "accepted_with_revisions", "Accepted with revisions: see below", "Accepted with revisions; later",
        "ACCEPTED WITH REVISIONS [1]", "accepted with revisions, after all",
    ],
)  # fmt: skip
def test_what_follows_is_a_detail(written: str) -> None:
    assert recognise(written, KNOWN).known == "accepted with revisions"


def test_the_longest_known_beginning_counts() -> None:
    assert recognise("accepted with revisions and more", KNOWN).known == "accepted with revisions"
    assert recognise("accepted without revisions", KNOWN).known == "accepted"
    assert recognise("acceptedly", KNOWN).is_exact is False


def test_a_long_text_is_near_nothing() -> None:
    assert recognise("imlpemented" + "x" * 40, KNOWN).known == ""
