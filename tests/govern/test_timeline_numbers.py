"""How long decisions take: what still waits is counted as waiting, and little is said about few."""

from dataclasses import replace
from datetime import date
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.govern.timeline import History, Timeline, Transition
from folkmoot.govern.timeline_numbers import (
    Change,
    Wait,
    by_kind,
    by_year,
    changes,
    latency,
    stale,
    waits_for_decision,
    waits_for_delivery,
)
from folkmoot.model.proposal import States
from sources.git.repositories import DAY, START


def timeline(
    layout: str, *steps: tuple[int, str], number: int = 1, kind: str = "Process", gone: int | None = None,
    created: date | None = None, known: bool = True,
) -> Timeline:  # fmt: skip
    """Give a timeline from (day, word) pairs."""
    found = []
    before, states = "", States(None, None)
    for day, word in steps:
        after = all_layouts()[layout].states(word)
        found.append(Transition(START + day * DAY, "c" * 40, "Ada", before, word, states, after))
        before, states = word, after
    began = START + steps[0][0] * DAY
    return Timeline(
        f"#{number}", number, f"peps/pep-{number:04}.rst", kind, created, "Ada", began if known else None,
        found[-1].at, None if gone is None else START + gone * DAY, tuple(found),
    )  # fmt: skip


def history(layout: str, *timelines: Timeline, until: int = 1000) -> History:
    return History(all_layouts()[layout], "c" * 40, START + until * DAY, timelines)


def waits(of: History) -> list[tuple[float, bool]]:
    return [(one.days, one.ended) for one in waits_for_decision(of)]


def test_the_first_answer_ends_the_wait() -> None:
    assert waits(history("pep", timeline("pep", (0, "draft"), (30, "accepted"), (90, "final")))) == [
        (30.0, True)
    ]


def test_what_is_open_waits_until_now() -> None:
    assert waits(history("pep", timeline("pep", (10, "draft")))) == [(990.0, False)]


def test_what_was_removed_waited_until_then() -> None:
    assert waits(history("pep", timeline("pep", (10, "draft"), gone=60))) == [(50.0, False)]


def test_not_now_is_an_answer_but_being_put_aside_by_a_rule_is_none() -> None:
    assert waits(history("pep", timeline("pep", (0, "draft"), (30, "deferred")))) == [(30.0, True)]
    assert waits(history("eip", timeline("eip", (0, "draft"), (30, "stagnant")))) == [(1000.0, False)]


def test_what_landed_decided_has_no_known_wait() -> None:
    assert waits(history("pep", timeline("pep", (0, "final"), created=date(2001, 1, 1)))) == []


def test_where_merging_decides_the_wait_begins_with_the_day_in_the_header() -> None:
    merged = timeline("rust", (0, "merged"), created=date(2023, 11, 4))
    assert waits(history("rust", merged)) == [((START - 1_699_056_000) / DAY, True)]
    later = timeline("rust", (0, "merged"), created=date(2030, 1, 1))
    assert waits(history("rust", later)) == []


def test_an_unknown_beginning_is_left_out() -> None:
    assert waits(history("pep", timeline("pep", (0, "draft"), (30, "accepted"), known=False))) == []


def test_delivery_is_waited_for_from_acceptance_on() -> None:
    found = waits_for_delivery(
        history("kep", timeline("kep", (0, "provisional"), (10, "implementable"), (40, "implemented")))
    )
    assert [(one.days, one.ended) for one in found] == [(30.0, True)]


def test_where_no_word_tells_of_delivery_nothing_waits_for_it() -> None:
    assert waits_for_delivery(history("rust", timeline("rust", (0, "merged")))) == []


def group(*days: float, open_: int = 0) -> list[Wait]:
    one = timeline("pep", (0, "draft"))
    return [Wait(one, START, day, ended=True) for day in days] + [
        Wait(one, START, 1000.0, ended=False)
    ] * open_


def test_medians_count_the_waiting_in() -> None:
    found = latency(group(10, 20, 30, 40, 50, open_=6))
    assert (found.n, found.decided, found.median, found.p90) == (11, 5, 30, 50)
    assert (found.median_all, found.p90_all) == (None, None)
    found = latency(group(10, 20, 30, 40, 50, open_=1))
    assert (found.median_all, found.p90_all) == (30, None)


def test_of_fewer_than_five_nothing_is_said() -> None:
    found = latency(group(10, 20, 30, 40))
    assert (found.n, found.decided) == (4, 4)
    assert (found.median, found.p90, found.median_all, found.p90_all) == (None, None, None, None)


@given(st.lists(st.integers(0, 3000), min_size=5, max_size=40), st.randoms())
def test_the_order_of_waits_is_no_matter(days: list[int], random: Random) -> None:
    mixed = list(days)
    random.shuffle(mixed)
    assert latency(group(*days)) == latency(group(*mixed))


@given(st.lists(st.integers(0, 3000), min_size=5, max_size=40))
def test_without_open_ones_half_have_ended_by_the_median(days: list[int]) -> None:
    found = latency(group(*days))
    assert found.median_all is not None
    assert sum(day <= found.median_all for day in days) * 2 >= len(days)
    assert found.p90 is not None
    assert sum(day <= found.p90 for day in days) * 10 >= 9 * len(days)


def test_groups_are_by_year_and_kind() -> None:
    found = waits_for_decision(
        history(
            "pep",
            timeline("pep", (0, "draft"), (10, "accepted"), kind="Process"),
            timeline("pep", (400, "draft"), (410, "accepted"), number=2, kind="Standards Track"),
        )
    )
    assert [(one.group, one.n) for one in by_year(found)] == [("2023", 1), ("2024", 1)]
    assert [(one.group, one.n) for one in by_kind(found)] == [("Process", 1), ("Standards Track", 1)]


def test_changes_are_counted_with_the_days_before_them() -> None:
    several = [
        timeline("pep", (0, "draft"), (days, "accepted"), number=days) for days in (10, 20, 30, 40, 50)
    ]
    odd = timeline("pep", (0, "draft"), (10, "rejected"), number=9)
    assert changes(history("pep", *several, odd)) == [
        Change("draft", "accepted", 5, 30.0),
        Change("draft", "rejected", 1, None),
    ]


def test_stale_is_what_is_undecided_and_unchanged() -> None:
    made = history(
        "pep",
        timeline("pep", (0, "draft"), number=1),
        timeline("pep", (900, "draft"), number=2),
        timeline("pep", (0, "final"), number=3),
        timeline("pep", (0, "draft"), number=4, gone=5),
        timeline("pep", (500, "draft"), number=5),
    )
    assert [(one.number, days) for one, days in stale(made)] == [(1, 1000), (5, 500)]


def test_what_an_older_layout_left_behind_is_not_stale() -> None:
    today = replace(timeline("kep", (0, "provisional"), number=1), path="keps/sig-a/1-x/kep.yaml")
    before = replace(timeline("kep", (0, "provisional"), number=2), path="keps/sig-a/20190121-y.md")
    assert [one.number for one, _ in stale(history("kep", today, before))] == [1]
