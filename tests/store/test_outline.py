"""How much there is, since when, and how far it can be believed."""

import pytest

from folkmoot.i18n import say
from folkmoot.model.coverage import Quality
from folkmoot.store.outline import outline
from folkmoot.store.scope import look_at
from worked_example import day, example

THREE = "when | who\n2024-01-03 | Ada\n2026-01-03 | Ada\n2026-01-04 | Bob\n2026-01-05 | renovate[bot]"


def test_an_empty_store_has_an_outline() -> None:
    empty = outline(example(""))
    assert (empty.commits, empty.people, empty.changes, empty.releases) == (0, 0, 0, 0)
    assert (empty.first_commit, empty.last_commit, empty.last_seen) == (0, 0, 0)
    assert (empty.largest_organisation, empty.unreleased) == (0, 0)


def test_commits_people_and_lines_are_counted() -> None:
    made = outline(
        example("""
            when       | who          | files   | also
            2024-01-03 | Ada          | a.py +1 |
            2026-01-04 | Bob          | a.py    |
            2026-01-05 | renovate[bot] | a.py +1 |
            2026-01-06 | Bob          |         | merge
        """)
    )
    assert (made.commits, made.people, made.commits_with_lines) == (4, 2, 2)
    assert (made.recent_commits, made.recent_bot_commits, made.bot_commits) == (2, 1, 1)
    assert (made.first_commit, made.last_commit) == (day("2024-01-03"), day("2026-01-06"))


def test_what_updates_dependencies_is_told_from_other_bots() -> None:
    made = outline(
        example("""
            when       | who
            2026-01-04 | Ada
            2026-01-05 | renovate[bot]
            2026-01-06 | github-actions[bot]
            2026-01-07 | github-actions[bot]
        """)
    )
    assert (made.recent_bot_commits, made.recent_updates) == (3, 1)


def test_changes_after_the_newest_commit_are_those_of_people() -> None:
    made = outline(
        example(
            "when | who\n2026-01-03 | Ada",
            changes="""
                number | who          | opened     | merged
                1      | Bob          | 2026-01-01 | 2026-01-03
                2      | Bob          | 2026-02-01 |
                3      | renovate[bot] | 2026-03-01 |
            """,
        )
    )
    assert (made.changes, made.merged_changes, made.changes_since) == (3, 1, 1)
    assert made.opened_changes == 3
    assert made.last_seen == day("2026-03-01")


def test_what_waits_for_a_release_came_after_the_newest_real_one() -> None:
    made = outline(
        example(
            "when | who | also\n2026-01-03 | Ada |\n2026-02-03 | Ada |\n2026-02-04 | Ada | merge\n"
            "2026-03-03 | x[bot] |\n2026-03-04 | Bob |",
            releases="tag | when | also\nv1 | 2026-01-10 |\nv2rc1 | 2026-03-01 | pre",
        )
    )
    assert (made.releases, made.unreleased) == (2, 2)
    assert made.newest_prerelease == day("2026-03-01")


@pytest.mark.parametrize("tags", ["v2rc1 | 2026-01-01 | pre\nv2 | 2026-01-10 |", "v2 | 2026-01-10 |"])
def test_a_pre_release_before_the_newest_release_is_not_the_newest(tags: str) -> None:
    assert outline(example(releases=f"tag | when | also\n{tags}")).newest_prerelease == 0


def test_what_was_written_before_a_release_and_merged_after_it_waits_for_the_next() -> None:
    """Change 1 was merged before the release, change 2 after it; Ada's commit at its end is no change."""
    made = outline(
        example(
            "when | who | also\n2026-01-02 | Bob | #1\n2026-01-03 | Bob | #2\n2026-01-04 | Ada |",
            changes="""
                number | who | opened     | merged
                1      | Bob | 2026-01-01 | 2026-01-05
                2      | Bob | 2026-01-01 | 2026-02-03
            """,
            releases="tag | when | also\nv1 | 2026-01-10 |",
        )
    )
    assert made.unreleased == 1


def test_the_largest_organisation_is_that_of_the_last_year() -> None:
    made = outline(
        example("""
            when       | who
            2020-01-03 | Ada @old
            2020-01-04 | Ada @old
            2026-01-03 | Bob @acme
            2026-01-04 | Cleo @acme
            2026-01-05 | Dan @bolt
        """)
    )
    assert (made.largest_commits, made.largest_people) == (2, 2)


def test_months_and_years_say_whether_they_are_over() -> None:
    made = outline(example("when | who\n2025-12-03 | Ada", as_of="2026-02-10"))
    assert made.months == {202512: True, 202601: True, 202602: False}
    assert made.years == {2025: True, 2026: False}


def test_the_kinds_of_contribution_are_those_seen() -> None:
    made = outline(example("when | who | also\n2026-01-03 | Ada | reviewed: Bob"))
    assert made.kinds == {"commit", "commit.reviewed"}


def test_the_worst_coverage_counts_and_every_note_once() -> None:
    store = example("")
    for _ in range(2):
        store.execute("insert into coverage values (1, 'archive', 0, 1, 'lower bound', 'Days are missing.')")
    store.execute("insert into coverage values (2, 'archive', 0, 1, 'sampled', 'Elsewhere.')")
    made = outline(store)
    assert (made.quality, made.notes) == (Quality.LOWER_BOUND, ("Days are missing.",))


def test_an_unheard_of_quality_is_unknown() -> None:
    store = example("")
    store.execute("insert into coverage values (1, 'archive', 0, 1, 'splendid', '')")
    assert outline(store).quality is Quality.UNKNOWN


