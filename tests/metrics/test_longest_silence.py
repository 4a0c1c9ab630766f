"""The longest silence, worked by hand."""

from folkmoot.metrics.longest_silence import METRIC
from folkmoot.store.answer import answer, events
from worked_example import drilled, example, values

HISTORY = """
    when       | who             | also
    2024-12-01 | Ada             |
    2024-12-22 | Ada             |
    2025-01-11 | Bob             |
    2025-01-21 | Cleo            | merge
    2025-02-05 | dependabot[bot] |
    2025-02-10 | Ada             |
    2026-06-05 | Ada             |
    2026-06-10 | Ada             |
"""


def test_a_silence_belongs_to_the_year_it_ended_in() -> None:
    """2024: 21 days in December. 2025: 20 days over new year, 10, and 20 (the bot does not end it): 20.

    2026: from 10 February 2025 to 5 June 2026, 480 days, the longest of all; then 5 days, and 5 more to the
    clock.
    """
    assert values(example(HISTORY), METRIC) == {2024: 21, 2025: 20, 2026: 480, 0: 480}


def test_silence_until_the_clock_counts() -> None:
    """One commit on 5 June, ten days before the clock; only that commit stands behind it."""
    store = example("when | who\n2026-06-05 | Ada")
    assert values(store, METRIC) == {2026: 10, 0: 10}
    assert [event for _, _, event in events(store, METRIC)] == [f"git:{1:040x}", f"git:{1:040x}"]


def test_n_counts_silences_and_the_longest_shows_its_two_ends() -> None:
    """One silence in 2024, three in 2025, three in 2026 (with the one up to the clock), seven in all.

    In 2025 two silences of 20 days share the first place: four commits, all different.
    """
    store = example(HISTORY)
    assert {row.period: row.n for row in answer(store, METRIC)} == {2024: 1, 2025: 3, 2026: 3, 0: 7}
    assert drilled(store, METRIC) == {2024: 2, 2025: 4, 2026: 2, 0: 2}


def test_no_commit_by_a_person_gives_no_rows() -> None:
    """A silence needs somebody who spoke before it."""
    assert values(example("when | who\n2026-06-05 | renovate[bot]"), METRIC) == {}


def test_only_the_last_commit_stands_behind_the_silence_until_the_clock() -> None:
    """Two commits, and then nothing more for 529 days."""
    store = example("when | who\n2025-01-01 | Ada\n2025-01-02 | Bob")
    assert values(store, METRIC) == {2025: 1, 2026: 529, 0: 529}
    assert drilled(store, METRIC) == {2025: 2, 2026: 1, 0: 1}


def test_an_equal_silence_of_another_year_stands_behind_that_year() -> None:
    """20 days until 21 December and 20 until 10 January: two ends a year, and three different ones in all."""
    store = example("when | who\n2024-12-01 | Ada\n2024-12-21 | Ada\n2025-01-10 | Ada", as_of="2025-01-15")
    assert values(store, METRIC) == {2024: 20, 2025: 20, 0: 20}
    assert drilled(store, METRIC) == {2024: 2, 2025: 2, 0: 3}
