"""When changes were opened at the earliest, by the order of their numbers."""

from folkmoot.model.fact import ChangeFact
from folkmoot.sources.git.openings import NEIGHBOURS, in_order

DAY = 86_400
BASE = 1_700_000_000


def change(number: int, opened_at: int, merged_at: int = 0) -> ChangeFact:
    return ChangeFact(1, number, 1, opened_at, "merged" if merged_at else "unknown", merged_at, 0, 0, "")


def series(*, first: int = 1, many: int = NEIGHBOURS) -> list[ChangeFact]:
    """One change a day, each with the number of its day."""
    return [change(number, BASE + number * DAY) for number in range(first, first + many)]


def opened(*changes: ChangeFact) -> dict[int, int]:
    return {one.number: one.opened_at for one in in_order(changes)}


def test_changes_that_were_begun_in_the_order_of_their_numbers_stay() -> None:
    told = series(many=40)
    assert list(in_order(told)) == told


def test_a_change_was_not_opened_before_most_of_those_numbered_before_it() -> None:
    assert opened(*series(), change(8, BASE - 900 * DAY))[8] == BASE + 4 * DAY


def test_a_wrong_clock_does_not_move_the_next_one() -> None:
    assert opened(*series(), change(8, BASE - 900 * DAY), change(9, BASE + 9 * DAY))[9] == BASE + 9 * DAY


def test_three_of_seven_whose_first_commits_were_replaced_later_do_not_bind() -> None:
    late = [change(number, BASE + 500 * DAY) for number in (5, 6, 7)]
    assert opened(*series(many=4), *late, change(8, BASE + 8 * DAY))[8] == BASE + 8 * DAY


def test_what_was_merged_before_the_bound_keeps_its_own_beginning() -> None:
    late = [change(number, BASE + 500 * DAY) for number in range(1, 8)]
    assert opened(*late, change(8, BASE + 8 * DAY, merged_at=BASE + 9 * DAY))[8] == BASE + 8 * DAY


def test_a_merge_after_the_bound_is_no_reason_to_doubt_it() -> None:
    merged = change(8, BASE - 900 * DAY, merged_at=BASE + 20 * DAY)
    assert opened(*series(), merged)[8] == BASE + 4 * DAY


def test_few_changes_bind_nothing() -> None:
    assert opened(*series(many=NEIGHBOURS - 1), change(8, BASE - 900 * DAY))[8] == BASE - 900 * DAY


def test_what_is_not_known_neither_moves_nor_binds() -> None:
    unknown = [change(number, 0) for number in range(20, 40)]
    told = opened(*series(), *unknown, change(40, BASE - 900 * DAY))
    assert told[20] == 0
    assert told[40] == BASE + 4 * DAY
