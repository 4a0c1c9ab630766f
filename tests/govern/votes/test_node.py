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
