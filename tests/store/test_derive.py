"""What follows from the facts: places, files, renames, changes, releases, documents."""

from pathlib import Path

import pytest

from sources.git.repositories import ADA, BOB, CLEO, DAY, START, Repository
from store.stores import ask, bring, value


def test_a_merged_and_a_squashed_change_are_told(made: Repository, store: Path) -> None:
    bring(store, made.place)
    assert ask(store, "select number, state, rule, opened_at > 0 from change_fact") == [
        (1, "merged", "head in the default branch", True),
        (2, "merged", "number in the subject", True),
    ]


@pytest.mark.parametrize("button", ["GitHub <noreply@github.com>", "Gitea <gitea@fake.local>"])
def test_a_forges_own_committer_does_not_say_who_merged(made: Repository, store: Path, button: str) -> None:
    tip = [made.head]
    made.ref("refs/pull/3/head", made.commit(BOB, "Propose\n", {"oar.py": "1\n"}, branch=""))
    made.commit(BOB, "Row (#3)\n", {"oar.py": "1\n"}, parents=tip, committer=button)
    bring(store, made.place)
    assert ask(store, "select state, merged_by from change_fact where number = 3") == [("merged", 0)]
    programs = "select name from person where is_bot = 1"
    assert ask(store, programs) == [(button.partition(" <")[0],)]


def test_a_change_that_was_rebased_is_told_by_who_wrote_it_and_when(made: Repository, store: Path) -> None:
    tip = [made.head]
    wrote = made.at + DAY
    made.ref("refs/pull/3/head", made.commit(BOB, "Propose\n", {"oar.py": "1\n"}, at=wrote, branch=""))
    made.commit(ADA, "Go on\n", {"sail.py": "1\n"}, at=wrote + 1, parents=tip)
    made.commit(BOB, "Propose\n", {"oar.py": "1\n"}, at=wrote, committed_at=wrote + 2, committer=ADA)
    bring(store, made.place)
    asked = """select f.rule, i.name, f.merged_at from change_fact f
        join identity i on i.identity = f.merged_by where number = 3"""
    assert ask(store, asked) == [("same work in the default branch", "Ada", wrote + 2)]


def test_every_commit_of_a_change_that_was_rebased_is_of_it(made: Repository, store: Path) -> None:
    """Bob wrote two, which Ada rebased behind her own; none of them was pushed directly."""
    tip, wrote = [made.head], made.at + DAY
    made.commit(BOB, "Row\n", {"oar.py": "1\n"}, at=wrote, branch="")
    head = made.commit(BOB, "Row on\n", {"oar.py": "2\n"}, at=wrote + 1, branch="")
    made.ref("refs/pull/3/head", head)
    made.commit(ADA, "Go on\n", {"sail.py": "1\n"}, at=wrote + 2, parents=tip)
    made.commit(BOB, "Row\n", {"oar.py": "1\n"}, at=wrote, committed_at=wrote + 3, committer=ADA)
    made.commit(BOB, "Row on\n", {"oar.py": "2\n"}, at=wrote + 1, committed_at=wrote + 3, committer=ADA)
    bring(store, made.place)
    asked = "select subject, change_number, is_mainline from commits join commit_fact using (commit)"
    assert ask(store, f"{asked} where ts >= {wrote}") == [("Go on", 0, 1), ("Row", 3, 1), ("Row on", 3, 1)]


def test_a_change_that_was_squashed_without_its_number_is_told_by_what_it_changes(
    made: Repository, store: Path
) -> None:
    """Bob's two commits landed as one of his, behind one by Ada; neither names a number."""
    tip, wrote = [made.head], made.at + DAY
    made.commit(BOB, "Row\n", {"oar.py": "1\n"}, at=wrote, parents=tip, branch="")
    made.ref("refs/pull/3/head", made.commit(BOB, "Row on\n", {"oar.py": "2\n"}, at=wrote + 1, branch=""))
    made.write({"oar.py": None})
    made.commit(ADA, "Go on\n", {"sail.py": "1\n"}, at=wrote + 2, parents=tip)
    made.commit(BOB, "Row further\n", {"oar.py": "2\n"}, at=wrote, committed_at=wrote + 3, committer=ADA)
    bring(store, made.place)
    asked = "select state, rule, opened_at, merged_at from change_fact where number = 3"
    assert ask(store, asked) == [("merged", "same changes in one commit", wrote, wrote + 3)]
    asked = "select subject, change_number from commits join commit_fact using (commit)"
    assert ask(store, f"{asked} where ts >= {wrote} order by 1") == [("Go on", 0), ("Row further", 3)]


