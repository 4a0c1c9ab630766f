"""Changes that landed as other commits: rebased, or squashed into one without their number."""

import pytest

from folkmoot.model.fact import ChangeFact
from folkmoot.sources.git.single_work import SOON, thanked
from folkmoot.sources.git.squashed import Branch
from sources.git.histories import ADA, BASE, BOB, BUTTON, CLEO, History, line, merged, rebase, sha


@pytest.fixture
def history() -> History:
    return merged()


def test_a_change_that_was_rebased_is_merged_by_who_committed_it() -> None:
    history = line()
    rebase(history, 7, BASE + 3500)
    assert history.changes(4)[7] == ChangeFact(
        1, 7, BOB, BASE + 3000, "merged", BASE + 4000, ADA, 4, "same work in the default branch"
    )


def test_a_head_whose_time_cannot_be_read_is_not_rebased() -> None:
    history = line()
    rebase(history, 7, 0)
    assert history.changes(4)[7].state == "unknown"


def test_a_backport_of_the_same_work_is_not_rebased() -> None:
    history = line()
    rebase(history, 7, BASE + 9000)
    assert history.changes(4)[7].state == "unknown"


def test_work_that_landed_with_another_change_is_not_rebased(history: History) -> None:
    history.heads[6] = sha(4)
    rebase(history, 7, BASE + 3500)
    told = history.changes(5)
    assert (told[6].state, told[7].state) == ("merged", "unknown")


def test_what_names_another_number_is_of_that_change() -> None:
    history = line()
    history.mentions.append((4, 6, "squash"))
    rebase(history, 7, BASE + 3500)
    assert history.changes(4)[7].state == "unknown"


def test_what_landed_on_another_branch_by_its_number_landed_there() -> None:
    history = line()
    rebase(history, 7, BASE + 3500)
    history.elsewhere[7] = BASE + 8000
    assert history.changes(4)[7].rule == "number on another branch"


def propose(history: History, number: int = 7, made: int = BASE + 3500) -> None:
    """Bob's 103 and 104, grown from 2; commit 4 of the main line does the same in one."""
    history.outside(103, 2, at=BASE + 2100)
    history.outside(104, 103, at=BASE + 2200, made=made)
    history.heads[number] = sha(104)
    history.same[sha(104)] = [sha(4)]
    history.names = {ADA: frozenset({"ada"}), BOB: frozenset({"bob"}), CLEO: frozenset({"cleo"})}


def test_a_change_that_one_commit_of_its_author_holds_was_squashed() -> None:
    history = line()
    propose(history)
    assert history.changes(4)[7] == ChangeFact(
        1, 7, BOB, BASE + 2100, "merged", BASE + 4000, ADA, 4, "same changes in one commit"
    )
    assert history.asked == [Branch(sha(104), sha(2), [sha(4)])]
    assert history.carried(4) == {4: 4}


def test_a_change_that_a_forge_squashed_does_not_tell_who_merged_it() -> None:
    history = line()
    history.commit(4, 3, by=BOB, committer=BUTTON)
    propose(history)
    assert history.changes(4)[7].merged_by == 0


def test_a_change_whose_author_is_credited_was_squashed_too() -> None:
    history = line()
    history.commit(4, 3, by=CLEO, committer=ADA)
    propose(history)
    assert history.changes(4)[7].state == "unknown"
    history.credited[4] = [BOB]
    assert history.changes(4)[7].state == "merged"


def test_a_change_that_somebody_else_committed_as_from_its_author_was_squashed_too() -> None:
    history = line()
    history.commit(4, 3, by=ADA)
    propose(history)
    history.thanked[4] = thanked("Add oars, from Cleo Boats.")
    assert history.changes(4)[7].state == "unknown"
    history.names[BOB] = frozenset({"bob oars"})
    history.thanked[4] = thanked("Add oars, from Bob Oars in issue 7.")
    found = history.changes(4)[7]
    assert (found.state, found.author, found.merged_by) == ("merged", BOB, ADA)
    history.same.clear()
    assert history.changes(4)[7].state == "unknown"


@pytest.mark.parametrize(("made", "state"), [
    (BASE + 4001, "unknown"), (BASE + 4000, "merged"), (BASE + 4000 - SOON, "merged"),
    (BASE + 3999 - SOON, "unknown"),
])  # fmt: skip
def test_what_was_there_before_the_change_or_half_a_year_after_is_not_it(made: int, state: str) -> None:
    history = line()
    propose(history, made=made)
    assert history.changes(4)[7].state == state


def test_what_landed_with_another_change_is_not_squashed() -> None:
    history = line()
    propose(history)
    history.mentions = [(4, 6, "squash")]
    assert history.changes(4)[7].state == "unknown"


def test_a_merge_that_does_the_same_is_no_squash() -> None:
    history = line()
    propose(history)
    history.commits[4] = history.commits[4]._replace(parents=2)
    assert history.changes(4)[7].state == "unknown"


def test_a_branch_is_held_against_the_newest_of_the_main_line_that_it_holds() -> None:
    history = line()
    propose(history)
    stays = history.work[sha(104)]
    history.work[sha(104)] = stays._replace(parents=(sha(103), sha(3)))
    assert history.changes(4)[7].state == "merged"
    assert [branch.base for branch in history.asked] == [sha(3)]


def test_what_closed_another_change_is_not_squashed() -> None:
    history = line()
    propose(history)
    history.heads[6] = sha(60)
    history.outside(60, 2, at=BASE)
    history.mentions = [(4, 6, "closes")]
    assert {number: one.landing for number, one in history.changes(4).items()} == {6: 4, 7: 0}


def test_of_two_changes_that_do_the_same_the_newer_one_was_squashed() -> None:
    history = line()
    propose(history)
    history.heads[9] = sha(104)
    found = history.changes(4)
    assert (found[7].state, found[9].state) == ("unknown", "merged")


def test_a_branch_that_did_not_grow_from_the_main_line_is_held_against_nothing() -> None:
    history = line()
    propose(history)
    history.outside(103, 88, at=BASE + 2100)
    assert history.changes(4)[7].state == "unknown"
    assert history.asked == []
