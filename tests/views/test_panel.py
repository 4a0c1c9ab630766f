"""A metric's answer becomes a panel."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.metrics import metric
from folkmoot.model.coverage import Quality
from folkmoot.model.metric import Gap, Label, Metric, Row, Shape
from folkmoot.model.page import Panel
from folkmoot.store.answer import answer
from folkmoot.store.outline import Outline, outline
from folkmoot.store.patches import Patches
from folkmoot.store.scope import look_at
from folkmoot.views.panel import panel_of
from worked_example import day, example

NAMES = {
    Label.PERSON: {"1": "Zoe", "2": "Ada"},
    Label.ORGANISATION: {"1": "acme", "2": "bolt"},
    Label.PROJECT: {"1": "left", "2": "right"},
}


@pytest.fixture(scope="module")
def spring() -> Outline:
    """January to June 2026, where June is not over; 2025 was."""
    return outline(example("when | who\n2025-12-03 | Ada\n2026-02-04 | Bob", as_of="2026-06-15"))


def made(outline: Outline, rows: list[Row], **changes: object) -> list[tuple[object, ...]]:
    """Give (period, label, part, value) of the points a metric with `changes` would show."""
    shown = panel_of(replace(metric("commits"), labels=(), label=Label.NONE, **changes), rows, outline, NAMES)
    return [(point.period, point.label, point.part, point.value) for point in shown.points]


def test_months_without_a_row_are_zero_where_a_gap_means_zero(spring: Outline) -> None:
    shown = made(spring, [Row(202602, 3, 3)])
    assert [value for _, _, _, value in shown] == [0, 0, 3, 0, 0, 0, 0]
    assert (shown[0][0], shown[-1][0]) == ("2025-12", "2026-06")


def test_months_without_a_row_are_gaps_where_nothing_can_be_said(spring: Outline) -> None:
    shown = made(spring, [Row(202602, 3, 3)], gap=Gap.UNKNOWN)
    assert [value for _, _, _, value in shown] == [None, None, 3, None, None, None, None]


def test_what_a_forge_knows_of_before_the_first_commit_begins_earlier(spring: Outline) -> None:
    shown = made(spring, [Row(202510, 3, 3), Row(202602, 1, 1)])
    assert [value for _, _, _, value in shown] == [3, 0, 0, 0, 1, 0, 0, 0, 0]
    assert [period for period, *_ in shown[:4]] == ["2025-10", "2025-11", "2025-12", "2026-01"]
    assert [period for period, *_ in made(spring, [Row(2023, 1, 1)])] == ["2023", "2024", "2025", "2026"]


def test_days_are_filled_with_the_recent_days(spring: Outline) -> None:
    """Sixty days until 2026-06-15, the clock's own not being over."""
    shown = made(spring, [Row(20617, 4, 4)])
    assert len(shown) == 60
    assert (shown[0][0], shown[-1][0]) == ("2026-04-17", "2026-06-15")
    assert {period: value for period, _, _, value in shown if value} == {"2026-06-13": 4}
    assert [spring.days[day] for day in (20617, 20618, 20619)] == [True, True, False]


def test_years_are_filled_with_years(spring: Outline) -> None:
    assert [period for period, *_ in made(spring, [Row(2026, 1, 1)])] == ["2025", "2026"]


def test_every_label_gets_every_period_in_the_order_of_the_metric(spring: Outline) -> None:
    rows = [Row(2026, 1, 1, "old"), Row(2025, 1, 1, "young")]
    shown = panel_of(replace(metric("commits"), labels=("young", "old")), rows, spring, NAMES).points
    assert [(p.period, p.label, p.value) for p in shown] == [
        ("2025", "young", 1), ("2025", "old", 0), ("2026", "young", 0), ("2026", "old", 1),
    ]  # fmt: skip


def test_nothing_is_shown_beyond_the_clock(spring: Outline) -> None:
    assert "2026-07" not in {period for period, *_ in made(spring, [Row(202607, 9, 9), Row(202602, 1, 1)])}


def test_special_periods_follow_the_dated_ones(spring: Outline) -> None:
    rows = [Row(0, 5, 5), Row(1, 4, 4), Row(2025, 1, 1)]
    assert [period for period, *_ in made(spring, rows)] == ["2025", "2026", "all time", "last 12 months"]


def test_the_unfinished_period_is_marked(spring: Outline) -> None:
    months = panel_of(metric("new-contributors"), [Row(202606, 1, 1)], spring, NAMES).points
    assert [point.period for point in months if not point.complete] == ["2026-06"]
    years = panel_of(
        metric("release-frequency"), [Row(2026, 1, 1)], replace(spring, releases=1), NAMES
    ).points
    assert [point.period for point in years if not point.complete] == ["2026"]
    always = panel_of(metric("contributor-absence-factor"), [Row(0, 1, 9)], spring, NAMES).points
    assert [point.complete for point in always] == [True]


