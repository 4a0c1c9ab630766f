"""The same repository read twice is found by its commits."""

from folkmoot.store.same_history import same_histories
from worked_example import example


def test_the_same_commits_at_two_places_are_one_history() -> None:
    store = example("""
        when       | who | project
        2026-01-03 | Ada | 1
        2026-01-04 | Ada | 1
        2026-01-03 | Ada | 2
        2026-01-04 | Ada | 2
        2026-01-03 | Ada | 3
    """)
    store.execute("update commit_fact set sha = ['', 'a', 'b', 'a', 'b', 'a'][commit + 1]")
    assert same_histories(store, [1, 2, 3]) == [[1, 2]]
    assert same_histories(store, [1, 3]) == []
    store.execute("update commit_fact set sha = 'c' where commit = 4")
    assert same_histories(store, [1, 2, 3]) == []
