"""What stands in place of numbers on changes that land where git does not show it."""

from dataclasses import replace

import pytest

from folkmoot.metrics import metric
from folkmoot.model.metric import Row
from folkmoot.store.outline import outline
from folkmoot.views.landing import NO_HEADS, NO_MERGES, UNSEEN
from folkmoot.views.missing import missing
from worked_example import example

ROW = [Row(202601, 1.0, 100)]


@pytest.fixture(name="plain", scope="module")
def _plain():
    return outline(example("when | who | files\n2026-01-03 | Ada | a.py\n2026-01-04 | Bob | b.py"))


@pytest.mark.parametrize("name", ["changes-merge-share", "changes-merged", "time-to-merge", "direct-pushes"])
def test_what_lands_out_of_sight_is_neither_refused_nor_pushed(name: str, plain) -> None:
    """A bot that merges and leaves the number out makes every change look closed and every commit pushed."""
    unseen = replace(plain, changes=100, merged_changes=20, opened_changes=100, lands_unseen=True)
    assert missing(metric(name), ROW, unseen) == UNSEEN
    assert missing(metric(name), ROW, replace(unseen, lands_unseen=False)) == ""
    assert missing(metric(name), ROW, replace(unseen, told=frozenset({"change.opened"}))) == ""


def test_a_few_odd_merges_say_nothing_of_how_work_lands(plain) -> None:
    rows = [Row(2021, 190.0, 7)]
    mailed = replace(plain, changes=1000, opened_changes=900, merged_changes=49)
    assert missing(metric("time-to-merge"), rows, mailed) == NO_MERGES
    assert missing(metric("changes-opened"), rows, mailed) == ""
    assert missing(metric("time-to-merge"), rows, replace(mailed, merged_changes=50)) == ""


@pytest.mark.parametrize("name", ["changes-opened", "time-to-merge", "changes-merge-share", "self-merged"])
def test_a_plain_clone_does_not_tell_how_changes_began(name: str, plain) -> None:
    """A clone made without the heads of pull requests knows merged ones, from what commits say."""
    cloned = replace(plain, changes=1518, merged_changes=1518, opened_changes=3)
    few = [Row(2019, 0.2, 5)]
    assert missing(metric(name), few, cloned) == missing(metric(name), [], cloned) == NO_HEADS
    assert missing(metric(name), few, replace(cloned, opened_changes=1500)) == ""
    assert missing(metric(name), few, replace(cloned, told=frozenset({"change.opened"}))) == ""
    assert missing(metric("changes-merged"), ROW, cloned) == ""
