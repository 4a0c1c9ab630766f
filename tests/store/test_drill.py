"""Drilling down: whoever is counted is named, however they came to be counted."""

from __future__ import annotations

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.metrics.active_contributors import METRIC
from folkmoot.metrics.commits import METRIC as COMMITS
from folkmoot.metrics.new_contributors import METRIC as NEW
from folkmoot.store.answer import answer
from folkmoot.store.drill import behind
from worked_example import example

TWO = """
    when       | who | also
    2026-01-03 | Ada | co: Bob
    2026-02-01 | Ada |
"""


def test_a_co_author_is_named_with_what_counts() -> None:
    store = example(TWO)
    names = dict(store.execute("select person, name from person").fetchall())
    rows = behind(store, METRIC, 202601)
    assert [(names[row.person], row.what.partition(" (")[2]) for row in rows] == [
        ("Ada", ""),
        ("Bob", "co-authored)"),
    ]


def test_two_newcomers_in_one_commit_are_two_lines() -> None:
    assert len({row.person for row in behind(example(TWO), NEW, 202601)}) == 2


def test_where_nobody_else_is_counted_the_doer_is_named() -> None:
    store = example(TWO)
    (ada,) = store.execute("select person from person where name = 'Ada'").fetchone() or (0,)
    assert {row.person for row in behind(store, COMMITS)} == {ada}


def test_people_counted_by_month_are_those_who_are_listed() -> None:
    """For every metric that counts people of contributions, the list gives the number again."""
    store = example(TWO)
    for name in ("active-contributors", "new-contributors", "contributors-by-act"):
        metric = all_metrics()[name]
        for row in answer(store, metric):
            listed = {each.person for each in behind(store, metric, row.period) if each.label == row.label}
            assert len(listed) == row.value, (name, row)


FILES = """
    when       | who | files
    2024-01-01 | Ada | a.py; b.py
    2024-01-02 | Ada | c.py
    2026-06-01 | Bob | b.py
"""


@pytest.mark.parametrize(
    ("identifier", "told"),
    [
        (
            "orphaned-files",
            {"a.py": "orphaned", "c.py": "orphaned", "b.py": ""},
        ),
        (
            "files-without-recent-change",
            {"a.py": "unchanged since", "c.py": "unchanged since", "b.py": ""},
        ),
    ],
)  # fmt: skip
def test_a_share_of_files_names_each_and_which_are_meant(identifier: str, told: dict[str, str]) -> None:
    """Ada, last seen in 2024, wrote three files; Bob went on with one of them."""
    store = example(FILES)
    metric = all_metrics()[identifier]
    found = {}
    for row in behind(store, metric):
        name, _, rest = row.what.partition(": ")
        found[name] = rest.rpartition("(")[2].rstrip(")") if rest.endswith(")") else ""
    assert found == told
    (value,) = answer(store, metric)
    assert value.n == len(found)
    assert value.value == pytest.approx(sum(map(bool, found.values())) / len(found))


def test_files_of_one_author_are_told_among_all_edits() -> None:
    """Of five files in one directory, Bob had a hand in one: four have one author."""
    store = example("""
        when       | who | files
        2024-01-01 | Ada | s/a.py; s/b.py; s/c.py; s/d.py; s/e.py
        2024-02-01 | Ada | s/a.py
        2026-06-01 | Bob | s/b.py
    """)
    rows = behind(store, all_metrics()["single-author-files"])
    assert len(rows) == 7
    assert {row.what.partition(":")[0] for row in rows if row.what.endswith(" (one author)")} == {
        "s/a.py", "s/c.py", "s/d.py", "s/e.py",
    }  # fmt: skip
    assert {row.label for row in rows} == {"s"}


def test_translations_are_drilled_to_their_files() -> None:
    store = example("when | who | files\n2026-06-01 | Ada | locale/de.po; locale/fr.po; a.py")
    rows = behind(store, all_metrics()["translation-languages"])
    assert {(row.label, row.what.partition(":")[0]) for row in rows} == {
        ("de", "locale/de.po"), ("fr", "locale/fr.po"),
    }  # fmt: skip


def test_what_counts_as_a_whole_names_no_file() -> None:
    assert all("a.py" not in row.what for row in behind(example(FILES), COMMITS))
