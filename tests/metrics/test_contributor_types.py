"""Core, regular and casual contributors, worked by hand."""

from folkmoot.metrics.contributor_types import METRIC
from folkmoot.store.answer import answer, events
from worked_example import drilled, example, values


def history(**commits: int) -> str:
    """Give a history of 2026 with so many commits a person."""
    rows = [f"2026-03-{day + 1:02d} | {who}" for who, count in commits.items() for day in range(count)]
    return "\n".join(["when | who", *rows])


def test_types_go_by_the_share_made_before_a_person() -> None:
    """20 commits: Ada 12 (before her 0 %) and Bob 5 (60 %) are core; Cleo 2 (85 %) is regular; Dan 1 (95 %)
    is casual, because regular ends at 95 %."""
    store = example(history(Dan=1, Cleo=2, Ada=12, Bob=5))
    expected = {"core": 2, "regular": 1, "casual": 1}
    assert values(store, METRIC) == {
        (period, kind): count for period in (0, 1) for kind, count in expected.items()
    }
    assert {(row.label, row.n) for row in answer(store, METRIC)} == {
        ("core", 17),
        ("regular", 2),
        ("casual", 1),
    }
    assert drilled(store, METRIC) == {0: 20, 1: 20}


def test_a_lone_author_is_core() -> None:
    assert values(example(history(Ada=3)), METRIC) == {(0, "core"): 1, (1, "core"): 1}


def test_ten_equals_are_eight_core_and_two_regular() -> None:
    """Before the ninth of ten 80 % are made, before the tenth 90 %."""
    people = {f"Ada{number}": 1 for number in range(10)}
    counts = values(example(history(**people)), METRIC)
    assert (counts[0, "core"], counts[0, "regular"]) == (8, 2)


def test_the_last_12_months_stand_apart() -> None:
    """As of 15 June 2026 Ada's five commits of 2024 are over a year old; Bob alone is core since."""
    old = "\n".join(f"2024-03-0{day} | Ada" for day in range(1, 6))
    store = example(f"when | who\n{old}\n2026-03-01 | Bob")
    assert values(store, METRIC) == {(0, "core"): 1, (0, "regular"): 1, (1, "core"): 1}
    assert drilled(store, METRIC) == {0: 6, 1: 1}


def test_bots_and_merges_weigh_nothing() -> None:
    store = example("""
        when       | who     | also
        2026-03-01 | ci[bot] |
        2026-03-02 | Bob     | merge
        2026-03-03 | Ada     |
    """)
    assert values(store, METRIC) == {(0, "core"): 1, (1, "core"): 1}


def test_every_commit_drills_down_under_the_type_of_its_author() -> None:
    store = example(history(Ada=4, Bob=1))
    labels = [label for period, label, _ in events(store, METRIC) if period == 0]
    assert labels == ["core"] * 4 + ["regular"]


def test_hardly_under_the_limits_is_still_under_them() -> None:
    """Of 101 commits Ada made 80 (79.2 %), so Bob after her is core; before Cleo are 95 (94.1 %): regular."""
    rows = [
        f"2026-03-01 | {who}" for who, count in (("Ada", 80), ("Bob", 15), ("Cleo", 6)) for _ in range(count)
    ]
    store = example("\n".join(["when | who", *rows]))
    found = values(store, METRIC)
    assert (found[1, "core"], found[1, "regular"], found.get((1, "casual"), 0)) == (2, 1, 0)


def test_a_commit_of_the_second_a_year_ago_is_out() -> None:
    """As of noon of 15 June 2026: Ada's commit is a year old to the second, Bob's a second younger."""
    store = example("when | who\n2025-06-15 12:00:00 | Ada\n2025-06-15 12:00:01 | Bob")
    assert drilled(store, METRIC) == {0: 2, 1: 1}
