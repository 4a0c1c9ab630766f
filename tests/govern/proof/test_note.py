"""Signed notes: what another program signed is read, and every changed byte is found."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as some

from folkmoot.govern.proof.note import (
    MOST_SIGNATURES,
    Key,
    new_key,
    read_signer,
    read_verifier,
    signed,
    signers,
)
from folkmoot.model.errors import MissingExtraError, UsageError

# The example of https://pkg.go.dev/golang.org/x/mod/sumdb/note, made by another program.
VERIFIER = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
SIGNER = "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz"
TEXT = "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
NOTE = (
    f"{TEXT}\n\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotp"
    "RZb6KE6RyyBwJnAM=\n"
)


def test_the_official_example_is_made_and_read() -> None:
    assert signed(TEXT, read_signer(SIGNER)) == NOTE
    assert signers(NOTE.encode(), [read_verifier(VERIFIER)]) == (read_verifier(VERIFIER),)


def test_a_new_key_reads_back() -> None:
    key = new_key("example.org/decisions")
    assert read_signer(key.signer() + "\n") == key
    assert read_verifier(key.verifier()) == Key(key.name, key.public)
    assert [one.name for one in signers(signed(TEXT, key).encode(), [key])] == ["example.org/decisions"]


def test_every_changed_byte_of_a_note_is_found() -> None:
    key, note = read_verifier(VERIFIER), NOTE.encode()
    for place in range(len(note)):
        for bit in (1, 4, 128):
            mutant = note[:place] + bytes([note[place] ^ bit]) + note[place + 1 :]
            assert signers(mutant, [key]) == (), (place, bit)
        assert signers(note[:place] + note[place + 1 :], [key]) == (), place


def test_other_peoples_signatures_are_passed_over() -> None:
    key = read_verifier(VERIFIER)
    other = NOTE + "\u2014 somebody.else AAAAAAAA\n"
    assert signers(other.encode(), [key]) == (key,)


def test_a_false_signature_beside_a_true_one_makes_a_note_unsigned() -> None:
    key = read_verifier(VERIFIER)
    line = NOTE.splitlines()[-1]
    assert signers((NOTE + line.replace("ZJku", "ZJkv") + "\n").encode(), [key]) == ()


@pytest.mark.parametrize("note", ["", TEXT, f"{TEXT}\n", f"{TEXT}\n\u2014 x\n", NOTE[:-1], f"{NOTE}\nmore\n"])
def test_what_is_no_note(note: str) -> None:
    assert signers(note.encode(), [read_verifier(VERIFIER)]) == ()


@pytest.mark.parametrize(
    "line",
    ["", "a+b", VERIFIER.replace("c74f20a3", "c74f20a4"), VERIFIER[:-4], VERIFIER.replace("+AR", "+BR")],
)
def test_what_is_no_verifier_key(line: str) -> None:
    with pytest.raises(UsageError):
        read_verifier(line)


@pytest.mark.parametrize("line", ["", VERIFIER, SIGNER[:-4], SIGNER.replace("c74f20a3", "c74f20a4")])
def test_what_is_no_signing_key_is_never_told(line: str) -> None:
    with pytest.raises(UsageError) as error:
        read_signer(line)
    assert "AYEKFALV" not in str(error.value)


@pytest.mark.parametrize("name", ["", "two words", "a+b", "a\u2028b", "x" * 201])
def test_what_names_no_key(name: str) -> None:
    with pytest.raises(UsageError, match="one word"):
        new_key(name)


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.hazmat.primitives.asymmetric.ed25519", None)
    with pytest.raises(MissingExtraError, match=r"folkmoot\[proof\]"):
        new_key("example.org/decisions")
    with pytest.raises(MissingExtraError):
        signers(NOTE.encode(), [read_verifier(VERIFIER)])


@given(some.binary(max_size=300), some.booleans())
def test_any_bytes_are_a_note_or_none(noise: bytes, inside: bool) -> None:
    note = NOTE.encode()
    assert (
        signers(note[:90] + noise + note[90:] if inside and noise else noise, [read_verifier(VERIFIER)]) == ()
    )


@given(some.text(max_size=120))
def test_any_text_is_a_key_or_refused(noise: str) -> None:
    for read in (read_verifier, read_signer):
        with pytest.raises(UsageError):
            read(noise)


def test_a_hundred_signatures_are_read_and_one_more_is_none() -> None:
    key = read_verifier(VERIFIER)
    others = [f"\u2014 somebody.else{number} AAAAAAAA\n" for number in range(MOST_SIGNATURES)]
    assert signers((NOTE + "".join(others[:-1])).encode(), [key]) == (key,)
    assert signers((NOTE + "".join(others)).encode(), [key]) == ()


def test_two_who_signed_are_both_told_once_and_in_their_order() -> None:
    first, second = new_key("first.example"), new_key("second.example")
    line = signed(TEXT, second).splitlines()[-1]
    note = f"{signed(TEXT, first)}{line}\n{line}\n".encode()
    assert [key.name for key in signers(note, [second, first])] == ["first.example", "second.example"]
    assert [key.name for key in signers(note, [second])] == ["second.example"]
    assert signers(note, []) == ()


def test_a_key_of_the_same_name_and_another_hash_is_somebody_else() -> None:
    mine, other = new_key("moot.example"), new_key("moot.example")
    assert signers(signed(TEXT, mine).encode(), [other]) == ()


def test_a_text_may_hold_empty_lines() -> None:
    key = new_key("moot.example")
    text = "one\n\ntwo\n\n\u2014 no signature\n"
    assert signers(signed(text, key).encode(), [key]) == (key,)
