"""Walks over the commits that a branch has and the default branch lacks."""

from folkmoot.sources.git.branch_work import MAX_COMMITS, Branches, Work

ADA, BOB = 1, 2


def test_a_branch_is_walked_from_its_head_to_what_is_not_its_own() -> None:
    branches = Branches({"c": Work(("b",), BOB, 30, 30), "b": Work(("a",), ADA, 20, 20)})
    assert branches.walk("c") == [(BOB, 30), (ADA, 20)]
    assert branches.walk("a") == []


def test_a_root_ends_a_branch() -> None:
    assert Branches({"a": Work((), ADA, 10, 10)}).walk("a") == [(ADA, 10)]


def test_merges_are_nobody_s_work_and_bring_in_both_sides() -> None:
    work = {
        "m": Work(("b", "c"), ADA, 40, 40),
        "b": Work(("a",), ADA, 20, 20),
        "c": Work(("a",), BOB, 30, 30),
    }
    assert sorted(Branches(work).walk("m")) == [(ADA, 20), (BOB, 30)]


def test_what_no_forge_would_list_is_not_walked() -> None:
    line = {str(number): Work((str(number - 1),), ADA, number, number) for number in range(MAX_COMMITS + 1)}
    assert Branches(line).walk(str(MAX_COMMITS)) == []
    assert len(Branches(line).walk(str(MAX_COMMITS - 1))) == MAX_COMMITS
    work = {**line, "m": Work((str(MAX_COMMITS), "x"), BOB, 1, 1), "x": Work((), BOB, 1, 1)}
    assert Branches(work).walk("m") == []


def test_a_branch_left_where_its_first_commit_stands_and_where_it_was_brought_up_to_date() -> None:
    work = {"m": Work(("b", "z"), ADA, 40, 40), "b": Work(("a",), ADA, 20, 20)}
    assert Branches(work).left("m") == {"a", "z"}


def test_of_what_no_forge_would_list_nobody_asks_where_it_left() -> None:
    line = {str(number): Work((str(number - 1),), ADA, number, number) for number in range(MAX_COMMITS + 1)}
    assert Branches(line).left(str(MAX_COMMITS)) == set()
    assert Branches(line).left(str(MAX_COMMITS - 1)) == {"-1"}


def test_sides_of_a_merge_that_are_too_many_together_are_not_walked() -> None:
    """Two sides of 125 and 124 and the merge are 250 commits, which a forge lists; of one more not."""
    half = MAX_COMMITS // 2
    work = {f"{side}{at}": Work((f"{side}{at - 1}",), ADA, at, at) for side in "ab" for at in range(half)}
    listed = {**work, "m": Work((f"a{half - 1}", f"b{half - 2}"), BOB, 1, 1)}
    assert len(Branches(listed).walk("m")) == MAX_COMMITS - 1
    more = {**work, "m": Work((f"a{half - 1}", f"b{half - 1}"), BOB, 1, 1)}
    assert Branches(more).walk("m") == []
