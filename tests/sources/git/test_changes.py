"""Changes told from references and messages alone, on small histories written by hand.

Long because every rule and every trap of reading a merge is one small history of its own.
"""

import pytest

from folkmoot.model.fact import ChangeFact
from folkmoot.sources.git.branch_work import MAX_COMMITS
from folkmoot.sources.git.changes import LATE, PATIENCE
from sources.git.histories import ADA, BASE, BOB, BUTTON, CLEO, History, line, merged, rebase, sha


@pytest.fixture
def history() -> History:
    return merged()


def test_a_head_in_the_default_branch_is_merged(history: History) -> None:
    history.heads[7] = sha(4)
    assert history.changes(5)[7] == ChangeFact(
        1, 7, BOB, BASE + 3000, "merged", BASE + 5000, ADA, 5, "head in the default branch"
    )


def test_a_change_of_a_branch_that_landed_later_is_merged_when_its_own_merge_was_made(
    history: History,
) -> None:
    """Cleo's 6 and 7 were merged by Bob into the branch of change 8, which landed with 10."""
    history.commit(6, 4, by=CLEO)
    history.commit(7, 6, by=CLEO)
    history.commit(8, 4, 7, by=BOB)
    history.commit(9, 5)
    history.commit(10, 9, 8)
    history.heads |= {7: sha(7), 8: sha(8)}
    history.mentions = [(8, 7, "merge"), (10, 8, "merge")]
    rule = "head in the default branch"
    found = history.changes(10)
    assert found[7] == ChangeFact(1, 7, CLEO, BASE + 6000, "merged", BASE + 8000, BOB, 8, rule)
    assert found[8] == ChangeFact(1, 8, CLEO, BASE + 6000, "merged", BASE + 10_000, ADA, 10, rule)


@pytest.mark.parametrize(
    ("said", "landing"), [([(8, 7, "squash")], 8), ([], 10)], ids=["with a number", "without"]
)
def test_of_changes_merged_into_a_branch_each_has_its_own_work(
    history: History, said: list[tuple[int, int, str]], landing: int
) -> None:
    """Cleo's 7 was merged by Bob with 8 into `stable`, where Bob had worked on 6; 10 merges all that."""
    history.commit(6, 2, by=BOB)
    history.commit(7, 6, by=CLEO)
    history.commit(8, 6, 7, by=BOB)
    history.commit(10, 5, 8)
    history.heads[7] = sha(7)
    history.mentions = said
    change = history.changes(10)[7]
    assert (change.author, change.opened_at, change.landing) == (CLEO, BASE + 7000, landing)


def test_a_branch_that_the_main_line_goes_through_is_merged_by_its_merge() -> None:
    """Ada merged 3 with 4, and then merged that into her own work, which followed 3."""
    history = History()
    history.commit(1)
    history.commit(2, 1)
    history.commit(3, 1, by=BOB)
    history.commit(4, 2, 3)
    history.commit(5, 3)
    history.commit(6, 5, 4)
    history.heads[7] = sha(3)
    history.mentions = [(4, 7, "merge")]
    change = history.changes(6)[7]
    assert (change.author, change.opened_at, change.merged_at) == (BOB, BASE + 3000, BASE + 4000)


def test_a_change_of_nothing_but_a_merge_began_with_it(history: History) -> None:
    """7 brings the branch of change 8 up to date with the default branch."""
    history.commit(6, 4, by=CLEO)
    history.commit(7, 6, 5, by=BOB)
    history.commit(8, 6, 7, by=CLEO)
    history.commit(10, 5, 8)
    history.heads |= {7: sha(7), 8: sha(8)}
    history.mentions = [(8, 7, "merge"), (10, 8, "merge")]
    change = history.changes(10)[7]
    assert (change.author, change.opened_at, change.merged_at) == (BOB, BASE + 7000, BASE + 8000)


def test_what_landed_on_another_branch_is_merged_by_nobody_known(history: History) -> None:
    history.heads[7] = sha(9)
    history.outside(9, 2)
    history.elsewhere[7] = BASE + 20_000
    assert history.changes(5)[7] == ChangeFact(
        1, 7, BOB, BASE + 9000, "merged", BASE + 20_000, 0, 0, "number on another branch"
    )


