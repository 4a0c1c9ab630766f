"""Totals as counted and as the known ones add up: the same text for stars and for forks."""

from folkmoot.metrics._totals import EVENTS, TOTALS, counts
from worked_example import example

SNAPSHOTS = """
    project | day        | stars | forks
    1       | 2026-01-10 | 5     | 1
    1       | 2026-01-31 | 7     | 2
    2       | 2026-01-20 | 30    |
    1       | 2026-02-28 | 9     | 3
"""
GAINED = "with gained as (select 202601 as month_seen, 'test:1' as event, 1 as gain from clock)"


def test_a_month_is_counted_where_every_project_of_the_field_was() -> None:
    """Of the second project nobody counted forks, and stars in January only."""
    store = example(snapshots=SNAPSHOTS)
    for field, months in (("stars", [(202601, 37)]), ("forks", [(202601, 2), (202602, 3)])):
        found = store.execute(f"{GAINED}{counts(field)} from whole_month order by all").fetchall()
        assert found == months


def test_what_is_known_adds_up_to_the_end() -> None:
    store = example("when | who\n2026-01-01 | Ada", snapshots=SNAPSHOTS, as_of="2026-03-01")
    text = f"{GAINED}{counts('stars')}{TOTALS} order by all"
    assert store.execute(text).fetchall() == [
        (202601, "added up", 1, 1), (202601, "counted", 37, 37), (202602, "added up", 1, 1),
        (202603, "added up", 1, 1),
    ]  # fmt: skip
    behind = store.execute(f"{GAINED}{counts('stars')}{EVENTS} order by all").fetchall()
    assert [row[0] for row in behind if row[2] == "added up"] == [202601, 202602, 202603]
    assert [row[:2] for row in behind if row[2] == "counted"] == [(202601, "snapshot")] * 2
