"""How far a panel's numbers can be believed: the worst of what they read."""

from dataclasses import replace

import pytest

from folkmoot.metrics import metric
from folkmoot.model.coverage import Quality
from folkmoot.model.metric import Label, Row
from folkmoot.store.answer import answer
from folkmoot.store.outline import Outline, outline
from folkmoot.views.panel import panel_of
from worked_example import example

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