@pytest.mark.parametrize("original", [3, 8, 10])
def test_a_backport_counts_as_opened_when_it_landed(history: History, original: int) -> None:
    """Bob's commit 9 keeps the date of 3 on the default branch, 8 on the next version, or 10 in a change."""
    history.heads |= {7: sha(9), 6: sha(10)}
    history.outside(10, 2)
    history.outside(8, 2)
    history.outside(9, 2, at=BASE + 1000 * original)
    history.trunk.add(sha(8))
    history.elsewhere[7] = BASE + 20_000
    change = history.changes(5)[7]
    assert (change.author, change.opened_at) == (BOB, BASE + 20_000)


def test_work_of_1970_that_landed_on_another_branch_counts_as_opened_then(history: History) -> None:
    history.heads[7] = sha(9)
    history.outside(9, 2, at=5)
    history.elsewhere[7] = BASE + 20_000
    change = history.changes(5)[7]
    assert (change.state, change.author, change.opened_at) == ("merged", BOB, BASE + 20_000)


def test_a_number_that_another_branch_names_years_after_the_last_work_is_another_s(history: History) -> None:
    """A branch that was another repository brings that one's numbers along."""
    history.heads[7] = sha(9)
    history.outside(8, 2)
    history.outside(9, 8)
    history.elsewhere[7] = BASE + 9000 + LATE
    assert history.changes(5)[7].state == "merged"
    history.elsewhere[7] += 1
    assert history.changes(5)[7] == ChangeFact(1, 7, BOB, BASE + 8000, "unknown", 0, 0, 0, "")


def test_the_work_of_a_change_begins_where_the_branch_it_landed_on_ends(history: History) -> None:
    """The next version, by Ada, is longer than any change; Cleo's change stands on it with two commits."""
    last = 1000 + MAX_COMMITS
    for number in range(1000, last + 1):
        history.outside(number, number - 1, by=ADA)
        history.trunk.add(sha(number))
    history.outside(2000, last, by=CLEO)
    history.outside(2001, 2000, by=CLEO)
    history.heads = {7: sha(2001), 8: sha(2001)}
    history.elsewhere[7] = BASE + 3_000_000
    found = history.changes(5)
    assert (found[7].author, found[7].opened_at) == (CLEO, BASE + 2_000_000)
    assert (found[8].author, found[8].opened_at) == (0, 0)


def test_the_default_branch_speaks_before_any_other(history: History) -> None:
    history.heads[7] = sha(4)
    history.elsewhere[7] = BASE + 20_000
    assert history.changes(5)[7].rule == "head in the default branch"


def test_a_number_of_another_branch_from_before_the_change_began_is_another_s(history: History) -> None:
    history.heads[7] = sha(9)
    history.outside(9, 2)
    history.elsewhere[7] = BASE + 9000 - PATIENCE - 1
    assert history.changes(5)[7].state == "unknown"


def test_a_head_outside_is_unknown_and_opened_when_its_work_began(history: History) -> None:
    history.heads[7] = sha(9)
    history.outside(9, 8)
    history.outside(8, 2)
    assert history.changes(5)[7] == ChangeFact(1, 7, BOB, BASE + 8000, "unknown", 0, 0, 0, "")


def test_a_squash_names_its_number_and_keeps_its_author(history: History) -> None:
    history.heads[7] = sha(40)
    history.outside(40, 2, at=BASE + 4500)
    history.commit(6, 5, by=BOB, committer=CLEO)
    history.mentions = [(6, 7, "squash")]
    assert history.changes(6)[7] == ChangeFact(
        1, 7, BOB, BASE + 4500, "merged", BASE + 6000, CLEO, 6, "number in the subject"
    )


def test_a_forges_button_does_not_say_who_pressed_it(history: History) -> None:
    history.heads[7] = sha(40)
    history.outside(40, 2, at=BASE)
    history.commit(6, 5, by=BOB, committer=BUTTON)
    history.mentions = [(6, 7, "squash")]
    assert history.changes(6)[7].merged_by == 0


def test_the_author_of_a_merge_commit_merged(history: History) -> None:
    history.mentions = [(5, 7, "merge")]
    assert history.changes(5)[7].merged_by == ADA
    assert history.changes(5, web=[ADA])[7].merged_by == 0


