"""TiKV's votes: who approved, who is binding, and what the record contradicts."""

import pytest

from folkmoot.govern.votes import Record, read_record
from folkmoot.model.ballot import Answer, Poll

VOTE = """\
# A Vote for ada as Reviewer

## Proposal

* [Pull requests](https://example.org/pulls)

I (@bob) hereby nominate @ada.

## Deadline

The vote will be open for at least {duration} unless there is an objection or not enough votes.

## Result
{result}
"""


def read(result: str, duration: str = "72 hours") -> Poll:
    text = VOTE.replace("{result}", result).replace("{duration}", duration)
    return read_record(Record("votes/0001-ada.md", text))


def notes(poll: Poll) -> list[str]:
    return [str(note) for note in poll.notes]


def test_who_approved_and_whose_vote_is_binding() -> None:
    poll = read(
        "\nApproved by 1 binding vote, 2 non-binding votes.\n"
        "\n* bob (binding)\n\n- cleo (non-binding)\n* dan (no-binding)"
    )
    assert [(b.voter, b.answer, b.binding) for b in poll.ballots] == [
        ("bob", Answer.YES, True), ("cleo", Answer.YES, False), ("dan", Answer.YES, False),
    ]  # fmt: skip
    assert (poll.title, poll.days) == ("A Vote for ada as Reviewer", 3)
    assert poll.claims == {"binding": 1, "non-binding": 2}
    assert poll.outcome == "Approved by 1 binding vote, 2 non-binding votes."
    assert notes(poll) == []


def test_days_are_said_in_several_ways() -> None:
    assert [read("", words).days for words in ("6 days", "144 hours", "1 week", "{duration}")] == [
        6,
        6,
        7,
        None,
    ]


def test_no_result_is_noted() -> None:
    template = "\nConclude the voting result, including approvals and vetoes, binding and non-binding."
    assert notes(read("")) == notes(read(template)) == ["The record has no result."]
    headless = Record("votes/0002-style.md", "# New style\n\n## Motivation\n\n* fix a test\n")
    assert notes(read_record(headless)) == ["The record has no result."]


def test_contradictions_are_noted() -> None:
    poll = read("\nApproved by 2 binding votes.\n* bob (binding)\n* cleo (non-binding)")
    assert notes(poll) == ["Of binding votes, it claims 2 and lists 1."]
    assert notes(read("\nApproved by:\n- bob\n- cleo")) == ["The record does not say whose vote is binding."]
    assert notes(read("\n* bob (binding)\n* Bob (binding)"))[0].endswith("Bob is listed twice.")


def test_vetoes_have_reasons() -> None:
    poll = read(
        "\nApproved by\n* bob (binding)\n\nVetoed by\n* cleo (binding): it is too early\n\nAbstained:\n* dan"
    )
    assert [b.answer for b in poll.ballots] == [Answer.YES, Answer.NO, Answer.ABSTAIN]
    assert poll.ballots[1].reason == "it is too early"


def test_handles_may_be_links() -> None:
    poll = read("\n* [@bob](https://example.org/bob) (binding)\n* @cleo (binding)")
    assert [b.voter for b in poll.ballots] == ["bob", "cleo"]


def test_what_follows_the_result_is_no_vote() -> None:
    poll = read("\n* bob (binding)\n\n## Notes\n\n* cleo (binding)")
    assert [b.voter for b in poll.ballots] == ["bob"]


@pytest.mark.parametrize(
    "line",
    [
        "Approved by 2 binding votes, no veto.",
        "Approved by 2 binding votes and no binding vetoes:",
        "No vetoes. Approved by:",
        "Nobody opposed it. Approved by",
        "Approved without any objection against it",
        "0 rejections, approved by",
        "No one abstained; approved by",
    ],
)
def test_to_say_that_nobody_was_against_makes_nobody_so(line: str) -> None:
    poll = read(f"\n{line}\n\n* bob (binding)\n* cleo (binding)")
    assert [ballot.answer for ballot in poll.ballots] == [Answer.YES, Answer.YES]


@pytest.mark.parametrize(
    "line", ["Vetoed by:", "Rejected by", "Opposed:", "Against:", "Disapproved by", "Not approved by", "-1:"]
)
def test_words_for_those_who_were_against(line: str) -> None:
    poll = read(f"\nApproved by\n* bob (binding)\n\n{line}\n* cleo (binding)\n\n+1\n* dan (binding)")
    assert [ballot.answer for ballot in poll.ballots] == [Answer.YES, Answer.NO, Answer.YES]


def test_a_line_that_says_nothing_of_the_kind_changes_no_side() -> None:
    poll = read("\nVetoed by\n* bob (binding)\n\nand also\n* cleo (binding)")
    assert [ballot.answer for ballot in poll.ballots] == [Answer.NO, Answer.NO]


@pytest.mark.parametrize(("duration", "days"), [("73 hours", 4), ("24 hours", 1), ("2 weeks", 14)])
def test_hours_are_rounded_up_to_days(duration: str, days: int) -> None:
    assert read("", duration).days == days
