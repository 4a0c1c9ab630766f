"""What a history of roles means, worked by hand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from folkmoot.govern.roles.tenure import YEAR, employment, is_nobody, tenure, years
from folkmoot.model.role import Change, Holder, Listing, Role, Term


def at(year: int, month: int = 1) -> int:
    return int(datetime(year, month, 1, tzinfo=UTC).timestamp())


def term(began: int, ended: int | None = None, *, from_start: bool = False) -> Term:
    end = Change("e", ended) if ended is not None else None
    return Term(Role("maintainer"), Holder("ada"), "OWNERS", 1, Change("b", began), end, from_start)


def listing(who: str, employer: str) -> Listing:
    return Listing(Role("maintainer"), Holder(who, employer=employer), "OWNERS")


def test_the_median_is_over_ended_terms() -> None:
    lasting = [int(YEAR * n) for n in (1, 2, 3, 4, 5)]
    found = tenure([*(term(0, length) for length in lasting), term(0)], now=int(10 * YEAR))
    assert (found.n, found.n_ended) == (6, 5)
    assert found.ended_median == pytest.approx(3, abs=0.01)


def test_those_that_go_on_make_the_expected_median_longer() -> None:
    lasting = [int(YEAR * n) for n in (1, 2, 3, 4, 5)]
    found = tenure([*(term(0, length) for length in lasting), term(0), term(0)], now=int(10 * YEAR))
    assert found.expected_median == pytest.approx(4, abs=0.01)


def test_fewer_than_five_show_no_median() -> None:
    found = tenure([term(0, int(YEAR))] * 4, now=int(10 * YEAR))
    assert (found.n_ended, found.ended_median, found.expected_median) == (4, None, None)


def test_terms_whose_beginning_is_not_known_are_left_out() -> None:
    assert tenure([term(0, 9, from_start=True)] * 6, now=99).n == 0


def test_years_count_who_came_who_left_and_who_was_there() -> None:
    rows = years([term(at(2020), at(2022, 6)), term(at(2020, 3)), term(at(2022))], at(2023, 2))
    assert [(y.year, y.joined, y.left, y.held) for y in rows] == [
        (2020, 2, 0, 2),
        (2021, 0, 0, 2),
        (2022, 1, 1, 2),
        (2023, 0, 0, 2),
    ]
    assert [y.is_complete for y in rows] == [True, True, True, False]
    assert rows[2].turnover is None


def test_turnover_is_the_share_that_ended() -> None:
    rows = years([*(term(at(2020)) for _ in range(4)), term(at(2020), at(2021, 5))], at(2022))
    assert rows[1].turnover == pytest.approx(1 / 5)


def test_no_terms_no_years() -> None:
    assert years([], at(2022)) == []


def test_employers_count_people_once_and_unknown_apart() -> None:
    found = employment(
        [listing("ada", "Acme"), listing("Ada", ""), listing("bob", "ACME"), listing("cleo", "")]
    )
    assert (found.people, found.unknown) == (3, 1)
    assert found.employers == (("Acme", 2),)
    assert found.largest == ("Acme", 2)


def test_independent_people_are_no_employer() -> None:
    assert employment([listing("ada", "Independent"), listing("bob", "no funding")]).largest is None
    assert not is_nobody("Selfridge")