def test_a_change_that_moves_a_file_and_was_squashed_is_told_too(made: Repository, store: Path) -> None:
    made.commit(files={"oar.py": "1\n"})
    tip, wrote, moved = [made.head], made.at + DAY, {"oar.py": None, "row.py": "1\n"}
    made.ref("refs/pull/3/head", made.commit(BOB, "Move\n", moved, at=wrote, parents=tip, branch=""))
    made.commit(BOB, "Move on\n", at=wrote + 1, committed_at=wrote + 3, committer=ADA, parents=tip)
    bring(store, made.place)
    renamed = "select count(*) from rename_fact join commit_fact c using (commit) where c.subject = 'Move on'"
    assert ask(store, renamed) == [(1,)]
    assert ask(store, "select state from change_fact where number = 3") == [("merged",)]


def test_work_outside_the_default_branch_is_a_change_but_no_commit(made: Repository, store: Path) -> None:
    made.ref("refs/pull/3/head", made.commit("Dora <dora@example.org>", "Propose\n", branch=""))
    bring(store, made.place)
    asked = (
        "select f.state, i.name from change_fact f join identity i on i.identity = f.author where number = 3"
    )
    assert ask(store, asked) == [("unknown", "Dora")]
    assert value(store, "select count(*) from commits") == 6


def test_a_change_begins_with_its_own_work_though_a_clock_went_ahead(made: Repository, store: Path) -> None:
    """Bob's work was merged before the day it says it was done; Dora went on from it."""
    tip = made.head
    bobs = made.commit(BOB, "Early\n", at=made.at + 20 * DAY, branch="side")
    doras = made.commit("Dora <dora@example.org>", "Propose\n", at=made.at, branch="")
    made.commit(ADA, "Merge\n", at=made.at - 18 * DAY, parents=[tip, bobs])
    made.ref("refs/pull/3/head", doras)
    bring(store, made.place)
    asked = """select i.name, f.opened_at - (select max(authored_at) from commit_fact)
        from change_fact f join identity i on i.identity = f.author where number = 3"""
    assert ask(store, asked) == [("Dora", DAY)]


@pytest.mark.parametrize(
    ("author", "more", "state"),
    [
        (BOB, "", "unknown"),
        ("Dora <dora@work.example>", "", "merged"),
        (BOB, "\n\nCo-authored-by: Someone <DORA@example.org>", "merged"),
    ],
)
def test_a_closed_change_is_merged_where_its_author_wrote_what_closed_it(
    made: Repository, store: Path, author: str, more: str, state: str
) -> None:
    """Dora is known by nothing but her change: Bob does it anew, or lands it by hand in her name."""
    tip = [made.head]
    made.ref("refs/pull/3/head", made.commit("Dora <dora@example.org>", "Propose\n", branch=""))
    made.commit(author, f"Paint the boat\n\nCloses #3{more}\n", {"boat.py": "1\n"}, parents=tip)
    bring(store, made.place)
    assert value(store, "select state from change_fact where number = 3") == state


def test_a_path_leads_to_the_name_it_has_today(made: Repository, store: Path) -> None:
    made.commit(BOB, "Again\n", {"src/d.py": None, "lib/e.py": "1\n2\n"})
    bring(store, made.place)
    asked = """select p.name, h.name from path_class c join path_fact p on p.path = c.path
        join path_fact h on h.path = c.head_path where p.name like '%.py' and p.name <> 'src/a.py'"""
    assert ask(store, asked) == [(name, "lib/e.py") for name in ("lib/e.py", "src/c.py", "src/d.py")]


def test_a_name_that_is_used_again_keeps_its_own_history(made: Repository, store: Path) -> None:
    made.commit(BOB, "New under the old name\n", {"src/c.py": "else\n"})
    bring(store, made.place)
    asked = """select p.name, h.name from path_class c join path_fact p on p.path = c.path
        join path_fact h on h.path = c.head_path where p.name = 'src/c.py'"""
    assert ask(store, asked) == [("src/c.py", "src/c.py")]


