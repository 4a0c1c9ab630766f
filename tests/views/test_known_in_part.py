"""What is known only in part is said beside the numbers."""

from dataclasses import replace

import pytest

from folkmoot.i18n import Message
from folkmoot.metrics import metric
from folkmoot.store.outline import outline
from folkmoot.store.reach import LACKING, UNCOUNTED
from folkmoot.views.known_in_part import coverage_notes, knows_some_reviews_only, reads_lines
from worked_example import example


@pytest.fixture(scope="module")
def plain():
    """The outline of two commits without line counts."""
    return outline(example("when | who | files\n2026-01-03 | Ada | a.py\n2026-01-04 | Bob | b.py"))


@pytest.mark.parametrize(
    ("name", "reads"),
    [("lines-changed", True), ("commits", False), ("change-sizes", True), ("stars-total", False)],
)
def test_who_reads_lines_is_told_by_the_sql(name: str, reads: bool) -> None:
    assert reads_lines(metric(name)) is reads


def test_partly_counted_lines_are_noted_where_lines_are_read(plain) -> None:
    partly = replace(plain, commits_with_lines=1)
    (note,) = coverage_notes(metric("lines-changed"), partly)
    assert str(note) == "Line counts are known for 1 of 2 commits."
    assert coverage_notes(metric("commits"), partly) == ()


def test_merges_have_no_lines_to_be_counted(plain) -> None:
    with_merges = replace(plain, commits=9, commits_without_merges=2, commits_with_lines=2)
    assert coverage_notes(metric("lines-changed"), with_merges) == ()


@pytest.mark.parametrize("text", [LACKING, UNCOUNTED])
def test_what_lines_lack_stands_beside_lines_only_and_once(text: str, plain) -> None:
    lacking = Message(text, {"lacking": 1, "commits": 2})
    partly = replace(plain, commits_with_lines=1, notes=("Shallow.", lacking))
    assert coverage_notes(metric("lines-changed"), partly) == ("Shallow.", lacking)
    assert coverage_notes(metric("knowledge-spread"), partly) == ("Shallow.",)


def test_what_the_source_notes_stands_beside_every_number(plain) -> None:
    assert coverage_notes(metric("commits"), replace(plain, notes=("Shallow.",))) == ("Shallow.",)


def test_where_of_some_merges_nobody_knows_who_reviewed_that_is_noted(plain) -> None:
    partly = replace(plain, reviews_known=3, merged_by_people=5)
    (note,) = coverage_notes(metric("reviewed-by-another"), partly)
    assert str(note).startswith("Of 3 of 5 merged changes it is known whether anybody reviewed them")
    for known in (0, 5):
        assert not knows_some_reviews_only(
            metric("reviewed-by-another"), replace(partly, reviews_known=known)
        )
    assert not knows_some_reviews_only(metric("commits"), partly)
