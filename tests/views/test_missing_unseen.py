"""What stands in place of numbers on changes that are merged without a trace."""

from dataclasses import replace

import pytest

from folkmoot.metrics import metric
from folkmoot.model.metric import Row
from folkmoot.store.outline import outline
from folkmoot.views.missing import UNSEEN, missing
from worked_example import example

ROW = [Row(202601, 1.0, 100)]


@pytest.mark.parametrize("name", ["changes-merge-share", "changes-merged", "time-to-merge", "direct-pushes"])
def test_what_lands_out_of_sight_is_neither_refused_nor_pushed(name: str) -> None:
    """A bot that merges and leaves the number out makes every change look closed and every commit pushed."""
    plain = outline(example("when | who | files\n2026-01-03 | Ada | a.py\n2026-01-04 | Bob | b.py"))
    unseen = replace(plain, changes=100, merged_changes=20, opened_changes=100, lands_unseen=True)
    assert missing(metric(name), ROW, unseen) == UNSEEN
    assert missing(metric(name), ROW, replace(unseen, lands_unseen=False)) == ""
    assert missing(metric(name), ROW, replace(unseen, told=frozenset({"change.opened"}))) == ""
