"""What metrics read of issues and changes, at the edges where one answer turns into another."""

from __future__ import annotations

from folkmoot.store.database import Connection
from folkmoot.store.scope import look_at
from store.views.seen import second, seen
from worked_example import example

CLOCK = "2026-06-15"
"""Noon UTC, as every day without a time in these tables."""


def items(rows: str, remarks: str = "") -> Connection:
    """Give a store with these items and remarks, looked at at noon of 15 June 2026."""
    return example(items=rows, remarks=remarks, as_of=CLOCK)


def test_a_month_ends_with_its_last_second_in_utc() -> None:
    """One second before the year turns in UTC is December; an hour east of it, the year is over already."""
    store = items("""
        item | who | opened
        #1   | Ada | 2025-12-31 23:59:59
        #2   | Ada | 2026-01-01 00:00:00
        #3   | Ada | 2026-01-01 00:30:00 +0100
    """)
    assert seen(store, "number, opened_month_id, opened_year_id", "items") == [
        (1, 202512, 2025),
        (2, 202601, 2026),
        (3, 202512, 2025),
    ]


def test_closing_and_merging_fall_into_months_of_their_own() -> None:
    store = items("""
        item | who | opened     | closed              | merged
        !1   | Ada | 2025-11-30 | 2026-01-31 23:59:59 | 2026-01-31 23:59:59
        !2   | Ada | 2025-11-30 | 2026-02-01 00:00:00 | 2026-02-01 00:00:00
    """)
    assert seen(store, "number, closed_month_id, merged_month_id, merged_year_id", "items") == [
        (1, 202601, 202601, 2026),
        (2, 202602, 202602, 2026),
    ]


def test_what_the_clock_has_just_reached_has_happened() -> None:
    """#1 and !3 end at the clock's very second; #2 and !4 a second later, which has not come yet."""
    store = items("""
        item | who | opened     | closed              | merged
        #1   | Ada | 2026-06-01 | 2026-06-15 12:00:00 |
        #2   | Ada | 2026-06-01 | 2026-06-15 12:00:01 |
        !3   | Ada | 2026-06-01 |                     | 2026-06-15 12:00:00
        !4   | Ada | 2026-06-01 |                     | 2026-06-15 12:00:01
    """)
    assert seen(store, "number, is_closed, is_merged", "items") == [
        (1, 1, 0),
        (2, 0, 0),
        (3, 1, 1),
        (4, 0, 0),
    ]
    later = "closed_ts, closed_month_id, closed_year_id, merged_ts, merged_month_id, merged_year_id"
    assert seen(store, later, "items where number in (2, 4)") == [(0,) * 6] * 2


def test_what_is_opened_after_the_clock_is_not_there() -> None:
    store = items("""
        item | who | opened
        #1   | Ada | 2026-06-15 12:00:00
        #2   | Ada | 2026-06-15 12:00:01
    """)
    assert seen(store, "number", "items") == [1]


def test_the_first_response_is_by_another_human() -> None:
    """Ada's own word and the robot's do not count, nor does what was said before; Bob's is the first."""
    store = items(
        """
        item | who | opened
        !1   | Ada | 2026-06-01
        """,
        """
        item | who     | when             | kind
        !1   | Dan     | 2026-05-31       | comment
        !1   | ci[bot] | 2026-06-01 12:01 | comment
        !1   | Ada     | 2026-06-01 12:02 | comment
        !1   | Bob     | 2026-06-03       | comment
        !1   | Cleo    | 2026-06-05       | review approved
        """,
    )
    assert seen(store, "response_ts, review_ts", "items") == [(second("2026-06-03"), second("2026-06-05"))]


def test_a_response_in_the_second_of_the_opening_counts() -> None:
    store = items(
        "item | who | opened\n#1 | Ada | 2026-06-01",
        "item | who | when\n#1 | Bob | 2026-06-01 12:00:00",
    )
    assert seen(store, "response_ts", "items") == [second("2026-06-01")]


def test_a_response_that_has_not_come_yet_is_none() -> None:
    store = items(
        "item | who | opened\n#1 | Ada | 2026-06-01",
        "item | who | when\n#1 | Bob | 2026-06-15 12:00:01",
    )
    assert seen(store, "response_ts, review_ts", "items") == [(0, 0)]


def test_anybody_responds_to_whom_nobody_knows() -> None:
    """The author's account is gone, so Ada is somebody else."""
    store = items(
        "item | who | opened\n#1 |  | 2026-06-01",
        "item | who | when\n#1 | Ada | 2026-06-02",
    )
    assert seen(store, "person, response_ts", "items") == [(0, second("2026-06-02"))]


