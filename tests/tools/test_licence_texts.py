"""The texts of licences as they are packed: what is read again is what was written."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from folkmoot.licences.texts import LicenceText, _unpacked, all_texts
from house.tree import tool

TOOL = tool("licence_texts")
RUNS = st.lists(
    st.lists(st.sampled_from(["free", "software", "straße", "許諾", "2"]), max_size=4).map(" ".join),
    min_size=1,
    max_size=5,
)
TEXTS = st.dictionaries(
    st.sampled_from(["MIT", "0BSD", "D-FSL-1.0", "MulanPSL-2.0"]),
    st.tuples(st.integers(0, 9), RUNS).map(lambda told: [told[0], *told[1]]),
    min_size=1,
)


@given(TEXTS)
def test_what_was_packed_is_read_again(texts: dict[str, list[Any]]) -> None:
    read = list(_unpacked(TOOL.packed_texts("3.28.0", texts)))
    assert read == [LicenceText(name, slots, tuple(runs)) for name, (slots, *runs) in texts.items()]


def test_no_word_of_any_text_ends_one() -> None:
    texts = [each for kind in all_texts() for each in kind]
    assert len(texts) > 700
    assert not any("/" in run for each in texts for run in each.runs)
