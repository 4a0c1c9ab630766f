"""A decision's file: its terms between two fences, and each way in which it may be wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from folkmoot.govern.files.decision import Decision, read_decision, written_decision
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