def test_an_issue_and_a_change_of_one_number_are_two_things() -> None:
    """Some forges number issues and changes apart: what is said on !1 answers no #1."""
    store = items(
        "item | who | opened\n#1 | Ada | 2026-06-01\n!1 | Ada | 2026-06-01",
        "item | who | when\n!1 | Bob | 2026-06-02",
    )
    assert seen(store, "is_change, response_ts", "items") == [(0, 0), (1, second("2026-06-02"))]


def test_the_first_issue_and_the_first_change_are_told_apart() -> None:
    """Ada's first issue is #1, her first change !3; of two in one second the lower number is first."""
    store = items("""
        item | who | opened
        #2   | Ada | 2026-06-01
        #1   | Ada | 2026-06-01
        !3   | Ada | 2026-06-02
        !4   | Ada | 2026-06-03
        #5   | Bob | 2026-06-04
        #6   |     | 2026-05-01
    """)
    assert seen(store, "number, is_first", "items") == [(1, 1), (2, 0), (3, 1), (4, 0), (5, 1), (6, 0)]


def test_everybody_begins_anew_in_each_project() -> None:
    store = items("""
        project | item | who | opened
        1       | #1   | Ada | 2026-06-01
        2       | #1   | Ada | 2026-06-02
        2       | #2   | Ada | 2026-06-03
    """)
    assert seen(store, "project, number, is_first", "items") == [(1, 1, 1), (2, 1, 1), (2, 2, 0)]


ROLES = {
    "": (0, 0, 0),
    "MANNEQUIN": (0, 0, 0),
    "OWNER": (0, 1, 1),
    "MEMBER": (0, 1, 1),
    "COLLABORATOR": (0, 1, 1),
    "CONTRIBUTOR": (1, 0, 1),
    "FIRST_TIME_CONTRIBUTOR": (1, 0, 1),
    "NONE": (1, 0, 1),
}
"""What a forge calls somebody: whether that is outside, inside, and told at all."""


def test_inside_outside_or_not_told() -> None:
    """Owners, members and collaborators are inside; where nobody says anything, neither is claimed."""
    opened = [f"#{number} | Ada | 2026-06-01 | {role}" for number, role in enumerate(ROLES, start=1)]
    said = [f"#{number} | Bob | 2026-06-02 | {role}" for number, role in enumerate(ROLES, start=1)]
    store = items(
        "\n".join(["item | who | opened | role", *opened]), "\n".join(["item | who | when | role", *said])
    )
    columns = "is_outside, is_inside, has_association"
    assert seen(store, columns, "items", "number") == list(ROLES.values())
    expected = [told[:2] for told in ROLES.values()]
    assert seen(store, "is_outside, is_inside", "interactions", "number") == expected


def test_a_robot_that_merges_decides_nothing() -> None:
    store = items("""
        item | who | opened     | merged     | merger
        !1   | Ada | 2026-06-01 | 2026-06-02 | Bob
        !2   | Ada | 2026-06-01 | 2026-06-02 | bors[bot]
        !3   | Ada | 2026-06-01 | 2026-06-16 | Bob
    """)
    assert seen(store, "number, merged_by > 0", "items") == [(1, True), (2, False), (3, False)]


def test_who_closed_it_is_known_once_it_is_closed() -> None:
    store = items("""
        item | who | opened     | closed     | also
        #1   | Ada | 2026-06-01 | 2026-06-02 | closer: Bob
        #2   | Ada | 2026-06-01 | 2026-06-16 | closer: Bob
    """)
    assert seen(store, "number, closed_by > 0", "items") == [(1, True), (2, False)]


def test_a_size_of_nothing_is_known_and_an_untold_one_is_not() -> None:
    store = items("""
        item | who | opened     | also
        !1   | Ada | 2026-06-01 | +7 -3
        !2   | Ada | 2026-06-01 | +0 -0
        !3   | Ada | 2026-06-01 |
    """)
    assert seen(store, "number, has_lines", "items") == [(1, 1), (2, 1), (3, 0)]
    assert seen(store, "lines", "items where has_lines = 1") == [0, 10]


