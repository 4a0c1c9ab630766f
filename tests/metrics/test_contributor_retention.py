"""How long contributors stay, worked by hand."""

import pytest

from folkmoot.metrics.contributor_retention import METRIC
from folkmoot.model.metric import Row
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

# As of 2026-06-15 12:00, 183 days earlier is 2025-12-14 12:00: nobody is judged by what came after.
COHORT = """
    when       | who
    2025-01-01 | Ada
    2025-01-01 | Bob
    2025-01-01 | Cleo
    2025-01-01 | Dan
    2025-01-01 | Eve
    2025-02-15 | Bob
    2025-04-30 | Cleo
    2026-02-01 | Dan
    2026-03-01 | Eve
"""


def test_the_curve_falls_when_people_go_silent() -> None:
    """Ada leaves at once, Bob after 45 days (1.5 months), Cleo after 119 (3.9); Dan and Eve are still there.

    Month 0: 5 of 5. Months 1: without Ada 4/5. Months 2 and 3: without Bob 3/5. Months 6 to 9: without Cleo
    2/5, still a full count of people, as nobody was censored yet. After 347 days (11.4 months) both are
    censored: the curve ends.
    """
    curve = {int(part): value for (_, _, part), value in values(example(COHORT), METRIC).items()}
    assert curve == pytest.approx({0: 1.0, 1: 0.8, 2: 0.6, 3: 0.6, 6: 0.4, 9: 0.4})


def test_every_point_names_its_cohort_and_its_people() -> None:
    rows = answer(example(COHORT), METRIC)
    assert {(row.period, row.label, row.n) for row in rows} == {(0, "2025", 5)}
    assert drilled(example(COHORT), METRIC) == {0: 9}


def test_people_active_in_the_last_183_days_are_censored_at_their_beginning() -> None:
    """Six came on 1 July 2025; five contributed since, so they were there on 14 December, 166 days later.

    The sixth left at once: 5/6 from month 1 on, and the curve ends before month 6 (183 days).
    """
    store = example("""
        when       | who
        2025-07-01 | Ada
        2025-07-01 | Bob
        2025-07-01 | Cleo
        2025-07-01 | Dan
        2025-07-01 | Eve
        2025-07-01 | Finn
        2026-01-01 | Ada
        2026-02-01 | Bob
        2026-03-01 | Cleo
        2026-04-01 | Dan
        2026-05-01 | Eve
    """)
    curve = {int(part): value for (_, _, part), value in values(store, METRIC).items()}
    assert curve == pytest.approx({0: 1, 1: 5 / 6, 2: 5 / 6, 3: 5 / 6})


def test_people_who_came_within_the_last_183_days_are_not_in_it() -> None:
    """Finn came on 1 January 2026: he is neither lost nor kept, and n stays 5."""
    store = example(COHORT + "    2026-01-01 | Finn\n")
    assert {row.n for row in answer(store, METRIC)} == {5}
    assert drilled(store, METRIC) == {0: 9}


def test_a_bot_is_not_in_a_cohort() -> None:
    store = example(COHORT.replace("Eve", "ci[bot]"))
    assert values(store, METRIC) == {}


def days(count: int) -> str:
    """Give how long somebody was watched as the SQL does: in seconds."""
    return str(count * 86400)


def test_finish_gives_the_textbook_curve_and_interval() -> None:
    """Freireich's 6-MP group as months: at month 9, 0.8067 (0.5631 to 0.9228), after 3 at 6 and 1 at 7."""
    lost = [6, 6, 6, 7, 10, 13, 16, 22, 23]
    kept = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
    rows = [Row(2020, 1, 1, "lost", str(round(30.4375 * 86400 * month) + 1)) for month in lost]
    rows += [Row(2020, 1, 1, "still there", str(round(30.4375 * 86400 * month) + 1)) for month in kept]
    nine = next(row for row in METRIC.finished(rows) if row.part == "9")
    assert (nine.value, nine.low, nine.high) == pytest.approx((0.8067, 0.5631, 0.9228), abs=5e-5)


def test_a_curve_without_anybody_left_ends_at_zero() -> None:
    rows = METRIC.finished([Row(2020, 5, 5, "lost", days(0)), Row(2020, 1, 1, "lost", days(40))])
    assert [(row.part, row.value) for row in rows] == [("0", 1.0), ("1", pytest.approx(1 / 6)), ("2", 0.0)]


def test_small_years_are_left_out_and_the_newest_ten_shown() -> None:
    people = {year: 4 if year == 2015 else 6 for year in range(2005, 2020)}
    rows = [Row(year, count, count, "lost", days(9)) for year, count in people.items()]
    newest = {str(year) for year in range(2009, 2020)} - {"2015"}
    assert {row.label for row in METRIC.finished(rows)} == newest


def test_the_order_of_the_rows_does_not_matter() -> None:
    rows = [Row(2020, 3, 3, "lost", days(0)), Row(2020, 2, 2, "lost", days(70))]
    rows.append(Row(2020, 4, 4, "still there", days(40)))
    assert METRIC.finished(rows[::-1]) == METRIC.finished(rows)


