"""What must hold for every metric of the knowledge and organisations pages, whatever the history."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folkmoot.metrics import all_metrics
from folkmoot.model.metric import Metric, Unit
from folkmoot.store.answer import answer, events
from worked_example import example

if TYPE_CHECKING:
    import random

    from folkmoot.store.database import Connection

PATHS = ["core/a.py", "core/b.py", "docs/x.md", "po/de.po", "po/fr.po", "tests/test_a.py", "setup.py"]
PEOPLE = ["Ada", "Bob", "Ada @acme", "Bob @globex", "Cleo @globex", "Dan @initech"]
METRICS = [
    replace(metric, parameters={**metric.parameters, "min_files": 1})
    if "min_files" in metric.parameters
    else metric
    for metric in all_metrics().values()
    if metric.page in {"knowledge", "organisations"}
]
commit = st.tuples(
    st.sampled_from(PEOPLE),
    st.lists(st.sampled_from(PATHS), min_size=1, max_size=4, unique=True),
    st.sampled_from(["", "", "", "reviewed: Bob", "co: Cleo @globex", "merge"]),
)
history = st.lists(commit, min_size=1, max_size=12)
quick = settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
Line = tuple[str, list[str], str]


def dated(commits: list[Line]) -> list[str]:
    """Give the commits as rows of a table, each at a time of its own over four years."""
    return [
        f"{2023 + number % 4}-{1 + number % 6:02}-{1 + number:02} | {who} | {'; '.join(paths)} | {also}"
        for number, (who, paths, also) in enumerate(commits)
    ]


def store_of(rows: list[str]) -> Connection:
    return example("\n".join(["when | who | files | also", *rows]), files=PATHS)


def answers(store: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Give every metric's rows, organisations by name, because their numbers follow the order of sight."""
    firms = {
        str(n): name for n, name in store.execute("select organisation, name from organisation").fetchall()
    }
    return {
        metric.id: sorted(
            (row.period, firms.get(row.label, row.label), row.part, row.value, row.n)
            for row in answer(store, metric)
        )
        for metric in METRICS
    }


@quick
@given(history, st.lists(st.sampled_from(PATHS), min_size=1, unique=True))
def test_bots_are_never_counted(commits: list[Line], paths: list[str]) -> None:
    rows = dated(commits)
    bots = [f"2026-0{month}-28 | build[bot] @acme | {'; '.join(paths)} | " for month in (1, 3, 5)]
    seen, alone = answers(store_of(rows + bots)), answers(store_of(rows))
    # What a bot brings people may have translated elsewhere: nobody becomes nobody known, and no more.
    before, after = alone.pop("translators"), seen.pop("translators")
    assert len(before) == len(after)
    for was, now in zip(before, after, strict=True):
        assert now == was or (was[3] == 0 and now == (*was[:3], None, was[4]))
    assert seen == alone


@quick
@given(history, st.randoms(use_true_random=False))
def test_the_order_of_reading_changes_nothing(commits: list[Line], chance: random.Random) -> None:
    rows = dated(commits)
    shuffled = rows.copy()
    chance.shuffle(shuffled)
    assert answers(store_of(shuffled)) == answers(store_of(rows))


@quick
@given(history)
def test_every_value_has_events_and_every_event_a_value(commits: list[Line]) -> None:
    store = store_of(dated(commits))
    for metric in METRICS:
        behind = {(period, label) for period, label, _ in events(store, metric)}
        told = [row for row in answer(store, metric) if row.n > 0]
        if metric.id == "contribution-types":  # nobody edited what has a share of 0
            told = [row for row in told if row.value]
        counted = {(row.period, row.label) for row in told}
        if metric.id == "translation-languages":  # a file in the tree whose history is not in this clone
            assert behind <= counted, metric.id
        else:
            assert behind == counted, metric.id


@quick
@given(history)
def test_shares_are_shares_and_counts_are_whole(commits: list[Line]) -> None:
    store = store_of(dated(commits))
    for metric in METRICS:
        for row in answer(store, metric):
            assert row.value is not None
            assert row.value >= 0
            if metric.unit is Unit.SHARE:
                assert row.value <= 1
            elif metric.id != "knowledge-spread":
                assert row.value == int(row.value)


@pytest.mark.parametrize("metric", METRICS, ids=lambda metric: metric.id)
def test_an_empty_repository_is_answered_with_nothing(metric: Metric) -> None:
    """Not with a zero: languages and the rest are unknown when there is no history."""
    store = example("when | who | files | also", files=[])
    assert answer(store, metric) == []
    assert events(store, metric) == []