def test_somebody_works_for_a_firm_from_its_first_second_to_before_its_last() -> None:
    """Acme holds from 1 June, noon, until 3 June, noon, which is the first second without it."""
    store = items("""
        item | who | opened
        #1   | Ada | 2026-06-01 11:59:59
        #2   | Ada | 2026-06-01 12:00:00
        #3   | Ada | 2026-06-03 11:59:59
        #4   | Ada | 2026-06-03 12:00:00
    """)
    values = [second("2026-06-01"), second("2026-06-03")]
    store.execute("insert into affiliation select person, 9, ?, ? from person where name = 'Ada'", values)
    look_at(store, as_of=second(CLOCK))
    assert seen(store, "number, organisation", "items") == [(1, 0), (2, 9), (3, 9), (4, 0)]


def test_an_ending_has_its_own_year() -> None:
    """Both ended in the last second of 2025."""
    store = items("""
        item | who | opened     | closed              | merged
        #1   | Ada | 2025-11-30 | 2025-12-31 23:59:59 |
        !2   | Ada | 2025-11-30 |                     | 2025-12-31 23:59:59
    """)
    assert seen(store, "number, closed_year_id, merged_year_id", "items") == [(1, 2025, 0), (2, 2025, 2025)]


def test_a_review_is_a_response_too_and_the_earliest_counts() -> None:
    store = items(
        "item | who | opened\n!1 | Ada | 2026-06-01",
        """
        item | who  | when       | kind
        !1   | Cleo | 2026-06-05 | review approved
        !1   | Bob  | 2026-06-03 | review commented
        !1   | Bob  | 2026-06-04 | comment
        """,
    )
    assert seen(store, "response_ts, review_ts", "items") == [(second("2026-06-03"), second("2026-06-03"))]


def test_ones_own_word_is_no_response_whoever_opened_the_issue_of_that_number() -> None:
    """Bob opened #1 and Ada !1, on which she spoke herself: nobody answered her."""
    store = items(
        "item | who | opened\n#1 | Bob | 2026-06-01\n!1 | Ada | 2026-06-01",
        "item | who | when | kind\n!1 | Ada | 2026-06-02 | review commented",
    )
    assert seen(store, "is_change, response_ts, review_ts", "items") == [(0, 0, 0), (1, 0, 0)]


def test_ones_own_word_is_no_response_whoever_opened_that_number_elsewhere() -> None:
    """Bob opened #1 in the first project and Ada #1 in the second, on which she spoke herself."""
    store = items(
        "project | item | who | opened\n1 | #1 | Bob | 2026-06-01\n2 | #1 | Ada | 2026-06-01",
        "project | item | who | when\n2 | #1 | Ada | 2026-06-02",
    )
    assert seen(store, "project, response_ts", "items") == [(1, 0), (2, 0)]


def test_what_is_open_has_no_end() -> None:
    """No month of 1970 either."""
    store = items("item | who | opened\n!1 | Ada | 2026-06-01")
    ends = "closed_ts, closed_month_id, closed_year_id, merged_ts, merged_month_id, merged_year_id"
    assert seen(store, f"is_closed, is_merged, {ends}", "items") == [(0,) * 8]


def test_what_happens_in_the_clocks_own_second_has_its_time() -> None:
    store = items(
        "item | who | opened | merged\n!1 | Ada | 2026-06-01 | 2026-06-15 12:00:00",
        "item | who | when | kind\n!1 | Bob | 2026-06-15 12:00:00 | review approved",
    )
    assert seen(store, "merged_ts, response_ts, review_ts", "items") == [(second(CLOCK),) * 3]


def test_who_merged_and_closed_is_nobody_where_nobody_tells() -> None:
    store = items("item | who | opened | merged\n!1 | Ada | 2026-06-01 | 2026-06-02")
    assert seen(store, "merged_by, closed_by", "items") == [(0, 0)]


def test_a_size_of_which_one_half_is_told_is_not_known() -> None:
    store = items("item | who | opened | also\n!1 | Ada | 2026-06-01 | +7 -3\n!2 | Ada | 2026-06-01 | +7 -3")
    store.execute("update item_fact set added = -1 where number = 1")
    store.execute("update item_fact set deleted = -1 where number = 2")
    look_at(store, as_of=second(CLOCK))
    assert seen(store, "has_lines", "items") == [0, 0]


def test_where_no_employer_is_stated_the_address_tells_it() -> None:
    """Nobody knows who opened #2, nor for whom."""
    store = items("item | who | opened\n#1 | Ada @acme | 2026-06-01\n#2 |  | 2026-06-01")
    firms = "items left join organisation o using (organisation)"
    assert seen(store, "number, organisation > 0, o.name", firms) == [(1, True, "acme"), (2, False, None)]
