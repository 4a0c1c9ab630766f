"""What happened of late, counted by hand on small histories."""

import pytest

from folkmoot.model.event import DAY
from folkmoot.model.past import Past
from folkmoot.store.past import read_past
from worked_example import PROJECT, day, example

COMMITS = """
    when       | who          | files | also
    2024-01-03 | Ada          | a.py  |
    2026-05-01 | Ada          | a.py  | #1
    2026-05-02 | Bob          | a.py  | #2
    2026-05-03 | renovate[bot] | a.py | #3
    2026-05-04 | Ada          | a.py  |
    2026-05-05 | Ada          | a.py  | reviewed: Bob
    2025-09-01 | Bob          | b.py  |
"""
CHANGES = """
    number | who          | opened     | merged
    1      | Ada          | 2026-04-01 | 2026-05-01
    2      | Bob          | 2026-04-01 | 2026-05-02
    3      | renovate[bot] | 2026-04-01 | 2026-05-03
"""
ITEMS = """
    item | who          | opened     | closed     | merged     | merger | role
    !1   | Ada          | 2026-04-01 | 2026-05-01 | 2026-05-01 | Ada    | OWNER
    !2   | Bob          | 2026-04-01 | 2026-05-02 | 2026-05-02 | Ada    | MEMBER
    !3   | renovate[bot] | 2026-04-01 | 2026-05-03 | 2026-05-03 | Ada   | NONE
    !4   | Cleo         | 2024-04-01 | 2024-05-01 | 2024-05-01 | Cleo   | NONE
    #5   | Dan          | 2026-06-01 |            |            |        | NONE
    #6   | Dan          | 2026-06-02 |            |            |        | NONE
    #7   | Ada          | 2026-06-03 |            |            |        | OWNER
    #8   | Ada          | 2025-06-03 |            |            |        | OWNER
"""
REMARKS = """
    item | who  | when       | kind            | role
    !1   | Bob  | 2026-04-20 | review approved | MEMBER
    #5   | Ada  | 2026-06-04 | comment         | OWNER
"""


def past(**tables: str) -> Past:
    return read_past(example(tables.pop("commits", COMMITS), **tables), PROJECT)


def test_without_a_forge_reviews_and_issues_are_not_known() -> None:
    """Five commits of the last 90 days before 15 June 2026, one a tool's; that of September is older."""
    expected = Past(day("2026-06-15"), day("2024-01-03"), commits=5, updates=1, active_organisations=0)
    assert past() == expected


def test_a_changeset_is_a_merged_change_or_a_commit_that_came_without_one() -> None:
    """In a year: changes 1 and 2, the bot's 3, and three commits that belong to no change.

    Approved: 1 by a review, 2 by the merge of another, and the commit that names a reviewer. The bot's change
    was merged by a person and is left out of the changesets.
    """
    made = past(changes=CHANGES, items=ITEMS, remarks=REMARKS)
    assert (made.landed, made.changesets, made.approved, made.by_people) == (6, 5, 3, 5)


def test_merging_one_s_own_change_approves_nothing() -> None:
    made = past(changes=CHANGES, items=ITEMS)
    assert made.approved == 2


def test_a_bot_s_change_that_nobody_approved_counts() -> None:
    own = ITEMS.replace("| 2026-05-03 | Ada   | NONE", "| 2026-05-03 |       | NONE")
    made = past(changes=CHANGES, items=own, remarks=REMARKS)
    assert (made.landed, made.changesets, made.approved) == (6, 6, 3)


def test_issues_count_when_somebody_with_rights_spoke_of_late() -> None:
    """5 has an owner's comment and 7 an owner's opening; 6 has neither, 8 is older."""
    assert past(changes=CHANGES, items=ITEMS, remarks=REMARKS).issues == 2


def test_organisations_count_from_five_commits_of_one_person_on() -> None:
    rows = [f"2026-01-{day:02} | Ada @acme |" for day in range(1, 6)]
    rows += [f"2026-02-{day:02} | Bob @initech |" for day in range(1, 5)]
    rows += [f"2026-03-{day:02} | Cleo |" for day in range(1, 9)]
    assert past(commits="when | who | files\n" + "\n".join(rows)).organisations == 1


def test_organisations_of_old_are_told_from_those_at_work() -> None:
    rows = [f"2026-01-{day:02} | Ada @acme |" for day in range(1, 6)]
    rows += [f"2024-02-{day:02} | Bob @initech |" for day in range(1, 6)]
    made = past(commits="when | who | files\n" + "\n".join(rows))
    assert (made.organisations, made.active_organisations) == (2, 1)


def test_an_empty_store_has_no_past() -> None:
    assert past(commits="") == Past(day("2026-06-15"), 0)


def test_the_forge_may_have_seen_a_project_before_the_first_commit() -> None:
    made = past(commits="when | who\n2026-05-01 | Ada", items=ITEMS)
    assert made.first_seen == day("2024-04-01")


def test_commits_before_the_forge_knew_of_changes_do_not_count() -> None:
    later = "item | who | opened | closed | merged | merger | role\n"
    later += "!9 | Bob | 2026-05-05 | 2026-05-06 | 2026-05-06 | Ada | NONE"
    made = past(items=later)
    assert (made.landed, made.approved) == (2, 2)


def test_side_branches_count_with_what_landed_them() -> None:
    commits = """
        when       | who | files | also
        2026-05-01 | Ada | a.py  | off-main
        2026-05-02 | Ada | a.py  | merge
    """
    early = "item | who | opened | role\n!9 | Bob | 2026-01-01 | NONE"
    assert past(commits=commits, items=early).landed == 1


def test_updates_are_the_changes_of_tools_that_update_dependencies() -> None:
    """Renovate opened change 3 in April 2026, two months before the clock; Ada's and Bob's are none."""
    assert past(changes=CHANGES).updates == 1


def test_an_update_that_is_older_than_a_year_does_not_count() -> None:
    rows = "when | who | files\n2024-05-03 | renovate[bot] | a.py\n2026-05-01 | Ada | a.py"
    assert past(commits=rows).updates == 0


def test_updates_that_no_change_tells_of_count_by_their_commits() -> None:
    rows = "when | who | files\n" + "\n".join(f"2026-05-0{n} | dependabot[bot] | a.py" for n in range(1, 4))
    assert past(commits=rows + "\n2026-05-04 | github-actions[bot] | a.py").updates == 3


@pytest.mark.parametrize(("days", "is_told"), [(89, True), (91, False)])
def test_a_forge_that_was_last_read_long_ago_says_nothing_of_changes_and_issues(
    days: int, is_told: bool
) -> None:
    """What was merged, and who spoke, since then nobody knows: that is not nothing."""
    store = example(COMMITS, changes=CHANGES, items=ITEMS, remarks=REMARKS)
    store.execute("update coverage set until = until - ? where source = 'test'", [days * DAY])
    made = read_past(store, PROJECT)
    assert [each is not None for each in (made.landed, made.changesets, made.issues, made.ran)] == [
        is_told
    ] * 4
    assert (made.approved > 0, made.by_people > 0) == (is_told, is_told)
    assert (made.commits, made.updates) == (5, 1)