def test_a_change_whose_merge_alone_is_visible_has_no_opening(history: History) -> None:
    history.mentions = [(5, 7, "merge")]
    change = history.changes(5)[7]
    assert (change.state, change.opened_at, change.author) == ("merged", 0, BOB)


def test_closing_words_count_for_known_changes_only(history: History) -> None:
    history.mentions = [(5, 7, "closes"), (5, 8, "closes")]
    history.heads[7] = sha(40)
    history.outside(40, 2, at=BASE)
    assert {number: change.rule for number, change in history.changes(5).items()} == {7: "closing trailer"}


def linked(by: int) -> History:
    """Bob's change 7 was landed by hand as 3 and 4 by `by`, which give its address; 5 does a day later."""
    history = line()
    history.commit(5, 4, by=by)
    history.commits[5] = history.commits[5]._replace(committed_at=BASE + 4000 + PATIENCE)
    called(history)
    for number in (3, 4):
        history.commits[number] = history.commits[number]._replace(author=by)
    history.mentions = [(3, 7, "link"), (4, 7, "link"), (5, 7, "link")]
    return history


def test_commits_that_give_the_address_of_a_change_landed_as_it() -> None:
    found = linked(CLEO).changes(5)[7]
    assert (found.rule, found.landing, found.merged_by) == ("address in a message", 4, ADA)
    assert linked(CLEO).carried(5).items() >= {3: 4, 4: 4}.items()
    history = linked(CLEO)
    history.mentions.reverse()
    assert history.changes(5)[7].landing == 4


def test_a_change_that_was_taken_piece_by_piece_landed_with_the_last_that_its_head_holds() -> None:
    """Commit 3 is Ada's and landed with the first piece; 5 stands between two pieces; 7 followed."""
    history = linked(CLEO)
    for commit, at in ((4, 0), (5, 3 * PATIENCE), (6, 5 * PATIENCE), (7, 9 * PATIENCE)):
        if commit > 5:
            history.commit(commit, commit - 1, by=CLEO)
        history.commits[commit] = history.commits[commit]._replace(committed_at=BASE + 5000 + at)
    history.commits[3] = history.commits[3]._replace(author=ADA)
    history.mentions = [(commit, 7, "link") for commit in (3, 4, 5, 6, 7)]
    history.commits[6] = history.commits[6]._replace(author=BOB, authored_at=BASE)
    found = history.changes(7)[7]
    assert (found.landing, found.merged_at) == (6, BASE + 5000 + 5 * PATIENCE)
    assert history.carried(7).items() >= {3: 6, 4: 6, 5: 6, 6: 6}.items()
    assert 7 not in history.carried(7)


def test_a_branch_that_was_pushed_as_it_is_landed_with_all_its_commits() -> None:
    history = line()
    history.heads[7] = sha(4)
    history.commits[3] = history.commits[3]._replace(author=CLEO)
    history.mentions = [(3, 7, "link"), (4, 7, "link")]
    assert history.carried(4) == {3: 4, 4: 4}


def test_an_address_given_by_somebody_else_is_where_the_thought_came_from() -> None:
    assert linked(ADA).changes(5)[7].state == "unknown"


def test_what_landed_by_its_address_is_of_no_older_change_with_the_same_work() -> None:
    history = linked(CLEO)
    for number in (3, 4):
        history.commits[number] = history.commits[number]._replace(author=BOB)
    history.heads[6] = sha(104)
    rebase(history, 6, BASE + 3500)
    assert {number: one.landing for number, one in history.changes(5).items()} == {6: 0, 7: 4}


def test_what_names_another_number_is_that_one_s_whatever_address_it_gives() -> None:
    history = linked(CLEO)
    history.mentions.append((4, 6, "squash"))
    assert history.changes(5)[7].landing == 3


def called(history: History) -> None:
    """Bob wrote change 7; Cleo is Bob, too, under another address."""
    history.heads[7] = sha(40)
    history.outside(40, 2, at=BASE)
    history.names = {
        ADA: frozenset({"ada", "ada@example.org"}), BOB: frozenset({"bob", "bob@example.org"}),
        CLEO: frozenset({"bob", "bob@work.example"}),
    }  # fmt: skip


def test_closing_what_somebody_else_did_anew_merges_nothing(history: History) -> None:
    """Three idle changes of a robot, closed by a commit of Ada's own: none of them was merged."""
    called(history)
    history.commit(6, 5, by=ADA)
    history.mentions = [(6, 7, "closes")]
    assert history.changes(6)[7].state == "unknown"


