"""Checkpoints: three lines that later show whether a history was rewritten."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as some

from folkmoot.govern.files.state import parse_state
from folkmoot.govern.proof.checkpoint import (
    checkpoint_of,
    grown,
    growth,
    held_against,
    read_checkpoint,
    read_growth,
    signature,
)
from folkmoot.govern.proof.fact import Level
from folkmoot.govern.proof.merkle import EMPTY
from folkmoot.govern.proof.note import new_key, signed
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


def test_a_proof_shows_without_the_history_that_it_only_grew() -> None:
    life = whole_life()
    old = checkpoint_of(founding().state, ORIGIN)
    new = checkpoint_of(life.state, ORIGIN)
    text = growth(life.state, old, new.written().encode())
    assert text.startswith("old 1\n")
    size, proof, after = read_growth("p", text.encode())
    assert size == 1
    assert read_checkpoint("p", after) == new
    assert grown(old, new, proof).level is Level.FOUND


def test_a_proof_of_another_history_shows_nothing() -> None:
    life = whole_life()
    old = checkpoint_of(founding().state, ORIGIN)
    new = checkpoint_of(life.state, ORIGIN)
    _, proof, _ = read_growth("p", growth(life.state, old, new.written().encode()).encode())
    other = checkpoint_of(founding(founding().files["governance.toml"] + b"# x\n").state, ORIGIN)
    assert grown(other, new, proof).level is Level.VIOLATION
    assert grown(checkpoint_of(founding().state, "else"), new, proof).level is Level.VIOLATION
    with pytest.raises(UsageError, match="not of this history"):
        growth(founding().state, old, new.written().encode())


def test_every_changed_byte_of_a_proof_is_found() -> None:
    life, key = whole_life(), new_key(ORIGIN)
    old = checkpoint_of(founding().state, ORIGIN)
    new = signed(checkpoint_of(life.state, ORIGIN).written(), key)
    right = growth(life.state, old, new.encode()).encode()
    missed = []
    for place in range(len(right)):
        mutant = right[:place] + bytes([right[place] ^ 1]) + right[place + 1 :]
        try:
            size, proof, after = read_growth("p", mutant)
            facts = [
                grown(old, read_checkpoint("p", after), proof),
                signature("p", after, [key.verifier()], is_required=True),
            ]
        except SourceError:
            continue
        if size == old.size and all(fact.level is Level.FOUND for fact in facts):
            missed.append(place)
    assert missed == []


@pytest.mark.parametrize("content", [b"", b"old 1\n", b"old x\n\na\n", b"old 1\n!\n\na\n", b"new 1\n\na\n"])
def test_what_is_no_proof(content: bytes) -> None:
    with pytest.raises(SourceError, match="no consistency proof"):
        read_growth("p", content)


def test_a_signature_counts_by_the_keys_given() -> None:
    key = new_key(ORIGIN)
    note = signed(checkpoint_of(founding().state, ORIGIN).written(), key).encode()
    assert signature("c", note, [key.verifier()], is_required=True).level is Level.FOUND
    assert signature("c", note, [new_key(ORIGIN).verifier()], is_required=True).level is Level.VIOLATION
    assert signature("c", note, [new_key(ORIGIN).verifier()], is_required=False).level is Level.UNKNOWN
    assert signature("c", note, [], is_required=True).level is Level.UNKNOWN


@given(some.binary(max_size=200), some.sampled_from([b"", b"old 1\n", b"old 0\n\n", b"a\n1\n"]))
def test_any_bytes_are_read_or_refused(noise: bytes, start: bytes) -> None:
    for read in (read_growth, read_checkpoint):
        with contextlib.suppress(SourceError):
            read("noise", start + noise)
