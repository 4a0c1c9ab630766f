"""Contributor confidence, worked by hand."""

import pytest

from folkmoot.metrics.contributor_confidence import METRIC
from folkmoot.model.statistics import wilson_interval
from folkmoot.store.answer import answer, events
from folkmoot.store.database import Connection
from worked_example import drilled, example, values


def came(people: int, day: str, back: dict[int, str]) -> Connection:
    """Give a store in which so many people star on a day, and some open an issue on another."""
    return example(
        acts="\n".join(["who | when | kind", *(f"P{n} | {day} | star" for n in range(people))]),
        items="\n".join(["item | who | opened", *(f"#{n + 1} | P{n} | {when}" for n, when in back.items())]),
    )


def test_who_comes_back_of_those_who_came() -> None:
    """Worked out on paper.

    Twelve came 200 days ago or more, all watched for 90 days: 3 came back in time, 1 too late, 8 never: 3
    of 12 in the last 365 days.
    """
    store = came(12, "2025-11-01", back={0: "2025-11-05", 1: "2025-12-01", 2: "2026-01-15", 3: "2026-04-01"})
    assert values(store, METRIC) == {365: 0.25}
    (row,) = answer(store, METRIC)
    assert row.n == 12
    assert (row.low, row.high) == pytest.approx(wilson_interval(3, 12))
    assert drilled(store, METRIC) == {365: 12 + 4}


def test_who_came_lately_is_censored() -> None:
    """Twenty came 60 days ago and have been watched for two thirds of the 90 days; 2 came back.

    The share is 2 of 20 so far, and the interval is that of 2 + 18 * 2 / 3 = 14 people.
    """
    store = came(20, "2026-04-16", back={0: "2026-05-05", 1: "2026-05-20"})
    assert values(store, METRIC) == pytest.approx({90: 0.1, 365: 0.1})
    row = answer(store, METRIC)[0]
    assert (row.low, row.high) == pytest.approx(wilson_interval(1.4, 14))


@pytest.mark.parametrize(
    ("people", "day"),
    [
        (85, "2026-06-14"),  # none has come back yet, a day later
        (30, "2026-05-06"),  # 40 days: fewer than half of 90, however many there are
        (15, "2026-04-26"),  # 50 days: as much as 8 people tell
    ],
)
def test_who_came_too_lately_tells_nothing(people: int, day: str) -> None:
    found = answer(came(people, day, back={}), METRIC)
    assert {row.value for row in found} == {None}
    assert {row.n for row in found} == {people}


def test_who_had_contributed_before_is_not_in_it() -> None:
    store = came(10, "2026-06-10", back={0: "2026-06-01"})
    assert {row.period: row.n for row in answer(store, METRIC)} == {7: 9, 30: 9, 90: 9, 365: 9}


def test_a_commit_counts_as_coming_back() -> None:
    store = example(
        "when | who\n2026-02-01 | P0",
        acts="\n".join(["who | when | kind", *(f"P{n} | 2026-01-01 | fork" for n in range(10)),
                        "ci[bot] | 2026-01-01 | star"]),
    )  # fmt: skip
    assert values(store, METRIC) == pytest.approx({365: 0.1})


def test_under_ten_people_it_is_insufficient_data() -> None:
    assert METRIC.min_n == 10
    assert values(example(items="item | who | opened\n#1 | Ada | 2026-01-01"), METRIC) == {}


def test_windows_begin_after_their_first_second() -> None:
    """As of noon of 15 June: who came on the very second of 7, 30, 90 or 365 days ago is out of that window.

    Eight came at these four moments, and a second after each: the windows hold 1, 3, 5 and 7 of them.
    """
    edges = ("2026-06-08", "2026-05-16", "2026-03-17", "2025-06-15")
    rows = [
        f"P{number}{seconds} | {edge} 12:00:0{seconds} | star"
        for number, edge in enumerate(edges)
        for seconds in (0, 1)
    ]
    store = example(acts="\n".join(["who | when | kind", *rows]))
    assert {row.period: row.n for row in answer(store, METRIC)} == {7: 1, 30: 3, 90: 5, 365: 7}


