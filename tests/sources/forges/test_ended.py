"""Ends without a time get one; all others stay as they are."""

from __future__ import annotations

import pytest

from folkmoot.model.forge import NOBODY, Account, Item, Turn
from folkmoot.sources.forges._ended import ended

AT = 1_710_000_000
ADA, BOB = Account("ada"), Account("bob")


def on(closed_at: int = 0, merged_at: int = 0) -> Item:
    return Item(True, 4, "k", BOB, "", "T", AT, closed_at, AT + 900, merged_at=merged_at)


def turn(kind: str, at: int, who: Account = ADA) -> Turn:
    return Turn(True, 4, f"t{at}", kind, who, at)


def test_what_is_open_stays_open_whatever_it_went_through() -> None:
    assert ended(on(), [turn("closed", AT + 1)], is_closed=False, is_merged=False) == on()


@pytest.mark.parametrize("is_merged", [True, False])
def test_times_of_its_own_stay(is_merged: bool) -> None:
    told = on(closed_at=AT + 5, merged_at=AT + 5 if is_merged else 0)
    assert ended(told, [turn("merged", AT + 1)], is_closed=True, is_merged=is_merged) == told


def test_the_last_turn_of_its_kind_tells() -> None:
    turns = [
        turn("closed", AT + 1),
        turn("reopened", AT + 2),
        turn("closed", AT + 3, BOB),
        turn("merged", AT + 4),
    ]
    made = ended(on(), turns, is_closed=True, is_merged=False)
    assert (made.closed_at, made.closed_by, made.merged_at) == (AT + 3, BOB, 0)
    assert ended(on(), turns, is_closed=True, is_merged=True).merged_at == AT + 4


def test_without_a_turn_it_ended_at_the_latest_when_it_changed() -> None:
    made = ended(on(), [], is_closed=True, is_merged=True)
    assert (made.merged_at, made.closed_at, made.merged_by, made.closed_by) == (
        AT + 900,
        AT + 900,
        NOBODY,
        NOBODY,
    )


def test_who_is_known_stays_known() -> None:
    told = on()._replace(merged_by=BOB)
    made = ended(told, [turn("merged", AT + 4)], is_closed=True, is_merged=True)
    assert (made.merged_by, made.closed_by, made.merged_at) == (BOB, BOB, AT + 4)
