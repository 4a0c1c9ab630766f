"""Conda's votes: boxes under each member, or a table."""

import pytest

from folkmoot.govern.rules import Outcome, decide, preset
from folkmoot.govern.votes import Record, read_record
from folkmoot.model.ballot import Answer, Poll
from folkmoot.model.errors import SourceError

BOXES = """\
# Adopt the proposal

It needs **60%** of the Steering Council to vote `yes` to pass.

@ada (Ada Example)
- [x]  yes
- [ ]  no
- [ ]  abstain

@bob (Bob 'B' Example)
- [ ]  yes
- [X]  no
- [ ]  abstain

@cleo-c (Cleo Example)
- [ ]  yes
- [ ]  no
- [ ]  abstain

@dan (Dan Example)
- [x]  yes
- [x]  no
- [ ]  abstain
"""
TABLE = """\
| Member | yes | no | abstain |
|:--|:-:|:-:|--:|
| @ada | x | | |
| Bob Example | | ✓ | |
| @cleo | | | [x] |

| @dan | x | | |
"""


def read(text: str) -> Poll:
    return read_record(Record("comment.md", text))


def test_boxes() -> None:
    poll = read(BOXES)
    assert [(b.voter, b.answer) for b in poll.ballots] == [("ada", Answer.YES), ("bob", Answer.NO)]
    assert poll.electorate == ("ada", "bob", "cleo-c", "dan")
    assert (poll.title, poll.claims) == ("Adopt the proposal", {"percent": 60})
    assert [str(note) for note in poll.notes] == ["dan ticked several boxes; that is no valid vote."]


def test_a_table() -> None:
    poll = read(TABLE)
    assert [(b.voter, b.answer) for b in poll.ballots] == [
        ("ada", Answer.YES), ("Bob Example", Answer.NO), ("cleo", Answer.ABSTAIN),
    ]  # fmt: skip
    assert poll.electorate == ("ada", "Bob Example", "cleo")


def test_the_whole_way_to_a_decision() -> None:
    six = "\n".join(f"@member{number} (M)\n- [x] yes\n- [ ] no\n- [ ] abstain\n" for number in range(6))
    poll = read(BOXES + "\n" + six)
    decision = decide(preset("conda-60"), poll.ballots, poll.electorate, days=7)
    assert decision.outcome is Outcome.PASSED
    assert str(decision.working[0]) == "May vote: 10; 7 said yes, 1 no, 0 abstained, 2 did not answer."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- [x] yes\n", "line 1: a box stands under no @handle"),
        ("@ada\n- [x] yes\n\n@ada\n- [ ] yes\n", "line 5: 'ada' is listed twice"),
        ("| m | yes | no |\n|-|-|-|\n| @ada | x | | |\n", "line 3: 4 cells where the table has 3"),
        ("| m | yes | no |\n|-|-|-|\n| @ada | x | |\n| @ada | x | |\n", "line 4: 'ada' is listed twice"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(text)


def test_a_member_is_the_same_in_other_letters() -> None:
    """Accounts do not differ by case: nobody votes twice by writing their name in capitals."""
    with pytest.raises(SourceError, match="'ada' is listed twice"):
        read(BOXES + "\n@ADA (Ada Example)\n- [x]  yes\n- [ ]  no\n- [ ]  abstain\n")
    with pytest.raises(SourceError, match="line 6: 'ADA' is listed twice"):
        read(TABLE.replace("\n\n| @dan | x", "\n| @ADA | x"))


@pytest.mark.parametrize("tick", ["x", "X", "[x]", "✓", "✔", "✅", ":white_check_mark:", "1", "yes"])
def test_ticks_in_a_table(tick: str) -> None:
    (ballot,) = read(f"| Member | Yes | No |\n|--|--|--|\n| @ada | {tick} | |\n").ballots
    assert (ballot.voter, ballot.answer) == ("ada", Answer.YES)


def test_a_line_between_a_member_and_a_box_parts_them() -> None:
    with pytest.raises(SourceError, match="line 3: a box stands under no @handle"):
        read("@ada\nBy the way:\n- [x] yes\n- [ ] no\n")


def test_an_empty_line_does_not() -> None:
    assert [ballot.voter for ballot in read("@ada\n\n- [x] yes\n- [ ] no\n").ballots] == ["ada"]


def test_a_row_of_another_width_is_named_with_its_line() -> None:
    with pytest.raises(SourceError, match="line 4: 2 cells where the table has 4 columns"):
        read("# Vote\n| Member | yes | no | abstain |\n|--|--|--|--|\n| @ada | x |\n")


def test_the_title_is_the_first_heading_and_else_the_path() -> None:
    assert read(BOXES).title == "Adopt the proposal"
    assert read(TABLE).title == "comment.md"


def test_everybody_beside_a_box_may_vote() -> None:
    assert read(BOXES).electorate == ("ada", "bob", "cleo-c", "dan")


def test_a_table_without_rows_names_nobody() -> None:
    with pytest.raises(SourceError, match="no member is named beside the boxes"):
        read("| Member | yes | no |\n|--|--|--|\n")
