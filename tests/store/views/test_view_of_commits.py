"""What metrics read of commits and contributions, at the edges where one answer turns into another."""

from __future__ import annotations

from folkmoot.store.scope import look_at
from store.views.seen import second, seen
from worked_example import example


def test_months_are_those_of_utc_and_hours_those_of_the_author() -> None:
    """Half past midnight on Sunday 1 February, an hour east: January in UTC, hour 0 of a Sunday at home."""
    store = example("when | who\n2026-02-01 00:30 +0100 | Ada")
    assert seen(store, "month_id, local_hour, local_weekday, offset_minutes", "commits") == [
        (202601, 0, 7, 60)
    ]


def test_weeks_begin_on_monday() -> None:
    """2 February 2026 is a Monday."""
    store = example("when | who\n2026-02-02 | Ada\n2026-02-07 | Ada\n2026-02-08 | Ada")
    assert seen(store, "local_weekday", "commits") == [1, 6, 7]


def test_no_clock_on_earth_is_further_off_than_fourteen_hours() -> None:
    """Noon UTC, written with offsets: up to 14 hours they are believed, beyond the commit is taken as UTC."""
    store = example("""
        when                   | who
        2026-02-03 02:00 +1400 | Ada
        2026-02-01 22:00 -1400 | Ada
        2026-02-03 02:01 +1401 | Ada
        2026-02-01 21:59 -1401 | Ada
    """)
    assert seen(store, "commit, offset_minutes, local_hour, local_weekday", "commits") == [
        (1, 840, 2, 2),
        (2, -840, 22, 7),
        (3, 0, 12, 1),
        (4, 0, 12, 1),
    ]


def test_a_commit_of_the_clocks_second_is_there_and_one_later_is_not() -> None:
    store = example("when | who\n2026-06-15 12:00:00 | Ada\n2026-06-15 12:00:01 | Bob", as_of="2026-06-15")
    assert seen(store, "commit", "commits") == [1]


def test_lines_that_were_not_counted_are_not_none() -> None:
    """Commit 2 touched a file whose lines nobody counted; commit 3 changed no line of its file."""
    store = example("""
        when       | who | files
        2026-01-01 | Ada | a.py +3 -2; b.py +1
        2026-01-02 | Ada | a.py
        2026-01-03 | Ada | a.py +0 -0
    """)
    assert seen(store, "commit, files, has_lines, lines", "commits") == [
        (1, 2, 1, 6),
        (2, 1, 0, 0),
        (3, 1, 1, 0),
    ]


def test_a_review_is_by_another_human() -> None:
    """Bob's word counts as a review, and so does his Acked-by; Ada's own does not, nor the robot's."""
    store = example("""
        when       | who | also
        2026-01-01 | Ada | reviewed: Bob
        2026-01-02 | Ada | acked: Bob
        2026-01-03 | Ada | reviewed: Ada
        2026-01-04 | Ada | reviewed: lint[bot]
        2026-01-05 | Ada | tested: Bob; signed-off: Bob
        2026-01-06 | Ada |
    """)
    assert seen(store, "commit, is_reviewed, is_signed_off", "commits") == [
        (1, 1, 0),
        (2, 1, 0),
        (3, 0, 0),
        (4, 0, 0),
        (5, 0, 1),
        (6, 0, 0),
    ]


def test_assistance_is_writing_or_helping_not_reviewing() -> None:
    store = example("""
        when       | who    | also
        2026-01-01 | Ada    | co: Claude
        2026-01-02 | Ada    | helped: Copilot
        2026-01-03 | Ada    | reviewed: Copilot
        2026-01-04 | Claude |
        2026-01-05 | Ada    | co: Bob
        2026-01-06 | Ada    |
    """)
    expected = [(1, 1), (2, 1), (3, 0), (4, 1), (5, 0), (6, 0)]
    assert seen(store, "commit, is_ai_assisted", "commits") == expected


def test_a_commit_that_lands_two_changes_belongs_to_the_first() -> None:
    store = example(
        "when | who | also\n2026-01-05 | Ada | #8; #3\n2026-01-06 | Ada |",
        changes="number | who | opened | merged\n#8 | Ada | 2026-01-01 | 2026-01-05\n"
        "#3 | Ada | 2026-01-01 | 2026-01-05",
    )
    assert seen(store, "commit, change_number", "commits") == [(1, 3), (2, 0)]


def test_merging_is_no_contribution_and_what_a_merge_thanks_for_is() -> None:
    store = example("when | who | also\n2026-01-01 | Ada | merge; tested: Bob")
    assert seen(store, "kind, p.name", "contributions c join person p using (person)") == [
        ("commit.tested", "Bob")
    ]


def test_nobody_reviews_or_shares_what_they_wrote_alone() -> None:
    """Naming oneself as co-author, reviewer or acknowledger is dropped; testing and signing off are acts."""
    store = example("""
        when       | who | also
        2026-01-01 | Ada | co: Ada; reviewed: Ada; acked: Ada; tested: Ada; signed-off: Ada; reported: Ada
    """)
    assert seen(store, "kind", "contributions") == [
        "commit",
        "commit.reported",
        "commit.signed-off",
        "commit.tested",
    ]


def test_one_person_named_twice_for_one_act_counts_once() -> None:
    store = example("when | who | also\n2026-01-01 | Ada | co: Bob; co: Bob; reviewed: Bob")
    assert seen(store, "kind, p.name", "contributions c join person p using (person)") == [
        ("commit", "Ada"),
        ("commit.co-authored", "Bob"),
        ("commit.reviewed", "Bob"),
    ]


