"""Records of git and messages of commits, made wrong: always read, never an error."""

from __future__ import annotations

from hypothesis import given

from folkmoot.sources.git.history import parse
from folkmoot.sources.git.message import mentions, subject, trailers
from fuzz.mutations import fuzzed, mutated, seeds

FIRST = b"commit " + b"f" * 40 + b"\n"
RECORDS = tuple(seeds("records").values())
MESSAGES = tuple(seeds("messages").values())


@fuzzed
@given(mutated(RECORDS))
def test_any_record_is_a_commit(record: bytes) -> None:
    """git itself prints the first line; all that follows is as somebody wrote it."""
    commit = parse(FIRST + record)
    assert commit.sha == "f" * 40
    assert 0 <= commit.authored_at < 1 << 63
    assert -24 * 60 < commit.authored_offset < 24 * 60


@fuzzed
@given(mutated(MESSAGES))
def test_any_message_is_read(message: bytes) -> None:
    title = subject(message)
    assert len(title) <= 500
    assert all(who for _, who in trailers(message))
    numbers = [each.number for each in mentions(message, title)]
    assert len(numbers) == len(set(numbers))
