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
    assert str(decision.working[0]) == "10 may vote: 7 said yes, 1 no, 0 abstained, 2 did not answer."


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