def test_too_few_show_no_value_but_how_few(spring: Outline) -> None:
    rows = [Row(1, 0.5, 4, low=0.1, high=0.9), Row(0, 0.5, 5, low=0.1, high=0.9)]
    few, enough = panel_of(
        replace(metric("signed-commit-share"), shape=Shape.SINGLE, min_n=5), rows, spring, NAMES
    ).points
    assert (few.value, few.low, few.high, few.n) == (None, None, None, 4)
    assert (enough.value, enough.low, enough.high, enough.n) == (0.5, 0.1, 0.9, 5)


def test_a_table_has_a_number_in_every_cell(spring: Outline) -> None:
    rows = [Row(0, 1, 1, "Mon", "9"), Row(0, 2, 2, "Tue", "10")]
    cells = made(spring, rows, shape=Shape.MATRIX)
    assert [(label, part, value) for _, label, part, value in cells] == [
        ("Mon", "9", 1), ("Mon", "10", 0), ("Tue", "9", 0), ("Tue", "10", 2),
    ]  # fmt: skip


def test_people_are_named_and_stand_by_name_never_by_size(spring: Outline) -> None:
    rows = [Row(0, 9, 9, "1"), Row(0, 1, 1, "2")]
    shown = panel_of(replace(metric("top-organisations"), label=Label.PERSON), rows, spring, NAMES).points
    assert [(point.label, point.value) for point in shown] == [("Ada", 1), ("Zoe", 9)]


def test_organisations_are_named_and_stand_by_size(spring: Outline) -> None:
    rows = [Row(0, 1, 1, "1"), Row(0, 9, 9, "2"), Row(0, 1, 1, "3")]
    shown = panel_of(metric("top-organisations"), rows, spring, NAMES).points
    assert [point.label for point in shown] == ["bolt", "3", "acme"]


def test_projects_are_named_in_rows_and_columns(spring: Outline) -> None:
    (point,) = panel_of(metric("hard-forks"), [Row(0, 1, 1, "1", "2")], spring, NAMES).points
    assert (point.label, point.part) == ("left", "right")


def test_a_panel_carries_all_that_is_needed_to_doubt_it() -> None:
    store = example("when | who\n2026-01-03 | Ada", as_of="2026-06-15")
    asked: Metric = metric("contributor-absence-factor")
    shown = panel_of(asked, answer(store, asked), outline(store), NAMES)
    assert shown.sql == asked.text()
    assert shown.parameters == {"percent": 50}
    assert (shown.definition, shown.version, shown.caveat) == (asked.definition, 1, asked.caveat)
    assert (shown.data_until, shown.freshness) == ("2026-01-03", "2026-06-15")
    assert shown.coverage is Quality.COMPLETE


def test_what_is_missing_shows_no_points(spring: Outline) -> None:
    shown = panel_of(metric("lines-changed"), [Row(202602, 0, 0, "added")], spring, NAMES)
    assert shown.missing
    assert shown.points == ()


@given(st.dictionaries(st.sampled_from([202512, 202601, 202602, 202603, 202606]), st.integers(1, 99)))
def test_filling_gaps_neither_adds_nor_loses_anything(spring: Outline, counts: dict[int, int]) -> None:
    shown = made(spring, [Row(period, value, value) for period, value in counts.items()])
    assert sum(value for *_, value in shown) == sum(counts.values())
    assert len(shown) == 7


def test_parts_of_a_matrix_of_people_are_named_too() -> None:
    store = example(
        items="item | who | opened\n!1 | Ada | 2026-01-01",
        remarks="item | who | when | kind\n!1 | Bob | 2026-01-02 | review",
    )
    asked = metric("collaboration-people")
    names = {Label.PERSON: {"1": "Ada", "2": "Bob"}}
    (point,) = panel_of(asked, answer(store, asked), outline(store), names).points
    assert {point.label, point.part} == {"Ada", "Bob"}


def patchy(name: str) -> Panel:
    """Give a panel of a project of which an archive told two hours of April and the tenth of June."""
    store = example(
        "when | who\n2026-04-01 | Ada",
        acts="who | when | kind\nAda | 2026-04-01 | star\nBob | 2026-06-10 | fork\nCy | 2026-06-10 | star",
        items="item | who | opened\n#1 | Ada | 2026-04-01",
    )
    for table in ("act_fact", "item_fact"):
        store.execute(f"update {table} set event = 'gharchive:' || event")
    april, june = day("2026-04-01"), day("2026-06-10")
    for since, until in ((april, april + 7200), (june - 43200, june + 86400)):
        store.execute("insert into coverage values (1, 'gharchive', ?, ?, 'complete', '')", [since, until])
    look_at(store)
    asked = metric(name)
    return panel_of(asked, answer(store, asked), outline(store), NAMES)


