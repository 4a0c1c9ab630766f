"""A checkpoint: how many decisions had closed, and the Merkle root over them, in three lines of text.

::

    example.org/our-community/decisions
    6
    8Sdym7S8vbMkMf3oBLQPVJ5HSXUfO3dMmMuqWD1UYX4=

It is the body of a C2SP checkpoint (https://c2sp.org/tlog-checkpoint); signatures follow after an empty line
(see `note`). Published somewhere else, such as with a release, it shows later whether the history was
rewritten: every decision closed by then must still be there, byte by byte.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass

from folkmoot.govern.files.state import State
from folkmoot.govern.proof.fact import Fact, Level, violation
from folkmoot.govern.proof.merkle import consistency_proof, is_consistent, leaf_hash, root
from folkmoot.govern.proof.note import read_verifier, signers
from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError, UsageError
from folkmoot.model.hints import DAMAGED, SAID

MOST_BYTES = 10_000
_SIZE = re.compile(r"0|[1-9][0-9]{0,6}")


@dataclass(frozen=True)
class Checkpoint:
    """Whose decisions, how many had closed, and the root over them."""

    origin: str
    size: int
    root: bytes

    def written(self) -> str:
        """Give the three lines."""
        return f"{self.origin}\n{self.size}\n{b64encode(self.root).decode('ascii')}\n"


def leaf_hashes(state: State) -> list[bytes]:
    """Give the hashes of all closed decisions' leaves, in the order in which they closed."""
    return [leaf_hash(state.leaf(decision)) for decision in state.closed()]


def checkpoint_of(state: State, origin: str) -> Checkpoint:
    """Give the checkpoint of a moment. Raises UsageError for an origin that is no single line."""
    if not origin.isprintable() or not origin.strip() or "+" in origin or " " in origin:
        raise UsageError("An origin is one word, such as example.org/our-community/decisions.", hint=SAID)
    hashes = leaf_hashes(state)
    return Checkpoint(origin, len(hashes), root(hashes))


def read_checkpoint(name: str, content: bytes) -> Checkpoint:
    """Read a checkpoint. Raises SourceError, naming the file, for what is none."""
    lines = content[:MOST_BYTES].decode("utf-8", "replace").split("\n")
    if len(lines) < 4 or not lines[0] or lines[3] or not _SIZE.fullmatch(lines[1]):
        raise SourceError(
            f"{name} is no checkpoint.", hint="it has three lines: an origin, a size and a root."
        )
    try:
        found = b64decode(lines[2], validate=True)
    except ValueError as error:
        raise SourceError(f"{name} is no checkpoint: {str(error)[:200]}.", hint=DAMAGED) from error
    if b64encode(found).decode("ascii") != lines[2]:
        raise SourceError(f"{name} is no checkpoint: its root is written in two ways.", hint=DAMAGED)
    if len(found) != len(root([])):
        raise SourceError(f"{name} is no checkpoint: its root has {len(found)} bytes.", hint=DAMAGED)
    return Checkpoint(lines[0], int(lines[1]), found)


def held_against(state: State, published: Checkpoint) -> Fact:
    """Tell whether what is there now only added to what was there at the checkpoint."""
    hashes = leaf_hashes(state)
    if published.size > len(hashes):
        text = Message(
            "Closed decisions that the checkpoint counts: {said}; here: only {found}. Some were removed.",
            {"said": published.size, "found": len(hashes)},
        )
        return violation("checkpoint", published.origin, text)
    proof = consistency_proof(hashes, published.size)
    return grown(published, Checkpoint(published.origin, len(hashes), root(hashes)), proof)


def grown(old: Checkpoint, new: Checkpoint, proof: Sequence[bytes]) -> Fact:
    """Tell whether a proof shows that what a newer checkpoint counts only added to an older one's."""
    if old.origin != new.origin:
        text = Message("One is of {old}, the other of {new}.", {"old": old.origin, "new": new.origin})
        return violation("checkpoint", old.origin, text)
    if not is_consistent(old.size, new.size, old.root, new.root, proof):
        changed = "The decisions closed before the checkpoint are not those here: history was rewritten."
        return violation("checkpoint", old.origin, changed)
    text = Message(
        "The first closed decisions ({size}) are those of the checkpoint; added since: {more}.",
        {"size": old.size, "more": new.size - old.size},
    )
    return Fact(Level.FOUND, "checkpoint", old.origin, text)


def growth(state: State, old: Checkpoint, new: bytes) -> str:
    """Give the text that proves a checkpoint of this history to have grown out of an older one.

    It is the add-checkpoint of https://c2sp.org/tlog-witness: the old size, the proof, the new checkpoint.
    Raises UsageError when the newer one is not of this history, or older.
    """
    newer, hashes = read_checkpoint("The newer checkpoint", new), leaf_hashes(state)
    if newer.size > len(hashes) or root(hashes[: newer.size]) != newer.root or newer.size < old.size:
        raise UsageError(
            "The newer checkpoint is not of this history, or not newer.",
            hint="name a newer checkpoint of the same repository.",
        )
    proof = consistency_proof(hashes[: newer.size], old.size)
    lines = "".join(f"{b64encode(one).decode('ascii')}\n" for one in proof)
    return f"old {old.size}\n{lines}\n{new.decode('utf-8')}"


def read_growth(name: str, content: bytes) -> tuple[int, tuple[bytes, ...], bytes]:
    """Read such a text: the old size, the proof, and the newer checkpoint.

    Raises SourceError, naming the file, for what is none.
    """
    head, gap, new = content[:MOST_BYTES].partition(b"\n\n")
    lines = head.decode("utf-8", "replace").split("\n")
    size = lines[0].removeprefix("old ")
    if not gap or not lines[0].startswith("old ") or not _SIZE.fullmatch(size) or len(lines) > 64:
        raise SourceError(f"{name} is no consistency proof.", hint="`folkmoot checkpoint prove` writes one.")
    try:
        proof = tuple(b64decode(line, validate=True) for line in lines[1:])
    except ValueError as error:
        raise SourceError(f"{name} is no consistency proof: {str(error)[:200]}.", hint=DAMAGED) from error
    if [b64encode(one).decode("ascii") for one in proof] != lines[1:]:
        raise SourceError(f"{name} is no consistency proof: a hash is written in two ways.", hint=DAMAGED)
    return int(size), proof, new


def signature(name: str, content: bytes, keys: Sequence[str], *, is_required: bool) -> Fact:
    """Tell whether a checkpoint is signed by one of these verifier keys, which at level 2 it must be."""
    if not keys:
        text = "Nobody's signature counts: the rules name no `checkpoint_keys`, and none was given."
        return Fact(Level.UNKNOWN, "checkpoint-signature", name, text)
    found = signers(content, [read_verifier(key) for key in keys])
    if found:
        names = ", ".join(key.name for key in found)
        return Fact(Level.FOUND, "checkpoint-signature", name, Message("{who} signed it.", {"who": names}))
    level = Level.VIOLATION if is_required else Level.UNKNOWN
    return Fact(level, "checkpoint-signature", name, "It is not signed by any key that counts here.")
