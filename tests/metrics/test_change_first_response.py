"""Time to first response to changes, worked by hand."""

import pytest

from folkmoot.metrics.change_first_response import METRIC
from folkmoot.store.answer import answer
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | role
    #1 | Ada | 2026-01-01 | | | NONE
    #2 | Bob | 2026-01-01 | 2026-01-05 | | NONE
    !3 | Ada | 2026-02-01 | 2026-02-04 | 2026-02-04 | NONE
    !4 | Bob | 2026-02-01 | 2026-02-09 | | NONE
    !5 | Cleo | 2026-03-01 | | | MEMBER
    !6 | renovate[bot] | 2026-03-01 | 2026-03-02 | 2026-03-02 | NONE
"""
REMARKS = """
    item | who | when | kind
    #1 | ci[bot] | 2026-01-01 13:00 | comment
    #1 | Ada | 2026-01-02 | comment
    #1 | Cleo | 2026-01-03 | comment
    !3 | Cleo | 2026-02-01 18:00 | review approved
    !4 | Cleo | 2026-02-20 | comment
"""


def test_changes_only() -> None:
    """Worked out on paper.

    Three changes of people: !3 answered after 6 hours; !4 closed after 192 hours, before the comment; !5
    waits. 2/3 still wait after 6 hours, and no more is known.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (1, "median"): None,
        (1, "p90"): None,
        (2026, "median"): None,
        (2026, "p90"): None,
    }
    assert {row.n for row in answer(example(items=ITEMS, remarks=REMARKS), METRIC)} == {3}
    assert drilled(example(items=ITEMS, remarks=REMARKS), METRIC) == {1: 6, 2026: 6}


def test_a_word_within_the_minute_of_closing_is_an_answer() -> None:
    """Closed at noon with a comment at the same moment: answered after 24 hours."""
    store = example(
        items="item | who | opened | closed\n!1 | Ada | 2026-01-01 | 2026-01-02",
        remarks="item | who | when\n!1 | Bob | 2026-01-02",
    )
    assert values(store, METRIC)[2026, "median"] == 24


@pytest.mark.parametrize(("clock", "hours"), [("12:01:00", 24 + 1 / 60), ("12:01:01", None)])
def test_after_a_minute_a_word_comes_too_late(clock: str, hours: float | None) -> None:
    """Closed at noon: a comment of 60 seconds later answers it, of 61 not."""
    store = example(
        items="item | who | opened | closed\n!1 | Ada | 2026-01-01 | 2026-01-02 12:00:00",
        remarks=f"item | who | when\n!1 | Bob | 2026-01-02 {clock}",
    )
    assert values(store, METRIC)[2026, "median"] == (hours and pytest.approx(hours))


def test_an_open_change_may_have_its_answer() -> None:
    store = example(
        items="item | who | opened\n!1 | Ada | 2026-01-01 12:00",
        remarks="item | who | when\n!1 | Bob | 2026-01-01 18:00",
    )
    assert values(store, METRIC)[2026, "p90"] == 6


def test_what_was_closed_without_a_word_waited_until_then() -> None:
    """!1 was closed after a day; when !2 was answered after two, nothing else waited: all within 48 hours."""
    store = example(
        items="item | who | opened | closed\n!1 | Ada | 2026-01-01 | 2026-01-02\n!2 | Ada | 2026-01-01 |",
        remarks="item | who | when\n!2 | Bob | 2026-01-03",
    )
    assert values(store, METRIC)[2026, "p90"] == 48


def test_what_still_waits_has_waited_until_now() -> None:
    """!1 was opened an hour ago; when !2 was answered after six, nothing else had waited as long."""
    store = example(
        items="item | who | opened\n!1 | Ada | 2026-06-15 11:00\n!2 | Ada | 2026-01-01 12:00",
        remarks="item | who | when\n!2 | Bob | 2026-01-01 18:00",
    )
    assert values(store, METRIC)[2026, "p90"] == 6


def test_a_word_within_the_minute_ends_the_wait_when_it_is_said() -> None:
    """Closed after 60 minutes, and answered 60 seconds later: 61 minutes."""
    store = example(
        items="item | who | opened | closed\n!1 | Ada | 2026-01-01 12:00 | 2026-01-01 13:00",
        remarks="item | who | when\n!1 | Bob | 2026-01-01 13:01:00",
    )
    assert values(store, METRIC)[2026, "median"] == pytest.approx(61 / 60)


def test_a_word_after_the_minute_does_not_lengthen_the_wait() -> None:
    """!1 waited for 60 minutes, until it was closed; when !2 was answered after 61, nothing else waited."""
    store = example(
        items="""
            item | who | opened           | closed
            !1   | Ada | 2026-01-01 12:00 | 2026-01-01 13:00
            !2   | Ada | 2026-01-01 12:00 |
        """,
        remarks="""
            item | who | when
            !1   | Bob | 2026-01-01 13:01:01
            !2   | Bob | 2026-01-01 13:01:00
        """,
    )
    assert values(store, METRIC)[2026, "p90"] == pytest.approx(61 / 60)
