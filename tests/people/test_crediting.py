"""First names count where somebody is credited; full names in any order."""

from __future__ import annotations

import pytest

from folkmoot.people.crediting import MOST_PARTS, called, is_credited, orders


def credited(text: str, word: str = "Ada") -> bool:
    start = text.index(word)
    return is_credited(text, start, start + len(word))


@pytest.mark.parametrize(
    "text",
    [
        "Fix the loom (thanks Ada)", "Thanks to Ada!", "thank you, Ada", "Reported-by: Ada",
        "Signed-off-by: Ada <x@y>", "cc Ada", "Kudos to Ada for it", "Suggested by Ada", "patch from Ada",
        "Thanks to Bob and Ada", "Thanks to Bob, Cleo & Ada", "Thanks to Bob Babbage, Ada", "Ada's patch",
        "take Ada\u2019s first suggestion", "h/t @Ada", "Fixed by Ada, see below", "credit: Ada",
        "Mend the loom (by Ada)",
    ],
)  # fmt: skip
def test_a_first_name_is_a_person_where_somebody_is_credited(text: str) -> None:
    assert credited(text)


@pytest.mark.parametrize(
    "text",
    [
        "Add Ada bindings", "Ada: compile again", "Support for Ada 2012", "Thanks to Ada Byron",
        "written in Ada",
        "Ada's grammar", "Bob and Ada", "by Ada", "see Ada",
    ],
)  # fmt: skip
def test_elsewhere_it_is_a_word(text: str) -> None:
    assert not credited(text)


def test_a_small_letter_is_a_name_in_a_trailer_and_a_branch_only() -> None:
    assert credited("Reviewed-by: will", "will")
    assert credited("Merge pull request #7 from will/x", "will")
    assert not credited("suggested by will power", "will")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Lovelace", {"Ada Lovelace", "Lovelace Ada"}),
        ("Lovelace, Ada", {"Ada Lovelace", "Lovelace Ada"}),
        ("Ada B. Lovelace", {"Ada B Lovelace", "Lovelace Ada B", "Ada Lovelace", "Lovelace Ada"}),
        ("Ada Byron Lovelace", {"Ada Byron Lovelace", "Lovelace Ada Byron", "Ada Lovelace", "Lovelace Ada"}),
        ("Al B. Byron", {"Al B Byron", "Byron Al B", "Al Byron", "Byron Al"}),
        ("Lovelace,", set()),
        # Two commas tell nothing of which is the family name.
        ("Byron, Ada, PhD", {"Byron Ada PhD", "PhD Byron Ada", "Byron PhD", "PhD Byron"}),
        ("Ada", set()), ("ada@home.example", set()), ("", set()),
    ],
)  # fmt: skip
def test_a_full_name_has_other_orders(name: str, expected: set[str]) -> None:
    assert set(orders(name)) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ada B. Lovelace", ("Ada", "Lovelace")), ("Lovelace, Ada", ("Ada", "Lovelace")), ("Ada", ("Ada",)),
     ("Ada King Lovelace", ("Ada", "Lovelace")), ("Al Byron", ("Al", "Byron")), ("A. L.", ()), ("", ())],
)  # fmt: skip
def test_people_are_called_by_their_first_and_last_name(name: str, expected: tuple[str, ...]) -> None:
    assert called(name) == expected


def test_a_text_made_to_be_slow_is_quick() -> None:
    """Every word might be one more name in a list: the steps are bounded, not timed."""
    text = "thanks " + "a, " * 20_000 + "Ada"
    assert not credited(text)
    assert not credited("thanks " + "a " * 70 + "& " * 70 + "Ada")


def test_of_a_name_without_end_the_first_words_count() -> None:
    assert max(len(told.split()) for told in orders("a b c d e f g h")) == MOST_PARTS


def test_a_credit_is_looked_for_so_far_and_no_farther() -> None:
    names = ", ".join("N" * 20 for _ in range(6))
    assert credited(f"Thanks to {names}, Ada")
    assert not credited(f"Thanks to {', '.join('N' * 30 for _ in range(6))}, Ada")