def test_a_closing_commit_by_the_author_under_another_address_lands_it(history: History) -> None:
    called(history)
    history.commit(6, 5, by=CLEO, committer=ADA)
    history.mentions = [(6, 7, "closes")]
    assert history.changes(6)[7].rule == "closing trailer"


def test_a_closing_commit_that_credits_the_author_lands_it(history: History) -> None:
    called(history)
    history.commit(6, 5, by=ADA)
    history.credited = {6: [BOB]}
    history.mentions = [(6, 7, "closes")]
    assert history.changes(6)[7].state == "merged"


def test_a_closing_merge_that_brings_the_author_s_commits_lands_it(history: History) -> None:
    """5 merges two commits of Bob's."""
    called(history)
    history.mentions = [(5, 7, "closes")]
    assert history.changes(5)[7].state == "merged"


def test_a_message_older_than_the_change_speaks_of_another(history: History) -> None:
    history.heads[7] = sha(40)
    history.outside(40, 5, at=BASE + 5000 + PATIENCE + 1)
    history.mentions = [(5, 7, "merge")]
    assert history.changes(5)[7].state == "unknown"


@pytest.mark.parametrize("said", [(6, 5), (5, 6)])
def test_the_oldest_commit_that_says_it_is_the_landing(history: History, said: tuple[int, ...]) -> None:
    history.commit(6, 5)
    history.mentions = [(commit, 7, "merge") for commit in said]
    assert history.changes(6)[7].landing == 5


def test_a_message_of_after_a_change_began_speaks_of_it_though_it_grew_later(history: History) -> None:
    history.heads[7] = sha(41)
    history.outside(40, 2, at=BASE)
    history.outside(41, 40, at=BASE + 5000 + 2 * PATIENCE)
    history.mentions = [(5, 7, "merge")]
    assert history.changes(5)[7].state == "merged"


def test_a_commit_of_1970_does_not_tell_when_a_change_began(history: History) -> None:
    history.heads[7] = sha(9)
    history.outside(9, 8)
    history.outside(8, 2, at=5)
    change = history.changes(5)[7]
    assert (change.author, change.opened_at) == (BOB, BASE + 9000)


def test_of_a_head_that_is_not_here_the_one_commit_that_landed_tells_the_author(history: History) -> None:
    history.commit(6, 5, by=BOB, committer=CLEO)
    history.heads[7] = sha(99)
    history.mentions = [(6, 7, "merge")]
    assert history.changes(6)[7].author == BOB


def test_a_button_is_nobody_s_author(history: History) -> None:
    history.heads[7] = sha(40)
    history.outside(40, 2, at=BASE)
    history.commit(6, 5, by=BUTTON)
    history.mentions = [(6, 7, "squash")]
    assert history.changes(6)[7].author == BOB


def test_who_merged_is_not_called_the_author_where_nobody_knows_who_that_is(history: History) -> None:
    history.heads[7] = sha(99)
    history.mentions = [(5, 7, "squash")]
    change = history.changes(5)[7]
    assert (change.landing, change.author, change.merged_by) == (5, 0, ADA)


@pytest.mark.parametrize(("count", "opened"), [(MAX_COMMITS, BASE + 10_000), (MAX_COMMITS + 1, 0)])
def test_a_merge_of_more_commits_than_a_forge_lists_tells_no_opening(count: int, opened: int) -> None:
    history = History()
    history.commit(1)
    for number in range(10, 10 + count):
        history.commit(number, number - 1 if number > 10 else 1, by=BOB)
    history.commit(999, 1, 9 + count)
    history.heads[7] = sha(9 + count)
    history.mentions = [(999, 7, "merge")]
    assert history.changes(999)[7].opened_at == opened


def test_of_a_head_that_was_pushed_nobody_knows_who_merged_it(history: History) -> None:
    """Its committer made the commit, before anybody decided on it."""
    history.commit(6, 5, by=BOB, committer=CLEO)
    history.heads[7] = sha(6)
    change = history.changes(6)[7]
    assert (change.state, change.landing, change.author, change.merged_by) == ("merged", 6, BOB, 0)


def test_words_off_the_default_branch_do_not_count(history: History) -> None:
    history.commit(6, 5)
    history.mentions = [(6, 7, "merge")]
    assert history.changes(5) == {}