def test_two_addresses_of_one_person_are_one_person_named_twice() -> None:
    """Bob is named by his own address and by acme's: still one co-author, and acme's."""
    store = example("when | who | also\n2026-01-01 | Ada | co: Bob; co: Bob @acme")
    assert seen(store, "kind, organisation", "contributions where kind <> 'commit'") == [
        ("commit.co-authored", 1)
    ]


def test_an_employer_holds_from_its_first_second_to_before_its_last() -> None:
    store = example("""
        when                | who | also
        2026-01-01 11:59:59 | Ada | co: Bob
        2026-01-01 12:00:00 | Ada | co: Bob
        2026-01-03 12:00:00 | Ada | co: Bob
    """)
    values = [second("2026-01-01"), second("2026-01-03")]
    store.execute("insert into affiliation select person, 9, ?, ? from person", values)
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "ts, organisation", "contributions where kind = 'commit'", "ts") == [
        (second("2026-01-01 11:59:59"), 0),
        (second("2026-01-01 12:00:00"), 9),
        (second("2026-01-03 12:00:00"), 0),
    ]
    assert seen(store, "organisation", "contributions where kind = 'commit.co-authored'", "ts") == [0, 9, 0]


def test_who_is_named_has_their_own_employer() -> None:
    """Bob works for one firm, and Ada, who wrote the commit, for another."""
    store = example("when | who | also\n2026-01-01 | Ada | co: Bob")
    store.execute("insert into affiliation select person, 10 + person, 0, 4000000000 from person")
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "kind, person, organisation", "contributions") == [
        ("commit", 1, 11),
        ("commit.co-authored", 2, 12),
    ]


def test_what_a_person_says_outweighs_their_address() -> None:
    """Ada writes from acme's address and says to work for nobody: her commits are nobody's."""
    store = example("when | who\n2026-01-01 | Ada @acme\n2026-01-02 | Ada @-\n2026-01-03 | Bob @acme")
    assert seen(store, "commit, organisation", "commits") == [(1, 0), (2, 0), (3, 1)]


def test_a_person_is_summed_up_from_first_to_last() -> None:
    """Ada wrote twice on one day and tested once a month later: 3 contributions, 2 commits, 2 days."""
    store = example("""
        when             | who | also
        2025-12-31 09:00 | Ada |
        2025-12-31 17:00 | Ada |
        2026-02-01       | Bob | tested: Ada
    """)
    columns = "commits, contributions, active_days, first_month_id, first_year_id, last_month_id"
    assert seen(store, columns, "persons where person = 1") == [(2, 3, 2, 202512, 2025, 202602)]


def test_a_touch_has_the_name_and_place_the_file_has_today() -> None:
    """Ada's old.py is docs/new.md now; gone.py is not there any more, and its lines were not counted."""
    store = example(
        """
        when       | who | files                | also
        2026-01-01 | Ada | src/old.py +3 -2     |
        2026-01-02 | Ada | docs/new.md +1       | rename: src/old.py > docs/new.md
        2026-01-03 | Ada | src/gone.py          |
        """,
        files=["docs/new.md"],
    )
    columns = "commit, directory, content, added, deleted, lines, has_lines, in_tree"
    assert seen(store, columns, "touches") == [
        (1, "docs", "documentation", 3, 2, 5, 1, 1),
        (2, "docs", "documentation", 1, 0, 1, 1, 1),
        (3, "src", "code", 0, 0, 0, 0, 0),
    ]


def test_a_commit_that_came_with_a_landing_belongs_to_its_change() -> None:
    """Commit 1 came into the default branch with the merge 2, which landed change 7."""
    store = example(
        "when | who | also\n2026-01-04 | Ada | off-main\n2026-01-05 | Ada | merge; #7",
        changes="number | who | opened | merged\n#7 | Ada | 2026-01-01 | 2026-01-05",
    )
    store.execute("update place set landed_by = 2 where commit = 1")
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "commit, change_number, is_mainline", "commits") == [(1, 7, 0), (2, 7, 1)]


def test_a_commit_that_nothing_landed_belongs_to_no_change() -> None:
    """Change 5 has not landed anywhere, which is not where the commit came from."""
    store = example("when | who\n2026-01-04 | Ada", changes="number | who | opened\n#5 | Ada | 2026-01-01")
    store.execute("update place set landed_by = 0")
    look_at(store, as_of=second("2026-06-15"))
    assert seen(store, "change_number", "commits") == [0]


def test_each_file_of_a_commit_has_lines_of_its_own() -> None:
    store = example("when | who | files\n2026-01-01 | Ada | a.py +3 -2; b.py +1")
    assert seen(store, "added, deleted", "touches", "added") == [(1, 0), (3, 2)]


def test_a_renamed_file_is_there_once_by_the_name_it_has_today() -> None:
    store = example(
        """
        when       | who | files          | also
        2026-01-01 | Ada | src/old.py     |
        2026-01-02 | Ada | docs/new.md    | rename: src/old.py > docs/new.md
        2026-01-03 | Ada | locale/de.po   |
        2026-01-04 | Ada | src/gone.py    |
        """,
        files=["docs/new.md", "locale/de.po"],
    )
    assert seen(store, "name, directory, content, locale", "files") == [
        ("docs/new.md", "docs", "documentation", ""),
        ("locale/de.po", "locale", "translation", "de"),
    ]