def test_who_forks_in_the_second_of_contributing_had_not_come_before() -> None:
    """P0's issue is of the very second of the star: not a coming back, so nine are watched."""
    store = came(10, "2025-11-01", back={0: "2025-11-01"})
    assert [row.n for row in answer(store, METRIC)] == [9]


def test_the_first_star_or_fork_is_when_somebody_came() -> None:
    """Ten starred 200 days ago and forked last week: they came 200 days ago, and count once."""
    rows = [line for n in range(10) for line in (f"P{n} | 2025-11-27 | star", f"P{n} | 2026-06-12 | fork")]
    store = example(acts="\n".join(["who | when | kind", *rows]))
    assert {row.period: row.n for row in answer(store, METRIC)} == {365: 10}


def test_comments_and_accounts_that_are_gone_do_not_come_back() -> None:
    """P0 only commented; a star by nobody known is nobody who came."""
    acts = "\n".join(
        ["who | when | kind", *(f"P{n} | 2025-11-01 | star" for n in range(10)), " | 2025-11-01 | star"]
    )
    store = example(
        acts=acts,
        items="item | who | opened\n#1 | Ada | 2025-11-02",
        remarks="item | who | when\n#1 | P0 | 2025-11-03",
    )
    assert [(row.value, row.n) for row in answer(store, METRIC)] == [(0, 10)]


@pytest.mark.parametrize(("people", "value"), [(9, None), (10, 0)])
def test_fewer_than_ten_watched_people_tell_nothing(people: int, value: float | None) -> None:
    """All were watched for all of the 90 days, and none came back: of nine that is no news."""
    assert values(came(people, "2025-11-01", back={}), METRIC) == {365: value}


def test_a_change_counts_as_coming_back_and_the_first_contribution_is_when() -> None:
    """P0 opened a change after four days, and an issue after 151; P1 opened its first after 151: 1 of 10."""
    store = example(
        acts="\n".join(["who | when | kind", *(f"P{n} | 2025-11-01 | star" for n in range(10))]),
        items="item | who | opened\n!1 | P0 | 2025-11-05\n#2 | P0 | 2026-04-01\n!3 | P1 | 2026-04-01",
    )
    assert values(store, METRIC) == pytest.approx({365: 0.1})


def test_a_push_or_an_un_star_is_not_a_coming_near() -> None:
    """P0 un-starred two years ago and P1 pushed: both came with the star of this year."""
    rows = [f"P{n} | 2026-06-12 | star" for n in range(10)]
    acts = ["who | when | kind", "P0 | 2024-01-01 | unstar", "P1 | 2024-01-01 | push", *rows]
    assert {row.n for row in answer(example(acts="\n".join(acts)), METRIC)} == {10}


def test_behind_it_stand_the_coming_and_the_coming_back_alone() -> None:
    """Worked out on paper: two stars, P0's change of 5 November, and P1's commit of 9 November.

    Not there: what was done in the very seconds, P0's un-star and comment; P0's fork in the second of P1's
    star; the commit of P1's in the second of P0's change, were it P0's; and what came later.
    """
    store = example(
        "when | who\n2025-11-09 | P1\n2025-11-12 | P0",
        acts="""
            who | when       | kind
            P0  | 2025-11-01 | star
            P0  | 2025-11-01 | unstar
            P0  | 2025-11-03 | fork
            P1  | 2025-11-03 | star
            P1  | 2025-11-01 | push
        """,
        items="item | who | opened\n!1 | P0 | 2025-11-05\n#2 | P1 | 2025-11-12\n!3 | Ada | 2025-11-05",
        remarks="item | who | when\n!1 | P0 | 2025-11-05",
    )
    kinds = dict(
        store.execute("select event, kind from acts union all select event, kind from activities").fetchall()
    )
    assert sorted(kinds[event] for _, _, event in events(store, METRIC)) == [
        "change.opened",
        "commit",
        "star",
        "star",
    ]
