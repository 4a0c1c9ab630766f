"""What people did, out of a store: programs and noise out, nothing counted twice."""

from __future__ import annotations

import pytest

from folkmoot.govern.growing.deeds import ACTS, Deed, counted, read_deeds
from folkmoot.model.errors import UsageError
from govern.growing.community import deeds, names, read, stated
from worked_example import day, example

COMMITS = """
when             | who          | files   | also
2026-01-03       | Ada          | a.py +1 | reviewed: Bob; signed-off: Ada
2026-01-04       | renovate[bot]| a.py +1 | reviewed: Ada
2026-01-05       | Claude       | b.py +1 | co: Ada
2026-01-06       | Cleo         | c.py +1 | #7
"""
CHANGES = """
number | who  | opened     | merged     | merger
#7     | Cleo | 2026-01-05 | 2026-01-06 | Bob
#8     | Ada  | 2026-01-05 | 2026-01-06 | Ada
"""
FORGE = {
    "items": """
item | who           | opened     | merged     | merger
#1   | Dora          | 2026-02-01 |            |
!9   | Cleo          | 2026-02-01 | 2026-02-03 | Bob
!10  | renovate[bot] | 2026-02-01 |            |
""",
    "remarks": """
item | who           | when       | kind            | also
!9   | Ada           | 2026-02-02 | review approved |
!9   | Ada           | 2026-02-02 | review.comment  | length: 80
!9   | Cleo          | 2026-02-02 | review          |
!9   | Bob           | 2026-02-02 | comment         | command
!9   | Bob           | 2026-02-02 | comment         | length: 4
#1   | Bob           | 2026-02-02 | comment         | length: 40
!9   | renovate[bot] | 2026-02-02 | review          |
""",
}


def count(found: object, name: str, act: str) -> int:
    person = next(p for p, each in found.names.items() if each == name)  # type: ignore[attr-defined]
    return counted(found.of(person), ACTS[act])  # type: ignore[attr-defined]


def test_git_alone_tells_who_wrote_reviewed_and_merged() -> None:
    """Ada wrote 1, helped write 1, reviewed 1; Bob reviewed 1 and merged 1; Cleo wrote 1, landed as #7."""
    found = read(COMMITS, changes=CHANGES)
    asked = [(name, act) for name in ("Ada", "Bob", "Cleo") for act in ("authored", "reviewed", "landed")]
    assert {each: count(found, *each) for each in asked} == {
        ("Ada", "authored"): 2, ("Ada", "reviewed"): 1, ("Ada", "landed"): 1,
        ("Bob", "authored"): 0, ("Bob", "reviewed"): 2, ("Bob", "landed"): 0,
        ("Cleo", "authored"): 1, ("Cleo", "reviewed"): 0, ("Cleo", "landed"): 1,
    }  # fmt: skip


def test_programs_are_nobody() -> None:
    found = read(COMMITS, **FORGE)
    assert sorted(found.names.values()) == ["Ada", "Bob", "Cleo", "Dora"]
    assert {deed.person for deed in found.all} == set(found.names)


def test_noise_and_reviews_of_ones_own_are_not_counted() -> None:
    """Ada reviewed change 9 (twice, so once); Cleo's own review and Bob's two noisy comments are none."""
    found = read(COMMITS, **FORGE)
    assert count(found, "Ada", "reviewed") == 2  # the trailer on renovate's commit, and change 9
    assert count(found, "Cleo", "reviewed") == 0
    assert (count(found, "Bob", "discussed"), count(found, "Dora", "reported")) == (1, 1)


def test_a_merge_that_git_and_forge_tell_of_is_one() -> None:
    items = "item | who | opened | merged | merger\n!7 | Cleo | 2026-01-05 | 2026-01-06 | Bob\n"
    found = read(COMMITS, changes=CHANGES, items=items)
    assert count(found, "Bob", "reviewed") == 2
    assert count(found, "Cleo", "landed") == 1


def test_what_a_store_holds_nothing_of_is_unknown_to_it() -> None:
    git, forge = read(COMMITS, changes=CHANGES), read(COMMITS, **FORGE)
    assert [git.knows(ACTS[a]) for a in ("authored", "reviewed", "reported", "discussed")] == [
        True, None, False, False,
    ]  # fmt: skip
    assert {forge.knows(act) for act in ACTS.values()} == {True}


@pytest.mark.parametrize(
    ("source", "since", "until", "quality", "known"),
    [
        ("github", "2026-02-01", "2026-06-15", "complete", 0),
        ("github", "2026-02-01", "2026-06-15", "lower bound", None),
        ("github", "2026-02-01", "2026-05-01", "complete", None),
        ("gharchive", "2026-02-01", "2026-06-15", "complete", day("2026-02-01")),
    ],
)
def test_from_when_on_a_forge_is_known(
    source: str, since: str, until: str, quality: str, known: int | None
) -> None:
    """What the forge itself told is whole; an archive is from where it was read; a stale one never is."""
    store = example(COMMITS, **FORGE)
    store.execute("delete from coverage where source <> 'git'")
    assert read_deeds(store).forge_since is None
    row = [source, day(since), day(until), quality]
    store.execute("insert into coverage values (1, ?, ?, ?, ?, '')", row)
    found = read_deeds(store)
    assert found.forge_since == known
    assert found.knows(ACTS["reviewed"], day("2026-03-01")) is (True if known is not None else None)