def test_what_an_archive_did_not_see_is_not_none() -> None:
    shown = patchy("attention")
    assert {point.period: (point.value, point.complete) for point in shown.points} == {
        "2026-04": (1, False),
        "2026-05": (None, False),
        "2026-06": (3, False),
    }
    assert shown.coverage is Quality.SAMPLED
    assert "no 0 is meant" in str(shown.coverage_notes[-1])


def test_a_day_that_an_archive_saw_whole_is_known() -> None:
    shown = {point.period: point for point in patchy("forks-daily").points}
    assert (shown["2026-06-10"].value, shown["2026-06-10"].complete) == (1, True)
    assert (shown["2026-06-09"].value, shown["2026-06-09"].complete) == (None, False)


def test_a_running_sum_with_holes_is_not_shown() -> None:
    shown = patchy("stars-total")
    assert shown.points == ()
    assert "Only archives tell this" in str(shown.missing)


def test_what_git_tells_has_no_holes_of_archives() -> None:
    shown = patchy("commits")
    assert shown.coverage is Quality.COMPLETE
    assert not any("archives" in str(note) for note in shown.coverage_notes)
    assert {point.period: point.value for point in shown.points}["2026-05"] == 0


def test_shares_and_waits_are_not_told_of_what_was_seen_in_part() -> None:
    for name in ("contributor-path", "issues-opened", "issue-backlog"):
        shown = patchy(name)
        assert shown.points == ()
        assert "no 0 is meant" in str(shown.missing)


def test_what_a_forge_counted_is_what_it_is() -> None:
    store = example(
        "when | who\n2026-04-01 | Ada",
        acts="who | when | kind\nAda | 2026-04-01 | star",
        snapshots="day | stars | forks | watchers | issues | changes\n2026-04-02 | 40 | 1 | 0 | 0 | 0",
    )
    store.execute("update act_fact set event = 'gharchive:' || event")
    store.execute("insert into coverage values (1, 'gharchive', 0, 3600, 'complete', '')")
    look_at(store)
    asked = metric("stars-total")
    shown = panel_of(asked, answer(store, asked), outline(store), NAMES)
    assert [(p.period, p.value, p.complete, p.label) for p in shown.points if p.value is not None] == [
        ("2026-04", 40, True, "counted")
    ]


def test_stars_known_from_public_events_are_not_none_before() -> None:
    store = example(
        "when | who\n2026-04-01 | Ada",
        acts="who | when | kind\nAda | 2026-06-01 | star\nBob | 2026-05-01 | fork",
        items="item | who | opened\n#1 | Ada | 2026-04-01",
    )
    store.execute("update act_fact set event = 'github:event:' || event where kind = 'star'")
    look_at(store)

    def shown(name: str) -> Panel:
        asked = metric(name)
        return panel_of(asked, answer(store, asked), outline(store), NAMES)

    assert {point.period: point.value for point in shown("stars").points} == {
        "2026-04": None, "2026-05": None, "2026-06": 1,
    }  # fmt: skip
    assert "since 2026-06-01 only" in str(shown("stars").coverage_notes[-1])
    assert shown("stars-total").points == ()
    assert {point.period: point.value for point in shown("forks").points}["2026-04"] == 0
    assert shown("conversion-stages").points


def test_what_webhooks_delivered_is_said_to_be_theirs(spring: Outline) -> None:
    """Delivered from 1 March to 30 April 2026: the months before and after are gaps, and April is a zero."""
    begin, end = 1_772_323_200, 1_777_593_600
    patches = Patches(
        frozenset({"star", "unstar"}), is_delivered=True, stretches=(((begin, end),),), begins=0, as_of=end
    )
    delivered = replace(spring, patches=patches, told=frozenset({"star"}), forges=())
    rows = [Row(202603, 3, 3, label=1)]
    shown = panel_of(metric("stars"), [row._replace(label="given") for row in rows], delivered, NAMES)
    assert shown.source == "webhooks"
    assert "Only webhooks tell this" in str(shown.coverage_notes[-1])
    given = {point.period: point.value for point in shown.points if point.label == "given"}
    assert [given[f"2026-0{month}"] for month in (2, 3, 4)] == [None, 3, 0]


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("commits", Shape.SERIES),
        ("collaboration-people", Shape.GRAPH),
        ("contributor-confidence", Shape.GAUGE),
    ],
)
def test_pairs_are_drawn_as_a_graph_and_the_confidence_as_a_gauge(
    spring: Outline, name: str, shape: Shape
) -> None:
    assert panel_of(metric(name), [], spring, NAMES).shape is shape
