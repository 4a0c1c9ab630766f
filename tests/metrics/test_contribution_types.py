"""Kinds of content worked on, worked by hand."""

import pytest

from folkmoot.metrics.contribution_types import METRIC
from folkmoot.model.content import Content
from folkmoot.store.answer import answer
from worked_example import drilled, example, values


def test_shares_of_the_edits_of_a_year() -> None:
    """2025: app.py twice, README.md, tests/test_app.py = 2/4, 1/4, 1/4. 2026: po/de.po; the bot is out.

    That nobody edited code in 2026, of whose edits all are known, is 0 % of 1 and not unknown.
    """
    store = example("""
        when       | who        | files
        2025-01-03 | Ada        | app.py; tests/test_app.py
        2025-01-04 | Bob        | app.py; README.md
        2026-01-05 | Cleo       | po/de.po
        2026-01-06 | build[bot] | package-lock.json
    """)
    assert values(store, METRIC) == {
        (2025, "code"): 0.5,
        (2025, "documentation"): 0.25,
        (2025, "test"): 0.25,
        (2025, "translation"): 0,
        (2026, "code"): 0,
        (2026, "documentation"): 0,
        (2026, "test"): 0,
        (2026, "translation"): 1,
    }
    assert {(row.period, row.n) for row in answer(store, METRIC)} == {(2025, 4), (2026, 1)}
    assert drilled(store, METRIC) == {2025: 4, 2026: 1}


def test_the_shares_of_a_year_add_up_to_one() -> None:
    store = example("""
        when       | who | files
        2026-01-03 | Ada | a.py; b.md; c.png; d.csv; Makefile; .gitignore; .github/workflows/x.yml
    """)
    assert sum(row.value or 0 for row in answer(store, METRIC)) == pytest.approx(1)
    assert {row.n for row in answer(store, METRIC)} == {7}


def test_the_labels_are_the_closed_list_of_kinds() -> None:
    assert METRIC.labels == tuple(Content)


def test_a_commit_stands_behind_a_kind_with_every_file_it_edited() -> None:
    """Two edits of code are in one commit, and one of documentation is: 2/3, 1/3, each edit an event."""
    store = example("when | who | files\n2026-01-03 | Ada | a.py; b.py; README.md")
    assert values(store, METRIC) == pytest.approx({(2026, "code"): 2 / 3, (2026, "documentation"): 1 / 3})
    assert drilled(store, METRIC) == {2026: 3}
