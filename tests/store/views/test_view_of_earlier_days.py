"""What a forge told, as it stood at a clock that was turned back."""

from __future__ import annotations

from folkmoot.store.scope import look_at
from store.views.seen import second, seen
from worked_example import example

REOPENED = """
    item | who  | when                | kind
    #1   | Bob  | 2026-06-03 12:00:00 | closed
    #1   | Cleo | 2026-06-05 12:00:00 | reopened
    #2   | Bob  | 2026-06-03 12:00:00 | closed
    #2   | Ada  | 2026-06-05 12:00:00 | reopened
    #2   | Cleo | 2026-06-10 12:00:00 | closed
    !3   | Ada  | 2026-06-05 12:00:00 | ready_for_review
    !3   | Ada  | 2026-06-07 12:00:00 | converted_to_draft
    !3   | Ada  | 2026-06-09 12:00:00 | ready_for_review
"""


def test_things_stand_as_they_stood_at_the_clock() -> None:
    """#1 is open again, #2 closed again, and !3 a draft no more; each was otherwise for a while."""
    rows = "item | who | opened | closed | also\n#1 | Ada | 2026-06-01 | |\n"
    rows += "#2 | Ada | 2026-06-01 | 2026-06-10 | closer: Cleo\n!3 | Ada | 2026-06-01 | | "
    store = example(items=rows, turns=REOPENED)
    people = dict(store.execute("select name, person from person").fetchall())
    bob, cleo = people["Bob"], people["Cleo"]
    stood = {}
    for day in ("02", "04", "06", "08", "11"):
        look_at(store, as_of=second(f"2026-06-{day} 12:00"))
        stood[day] = seen(store, "is_closed, closed_by, is_draft", "items", "number")
    assert stood == {
        "02": [(0, 0, 0), (0, 0, 0), (0, 0, 1)],
        "04": [(1, bob, 0), (1, bob, 0), (0, 0, 1)],
        "06": [(0, 0, 0), (0, 0, 0), (0, 0, 0)],
        "08": [(0, 0, 0), (0, 0, 0), (0, 0, 1)],
        "11": [(0, 0, 0), (1, cleo, 0), (0, 0, 0)],
    }
    look_at(store, as_of=second("2026-06-03 12:00"))
    assert seen(store, "closed_ts", "items where is_closed = 1") == [second("2026-06-03 12:00")] * 2


def test_labels_are_those_of_the_clock() -> None:
    """At noon of 3 June `easy` is not taken off yet, nor `starter` put on; `bug` goes and comes again."""
    store = example(
        items="item | who | opened | also\n#1 | Ada | 2026-06-01 | label: starter; label: bug; label: old",
        turns="""
            item | who | when       | kind       | detail
            #1   | Ada | 2026-06-02 | labelled   | easy
            #1   | Ada | 2026-06-04 | unlabelled | easy
            #1   | Ada | 2026-06-04 | labelled   | starter
            #1   | Ada | 2026-06-04 | unlabelled | bug
            #1   | Ada | 2026-06-05 | labelled   | bug
            #1   | Ada | 2026-06-06 | labelled   | brief
            #1   | Ada | 2026-06-07 | unlabelled | brief
        """,
        as_of="2026-06-15",
    )
    assert seen(store, "label", "labels") == ["bug", "old", "starter"]
    look_at(store, as_of=second("2026-06-03"))
    assert seen(store, "label, is_welcoming", "labels") == [("bug", 0), ("easy", 1), ("old", 0)]
