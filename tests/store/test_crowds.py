"""People behind the commits of a month, of all time and of the last 12 months."""

from folkmoot.store.crowds import crowds, solitary
from worked_example import example


def test_people_are_counted_once_in_each_period() -> None:
    """Ada twice and Bob once in June 2026, Cleo long ago; the clock stands at the newest."""
    told = """
        when       | who
        2026-06-01 | Ada
        2026-06-02 | Ada
        2026-06-03 | Bob
        2024-01-01 | Cleo
    """
    assert crowds(example(told)) == {0: 3, 1: 2, 202606: 2, 202401: 1}


def test_a_period_that_one_person_made_nearly_alone_counts_one() -> None:
    """Ada made 16 of the 20 commits of June; of May's four she made three, which is not more than 0.75."""
    june = [f"2026-06-{day:02} | Ada" for day in range(1, 17)]
    june += [f"2026-06-{day:02} | {who}" for day, who in enumerate(("Bob", "Cleo", "Dan", "Eve"), 1)]
    may = ["2026-05-01 | Bob", *[f"2026-05-0{day} | Ada" for day in (1, 2, 3)]]
    told = crowds(example("\n".join(["when | who", *june, *may])))
    assert told == {0: 1, 1: 1, 202606: 1, 202605: 2}


def test_programs_and_merges_are_nobody() -> None:
    told = """
        when       | who           | also
        2026-06-01 | Ada           |
        2026-06-02 | Bob           | merge
        2026-06-03 | renovate[bot] |
    """
    assert crowds(example(told)) == {0: 1, 1: 1, 202606: 1}


def test_of_nothing_nobody_is_counted() -> None:
    assert set(crowds(example("when | who")).values()) <= {0}


def test_one_person_is_alone_until_anybody_else_is_seen() -> None:
    alone = "when | who\n2024-01-03 | Ada\n2026-01-04 | renovate[bot]"
    assert solitary(example(alone)) == {1}
    assert solitary(example(f"{alone}\n2020-01-01 | Bob")) == frozenset()
    assert solitary(example("when | who")) == frozenset()


def test_a_change_of_somebody_else_is_somebody_even_if_it_never_landed() -> None:
    changes = "number | who | opened\n7 | Bob | 2024-01-02"
    assert solitary(example("when | who\n2024-01-03 | Ada", changes=changes)) == frozenset()
