"""Time to first response, worked by hand."""

from folkmoot.metrics.time_to_first_response import METRIC
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


def test_half_are_answered_after_two_days() -> None:
    """Worked out on paper.

    Five by people: #1 answered after 48 hours, !3 after 6; #2 closed after 96 unanswered, !4 after 192, !5
    still waits. At 6 hours 1 of 5 is answered (0.8 wait), at 48 one of the 4 left (0.6 wait): half are
    never known to be answered.
    """
    assert values(example(items=ITEMS, remarks=REMARKS), METRIC) == {
        (1, "median"): None,
        (1, "p90"): None,
        (2026, "median"): None,
        (2026, "p90"): None,
    }


def test_the_middle_is_where_the_curve_passes_a_half() -> None:
    """Three: answered after 6 and 48 hours, one waiting.

    The curve goes to 2/3, then 1/3: the median is 48 hours.
    """
    items = "\n".join(line for line in ITEMS.splitlines() if "#2" not in line and "!4" not in line)
    assert values(example(items=items, remarks=REMARKS), METRIC)[2026, "median"] == 48


def test_robots_and_the_author_answer_nobody() -> None:
    """Without Cleo, nobody but a robot and the author ever spoke: nothing is answered."""
    remarks = "\n".join(line for line in REMARKS.splitlines() if "Cleo" not in line)
    assert set(values(example(items=ITEMS, remarks=remarks), METRIC).values()) == {None}


def test_n_counts_those_who_wait() -> None:
    store = example(items=ITEMS, remarks=REMARKS)
    assert {row.n for row in answer(store, METRIC)} == {5}
    assert drilled(store, METRIC) == {1: 10, 2026: 10}


def test_a_word_within_a_minute_of_closing_is_an_answer() -> None:
    """Both were closed after an hour: a word 60 seconds later answers the first, 61 leave the second without.

    Of two, one is answered after 61 minutes and one was closed unanswered before: nine in ten are answered
    by then as far as anybody was watched, so both median and p90 are 61 minutes.
    """
    items = """
        item | who | opened           | closed
        !1 | Ada | 2026-01-01 10:00 | 2026-01-01 11:00:00
        !2 | Ada | 2026-01-01 10:00 | 2026-01-01 11:00:00
    """
    remarks = """
        item | who | when
        !1 | Bob | 2026-01-01 11:01:00
        !2 | Bob | 2026-01-01 11:01:01
    """
    found = values(example(items=items, remarks=remarks), METRIC)
    assert (found[2026, "median"], found[2026, "p90"]) == (61 / 60, 61 / 60)


def test_what_nobody_answered_has_waited_until_now() -> None:
    """Answered after 48 hours and after 480; one is unanswered since 240 hours: the last answer decides."""
    items = """
        item | who | opened
        !1 | Ada | 2026-03-01
        !2 | Ada | 2026-06-05
        !3 | Ada | 2026-04-01
    """
    remarks = "item | who | when\n!1 | Bob | 2026-03-03\n!3 | Bob | 2026-04-21"
    found = values(example(items=items, remarks=remarks), METRIC)
    assert (found[2026, "median"], found[2026, "p90"]) == (480, 480)