def test_one_project_without_its_forge_leaves_all_unknown() -> None:
    store = example(COMMITS, **FORGE)
    assert read_deeds(store).forge_since == 0
    store.execute("insert into project values (2, 'other', 'made for a test')")
    assert read_deeds(store).forge_since is None


def test_an_empty_store_knows_nothing() -> None:
    found = read_deeds(example())
    assert (found.all, found.names, found.has_forge) == ((), {}, False)
    assert not any(found.knows(act) for act in ACTS.values())


def test_a_span_counts_its_ends() -> None:
    rows = deeds(("Ada", "2026-01-01", "commit"), ("Ada", "2026-01-02", "commit")).of(1)
    assert counted(rows, ACTS["authored"], day("2026-01-02"), day("2026-01-02")) == 1
    assert counted(rows, ACTS["authored"], day("2026-01-03")) == 0


def test_ten_comments_on_one_issue_are_one() -> None:
    rows = [Deed(1, f"e{n}", "comment", 1, item="1#5") for n in range(10)]
    assert counted(rows, ACTS["discussed"]) == 1


@pytest.mark.parametrize("asked", ["ada-l", "@Ada-L", "ada@example.test", "ADA"])
def test_somebody_is_found_by_account_address_or_name(asked: str) -> None:
    store = stated(example(COMMITS), **{"ada-l": 'identities = ["ada@example.test"]'})
    found = read_deeds(store)
    assert names(found, [found.find(asked)]) == ["Ada"]
    assert found.handle(found.find(asked)) == "ada-l"


@pytest.mark.parametrize("asked", ["zoe", "", "renovate[bot]", "nobody@example.test"])
def test_nobody_is_an_error_that_says_how_to_go_on(asked: str) -> None:
    with pytest.raises(UsageError, match="Nobody in the store") as error:
        read(COMMITS).find(asked)
    assert error.value.hint


def test_two_of_one_name_are_not_guessed_between() -> None:
    found = deeds(("Ada", "2026-01-01", "commit"), ("Bob", "2026-01-01", "commit"))
    twins = type(found)(found.until, found.all, {1: "Sam", 2: "Sam"})
    with pytest.raises(UsageError, match="Several people"):
        twins.find("sam")


def test_a_first_deed_on_a_forge_is_a_first_only_where_all_of_it_is_known() -> None:
    done = [
        ("Ada", "2026-01-01", "comment"),
        ("Ada", "2026-02-01", "commit"),
        ("Bob", "2026-01-01", "commit"),
    ]
    assert set(deeds(*done).firsts()) == {2}
    assert set(deeds(*done, has_forge=True).firsts()) == {1, 2}


def test_an_account_that_a_forge_told_of_names_somebody() -> None:
    found = read(COMMITS, **FORGE)
    store = example(COMMITS, **FORGE)
    store.execute(
        """insert into account
        select identity, 'forge.test', 'ada-on-forge', 0 from identity where name = 'Ada'"""
    )
    assert "ada-on-forge" not in found.activity.by_handle
    again = read_deeds(store)
    assert again.find("@Ada-on-Forge") == found.find("Ada")


KINDS = {
    "authored": {"commit", "commit.co-authored"},
    "landed": {"change.landed"},
    "reviewed": {"commit.reviewed", "commit.acked", "change.merged", "review", "review.comment"},
    "reported": {"commit.reported", "issue.opened"},
    "discussed": {"comment"},
}
EVERY = frozenset().union(*KINDS.values()) | {
    "commit.tested", "commit.helped", "commit.suggested", "change.opened", "commit.signed-off",
}  # fmt: skip


@pytest.mark.parametrize("act", KINDS)
def test_what_each_act_is_made_of(act: str) -> None:
    counted_kinds = {kind for kind in EVERY if counted([Deed(1, "e", kind, 1)], ACTS[act])}
    assert counted_kinds == KINDS[act]


def test_anything_is_every_kind_but_passing_on_what_others_wrote() -> None:
    """Signing off says who passed a commit on; a landed change was counted when it was opened."""
    counted_kinds = {kind for kind in EVERY if counted([Deed(1, "e", kind, 1)], ACTS["anything"])}
    assert counted_kinds == EVERY - {"commit.signed-off", "change.landed"}


def test_several_kinds_of_review_of_one_change_are_one() -> None:
    rows = [Deed(1, "a", "review", 1, item="1!9"), Deed(2, "b", "review.comment", 1, item="1!9"),
            Deed(3, "c", "commit.reviewed", 1), Deed(4, "d", "review", 1, item="1!10")]  # fmt: skip
    assert counted(rows, ACTS["reviewed"]) == 3


def test_an_issue_and_a_change_of_one_number_are_two() -> None:
    items = "item | who | opened | merged | merger\n#7 | Dora | 2026-02-01 | |\n!7 | Cleo | 2026-02-01 | |\n"
    remarks = (
        "item | who | when | kind | also\n#7 | Ada | 2026-02-02 | comment | length: 40\n"
        "!7 | Ada | 2026-02-02 | comment | length: 40\n"
    )
    assert count(read(COMMITS, items=items, remarks=remarks), "Ada", "discussed") == 2


def test_a_change_that_was_not_merged_landed_for_nobody() -> None:
    items = (
        "item | who | opened | merged | merger\n!9 | Dora | 2026-02-01 | |\n"
        "!10 | Cleo | 2026-02-01 | 2026-02-03 | Cleo\n"
    )
    found = read(COMMITS, items=items)
    assert (count(found, "Dora", "landed"), count(found, "Cleo", "landed")) == (0, 1)
    assert count(found, "Cleo", "reviewed") == 0