def test_a_head_that_lands_another_change_is_not_merged_by_that(history: History) -> None:
    """A branch opened at the main line's own merge commit of #8."""
    history.heads = {7: sha(5), 8: sha(4)}
    history.mentions = [(5, 8, "merge")]
    found = history.changes(5)
    assert (found[7].state, found[8].state) == ("unknown", "merged")


def test_a_few_heads_fetched_by_hand_are_not_all_changes(history: History) -> None:
    history.mentions = [(5, number, "merge") for number in (10, 11, 12)]
    history.heads[7] = sha(4)
    assert sorted(history.changes(5)) == [7, 10, 11, 12]
    history.heads |= {8: sha(4), 9: sha(4)}
    assert sorted(history.changes(5)) == [7, 8, 9]


def test_more_commits_than_a_forge_lists_have_no_opening(history: History) -> None:
    for number in range(1000, 1000 + MAX_COMMITS + 5):
        history.outside(number, number - 1)
    history.heads[7] = sha(1000 + MAX_COMMITS + 4)
    change = history.changes(5)[7]
    assert (change.opened_at, change.author) == (0, 0)


@pytest.mark.parametrize("order", [(7, 8, 9), (9, 8, 7)])
def test_branches_on_one_another_are_each_measured_whole(history: History, order: tuple[int, ...]) -> None:
    """Change 7 has just as many commits as a forge lists, 8 stands on it with one more, 9 merges two."""
    first, last = 1000, 1000 + MAX_COMMITS - 1
    for number in range(first, last + 2):
        history.outside(number, number - 1)
    history.outside(2000, 4, by=CLEO)
    history.outside(2001, 2000, last, by=CLEO)
    history.heads = {number: {7: sha(last), 8: sha(last + 1), 9: sha(2001)}[number] for number in order}
    found = history.changes(5)
    assert found[7].opened_at == BASE + 1000 * first
    assert (found[8].opened_at, found[9].opened_at) == (0, 0)


def test_a_head_that_is_not_in_the_clone_is_unknown(history: History) -> None:
    history.heads[7] = sha(404)
    assert history.changes(5)[7] == ChangeFact(1, 7, 0, 0, "unknown", 0, 0, 0, "")


def test_whoever_began_a_change_is_its_author(history: History) -> None:
    """Cleo added more than Bob began with, as who merges often does."""
    history.heads[7] = sha(9)
    history.outside(9, 8, by=CLEO)
    history.outside(8, 6, by=CLEO)
    history.outside(6, 2, by=BOB)
    assert history.changes(5)[7].author == BOB


@pytest.mark.parametrize(
    ("author", "committer", "whose"),
    [(CLEO, BUTTON, CLEO), (CLEO, ADA, CLEO), (CLEO, CLEO, CLEO), (BOB, ADA, BOB), (ADA, ADA, BOB)],
)
def test_a_squashed_commit_names_whose_change_it_was(author: int, committer: int, whose: int) -> None:
    """Bob began the branch of Cleo's change; Ada squashing it by hand does not make it hers."""
    history = History()
    history.commit(1)
    history.commit(20, 1, by=author, committer=committer)
    history.outside(9, 1, by=BOB)
    history.outside(10, 9, by=CLEO)
    history.heads[7] = sha(10)
    history.mentions = [(20, 7, "squash")]
    assert history.changes(20)[7].author == whose


def test_a_branch_that_took_others_in_has_the_work_of_all(history: History) -> None:
    """Bob's branch holds two commits of Cleo's that a merge brought; the merge itself is nobody's work."""
    history.outside(10, 2)
    history.outside(11, 2, by=CLEO)
    history.outside(12, 11, by=CLEO)
    history.outside(13, 10, 12)
    history.outside(14, 13, by=CLEO)
    history.heads[7] = sha(14)
    change = history.changes(5)[7]
    assert (change.author, change.opened_at) == (BOB, BASE + 10_000)


def test_of_two_who_wrote_in_the_same_second_the_first_is_the_author(history: History) -> None:
    history.outside(10, 2, by=BOB, at=BASE)
    history.outside(11, 10, by=CLEO, at=BASE)
    history.heads[7] = sha(11)
    assert history.changes(5)[7].author == BOB
