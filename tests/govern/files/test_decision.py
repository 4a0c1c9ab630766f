"""A decision's file: its terms between two fences, and each way in which it may be wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from folkmoot.govern.files.decision import (
    OUTCOMES,
    TAKES_EFFECT,
    Decision,
    Grant,
    Result,
    read_decision,
    with_result,
    written_decision,
)
from folkmoot.model.errors import SourceError

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
OPEN = Decision(7, "new-logo", "proposal", "A new logo", "ada", NOON, NOON.replace(day=8), body="\n# Logo\n")
PATH = ".folkmoot/decisions/0007-new-logo.md"
TEXT = written_decision(OPEN).decode()


def read(text: str, path: str = PATH) -> Decision:
    return read_decision(path, text.encode())


def test_it_is_called_by_its_number_and_has_a_folder_for_its_ballots() -> None:
    assert OPEN.file == "0007-new-logo.md"
    assert OPEN.folder == "0007"
    assert replace(OPEN, number=12345).folder == "12345"


def test_number_and_words_come_from_the_name_of_the_file() -> None:
    assert read(TEXT) == OPEN
    other = read(TEXT, ".folkmoot/decisions/0012-other.md")
    assert (other.number, other.slug) == (12, "other")


@pytest.mark.parametrize(
    "name", ["7-x.md", "0000-x.md", "0007.md", "0007-X.md", "0007-x.txt", "0007-../x.md"]
)
def test_a_file_called_otherwise_is_none(name: str) -> None:
    with pytest.raises(SourceError, match="is not named like") as error:
        read(TEXT, f".folkmoot/decisions/{name}")
    assert error.value.hint == "rename the file."


@pytest.mark.parametrize("text", ["", "# Logo\n", TEXT.replace("+++", "---"), TEXT.partition("\n+++")[0]])
def test_terms_stand_between_two_fences(text: str) -> None:
    with pytest.raises(SourceError, match="two lines of"):
        read(text)


def test_a_fence_in_the_text_ends_nothing() -> None:
    assert (
        read(written_decision(replace(OPEN, body="\n+++\nmore\n+++\n")).decode()).body == "\n+++\nmore\n+++\n"
    )


@pytest.mark.parametrize("key", ["opened", "closes"])
def test_without_its_days_it_is_none(key: str) -> None:
    text = "".join(line for line in TEXT.splitlines(keepends=True) if not line.startswith(key))
    with pytest.raises(SourceError, match="lacks `opened` or `closes`"):
        read(text)


def test_it_may_close_at_the_moment_it_opens_and_not_before() -> None:
    assert read(TEXT.replace("2026-02-08", "2026-02-01")).closes == NOON
    with pytest.raises(SourceError, match="closes before it opens"):
        read(TEXT.replace("2026-02-08", "2026-01-31"))


def test_bytes_that_are_no_text_are_told() -> None:
    with pytest.raises(SourceError, match="not UTF-8"):
        read_decision(PATH, TEXT.encode() + b"\xff")


def test_a_file_without_end_is_refused_before_it_is_read() -> None:
    with pytest.raises(SourceError, match="is larger than"):
        read_decision(PATH, TEXT.encode() + b"x" * 10_000_000)


RESULT = '[result]\nclosed = 2026-02-08T12:00:00Z\noutcome = "passed"\nsequence = 1\n'


@pytest.mark.parametrize(
    ("result", "wrong"),
    [
        (RESULT.replace("closed = 2026-02-08T12:00:00Z\n", ""), "lacks `closed`"),
        (RESULT.replace("passed", "won"), "has the outcome 'won'"),
        (RESULT.replace("passed", "withdrawn"), "by"),
        (RESULT + 'by = "ada"\n', "only then"),
        (RESULT + "luck = 1\n", "luck"),
    ],
    ids=["when", "outcome", "withdrawn by nobody", "by somebody", "something else"],
)
def test_a_result_that_cannot_be_is_told(result: str, wrong: str) -> None:
    first, fence, body = TEXT.rpartition("\n+++")
    with pytest.raises(SourceError, match=wrong):
        read(f"{first}\n{result}{fence}{body}")


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_that_is_written_is_read(outcome: str) -> None:
    result = Result(1, "", outcome, NOON, "", by="ada" if outcome == "withdrawn" else "")
    assert read(with_result(written_decision(OPEN), result).decode()).result == result


def test_only_what_was_founded_passed_or_elected_takes_effect() -> None:
    assert set(OUTCOMES) - TAKES_EFFECT == {"rejected", "no quorum", "blocked", "tied", "withdrawn"}


def test_every_term_of_an_election_is_read_back() -> None:
    election = replace(
        OPEN, action="elect", candidates=("bob", "cleo"), seats=2, seed="the number of 8 February",
        governance="sha256:" + "a" * 64, supersedes=3,
        gives=(Grant("lead", "bob"),), takes=(Grant("lead", "dora"), Grant("writer", "dora")),
    )  # fmt: skip
    assert read(written_decision(election).decode()) == election


def test_every_part_of_a_result_is_read_back() -> None:
    result = Result(
        4, "sha256:" + "1" * 64, "elected", NOON, "sha256:" + "2" * 64, ("ada", "bob"),
        "sha256:" + "3" * 64, ("bob",), {"bob": "Acme", "ada": ""},
    )  # fmt: skip
    assert read(with_result(written_decision(OPEN), result).decode()).result == result


def test_what_is_not_stated_is_not_written() -> None:
    lines = TEXT.partition("\n+++")[0].splitlines()
    assert [line.partition(" = ")[0] for line in lines[1:]] == [
        "action", "subject", "proposer", "opened", "closes",
    ]  # fmt: skip


@pytest.mark.parametrize("key", ["gives", "takes"])
def test_one_role_is_given_or_taken_once(key: str) -> None:
    listed = ", ".join(['{ role = "lead", handle = "bob" }'] * 2)
    with pytest.raises(SourceError, match=f"names something twice in `{key}`"):
        read(TEXT.replace("closes", f"{key} = [{listed}]\ncloses"))


def test_a_grant_has_a_role_and_a_handle_and_nothing_else() -> None:
    with pytest.raises(SourceError, match="'until' that means nothing"):
        read(TEXT.replace("closes", 'gives = [{ role = "lead", handle = "bob", until = 1 }]\ncloses'))


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("seats = 101", "from 0 to 100"),
        ("supersedes = 10000", "from 0 to 9999"),
        ('governance = "sha256:short"', "not of the form"),
        ('candidates = ["bob", "bob"]', "twice in `candidates`"),
        ('candidates = ["not a handle"]', "not of its form"),
        ("mood = 1", "'mood' that means nothing"),
    ],
)
def test_terms_that_make_no_sense_are_told(line: str, wrong: str) -> None:
    with pytest.raises(SourceError, match=wrong):
        read(TEXT.replace("closes", f"{line}\ncloses"))


@pytest.mark.parametrize(("sequence", "is_one"), [(0, False), (1, True), (9999, True), (10000, False)])
def test_results_are_counted_from_one(sequence: int, is_one: bool) -> None:
    first, fence, body = TEXT.rpartition("\n+++")
    text = f"{first}\n{RESULT.replace('sequence = 1', f'sequence = {sequence}')}{fence}{body}"
    if is_one:
        found = read(text).result
        assert found is not None
        assert found.sequence == sequence
    else:
        with pytest.raises(SourceError, match="`sequence` that is no whole number from 1 to 9999"):
            read(text)
