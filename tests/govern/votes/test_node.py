"""Node's votes: answers, or scores of which only the order counts."""

import json

import pytest

from folkmoot.govern.tally import Parameters, tally
from folkmoot.govern.votes import Record, read_record
from folkmoot.model.ballot import Answer, Poll
from folkmoot.model.errors import SourceError


def read(document: object) -> Poll:
    text = document if isinstance(document, str) else json.dumps(document, indent=1)
    return read_record(Record("votes/2026-01-01-0.json", text))


def test_numbers_are_answers() -> None:
    poll = read({"description": "Shall we?", "outcome": "Yes", "votes": {"ada": 1, "bob": 0, "cleo": -1}})
    assert [ballot.answer for ballot in poll.ballots] == [Answer.YES, Answer.ABSTAIN, Answer.NO]
    assert (poll.title, poll.outcome, poll.options) == ("Shall we?", "Yes", ())


def test_only_the_order_of_scores_counts() -> None:
    votes = {"ada": {"tea": 9007199254740994, "milk": 9007199254740992}, "bob": {"tea": 1, "milk": -100}}
    poll = read({"description": "Which?", "votes": votes, "outcome": {"winner(s)": ["tea"]}})
    assert {ballot.order() for ballot in poll.ballots} == {(("tea",), ("milk",))}
    assert poll.winners == ("tea",)
    assert tally(poll, "schulze", Parameters()).winners == poll.winners


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({"votes": ["ada"]}, "votes must be an object"),
        ({"votes": {"ada": 2}}, "line 3: the vote of 'ada' is neither 1, 0, -1"),
        ({"votes": {"ada": True}}, "the vote of 'ada' is neither"),
        ({"votes": {"ada": {"tea": "1"}}}, "the vote of 'ada' is neither"),
        ({"votes": {"ada": 1, "bob": {"tea": 1}}}, "some votes are numbers"),
        ({"votes": {"": 1}}, "a name is empty"),
        ({"votes": {"ada": 1}, "outcome": {"winner(s)": [1]}}, "winners must be a list of texts"),
        ('{"votes": {"ada": 1.5}}', "'?1.5'? is no whole number"),
        ('{"votes": {"ada": NaN}}', "is no whole number"),
        ('{"votes":\n {"ada": ' + "9" * 5000 + "}}", r"line 2: the number 9+\.\.\. is too large"),
        ('{"votes": {"ada": 1,\n "ada": -1}}', "'ada' stands there twice"),
        ('{"votes": {\n"ada": }}', "line 2: this is no JSON"),
        ('{"votes": ' + "[" * 100_000, "nested too deeply"),
    ],
)
def test_what_is_wrong_is_named(document: object, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(document)


@pytest.mark.parametrize(
    ("votes", "message"),
    [
        ({"ada": {"tea": 1, " tea": 2}}, "line 3: A ballot names an option twice"),
        ({"Ada": 1, "bob": 0, "ada ": -1}, "line 5: 'ada' votes twice"),
        ({"a": 1, " a": 1}, "line 4: 'a' votes twice"),
    ],
)
def test_a_name_with_other_spaces_or_case_is_the_same_name(votes: object, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read({"votes": votes})


def test_a_question_of_yes_and_no_has_no_seats_and_a_choice_has_one() -> None:
    assert read({"votes": {"ada": 1}}).seats is None
    assert read({"votes": {"ada": {"tea": 1, "milk": 0}}}).seats == 1


@pytest.mark.parametrize("description", ["", 3, None])
def test_a_vote_without_a_title_is_called_by_its_file(description: object) -> None:
    assert read({"description": description, "votes": {"ada": 1}}).title == "votes/2026-01-01-0.json"


def test_options_stand_in_the_order_in_which_they_are_first_named() -> None:
    votes = {"ada": {"tea": 1, "milk": 2}, "bob": {"water": 3, "tea": 1}}
    assert read({"votes": votes}).options == ("tea", "milk", "water")


def test_numbers_may_be_as_large_as_javascript_s_and_larger() -> None:
    """Nineteen digits are read, twenty are not."""
    largest = 10**18
    poll = read({"votes": {"ada": {"tea": largest, "milk": 0}}})
    assert poll.ballots[0].scores == (("tea", largest), ("milk", 0))
    with pytest.raises(SourceError, match="is too large"):
        read({"votes": {"ada": {"tea": 10**19}}})


def test_every_score_of_a_voter_is_a_whole_number() -> None:
    with pytest.raises(SourceError, match="the vote of 'ada' is neither"):
        read({"votes": {"ada": {"tea": 1, "milk": True}}})


def test_every_winner_is_a_text_and_its_spaces_are_one() -> None:
    votes = {"ada": {"tea": 1, "milk": 0}}
    assert read({"votes": votes, "outcome": {"winner(s)": [" green   tea"]}}).winners == ("green tea",)
    with pytest.raises(SourceError, match="line 8: the winners must be a list of texts"):
        read({"votes": votes, "outcome": {"winner(s)": ["tea", 1]}})


@pytest.mark.parametrize("outcome", [None, 3, [], {}, {"other": ["tea"]}])
def test_an_outcome_of_another_kind_names_no_winner(outcome: object) -> None:
    poll = read({"votes": {"ada": 1}, "outcome": outcome})
    assert (poll.winners, poll.outcome) == ((), "")


def test_a_json_file_without_votes_is_another_kind_of_file() -> None:
    with pytest.raises(SourceError):
        read({"ballots": {"ada": 1}})
    with pytest.raises(SourceError):
        read_record(Record("votes/2026.txt", '{"votes": {"ada": 1}}'))
