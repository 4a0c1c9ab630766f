"""A plain CSV: ranks, scores, marks, or answers."""

import pytest

from folkmoot.govern.votes import Numbers, Record, read_record
from folkmoot.model.ballot import Answer, Poll
from folkmoot.model.errors import SourceError


def read(text: str, numbers: Numbers = Numbers.RANKS) -> Poll:
    return read_record(Record("vote.csv", text), numbers)


def test_rows_may_name_voters_and_stand_for_many() -> None:
    poll = read("count,tea,milk\n42,1,2\n8,,1\n")
    assert poll.options == ("tea", "milk")
    assert [(ballot.weight, ballot.ranking) for ballot in poll.ballots] == [
        (42, (("tea",), ("milk",))), (8, (("milk",),)),
    ]  # fmt: skip
    assert read("Voter,tea\nada,1\n").ballots[0].voter == "ada"


def test_the_same_numbers_are_ranks_or_scores() -> None:
    text = "tea,milk\n5,0\n"
    assert read(text, Numbers.SCORES).ballots[0].scores == (("tea", 5), ("milk", 0))
    with pytest.raises(SourceError, match="line 2: 0 under 'milk' is no rank"):
        read(text)


def test_marks_are_approvals() -> None:
    poll = read("tea,milk,water\nx,,1\nYes,no,0\n", Numbers.MARKS)
    assert [ballot.approvals for ballot in poll.ballots] == [("tea", "water"), ("tea",)]
    with pytest.raises(SourceError, match="line 2: '7' under 'tea' is neither a mark"):
        read("tea\n7\n", Numbers.MARKS)


def test_answers_have_voters_and_reasons() -> None:
    poll = read("voter,vote,reason,binding\nada,Yes,,yes\nbob,no,Too early.,no\ncleo,abstain,,\n")
    assert poll.options == ()
    assert [(b.voter, b.answer, b.reason, b.binding) for b in poll.ballots] == [
        ("ada", Answer.YES, "", True), ("bob", Answer.NO, "Too early.", False),
        ("cleo", Answer.ABSTAIN, "", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("voter,tea\nada,1\nAda,1\n", "line 3: 'Ada' votes a second time"),
        ("voter,tea\n,1\n", "line 2: a name is empty"),
        ("count,tea\n0,1\n", "line 2: a row cannot stand for 0 ballots"),
        ("count,tea\n-5,1\n", "line 2: a row cannot stand for -5 ballots"),
        ("count,tea\n99999999,1\n", "line 2: a row cannot stand for 99999999"),
        ("voter,count\nada,1\n", "line 1: there is no column for a candidate"),
        ("voter,vote\nada,maybe\n", "line 2: a vote is yes, no or abstain"),
        ("voter,vote,why\nada,yes,x\n", "line 1: a yes/no file has the columns"),
        ("vote\nyes\n", "line 1: a yes/no file has the columns"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(text)
