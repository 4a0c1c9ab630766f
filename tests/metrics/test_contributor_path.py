"""From a star to a merge, worked by hand."""

from itertools import pairwise

from folkmoot.metrics.contributor_path import METRIC, NAMES
from worked_example import drilled, example, values

ITEMS = """
    item | who | opened | closed | merged | merger
    #1 | Ada | 2026-01-01 | | |
    !2 | Bob | 2026-01-01 | | 2026-01-05 | Cleo
    !3 | Bob | 2026-01-01 | 2026-01-05 | |
    !4 | Cleo | 2024-01-01 | | 2024-01-05 | Cleo
    !5 | Dan | 2024-01-01 | | 2024-01-05 | Cleo
    !6 | Gus | 2026-01-01 | | |
    !7 | Ivy | 2024-01-01 | | 2024-01-05 | Cleo
"""
REMARKS = """
    item | who | when | kind
    !2 | Cleo | 2026-01-02 | review approved
    !2 | Bob | 2026-01-02 | review commented
    !2 | Hal | 2026-01-03 | review approved
    !2 | Ivy | 2026-01-03 | review approved
"""
ACTS = """
    who | when | kind
    Eve | 2026-02-01 | star
    Eve | 2026-02-01 | fork
    Dan | 2024-02-01 | star
    watch[bot] | 2026-02-01 | star
"""


def test_how_far_people_came() -> None:
    """Worked out on paper.

    Seen in the year: Eve came by; Ada and Hal took part, Hal by a review and without a change of his own;
    Gus offered a change; Bob had one merged; Ivy had one merged in 2024 and reviews; Cleo, whose own merged
    change is of 2024 too, merged Bob's. Dan, last seen in 2024, is not there.
    """
    found = values(example(items=ITEMS, remarks=REMARKS, acts=ACTS), METRIC)
    assert found == {
        (1, "came by"): 7,
        (1, "took part"): 6,
        (1, "offered a change"): 4,
        (1, "had a change merged"): 3,
        (1, "and helped others"): 2,
        (1, "and merged for others"): 1,
    }
    steps = [found[1, name] or 0 for name in NAMES]
    assert all(upper >= lower for upper, lower in pairwise(steps))


def test_each_number_opens_into_what_put_people_on_the_step() -> None:
    """Worked out on paper, an event counting once per step.

    Came by: Eve's two, and all of the second step. Took part: #1, the changes of Bob (2), Cleo, Gus and Ivy,
    Dan's, which Cleo merged, and 4 reviews. Offered: those without Dan's. Had merged: Bob's, Cleo's and
    Ivy's. Helped: the reviews of Cleo and Ivy, and what Cleo merged: !2, !5 and !7.
    """
    store = example(items=ITEMS, remarks=REMARKS, acts=ACTS)
    took_part = 1 + 5 + 1 + 4
    offered, merged, helped, merging = 5, 3, 5, 3
    assert drilled(store, METRIC) == {1: (2 + took_part) + took_part + offered + merged + helped + merging}


def test_without_stars_and_forks_the_way_begins_with_taking_part() -> None:
    assert set(values(example(items=ITEMS, remarks=REMARKS), METRIC)) == {(1, name) for name in NAMES[1:]}


def test_nobody_seen_in_a_year_is_no_path() -> None:
    assert values(example(items=ITEMS, as_of="2028-01-01"), METRIC) == {}
