"""Who signed which commit with SSH, by keys that the caller gives: git and ssh-keygen check, nobody trusts.

No key, program or setting of the repository or the user counts. A key outside of its term at the time that
the commit gives is no key (git itself asks ssh-keygen so). OpenPGP and X.509 signatures are named, never
checked.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from signal import SIGPIPE
from tempfile import TemporaryDirectory

from folkmoot.model.errors import SourceError
from folkmoot.sources.git.call import failure
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.contents import contents
from folkmoot.sources.git.text import text

MOST_BYTES = 1 << 20
PROGRAM = "ssh-keygen"
OLDEST = (2, 35)
"""The first git that holds a key's term against the time of the commit; 2.34 takes the time of asking."""
FORM = "--format=%H%x00%G?%x00%GS%x00%GF"
_HEADER = re.compile(rb"^gpgsig(?:-sha256)? (.*)$", re.MULTILINE)
_SSH = b"-----BEGIN SSH SIGNATURE-----"
_FOUND = {b"G": "good", b"U": "stranger", b"B": "bad"}


class Signing(StrEnum):
    """GOOD: by a given key in its term. STRANGER: sound, but by no such key. BAD: not of what is signed.

    OTHER: not with SSH. UNCHECKED: with SSH, but it could not be checked here.
    """

    NONE = "none"
    OTHER = "other"
    GOOD = "good"
    STRANGER = "stranger"
    BAD = "bad"
    UNCHECKED = "unchecked"


@dataclass(frozen=True)
class Signature:
    """How a commit is signed. `signer` is the principal (GOOD), `fingerprint` the key's (GOOD, STRANGER)."""

    state: Signing
    signer: str = ""
    fingerprint: str = ""


def read_signatures(git: Git, asked: Mapping[str, str]) -> dict[str, Signature]:
    """Give the signature of each commit asked for, held against the text of its own `allowed_signers` file.

    Every principal in those texts must be one word. Raises SourceError for a commit that is not there.
    """
    found: dict[str, Signature] = {}
    by_keys: dict[str, list[str]] = {}
    for commit, raw, _size in contents(git, list(asked), MOST_BYTES, b"commit"):
        if raw is None:
            raise SourceError(
                f"The commit {commit[:10]} is not in this clone.",
                hint="fetch the whole history: `git fetch --unshallow`.",
            )
        state = _kind(raw)
        found[commit] = Signature(state)
        if state is Signing.UNCHECKED:
            by_keys.setdefault(asked[commit], []).append(commit)
    if by_keys and shutil.which(PROGRAM) and git.is_at_least(*OLDEST):
        with TemporaryDirectory(prefix="folkmoot-keys-") as folder:
            place = Path(folder) / "allowed_signers"
            for keys, commits in by_keys.items():
                place.write_text(keys, encoding="utf-8")
                found.update(_checked(git, place, commits))
    return found


def _kind(raw: bytes) -> Signing:
    """Tell from a commit's headers how it is signed; UNCHECKED is what ssh-keygen has to look at."""
    signatures = _HEADER.findall(raw.partition(b"\n\n")[0])
    if not signatures:
        return Signing.NONE
    return Signing.UNCHECKED if all(begin == _SSH for begin in signatures) else Signing.OTHER


def _checked(git: Git, keys: Path, commits: Sequence[str]) -> dict[str, Signature]:
    """Ask git about many commits at once; where it gives up, about each half, down to the one that ended it.

    git ends at what is no signature at all: it says so, or ssh-keygen left before it had read the commit.
    """
    asking = replace(git, settings=(
        *git.settings, "gpg.format=ssh", f"gpg.ssh.program={PROGRAM}", f"gpg.ssh.allowedSignersFile={keys}",
        "gpg.ssh.revocationFile=", "gpg.program=false", "gpg.x509.program=false",
        "gpg.minTrustLevel=undefined",
    ))  # fmt: skip
    wanted = "".join(f"{commit}\n" for commit in commits).encode("ascii")
    with asking.stream("log", "--no-walk=unsorted", "--stdin", FORM, stdin=wanted) as call:
        lines = b"".join(call.chunks()).splitlines()
        code, said = call.wait()
    if not code:
        return dict(map(_signature, lines))
    if code != -SIGPIPE and "incompatible signature" not in said:
        raise failure(call, "log", said)
    if len(commits) == 1:
        return {commits[0]: Signature(Signing.BAD)}
    half = len(commits) // 2
    return _checked(git, keys, commits[:half]) | _checked(git, keys, commits[half:])


def _signature(line: bytes) -> tuple[str, Signature]:
    commit, mark, signer, fingerprint = (*line.split(b"\0"), b"", b"", b"")[:4]
    state = Signing(_FOUND.get(mark, "unchecked"))
    is_sound = state in (Signing.GOOD, Signing.STRANGER)
    who = text(signer) if state is Signing.GOOD else ""
    return commit.decode("ascii"), Signature(state, who, text(fingerprint) if is_sound else "")
