"""Checkpoints: three lines that later show whether a history was rewritten."""

from __future__ import annotations

import pytest

from folkmoot.govern.files.state import parse_state
from folkmoot.govern.proof.checkpoint import checkpoint_of, held_against, read_checkpoint
from folkmoot.govern.proof.fact import Level
from folkmoot.govern.proof.merkle import EMPTY
from folkmoot.model.errors import SourceError, UsageError
from govern.proof.community import founding, whole_life

ORIGIN = "example.org/ada/decisions"


def test_it_reads_back_what_was_written() -> None:
    made = checkpoint_of(founding().state, ORIGIN)
    assert made.size == 1
    assert read_checkpoint("c", made.written().encode()) == made


def test_text_after_an_empty_line_is_somebody_elses() -> None:
    made = checkpoint_of(founding().state, ORIGIN)
    signed = made.written() + "\n\u2014 example.org AAAA\n"
    assert read_checkpoint("c", signed.encode()) == made


def test_the_empty_community_has_the_empty_root() -> None:
    assert checkpoint_of(parse_state({}), ORIGIN).root == EMPTY


def test_a_community_that_grew_is_consistent() -> None:
    life = whole_life()
    for moment in life.snapshots:
        published = checkpoint_of(parse_state(moment.files), ORIGIN)
        assert held_against(life.state, published).level is Level.FOUND


def test_another_beginning_is_not() -> None:
    life = whole_life()
    published = checkpoint_of(life.state, ORIGIN)
    path = "decisions/0002/ballots/cleo.toml"
    rewritten = parse_state({**life.files, path: life.files[path].replace(b'"no"', b'"yes"')})
    assert held_against(rewritten, published).level is Level.VIOLATION


def test_a_shorter_history_is_not() -> None:
    published = checkpoint_of(whole_life().state, ORIGIN)
    found = held_against(founding().state, published)
    assert found.level is Level.VIOLATION
    assert "6" in str(found.text)


@pytest.mark.parametrize(
    "content",
    [b"", b"a\n1\n", b"a\n01\nAAAA\n", b"a\n1\nAAAA\n", b"a\n1\n!!\n", b"a\n1\nx\nb\n", b"\xff\n1\n"],
)
def test_what_is_no_checkpoint(content: bytes) -> None:
    with pytest.raises(SourceError, match="no checkpoint"):
        read_checkpoint("c", content)


def test_an_origin_is_one_word() -> None:
    with pytest.raises(UsageError):
        checkpoint_of(founding().state, "two\nlines")
