"""Whose clock is known: a converted history carries UTC for everybody."""

from __future__ import annotations

import pytest

from folkmoot.metrics import metric
from folkmoot.model.page import Panel
from folkmoot.store.answer import answer
from folkmoot.store.crowds import crowds
from folkmoot.store.database import Connection
from folkmoot.store.outline import outline
from folkmoot.store.scope import look_at
from folkmoot.views.known_in_part import NO_CLOCKS, SOME_CLOCKS
from folkmoot.views.panel import panel_of
from folkmoot.views.period import words
from store.views.seen import seen
from worked_example import example

CROWD = ("Ada", "Bob", "Cleo", "Dan", "Eve")


def made(years: int, offset: str = "", people: tuple[str, ...] = CROWD) -> list[str]:
    """Give a commit per month and person, the last of them `years` years less a month after the first."""
    return [
        f"{2020 + year}-{month:02}-{day:02} 21:00{offset} | {who}"
        for year in range(years)
        for month in range(1, 13)
        for day, who in enumerate(people, 1)
    ]


def store_of(*rows: str) -> Connection:
    return example("\n".join(["when | who", *rows]))


def shown(name: str, store: Connection) -> Panel:
    asked = metric(name)
    return panel_of(asked, answer(store, asked), outline(store), {}, crowds(store))


def test_years_of_nothing_but_utc_are_nobodys_clock() -> None:
    """Two years by five people converted, then one commit with an offset."""
    store = store_of(*made(2), "2022-05-01 09:00 +0200 | Ada")
    assert seen(store, "offset_minutes, local_hour", "clocked") == [(120, 9)]
    assert outline(store).unclocked == 120


def test_under_a_year_it_may_be_anybodys() -> None:
    assert len(seen(store_of(*made(1)), "person", "clocked")) == 60


def test_one_person_may_well_live_by_utc() -> None:
    assert len(seen(store_of(*made(2, people=("Ada",))), "person", "clocked")) == 24


def test_a_few_commits_show_nothing() -> None:
    rows = [f"20{year}-06-01 | {who}" for year in range(15, 24) for who in ("Ada", "Bob")]
    assert len(seen(store_of(*rows), "person", "clocked")) == 18


def test_another_offset_in_between_shows_that_clocks_are_kept() -> None:
    rows = [*made(2), *(f"202{year}-06-15 10:00 +0100 | Ada" for year in (0, 1))]
    assert len(seen(store_of(*rows), "person", "clocked")) == 122


@pytest.mark.parametrize(("late", "left"), [(6, 0), (7, 120)])
def test_who_commits_what_was_written_before_converts_nothing(late: int, left: int) -> None:
    """Of 120 commits, six are one in twenty: with more, people keep a clock that shows UTC."""
    store = store_of(*made(2))
    store.execute(f"update commit_fact set authored_at = authored_at - 60 where commit <= {late}")
    look_at(store)
    assert len(seen(store, "person", "clocked")) == left


def test_bots_and_merges_are_in_neither() -> None:
    store = example("when | who | also\n2026-01-01 | renovate[bot] |\n2026-01-02 | Ada | merge")
    assert seen(store, "person", "clocked") == []
    assert outline(store).unclocked == 0


@pytest.mark.parametrize("name", ["working-hours", "off-hours", "weekend-work", "utc-offset-bands"])
def test_hours_of_a_converted_history_are_not_told(name: str) -> None:
    panel = shown(name, store_of(*made(2)))
    assert (panel.missing, panel.points, panel.coverage_notes) == (NO_CLOCKS, (), ())


def test_how_many_were_left_out_is_told() -> None:
    """The two years after a conversion are shown, and what came before is counted."""
    later = made(4, " +0100")[120:]
    panel = shown("working-hours", store_of(*made(2), *later))
    assert sum(point.n for point in panel.points if point.period == words(0)) == 120
    assert [(note.text, note.values) for note in panel.coverage_notes] == [(SOME_CLOCKS, {"count": 120})]


def test_the_people_behind_a_period_are_those_whose_clock_is_known() -> None:
    """Five people converted and one after: all time would tell of one."""
    later = [f"2023-0{month}-01 21:00 +0100 | Ada" for month in range(1, 7)]
    assert crowds(store_of(*made(2), *later))[0] == 1