def test_who_pauses_and_returns_has_stayed() -> None:
    """Bob is silent for two years and back in 2024: at 24 months he counts, as 1 of the 5 of 2022."""
    store = example("""
        when       | who
        2022-01-01 | Ada
        2022-01-01 | Bob
        2022-01-01 | Cleo
        2022-01-01 | Dan
        2022-01-01 | Eve
        2024-02-01 | Bob
    """)
    curve = {int(part): value for (_, _, part), value in values(store, METRIC).items()}
    assert (curve[1], curve[24], curve[27]) == (pytest.approx(0.2), pytest.approx(0.2), 0)


def test_each_year_has_its_own_curve() -> None:
    """Five came in 2021 and left; five came in 2022, one of them for a year: the curves do not mix."""
    came = [f"2021-05-01 | A{number}" for number in range(5)] + [
        f"2022-05-01 | B{number}" for number in range(5)
    ]
    store = example("\n".join(["when | who", *came, "2023-06-01 | B0"]))
    curves = values(store, METRIC)
    assert (curves[0, "2021", "1"], curves[0, "2022", "1"], curves[0, "2022", "12"]) == pytest.approx(
        (0, 0.2, 0.2)
    )
    assert drilled(store, METRIC) == {0: 11}


FIVE = ("Ada", "Bob", "Cleo", "Dan", "Eve")


def of_five(*later: str) -> dict[int, float | None]:
    """Give the curve of five people who all came at noon of 1 January 2025, and what they did later."""
    rows = [f"2025-01-01 | {who}" for who in FIVE]
    return {
        int(part): value
        for (_, _, part), value in values(example("\n".join(["when | who", *rows, *later])), METRIC).items()
    }


@pytest.mark.parametrize(("clock", "people"), [("11:59:59", 6), ("12:00:00", 5)])
def test_the_183_days_begin_at_a_second(clock: str, people: int) -> None:
    """As of noon of 15 June 2026 that is noon of 14 December 2025: who came then has not been watched."""
    store = example(COHORT + f"    2025-12-14 {clock} | Finn\n")
    assert {row.n for row in answer(store, METRIC)} == {people}


@pytest.mark.parametrize(("clock", "last"), [("11:59:59", (12, 0)), ("12:00:00", (9, 1))])
def test_who_was_active_at_that_second_is_still_there(clock: str, last: tuple[int, float]) -> None:
    """All five contributed last in that second, and are censored after 347 days: month 9 is the last known.

    A second before, all of them were lost after 346 days: none is left at 12 months.
    """
    curve = of_five(*(f"2025-12-14 {clock} | {who}" for who in FIVE))
    assert list(curve.items())[-1] == last


def test_people_stay_to_the_second() -> None:
    """A month is 30 days and 10:30 hours. Ada stayed just so long, Bob a second less: he is gone at 1."""
    kept = [f"2025-12-20 | {who}" for who in FIVE[2:]]
    curve = of_five("2025-01-31 22:30:00 | Ada", "2025-01-31 22:29:59 | Bob", *kept)
    assert (curve[1], curve[2]) == pytest.approx((4 / 5, 3 / 5))


def test_a_curve_ends_when_somebody_is_not_known_any_more_and_fewer_than_five_are_watched() -> None:
    """Six: one censored on day 20, four lost on day 40. At 1 month five are watched, at 2 months one."""
    rows = [
        Row(2020, 1, 1, "still there", days(20)),
        Row(2020, 4, 4, "lost", days(40)),
        Row(2020, 1, 1, "still there", days(2000)),
    ]
    assert [(row.part, row.value) for row in METRIC.finished(rows)] == [("0", 1), ("1", 1)]


def test_a_month_that_somebody_was_watched_to_the_end_of_is_known() -> None:
    """48 months are 1461 days: four left on day 10, and the fifth was watched for just so long."""
    rows = [Row(2020, 4, 4, "lost", days(10)), Row(2020, 1, 1, "still there", days(1461))]
    last = METRIC.finished(rows)[-1]
    assert (last.part, last.value) == ("48", pytest.approx(1 / 5))


def test_a_curve_goes_on_for_five_years_at_most() -> None:
    months = [row.part for row in METRIC.finished([Row(2010, 5, 5, "still there", days(3000))])]
    assert months == ["0", "1", "2", *(str(month) for month in range(3, 61, 3))]


def test_a_commit_that_names_somebody_twice_stands_behind_it_once() -> None:
    """Bob is co-author and tester of Ada's first commit: it stands once for Ada and once for Bob."""
    rows = ["when | who | also", "2025-01-01 | Ada | co: Bob; tested: Bob"]
    rows += [f"2025-01-01 | {who} |" for who in FIVE[1:]]
    assert drilled(example("\n".join(rows)), METRIC) == {0: 6}
