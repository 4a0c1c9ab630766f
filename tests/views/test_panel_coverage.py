"""How far a panel's numbers can be believed: the worst of what they read."""

from dataclasses import replace

import pytest

from folkmoot.metrics import metric
from folkmoot.model.coverage import Quality
from folkmoot.model.metric import Label, Row
from folkmoot.store.answer import answer
from folkmoot.store.database import Connection
from folkmoot.store.outline import Outline, outline
from folkmoot.views.panel import panel_of
from worked_example import example

CHANGES = "number | who | opened | merged\n" + "\n".join(
    f"{number} | {who} | 2026-01-01 | 2026-01-05" for number, who in enumerate(["Ada"] * 3 + ["ci[bot]"], 1)
)
ITEMS = "project | item | who | opened | merged\n" + "\n".join(
    f"2 | !{number} | {who} | 2026-01-01 | 2026-01-05"
    for number, who in enumerate(["Ada"] * 6 + ["ci[bot]"], 1)
)
REVIEW = "project | item | who | when | kind\n2 | !1 | Bob | 2026-01-02 | review approved"
NAMES = {Label.PERSON: {"1": "Ada"}}


@pytest.fixture(scope="module")
def spring() -> Outline:
    """January to June 2026, with two commits whose lines are counted."""
    return outline(example("when | who\n2025-12-03 | Ada\n2026-02-04 | Bob", as_of="2026-06-15"))


def test_the_worst_coverage_is_shown() -> None:
    store = example("when | who\n2026-01-03 | Ada")
    store.execute("insert into coverage values (1, 'archive', 0, 1, 'lower bound', 'Some days are missing.')")
    shown = panel_of(metric("commits"), answer(store, metric("commits")), outline(store), NAMES)
    assert shown.coverage is Quality.LOWER_BOUND
    assert shown.coverage_notes == ("Some days are missing.",)


@pytest.mark.parametrize(
    ("name", "quality"),
    [
        ("lines-changed", Quality.LOWER_BOUND),
        ("contributor-absence-factor-lines", Quality.SAMPLED),
        ("commits", Quality.COMPLETE),
        ("stars-total", Quality.COMPLETE),
    ],
)
def test_where_lines_are_counted_in_part_their_numbers_are_not_complete(
    name: str, quality: Quality, spring: Outline
) -> None:
    """A sum of some lines is at least that; who wrote half of some lines is told of a sample."""
    counted = spring.commits_without_merges - 1
    assert counted == 1
    partly = replace(spring, commits_with_lines=counted)
    assert panel_of(metric(name), [Row(202602, 1, 9)], partly, NAMES).coverage is quality
    whole = replace(spring, commits_with_lines=spring.commits_without_merges)
    assert panel_of(metric(name), [Row(202602, 1, 9)], whole, NAMES).coverage is Quality.COMPLETE


def stored(**tables: str) -> Connection:
    """Give a store of two projects, the second as a forge told it whole."""
    store = example("when | who\n2026-01-03 | Ada", **tables)
    store.execute("insert into coverage select 2, 'test', 0, max(until), 'complete', '' from coverage")
    return store


@pytest.mark.parametrize("name", ["merged-without-review", "reviewed-by-another"])
def test_where_one_project_tells_of_no_review_the_share_that_is_known_is_said(name: str) -> None:
    """Git alone shows three changes of people in the first project, a forge six in the second: 6 of 9."""
    store = stored(changes=CHANGES, items=ITEMS, remarks=REVIEW)
    shown = panel_of(metric(name), answer(store, metric(name)), outline(store), NAMES)
    assert {point.n for point in shown.points} == {6}
    assert shown.coverage is Quality.SAMPLED
    (note,) = shown.coverage_notes
    assert str(note).startswith("Of 6 of 9 merged changes it is known whether anybody reviewed them")


def test_who_reviewed_and_who_merged_need_no_such_words() -> None:
    store = stored(changes=CHANGES, items=ITEMS, remarks=REVIEW)
    for name in ("reviews", "self-merged", "commits"):
        shown = panel_of(metric(name), answer(store, metric(name)), outline(store), NAMES)
        assert (shown.coverage, shown.coverage_notes) == (Quality.COMPLETE, ()), name


def test_where_all_is_known_or_nothing_at_all_no_share_is_said() -> None:
    """The forge alone; the same without its review; git alone."""
    for tables in ({"items": ITEMS, "remarks": REVIEW}, {"items": ITEMS}, {"changes": CHANGES}):
        store = stored(**tables)
        name = "merged-without-review"
        shown = panel_of(metric(name), answer(store, metric(name)), outline(store), NAMES)
        assert (shown.coverage, shown.coverage_notes) == (Quality.COMPLETE, ())
