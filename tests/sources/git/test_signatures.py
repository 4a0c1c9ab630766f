"""Signatures of commits: whose they are by the keys given; nothing of the machine or repository counts."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from folkmoot.model.errors import SourceError
from folkmoot.sources.git import signatures
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.signatures import Signature, Signing, read_signatures
from govern.proof.signing import needs_ssh, public, signed

from .repositories import START, Repository, git

pytestmark = needs_ssh


def body_of(made: Repository, when: int = START) -> bytes:
    who = f"Ada <ada@example.org> {when} +0000"
    return f"tree {made.tree()}\nauthor {who}\ncommitter {who}\n\nWork\n".encode()


def asked(made: Repository, keys: str) -> Signature:
    return read_signatures(Git(made.place), {made.head: keys})[made.head]


@pytest.fixture
def made(tmp_path: Path) -> Repository:
    repository = Repository.create(tmp_path / "made")
    repository.write({"a": "1\n"})
    repository.store(signed(body_of(repository), "ada"))
    return repository


def test_a_given_key_names_its_signer(made: Repository) -> None:
    found = asked(made, f"bob {public('bob')}\nada {public('ada')}\n")
    assert (found.state, found.signer) == (Signing.GOOD, "ada")
    assert found.fingerprint.startswith("SHA256:")


def test_a_key_that_was_not_given_is_a_strangers(made: Repository) -> None:
    assert asked(made, f"bob {public('bob')}\n").state is Signing.STRANGER
    assert asked(made, "").state is Signing.STRANGER


@pytest.mark.parametrize(
    ("term", "state"),
    [
        ('valid-before="20231115"', Signing.GOOD),  # the commit is of 2023-11-14 22:13:20 UTC
        ('valid-before="20231114"', Signing.STRANGER),
        ('valid-before="20231114221321"', Signing.GOOD),
        ('valid-before="20231114221319"', Signing.STRANGER),
        ('valid-after="20231114221320"', Signing.GOOD),
        ('valid-after="20231114221321"', Signing.STRANGER),
    ],
)
def test_a_key_holds_within_its_term_in_utc(
    made: Repository, monkeypatch: pytest.MonkeyPatch, term: str, state: Signing
) -> None:
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    assert asked(made, f"ada {term} {public('ada')}\n").state is state


def test_commits_are_asked_each_with_its_own_keys(made: Repository) -> None:
    first = made.head
    second = made.store(signed(body_of(made, START + 1), "bob"))
    found = read_signatures(
        Git(made.place), {first: f"ada {public('ada')}\n", second: f"ada {public('ada')}\n"}
    )
    assert [found[first].state, found[second].state] == [Signing.GOOD, Signing.STRANGER]


def test_no_signature_and_another_kind(made: Repository) -> None:
    made.store(body_of(made))
    assert asked(made, "").state is Signing.NONE
    head, _, message = body_of(made).partition(b"\n\n")
    pgp = b"gpgsig -----BEGIN PGP SIGNATURE-----\n \n xyz\n -----END PGP SIGNATURE-----"
    made.store(head + b"\n" + pgp + b"\n\n" + message)
    assert asked(made, "").state is Signing.OTHER


def test_a_signature_told_in_the_message_is_none(made: Repository) -> None:
    made.store(body_of(made) + b"\ngpgsig -----BEGIN SSH SIGNATURE-----\n")
    assert asked(made, "").state is Signing.NONE


def test_nothing_of_the_repository_counts(made: Repository, tmp_path: Path) -> None:
    trap = tmp_path / "trap"
    trap.write_text(f"#!/bin/sh\ntouch {tmp_path}/sprung\n")
    trap.chmod(0o755)
    for name in ("gpg.ssh.program", "gpg.program", "gpg.ssh.defaultKeyCommand"):
        git(made.place, "config", name, str(trap))
    git(made.place, "config", "gpg.ssh.allowedSignersFile", str(tmp_path / "all"))
    (tmp_path / "all").write_text(f"ada {public('ada')}\n")
    assert asked(made, "").state is Signing.STRANGER
    made.store(body_of(made).replace(b"\n\n", b"\ngpgsig -----BEGIN PGP SIGNATURE-----\n x\n\n"))
    asked(made, "")
    assert not (tmp_path / "sprung").exists()


def test_without_ssh_keygen_nothing_is_known(made: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signatures, "PROGRAM", "no-such-ssh-keygen")
    assert asked(made, f"ada {public('ada')}\n") == Signature(Signing.UNCHECKED)


def test_by_a_git_that_knows_no_terms_nothing_is_checked(
    made: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would take a key that was not valid yet when the commit says that it was made."""
    assert signatures.OLDEST == (2, 35)
    monkeypatch.setattr(signatures, "OLDEST", (99, 0))
    assert asked(made, f"ada {public('ada')}\n") == Signature(Signing.UNCHECKED)


def test_a_commit_that_is_not_there(made: Repository) -> None:
    with pytest.raises(SourceError, match="not in this clone"):
        read_signatures(Git(made.place), {"1" * 40: ""})


def mutants(raw: bytes, start: int = 0) -> Iterator[bytes]:
    """Give a commit with each of its bytes from `start` on changed in one bit."""
    for place in range(start, len(raw)):
        yield raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :]


def armored(raw: bytes) -> bytes:
    """Give the signature in a commit as the bytes that its base64 stands for; b"" where it is none."""
    inside = raw.partition(b"-----BEGIN SSH SIGNATURE-----")[2].partition(b"-----END")[0]
    try:
        return b64decode(b"".join(inside.split()), validate=True)
    except ValueError:
        return b""


def test_every_changed_byte_of_a_signed_commit_is_found(made: Repository) -> None:
    """Harmless is only what leaves the signed text and the signature itself as they were: a line's blanks."""
    raw = git(made.place, "cat-file", "commit", made.head)
    keys = f"ada {public('ada')}\n"
    text, seal = raw.partition(b"gpgsig ")[0], armored(raw)
    start = raw.index(b"\n") + 1
    by_commit = {made.object("commit", mutant): mutant for mutant in mutants(raw, start)}
    found = read_signatures(replace(Git(made.place), time_limit=300), dict.fromkeys(by_commit, keys))
    missed = [
        by_commit[commit] for commit, signature in found.items() if signature.state is Signing.GOOD
        if not (by_commit[commit].startswith(text) and armored(by_commit[commit]) == seal)
        or not by_commit[commit].endswith(b"\n\nWork\n")
    ]  # fmt: skip
    assert missed == []
    assert len(found) == len(raw) - start


def test_every_changed_byte_of_the_tree_is_found(made: Repository) -> None:
    raw = git(made.place, "cat-file", "commit", made.head)
    line = raw.index(b"\n") + 1
    missed = []
    for mutant in list(mutants(raw))[:line]:
        commit = made.object("commit", mutant)
        try:
            found = read_signatures(Git(made.place), {commit: f"ada {public('ada')}\n"})
        except SourceError:
            continue  # git itself reads no such commit
        if found[commit].state is Signing.GOOD:
            missed.append(mutant)
    assert missed == []
