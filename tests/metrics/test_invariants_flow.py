"""What holds for every history, for the metrics of the pages flow, rhythm and releases."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.metrics import all_metrics
from folkmoot.model.metric import ALL_TIME, LAST_YEAR, Shape, Unit
from folkmoot.store.answer import answer, events
from worked_example import example

if TYPE_CHECKING:
    from folkmoot.model.metric import Metric, Row
    from folkmoot.store.database import Connection

METRICS = [metric for metric in all_metrics().values() if metric.page in {"flow", "rhythm", "releases"}]
PEOPLE = ("Ada", "Bob", "Cleo")
COMMIT_HEAD = "when | who | files | also"
CHANGE_HEAD = "number | who | opened | merged | merger"
RELEASE_HEAD = "tag | when | also"

days = st.integers(0, 900).map(lambda ago: date(2026, 6, 14) - timedelta(days=ago))
moments = st.builds(
    lambda day, hour, offset: f"{day} {hour:02d}:30 {offset}",
    days,
    st.integers(0, 23),
    st.sampled_from(["+0000", "-0500", "+0530", "+1300"]),
)
commits = st.builds(
    lambda when, who, files, also: f"{when} | {who} | {files} | {also}",
    moments,
    st.sampled_from(PEOPLE),
    st.sampled_from(["", "a.py", "a.py +3 -1", "a.py +200; b.py -9"]),
    st.sampled_from(["", "merge", "off-main", "co: Bob", "merge; off-main"]),
)
changes = st.builds(
    lambda who, opened, waits, merger: (who, opened, waits, merger),
    st.sampled_from([*PEOPLE, ""]),
    days,
    st.one_of(st.none(), st.integers(0, 200)),
    st.sampled_from([*PEOPLE, ""]),
)
releases = st.tuples(moments, st.sampled_from(["", "pre"]))


def change_line(number: int, change: tuple[str, date, int | None, str]) -> str:
    """One line of the table of changes; a change that never merged has no merger either."""
    who, opened, waits, merger = change
    merged = "" if waits is None else str(opened + timedelta(days=waits))
    return f"#{number} | {who} | {opened} | {merged} | {merger if merged else ''}"


@st.composite
def histories(draw: st.DrawFn) -> tuple[list[str], list[str], list[str]]:
    """The lines of three tables: commits (some of which land the changes), changes, releases."""
    landed = [
        f"{line}{'; ' if not line.endswith('| ') else ''}#{number}" if number % 2 else line
        for number, line in enumerate(draw(st.lists(commits, min_size=1, max_size=14)))
    ]
    numbered = [change_line(n, change) for n, change in enumerate(draw(st.lists(changes, max_size=8)))]
    tagged = [
        f"v{n} | {when} | {also}" for n, (when, also) in enumerate(draw(st.lists(releases, max_size=6)))
    ]
    return landed, numbered, tagged


def store_of(history: tuple[list[str], list[str], list[str]]) -> Connection:
    """A store of the three tables, as of noon of 15 June 2026."""
    heads = (COMMIT_HEAD, CHANGE_HEAD, RELEASE_HEAD)
    own, asked, tagged = ("\n".join([head, *lines]) for head, lines in zip(heads, history, strict=True))
    return example(own, changes=asked, releases=tagged)


def told(store: Connection, metric: Metric) -> list[Row]:
    """A metric's rows, their floating point numbers cut to what an order of adding may change."""
    return [
        type(row)(row.period, None if row.value is None else round(row.value, 9), row.n, row.label, row.part)
        for row in answer(store, metric)
    ]


@settings(max_examples=5, deadline=None)
@given(history=histories())
def test_bots_are_never_counted(history: tuple[list[str], list[str], list[str]]) -> None:
    """Whatever a bot commits or offers, in an ordinary month and in the middle of a silence, no value moves.

    It is there only when people are, because a first act of anybody begins the calendar.
    """
    own, asked, tagged = history
    noise = [f"{line.split(' | ')[0]} | renovate[bot] | lock +900 |" for line in own]
    noisy_changes = [
        f"#{900 + n} | renovate[bot] | {line.split(' | ')[2]} | {line.split(' | ')[3]} | "
        for n, line in enumerate(asked)
    ]
    plain = store_of(history)
    noisy = store_of((own + noise, asked + noisy_changes, tagged))
    for metric in METRICS:
        assert told(noisy, metric) == told(plain, metric), metric.id


@settings(max_examples=5, deadline=None)
@given(history=histories(), data=st.data())
def test_the_order_of_facts_does_not_matter(
    history: tuple[list[str], list[str], list[str]], data: st.DataObject
) -> None:
    """Facts come in as a source gives them; the answer is the same however they were shuffled."""
    shuffled = tuple(data.draw(st.permutations(lines)) for lines in history)
    one, other = store_of(history), store_of((shuffled[0], shuffled[1], shuffled[2]))
    for metric in METRICS:
        assert told(other, metric) == told(one, metric), metric.id


@settings(max_examples=5, deadline=None)
@given(history=histories())
def test_every_value_can_be_looked_into(history: tuple[list[str], list[str], list[str]]) -> None:
    """Periods with something counted have events, periods without have none, and the labels are the same."""
    store = store_of(history)
    for metric in METRICS:
        rows = answer(store, metric)
        behind = {(period, label) for period, label, _ in events(store, metric)}
        assert behind == {(row.period, row.label) for row in rows if row.n}, metric.id


@settings(max_examples=5, deadline=None)
@given(history=histories())
def test_values_stay_within_their_unit(history: tuple[list[str], list[str], list[str]]) -> None:
    """Shares lie between 0 and 1 and add up where they are parts of a whole; nothing counted is negative."""
    store = store_of(history)
    for metric in METRICS:
        rows = answer(store, metric)
        known = [row.value for row in rows if row.value is not None]
        if metric.unit is Unit.SHARE:
            assert all(0 <= value <= 1 for value in known), metric.id
        elif metric.id == "burstiness":
            assert all(-1 <= value <= 1 for value in known)
        else:
            assert all(value >= 0 for value in known), metric.id
        if metric.id == "change-sizes":
            for period in {row.period for row in rows}:
                assert sum(row.value or 0 for row in rows if row.period == period) == pytest.approx(1)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_an_empty_store_has_nothing_to_say(metric: Metric) -> None:
    """No commit, no change, no tag: no rows and no events, rather than zeros."""
    store = example()
    assert answer(store, metric) == []
    assert events(store, metric) == []


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_periods_fit_the_shape(metric: Metric) -> None:
    """A SERIES has dated periods; the special ones are all that a SINGLE, BREAKDOWN or MATRIX gives."""
    store = store_of((
        ["2026-01-03 | Ada | a.py +3 | #1", "2026-01-09 | Bob | a.py +3 |", "2025-01-03 | Ada | a.py -1 |"],
        ["#1 | Ada | 2026-01-01 | 2026-01-03 | Bob", "#2 | Ada | 2026-01-01 |  | "],
        ["v1 | 2025-02-02 | ", "v2 | 2025-03-02 | ", "v3 | 2026-03-02 | "],
    ))  # fmt: skip
    periods = {row.period for row in answer(store, metric)}
    if metric.shape is Shape.SERIES:
        assert not periods or periods - {ALL_TIME, LAST_YEAR}
    else:
        assert periods
        assert periods <= {ALL_TIME, LAST_YEAR}
