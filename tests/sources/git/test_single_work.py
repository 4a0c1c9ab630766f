"""Which commits may each be a whole change: whose they are, and when they were made."""

import pytest

from folkmoot.sources.git.branch_work import Work
from folkmoot.sources.git.single_work import SOON, Dated, by_name, candidates, thanked

ADA, BOB = 1, 2
NAMES = {ADA: frozenset({"ada", "ada@example.org"}), BOB: frozenset({"bob"})}
HEADS = {7: "head"}
CALLED = {7: {"ada", "nobody"}}


def work(committed_at: int = 150) -> dict[str, Work]:
    return {"head": Work(("base",), ADA, 100, committed_at)}


def test_commits_are_told_by_every_name_of_all_the_people_behind_them() -> None:
    assert by_name([(12, 300, {ADA, BOB}), (11, 200, {ADA}), (13, 100, {3})], NAMES, {13: {"bob"}}) == {
        "ada": [(200, 1, 11), (300, 0, 12)],
        "ada@example.org": [(200, 1, 11), (300, 0, 12)],
        "bob": [(100, 2, 13), (300, 0, 12)],
    }


def test_commits_of_one_second_stand_as_they_come_whatever_their_numbers() -> None:
    told = by_name([(12, 300, {ADA}), (11, 300, {ADA})], NAMES, {})
    assert candidates(HEADS, CALLED, told, work()) == {7: [12, 11]}


def test_only_what_was_made_within_half_a_year_after_the_head_may_be_it() -> None:
    """The head was made at 150: 149 is before it, and a second beyond half a year too late."""
    times = (149, 150, 150 + SOON, 151 + SOON)
    theirs: dict[str, Dated] = {"ada": [(at, 0, number) for number, at in enumerate(times, start=10)]}
    assert candidates(HEADS, CALLED, theirs, work()) == {7: [11, 12]}


def test_a_commit_that_two_of_its_authors_stand_behind_is_told_once() -> None:
    theirs: dict[str, Dated] = {"ada": [(200, 0, 11)], "bob": [(180, 0, 10), (200, 0, 11)]}
    both = {7: {"ada", "bob"}}
    assert candidates(HEADS, both, theirs, work()) == {7: [10, 11]}


def test_only_what_the_change_s_own_authors_did_may_be_it() -> None:
    assert candidates(HEADS, {7: {"bob"}}, {"ada": [(200, 0, 11)]}, work()) == {}


def test_a_head_whose_time_cannot_be_read_is_no_change_s_end() -> None:
    assert candidates(HEADS, CALLED, {"ada": [(200, 0, 11)]}, work(0)) == {}


def test_what_its_author_made_long_before_hides_no_commit_under_any_name() -> None:
    theirs: dict[str, Dated] = {"ada": [(10, 0, 1), (200, 0, 11)], "ada@example.org": [(20, 0, 2)]}
    named = {7: {"ada", "ada@example.org"}}
    assert candidates(HEADS, named, theirs, work()) == {7: [11]}


def test_the_oldest_comes_first_whatever_its_number() -> None:
    theirs: dict[str, Dated] = {"ada": [(at, 0, 1000 - at) for at in range(150, 190)]}
    (found,) = candidates(HEADS, CALLED, theirs, work()).values()
    assert found == [1000 - at for at in range(150, 190)]


@pytest.mark.parametrize(("subject", "names"), [
    ("Fix it, from Ada Lovelace.", {"ada lovelace"}),
    ("Fix from Ada B. Lovelace", {"ada b", "ada b. lovelace"}),
    ("From \u00c9ric Nicolas, in issue 7.", {"\u00e9ric nicolas"}),
    ("From Jean-Luc O'Hara in 7", {"jean-luc o'hara", "jean-luc o'hara in"}),
    ("Fix it, from Ada.", set()),
    ("Read from 7 files", set()),
    ("Platform Ada Lovelace", set()),
])  # fmt: skip
def test_whom_a_subject_is_from_has_two_words_or_more(subject: str, names: set[str]) -> None:
    assert thanked(subject) == names