def test_a_file_that_went_in_circles_ends(made: Repository, store: Path) -> None:
    made.commit(BOB, "Back\n", {"src/d.py": None, "src/c.py": "1\n2\n"})
    made.commit(BOB, "And away\n", {"src/c.py": None})
    bring(store, made.place)
    assert value(store, "select count(*) from files where name like 'src/_.py'") == 1


def test_tags_that_were_all_made_at_once_later_have_the_times_of_their_commits(
    made: Repository, store: Path
) -> None:
    """A history that came from another system: five versions in two years, tagged on one day."""
    late = START + 1000 * DAY
    for number in range(5):
        made.tag(f"v5.{number}", made.commit(at=START + (100 + 150 * number) * DAY), at=late + 30 * number)
    made.tag("v6.0", made.commit(at=late + DAY), at=late + DAY)
    bring(store, made.place)
    asked = f"select tag, (released_at - {START}) // {DAY} from release_fact where tag > 'v5' order by tag"
    days = [(f"v5.{number}", 100 + 150 * number) for number in range(5)]
    assert ask(store, asked) == [*days, ("v6.0", 1001)]


def test_tags_made_at_once_on_branches_of_their_own_have_the_times_of_these(
    made: Repository, store: Path
) -> None:
    tip = [made.head]
    for number in range(5):
        at = START + (100 + 150 * number) * DAY
        made.tag(f"v5.{number}", made.commit(at=at, parents=tip, branch=""), at=START + 1000 * DAY)
    bring(store, made.place)
    asked = f"select (released_at - {START}) // {DAY} from release_fact where tag > 'v5' order by 1"
    assert ask(store, asked) == [(100 + 150 * number,) for number in range(5)]


def test_packages_released_together_keep_the_time_of_their_tags(made: Repository, store: Path) -> None:
    for number in range(5):
        made.tag(f"pack{number}-v5.0", made.commit(at=START + (500 + number) * DAY), at=START + 510 * DAY)
    bring(store, made.place)
    asked = "select distinct released_at from release_fact where tag like 'pack%'"
    assert ask(store, asked) == [(START + 510 * DAY,)]


def test_releases_are_tags_with_a_version(made: Repository, store: Path) -> None:
    made.tag("v1.1-rc1", who=CLEO, at=START + 50 * DAY)
    made.tag("latest")
    bring(store, made.place)
    assert ask(store, "select tag, is_prerelease from releases") == [("v1.0", 0), ("v1.1-rc1", 1)]


def test_a_release_with_a_broken_clock_has_the_time_of_its_commit(made: Repository, store: Path) -> None:
    made.tag("v2.0", at=0)
    made.tag("v2.1", at=4_294_967_295)
    bring(store, made.place)
    tip = int(made.run("log", "-1", "--format=%at", "main"))
    assert ask(store, "select tag, released_at from release_fact where tag <> 'v1.0'") == [
        ("v2.0", tip),
        ("v2.1", tip),
    ]


def test_the_documents_about_people_are_kept_and_no_others(made: Repository, store: Path) -> None:
    made.commit(
        ADA,
        "Say who\n",
        {
            ".mailmap": "Ada <ada@example.org>\n",
            "deep/.mailmap": "x\n",
            "pyproject.toml": "\n",
            ".folkmoot/people/notes.md": "Ada\n",
        },
    )
    bring(store, made.place)
    assert ask(store, "select name, content from document") == [(".mailmap", b"Ada <ada@example.org>\n")]
    made.commit(ADA, "Say nothing\n", {".mailmap": None})
    bring(store, made.place)
    assert ask(store, "select name from document") == []


def test_a_head_that_is_missing_costs_only_itself(made: Repository, store: Path) -> None:
    made.ref("refs/pull/7/head", "1" * 40)
    bring(store, made.place)
    assert value(store, "select state from change_fact where number = 1") == "merged"


def test_a_change_of_another_tool_is_noted_and_is_no_pull_request(made: Repository, store: Path) -> None:
    made.commit(BOB, f"Row\n\nChange-Id: I{'0a' * 20}\n", {"oar.py": "1\n"})
    bring(store, made.place)
    assert ask(store, "select tool from tool_fact") == [("gerrit",)]
    assert value(store, "select count(*) from mention_fact where number = 0") == 0
    assert value(store, "select count(*) from change_fact where number not in (1, 2)") == 0
