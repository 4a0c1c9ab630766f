"""From a star to a merge, worked by hand."""

from itertools import pairwise

import pytest

from folkmoot.metrics.contributor_path import METRIC, NAMES
from folkmoot.store.answer import answer
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


def test_bots_and_people_nobody_knows_take_no_step() -> None:
    """Ada opened an issue and merged the change of a bot: one person, who took part.

    Not there: the bots' change, comment and star, and a star, an issue, a merged change, a comment and a
    merge by nobody known. Bob, whose change nobody known merged in 2024, is long gone.
    """
    items = """
        item | who           | opened     | merged     | merger
        #1   | Ada           | 2026-01-01 |            |
        !2   | renovate[bot] | 2026-01-01 | 2026-01-02 | Ada
        #3   |               | 2026-01-01 |            |
        !4   |               | 2026-01-01 | 2026-01-02 |
        !5   | Bob           | 2024-01-01 | 2024-01-02 |
    """
    remarks = "item | who | when\n#1 | ci[bot] | 2026-01-02\n#1 | | 2026-01-02"
    acts = "who | when | kind\nci[bot] | 2026-01-01 | star\n | 2026-01-01 | star"
    store = example(items=items, remarks=remarks, acts=acts)
    assert values(store, METRIC) == {(1, name): float(name in {"came by", "took part"}) for name in NAMES}
    assert {row.n for row in answer(store, METRIC)} == {1}


def test_merging_for_others_without_an_own_merged_change_is_not_on_the_last_steps() -> None:
    """Ada merged Bob's change and had none of her own: of the two, Bob alone is on the fourth step.

    Who merged his second one is not known, and is nobody.
    """
    items = """
        item | who | opened     | merged     | merger
        !1   | Bob | 2026-01-01 | 2026-01-02 | Ada
        !2   | Bob | 2026-01-01 | 2026-01-02 |
    """
    store = example(items=items)
    assert values(store, METRIC) == {
        (1, "took part"): 2,
        (1, "offered a change"): 1,
        (1, "had a change merged"): 1,
        (1, "and helped others"): 0,
        (1, "and merged for others"): 0,
    }


def test_a_comment_on_anothers_change_is_not_yet_a_help() -> None:
    """Ada, whose change was merged, reviewed her own and commented on Bob's: neither is a review of his."""
    items = "item | who | opened | merged\n!1 | Ada | 2026-01-01 | 2026-01-02\n!2 | Bob | 2026-01-01 |"
    remarks = """
        item | who | when       | kind
        !1   | Ada | 2026-01-01 | review commented
        !2   | Ada | 2026-01-01 | comment
    """
    assert values(example(items=items, remarks=remarks), METRIC)[1, "and helped others"] == 0


def test_who_starred_and_spoke_has_taken_part() -> None:
    """Two came by with a star alone, and Ada, who starred too, spoke: 3 and 1. An un-star is no step."""
    acts = """
        who  | when       | kind
        Ada  | 2026-01-01 | star
        Bob  | 2026-01-01 | star
        Cleo | 2026-01-01 | star
        Dan  | 2026-01-01 | unstar
    """
    found = values(example(items="item | who | opened\n#1 | Ada | 2026-02-01", acts=acts), METRIC)
    assert (found[1, "came by"], found[1, "took part"]) == (3, 1)


@pytest.mark.parametrize(("kind", "is_known"), [("star", True), ("fork", True), ("push", False)])
def test_one_star_or_one_fork_is_enough_to_know_who_came_by(kind: str, is_known: bool) -> None:
    acts = f"who | when | kind\nEve | 2026-02-01 | {kind}"
    assert ((1, "came by") in values(example(items=ITEMS, acts=acts), METRIC)) == is_known


def test_who_was_last_seen_on_the_second_a_year_ago_is_gone() -> None:
    """Ada opened an issue a year ago to the second, Bob a second later: only Bob is seen."""
    items = "item | who | opened\n#1 | Ada | 2025-06-15 12:00:00\n#2 | Bob | 2025-06-15 12:00:01"
    assert values(example(items=items), METRIC)[1, "took part"] == 1


def test_a_star_does_not_stand_behind_taking_part() -> None:
    """Ada starred and opened an issue: both are behind the first step, the issue behind the second."""
    acts = "who | when | kind\nAda | 2026-01-01 | star"
    store = example(items="item | who | opened\n#1 | Ada | 2026-02-01", acts=acts)
    assert drilled(store, METRIC) == {1: 2 + 1}