FORKED = "who | when | kind\nAda | 2026-01-03 | fork"
STARRED = FORKED + "\nBob | 2026-01-04 | star"
COUNTED = "day | stars | forks | watchers | issues | changes\n2026-01-05 | {stars} | 1 | 0 | 0 | 0"


@pytest.mark.parametrize(
    ("acts", "stars", "is_hidden"),
    [
        (FORKED, None, True),  # nobody says how many there are
        (FORKED, "12", True),  # there are some, and nobody says since when
        (FORKED, "", True),
        (FORKED, "0", False),  # there are none
        (STARRED, "12", False),
        (STARRED, None, False),
        ("", None, False),  # no forge at all
        ("", "3", True),
    ],
)
def test_stars_that_nobody_tells_of_are_not_none(acts: str, stars: str | None, is_hidden: bool) -> None:
    counted = "" if stars is None else COUNTED.format(stars=stars)
    store = example("when | who\n2026-01-03 | Ada", acts=acts, snapshots=counted)
    assert outline(store).hides_stars is is_hidden


@pytest.mark.parametrize(
    ("forks", "source", "is_hidden"),
    [
        ("5", "snapshot", True),
        ("5", "archive-dump", True),
        ("0", "snapshot", False),  # there are none
        ("5", "gitlab", False),  # it lists forks, so those counted were made before or taken back
    ],
)
def test_forks_that_are_only_counted_are_not_none(forks: str, source: str, is_hidden: bool) -> None:
    counted = f"day | stars | forks | watchers | issues | changes\n2026-01-03 | 1 | {forks} | 0 | 0 | 0"
    store = example("when | who\n2026-01-03 | Ada", snapshots=counted)
    store.execute("delete from coverage where source <> 'git'")
    store.execute("insert into coverage values (1, ?, 0, 1, 'complete', '')", [source])
    assert outline(store).hides_forks is is_hidden


def test_forks_that_are_told_of_are_known() -> None:
    store = example("when | who\n2026-01-03 | Ada", acts=FORKED)
    store.execute("delete from coverage where source <> 'git'")
    assert not outline(store).hides_forks


def test_an_archive_tells_of_every_star_it_saw() -> None:
    store = example("when | who\n2026-01-03 | Ada", acts=FORKED)
    store.execute("insert into coverage values (1, 'gharchive', 0, 1, 'lower bound', '')")
    assert not outline(store).hides_stars


def test_a_day_is_over_in_its_last_second() -> None:
    for clock, is_over in (("2026-01-03 23:59:58", False), ("2026-01-03 23:59:59", True)):
        days = outline(example("when | who\n2026-01-03 | Ada", as_of=clock)).days
        assert list(days.values())[-2:] == [True, is_over]


def lagging(*known: tuple[int, str, str]) -> list[str]:
    """Give what is said where sources were read until these days, as (project, source, day)."""
    store = example("when | who\n2026-01-03 | Ada", as_of="2026-06-15")
    for other in {project for project, _, _ in known} - {1}:
        store.execute("insert into project values (?, ?, 'made for a test')", [other, str(other)])
    for project, source, until in known:
        store.execute(
            "insert into coverage values (?, ?, 0, ?, 'complete', '')", [project, source, day(until)]
        )
    look_at(store, as_of=day("2026-06-15"))
    made = outline(store)
    assert (made.quality is Quality.LOWER_BOUND) is bool(made.notes)
    return [say(note) for note in made.notes]


def test_projects_that_were_read_earlier_are_told_of() -> None:
    """Together with one that was read later, nothing would seem to happen in them."""
    (told,) = lagging((2, "git", "2026-03-01"), (3, "git", "2026-05-02"), (3, "github", "2026-05-01"))
    assert told == (
        "Not up to date: 2 of 3 projects, the oldest as of 2026-03-01. What happened there since is missing "
        "here, and no 0 is meant."
    )


def test_a_day_between_two_sources_is_none() -> None:
    assert lagging((1, "github", "2026-06-14"), (1, "gitlab", "2026-06-15")) == []


def test_counts_of_single_days_and_archives_are_not_expected_to_go_on() -> None:
    assert lagging((1, "snapshot", "2026-01-01"), (1, "gharchive", "2025-01-01")) == []


def test_of_several_readings_of_one_source_the_newest_counts() -> None:
    assert lagging((1, "github", "2026-01-01"), (1, "github", "2026-06-15")) == []


def test_each_source_is_dated_by_the_newest_thing_it_told_of() -> None:
    made = outline(
        example("when | who\n2026-05-03 | Ada", items="item | who | opened\n#1 | Cleo | 2026-02-01")
    )
    assert (made.last_seen, made.last_told) == (day("2026-05-03"), day("2026-02-01"))
    assert made.seen_until("github, gitlab") == day("2026-02-01")
    assert made.seen_until("git, github") == made.seen_until("git") == day("2026-05-03")


def test_where_no_forge_told_anything_the_newest_thing_of_all_counts() -> None:
    assert outline(example("when | who\n2026-05-03 | Ada")).seen_until("github") == day("2026-05-03")


@pytest.mark.parametrize(
    ("named", "tool"), [((1, 2), ""), ((2,), ""), ((2, 3), "gerrit"), ((1, 2, 3), "gerrit"), ((4,), "")]
)
def test_a_tool_for_review_is_told_where_most_of_the_newest_year_names_it(
    named: tuple[int, ...], tool: str
) -> None:
    store = example(THREE)
    store.executemany("insert into tool_fact values (?, 'gerrit')", [[commit] for commit in named])
    store.execute("insert into mention_fact values (2, 17, 'closes'), (3, 18, 'closes')")
    assert outline(store).review_tool == tool
