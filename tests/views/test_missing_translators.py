"""What stands in place of translators where only others brought their work."""

from folkmoot.metrics import metric
from folkmoot.model.metric import Row
from folkmoot.store.outline import outline
from folkmoot.views.missing import missing
from worked_example import example


def test_nobody_known_to_have_translated_is_not_the_same_as_nobody() -> None:
    here = outline(example("when | who | files\n2026-01-03 | Ada | a.py\n2026-01-04 | Bob | b.py"))
    said = missing(metric("translators"), [Row(1, None, 0)], here)
    assert said == metric("translators").all_unknown
    assert "who translated them git does not tell" in str(said)
    assert missing(metric("translators"), [Row(1, None, 0), Row(1, 0.0, 0)], here) == ""
