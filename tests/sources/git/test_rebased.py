"""Changes whose work stands in the default branch anew."""

from __future__ import annotations

import pytest

from folkmoot.sources.git.rebased import rebased

ADA, BOB = 1, 2
MADE = 1_000
"""When the heads of the changes here were made; the default branch has commits of (commit, written, made)."""


def landed(
    own: dict[int, list[tuple[int, int]]],
    *commits: tuple[int, tuple[int, int], int],
    taken: tuple[int, ...] = (),
    made: dict[int, int] | None = None,
) -> dict[int, list[int]]:
    return rebased(own, commits, taken, dict.fromkeys(own, MADE) if made is None else made)


def test_a_change_landed_with_the_last_of_its_commits() -> None:
    own = {7: [(BOB, 20), (BOB, 10)]}
    rows = (31, (BOB, 10), MADE + 5), (32, (BOB, 20), MADE + 5), (33, (ADA, 10), MADE)
    assert landed(own, *rows) == {7: [31, 32]}


def test_half_a_change_did_not_land() -> None:
    assert landed({7: [(BOB, 20), (BOB, 10)]}, (31, (BOB, 10), MADE + 5)) == {}


def test_another_author_or_another_second_is_other_work() -> None:
    assert landed({7: [(BOB, 10)]}, (31, (ADA, 10), MADE), (32, (BOB, 11), MADE)) == {}


@pytest.mark.parametrize(("at", "found"), [(MADE - 1, {}), (MADE, {7: [31]})])
def test_a_backport_carries_over_what_was_there_before(at: int, found: dict[int, int]) -> None:
    assert landed({7: [(BOB, 10)]}, (31, (BOB, 10), at)) == found


def test_what_landed_with_another_change_is_that_ones() -> None:
    assert landed({7: [(BOB, 10)]}, (31, (BOB, 10), MADE), taken=(31,)) == {}


def test_the_first_of_two_changes_with_the_same_work_has_it() -> None:
    assert landed({9: [(BOB, 10)], 7: [(BOB, 10)]}, (31, (BOB, 10), MADE)) == {7: [31]}


def test_what_stands_there_twice_tells_nothing() -> None:
    assert landed({7: [(BOB, 10)]}, (31, (BOB, 10), MADE), (32, (BOB, 10), MADE + 1)) == {}


def test_without_commits_or_a_time_of_the_head_nothing_is_told() -> None:
    assert landed({7: []}) == {}
    assert landed({7: [(BOB, 10)]}, (31, (BOB, 10), MADE), made={}) == {}


def test_a_part_may_stand_there_since_before_the_head_was_made() -> None:
    own = {7: [(BOB, 20), (BOB, 10)]}
    assert landed(own, (31, (BOB, 10), MADE - 5), (32, (BOB, 20), MADE)) == {7: [31, 32]}


def test_what_landed_last_stands_last_whatever_its_number() -> None:
    written = [(BOB, at) for at in range(30)]
    rows = [(900 - at, one, MADE + at) for at, one in enumerate(written)]
    assert landed({7: written}, *rows) == {7: [900 - at for at in range(30)]}
