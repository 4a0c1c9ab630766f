"""The files of one moment: what belongs together, what is refused, and the digests all hangs on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256

import pytest

from folkmoot.govern.files import state as state_module
from folkmoot.govern.files.ballot import Cast, written_ballot
from folkmoot.govern.files.decision import Decision, Result, written_decision
from folkmoot.govern.files.state import State, parse_state
from folkmoot.model.ballot import Answer, Ballot

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
OPEN = Decision(7, "new-logo", "proposal", "A new logo", "ada", NOON, NOON.replace(day=8), body="\n# Logo\n")
YES = written_ballot(Cast(Ballot(voter="ada", answer=Answer.YES), NOON))
NO = written_ballot(Cast(Ballot(voter="bob", answer=Answer.NO), NOON))
FILE = "decisions/0007-new-logo.md"
BALLOTS = "decisions/0007/ballots/"


def files(**more: bytes) -> dict[str, bytes]:
    """Give the decision, and ballots by handle."""
    return {FILE: written_decision(OPEN), **{f"{BALLOTS}{name}.toml": body for name, body in more.items()}}


def problems(state: State) -> list[tuple[str, str]]:
    return [(problem.file, str(problem.what)) for problem in state.problems]


def test_a_decision_and_its_ballots_are_read() -> None:
    state = parse_state(files(ada=YES, bob=NO))
    assert problems(state) == []
    assert state.decisions == {7: OPEN}
    assert {name: cast.ballot.answer for name, cast in state.ballots[7].items()} == {
        "ada": Answer.YES, "bob": Answer.NO,
    }  # fmt: skip


def test_the_files_of_one_decision_are_its_own() -> None:
    told = files(ada=YES) | {"decisions/0008/ballots/ada.toml": YES, "people/ada.toml": b"x"}
    assert set(parse_state(told).files_of(7)) == {FILE, f"{BALLOTS}ada.toml"}
    assert parse_state(told).files_of(9) == {}


def test_the_digest_of_ballots_is_of_sorted_names_and_contents() -> None:
    """By hand: one line for each file, its name, a space, the digest of its bytes, and an end of line."""
    lines = f"ada.toml {sha256(YES).hexdigest()}\nbob.toml {sha256(NO).hexdigest()}\n"
    told = f"sha256:{sha256(lines.encode()).hexdigest()}"
    assert parse_state(files(ada=YES, bob=NO)).ballots_digest(7) == told
    assert parse_state(dict(reversed(files(ada=YES, bob=NO).items()))).ballots_digest(7) == told


def test_of_no_ballots_the_digest_is_that_of_nothing() -> None:
    assert parse_state(files()).ballots_digest(7) == f"sha256:{sha256(b'').hexdigest()}"


@pytest.mark.parametrize(
    "other",
    [files(ada=YES), files(ada=NO, bob=NO), files(ada=YES, cleo=NO), files(ada=YES + b"\n", bob=NO)],
    ids=["one less", "another answer", "another name", "another byte"],
)
def test_any_other_ballots_have_another_digest(other: dict[str, bytes]) -> None:
    assert parse_state(other).ballots_digest(7) != parse_state(files(ada=YES, bob=NO)).ballots_digest(7)


def test_the_leaf_names_the_file_its_digest_its_ballots_and_the_rules() -> None:
    state = parse_state(files(ada=YES))
    whole = sha256(written_decision(OPEN)).hexdigest()
    assert state.leaf(OPEN).decode() == (
        f"folkmoot decision 1\n0007-new-logo.md\n{whole}\n{state.ballots_digest(7)}\n-\n"
    )
    assert state.seal(OPEN) == f"sha256:{sha256(state.leaf(OPEN)).hexdigest()}"


def test_rules_that_a_decision_proposes_are_in_its_leaf() -> None:
    rules = b"format = 1\n"
    state = parse_state(files() | {"decisions/0007/governance.toml": rules})
    assert state.proposed_rules(7) == rules
    assert state.leaf(OPEN).decode().endswith(f"\n{sha256(rules).hexdigest()}\n")
    assert state.proposed_rules(8) is None
    assert problems(state) == []


def closed(number: int, sequence: int) -> Decision:
    result = Result(sequence, "", "passed", NOON, "")
    return replace(OPEN, number=number, result=result)


def test_closed_decisions_come_in_the_order_in_which_they_closed() -> None:
    state = State({}, decisions={7: closed(7, 2), 8: OPEN, 9: closed(9, 1), 4: closed(4, 2)})
    assert [decision.number for decision in state.closed()] == [9, 4, 7]


@pytest.mark.parametrize(
    ("more", "file", "what"),
    [
        ({"decisions/0007-old-logo.md": written_decision(replace(OPEN, slug="old-logo"))},
         ".folkmoot/decisions/0007-old-logo.md", "same number"),
        ({f"{BALLOTS}ADA.toml": YES}, f".folkmoot/{BALLOTS}ada.toml", "same handle"),
        ({"people/Ada.toml": b'name = "Ada"\n', "people/ada.toml": b'name = "Ada"\n'},
         ".folkmoot/people/ada.toml", "same handle"),
        ({"decisions/notes.txt": b"x"}, ".folkmoot/decisions/notes.txt", "does not belong"),
        ({f"{BALLOTS}ada.txt": YES}, f".folkmoot/{BALLOTS}ada.txt", "does not belong"),
        ({"governance.toml": b"format = 2"}, ".folkmoot/governance.toml", "format 1"),
        ({f"{BALLOTS}bob.toml": b"\xff"}, f".folkmoot/{BALLOTS}bob.toml", ""),
    ],
    ids=["number", "ballot", "person", "no decision", "no ballot", "rules", "no text"],
)  # fmt: skip
def test_what_cannot_be_is_a_problem_of_that_file_and_of_no_other(
    more: dict[str, bytes], file: str, what: str
) -> None:
    state = parse_state(files(ada=YES) | more)
    (found,) = problems(state)
    assert found[0] == file
    assert what in found[1]
    assert 7 in state.decisions
    assert len(state.ballots[7]) == 1


def test_other_files_of_the_folder_are_left_alone() -> None:
    assert parse_state({"checks.toml": b"\xff", "opt-out": b"x", "organisations.toml": b"["}).problems == []


def test_what_was_read_before_is_not_read_again() -> None:
    cache: state_module.Cache = {}
    first = parse_state(files(ada=YES), cache)
    again = parse_state(files(ada=YES, bob=NO), cache)
    assert again.decisions[7] is first.decisions[7]
    assert again.ballots[7]["bob"].ballot.answer is Answer.NO


def test_a_problem_is_told_each_time_though_read_once() -> None:
    cache: state_module.Cache = {}
    for _ in range(2):
        assert len(parse_state({"governance.toml": b"["}, cache).problems) == 1


def test_a_folder_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state_module, "MOST_FILES", 2)
    assert parse_state(files(ada=YES)).decisions
    state = parse_state(files(ada=YES, bob=NO))
    assert "more than is read" in str(state.problems[0].what)
    assert state.decisions == {}
