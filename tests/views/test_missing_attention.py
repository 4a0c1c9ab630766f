"""Stars and forks that nobody tells of are not none."""

from dataclasses import replace

from folkmoot.metrics import metric
from folkmoot.model.metric import Row
from folkmoot.store.outline import outline
from folkmoot.views import missing as texts
from folkmoot.views.missing import missing
from worked_example import example

ROW = [Row(202601, 1.0, 100)]


def test_stars_that_nobody_tells_of_are_not_none() -> None:
    hidden = outline(
        example("when | who\n2026-01-03 | Ada", acts="who | when | kind\nBob | 2026-01-04 | fork")
    )
    for name in ("stars", "stars-daily", "attention"):
        assert missing(metric(name), ROW, hidden) == texts.HIDDEN_STARS
    for name in ("forks", "forks-daily", "stars-total", "unusual-attention"):
        assert missing(metric(name), ROW, hidden) == ""


def test_without_dates_months_are_not_too_few_to_judge() -> None:
    hidden = replace(
        outline(example("when | who\n2026-01-03 | Ada")), hides_stars=True, told=frozenset({"star"})
    )
    assert missing(metric("unusual-attention"), [], hidden) == texts.HIDDEN_STARS
    assert missing(metric("unusual-attention"), ROW, hidden) == ""


def test_forks_that_were_only_counted_are_not_none() -> None:
    hidden = replace(
        outline(example("when | who\n2026-01-03 | Ada")), hides_forks=True, told=frozenset({"fork"})
    )
    for name in ("forks", "forks-daily", "attention"):
        assert missing(metric(name), ROW, hidden) == texts.HIDDEN_FORKS
    for name in ("stars", "stars-daily", "forks-total", "stars-total"):
        assert missing(metric(name), ROW, hidden) == ""


def test_where_stars_are_hidden_no_history_is_called_too_short() -> None:
    """`stars-total` has no sentence of its own for no row at all; gauge and counts have."""
    hidden = replace(
        outline(example("when | who\n2026-01-03 | Ada")), hides_stars=True, told=frozenset({"star"})
    )
    assert missing(metric("stars-total"), [], hidden) == texts.HIDDEN_STARS
    for name in ("contributor-confidence", "stars-from-day-to-day"):
        assert missing(metric(name), [], hidden) == metric(name).nothing != ""
