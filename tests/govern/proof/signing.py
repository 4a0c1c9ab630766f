"""Communities in real git repositories, each commit signed with the SSH key of whoever made it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from folkmoot.govern.proof.fact import Fact
from folkmoot.govern.proof.signed import verify_signatures
from folkmoot.govern.proof.snapshots import Snapshot, read_snapshots
from folkmoot.sources.git.command import Git
from folkmoot.sources.git.signatures import OLDEST, read_signatures
from sources.git.repositories import Repository

from .community import RULES, Community, whole_life

needs_ssh = pytest.mark.skipif(
    shutil.which("ssh-keygen") is None or not Git(Path("/")).is_at_least(*OLDEST),
    reason="needs ssh-keygen, and git 2.35 to check with it",
)

SIGNED_RULES = RULES + b"\n[proof]\nlevel = 1\n"
PEOPLE = ("ada", "bob", "cleo", "dan")


@cache
def key_of(name: str) -> Path:
    """Give the private key of somebody, made for this run of the tests."""
    place = Path(mkdtemp(prefix="folkmoot-test-keys-")) / name
    made = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", name, "-f", str(place)]
    subprocess.run(made, check=True, stdin=subprocess.DEVNULL)
    return place


def public(name: str) -> str:
    """Give somebody's public key as one line."""
    return key_of(name).with_suffix(".pub").read_text().strip()


def key_table(name: str, **more: str) -> str:
    """Give a [[keys]] table of somebody's key."""
    rest = "".join(f"{key} = {value}\n" for key, value in more.items())
    return f'\n[[keys]]\nssh = "{public(name)}"\n{rest}'


def signed(body: bytes, name: str) -> bytes:
    """Give a commit with its signature by somebody."""
    said = subprocess.run(
        ["ssh-keygen", "-q", "-Y", "sign", "-n", "git", "-f", str(key_of(name))],
        input=body, capture_output=True, check=True,
    ).stdout  # fmt: skip
    head, _, message = body.partition(b"\n\n")
    return head + b"\ngpgsig " + said.strip().replace(b"\n", b"\n ") + b"\n\n" + message


def signed_life() -> Community:
    """Give the whole life of a community whose rules ask for signatures and whose founders have keys."""
    return whole_life(SIGNED_RULES, {name: key_table(name) for name in PEOPLE})


def in_git(
    place: Path, snapshots: Sequence[Snapshot], signers: Mapping[int, str] | None = None
) -> Repository:
    """Write a history into a repository, every commit signed by its author.

    `signers` names another one for a commit by its place in the history; "" for nobody.
    """
    made, names = Repository.create(place), dict[str, str]()
    for number, one in enumerate(snapshots):
        signer = (signers or {}).get(number, one.author.partition(" ")[0].lower())
        made.files.clear()
        made.write({f".folkmoot/{path}": content for path, content in one.files.items()})
        parents = "".join(f"parent {names[parent]}\n" for parent in one.parents)
        who = f"{one.author} {one.when} +0000"
        body = f"tree {made.tree()}\n{parents}author {who}\ncommitter {who}\n\nWork\n".encode()
        names[one.commit] = made.store(signed(body, signer) if signer else body)
    return made


def found_in(place: Path) -> list[Fact]:
    """Give the facts about the signatures of a repository's main branch."""
    git = Git(place)
    snapshots = read_snapshots(git, "refs/heads/main")
    return verify_signatures(snapshots, lambda asked: read_signatures(git, asked))
