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
