"""Our own ballots: a file per person in a folder, or all in one."""

from pathlib import Path

import pytest

from folkmoot.govern.votes import Record, read_poll, read_record
from folkmoot.model.ballot import Answer, Poll
from folkmoot.model.errors import SourceError


def read(text: str) -> Poll:
    return read_record(Record("poll.toml", text))


def test_a_folder_of_ballots(tmp_path: Path) -> None:
    (tmp_path / "ada.toml").write_text('choice = "yes"\n', encoding="utf-8")
    (tmp_path / "bob.toml").write_text(
        'voter = "Bob"\nchoice = "no"\nreason = "Too early."\n', encoding="utf-8"
    )
    (tmp_path / "README.md").write_text("Ballots.\n", encoding="utf-8")
    poll = read_poll(tmp_path)
    assert [(b.voter, b.answer, b.reason) for b in poll.ballots] == [
        ("ada", Answer.YES, ""), ("Bob", Answer.NO, "Too early."),
    ]  # fmt: skip


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "ballots"
    folder.mkdir()
    (folder / "ada.toml").write_text('choice = "yes"\n', encoding="utf-8")
    (tmp_path / "outside.toml").write_text('choice = "no"\n', encoding="utf-8")
    (folder / "bob.toml").symlink_to(tmp_path / "outside.toml")
    assert [ballot.voter for ballot in read_poll(folder).ballots] == ["ada"]


def test_a_ballot_says_whose_it_is(tmp_path: Path) -> None:
    (tmp_path / "ada.toml").write_text('voter = "bob"\nchoice = "yes"\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"ada\.toml, line 1: the ballot of 'ada' says it is from 'bob'"):
        read_poll(tmp_path)


def test_every_kind_of_ballot() -> None:
    kinds = [
        'ranking = [["tea", "milk"], "water"]', "scores = { tea = 5, milk = 0 }", 'approves = ["tea"]',
        'choice = "abstain"',
    ]  # fmt: skip
    ballots = [read(f'voter = "ada"\n{kind}\n').ballots[0] for kind in kinds]
    assert ballots[0].ranking == (("tea", "milk"), ("water",))
    assert ballots[1].scores == (("tea", 5), ("milk", 0))
    assert ballots[2].approvals == ("tea",)
    assert ballots[3].answer is Answer.ABSTAIN


def test_a_file_with_all_ballots() -> None:
    poll = read(
        'title = "Drinks"\noptions = ["tea", "milk", "water"]\nseats = 2\n'
        '[[ballots]]\nvoter = "ada"\nranking = ["tea"]\n[[ballots]]\nranking = ["milk", "tea"]\n'
    )
    assert (poll.title, poll.options, poll.seats) == ("Drinks", ("tea", "milk", "water"), 2)
    assert [ballot.voter for ballot in poll.ballots] == ["ada", ""]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("choice =", "line 1: this is no TOML"),
        ('voter = "ada"', "one of choice, ranking, scores and approves"),
        ('choice = "yes"\napproves = []', "one of choice, ranking"),
        ('choice = "maybe"', "line 1: a choice is yes, no or abstain"),
        ('choice = "yes"\nweight = 5', "line 2: a ballot has no 'weight'"),
        ('ranking = ["tea", "tea"]', "names an option twice"),
        ('ranking = "tea"', "a ranking is a list"),
        ("ranking = [1]", "ranking is a list of names"),
        ("scores = { tea = 1.5 }", "whole number"),
        ("scores = { tea = 9999999999999999999 }", "whole number"),
        ("voter = 3\nchoice = 'yes'", "says it is from '3'"),
        ("choice = 'yes'\nreason = 3", "line 2: the reason must be a text"),
        ('options = ["tea"]\n[[ballots]]\nranking = ["milk"]', "line 3: 'milk' is not among the options"),
        ('seats = 0\n[[ballots]]\nranking = ["milk"]', "seats must be a whole number"),
        ('title = 3\n[[ballots]]\nranking = ["milk"]', "the title must be a text"),
        (
            '[[ballots]]\nvoter = "ada"\nchoice = "no"\n[[ballots]]\nvoter = "Ada"\nchoice = "no"',
            "'ada' votes twice",
        ),
        ("ballots = 3", "ballots must be tables"),
    ],
)
def test_what_is_wrong_is_named(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(text)


BALLOT = '[[ballots]]\nvoter = "ada"\nranking = ["tea"]\n'


def test_without_a_list_the_options_are_those_that_ballots_name() -> None:
    poll = read('[[ballots]]\nranking = ["tea", "milk"]\n[[ballots]]\nranking = ["water", "tea"]\n')
    assert poll.options == ("tea", "milk", "water")
    assert (poll.title, poll.seats) == ("poll.toml", None)


@pytest.mark.parametrize(("seats", "is_one"), [("1", True), ("1000", True), ("0", False), ("1001", False),
                                               ("true", False), ("1.0", False)])  # fmt: skip
def test_seats_are_a_whole_number_within_bounds(seats: str, is_one: bool) -> None:
    text = f"seats = {seats}\n{BALLOT}"
    if is_one:
        assert read(text).seats == int(seats)
    else:
        with pytest.raises(SourceError, match="line 1: seats must be a whole number from 1"):
            read(text)


def test_ballots_of_nobody_in_particular_may_be_many() -> None:
    poll = read('[[ballots]]\nchoice = "yes"\n' * 3)
    assert [ballot.voter for ballot in poll.ballots] == ["", "", ""]


def test_empty_groups_of_a_ranking_are_no_places() -> None:
    (ballot,) = read('ranking = [[], ["tea"], [], "milk"]\n').ballots
    assert ballot.ranking == (("tea",), ("milk",))


@pytest.mark.parametrize("score", ["999999999999999999", "-999999999999999999", "0"])
def test_scores_have_eighteen_digits_at_most(score: str) -> None:
    (ballot,) = read(f"scores = {{ tea = {score} }}\n").ballots
    assert ballot.scores == (("tea", int(score)),)
    if score != "0":
        with pytest.raises(SourceError, match="line 1: scores give each option a whole number"):
            read(f"scores = {{ milk = 1, tea = {score}9 }}\n")


def test_ballots_in_a_folder_stand_in_the_order_of_their_files() -> None:
    beside = {f"{name}.toml": 'choice = "yes"\n' for name in ("cleo", "ada", "bob")}
    poll = read_record(Record("votes", "", beside, folder=True))
    assert [ballot.voter for ballot in poll.ballots] == ["ada", "bob", "cleo"]


def test_a_name_in_a_folder_is_the_same_in_other_letters() -> None:
    record = Record("votes", "", {"ada.toml": 'voter = "ADA"\nchoice = "yes"\n'}, folder=True)
    assert [ballot.voter for ballot in read_record(record).ballots] == ["ADA"]
    both = Record("votes", "", {"ada.toml": 'choice = "yes"\n', "ADA.toml": 'choice = "no"\n'}, folder=True)
    with pytest.raises(SourceError, match="'ada' votes twice"):
        read_record(both)


@pytest.mark.parametrize("found", ["[1]", '["yes"]', "{ a = 1 }"])
def test_ballots_are_tables(found: str) -> None:
    with pytest.raises(SourceError, match="line 1: ballots must be tables under"):
        read(f"ballots = {found}\n")


@pytest.mark.parametrize("options", ['"tea"', "[1]", '[""]'])
def test_options_are_a_list_of_names(options: str) -> None:
    with pytest.raises(SourceError, match="line 1: "):
        read(f"options = {options}\n{BALLOT}")
