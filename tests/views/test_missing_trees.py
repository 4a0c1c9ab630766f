"""What is said about files in a clone that has no trees."""

from dataclasses import replace

from folkmoot.i18n import Message
from folkmoot.metrics import metric
from folkmoot.model.metric import Row
from folkmoot.store.outline import outline
from folkmoot.store.reach import UNTOUCHED
from folkmoot.views.missing import NO_TREES, lacks_trees, missing
from worked_example import example


def test_files_need_trees() -> None:
    """Nothing is called absent from a tree that is not there."""
    plain = outline(example("when | who | files\n2026-01-03 | Ada | a.py\n2026-01-04 | Bob | b.py"))
    lacking = replace(plain, notes=(Message(UNTOUCHED, {"untouched": 2, "commits": 2}),))
    for name in ("knowledge-spread", "translators", "orphaned-files", "single-author-files"):
        assert missing(metric(name), [], lacking) == NO_TREES
        assert missing(metric(name), [], plain) != NO_TREES
    assert lacks_trees(lacking)
    assert missing(metric("commits"), [Row(202601, 1.0, 100)], lacking) == ""
