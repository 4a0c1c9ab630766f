"""A checkpoint: how many decisions had closed, and the Merkle root over them, in three lines of text.

::

    example.org/our-community/decisions
    6
    8Sdym7S8vbMkMf3oBLQPVJ5HSXUfO3dMmMuqWD1UYX4=

It is the body of a C2SP checkpoint (https://c2sp.org/tlog-checkpoint). Lines after an empty one, where others
put signatures, are kept out of the reading. Published somewhere else, such as with a release, it shows later
whether the history was rewritten: every decision closed by then must still be there, byte by byte.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode, b64encode
from dataclasses import dataclass

from folkmoot.govern.files.state import State
from folkmoot.govern.proof.fact import Fact, Level, violation
from folkmoot.govern.proof.merkle import consistency_proof, is_consistent, leaf_hash, root
from folkmoot.i18n import Message
from folkmoot.model.errors import SourceError, UsageError

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
        raise UsageError("An origin is one word, such as example.org/our-community/decisions.")
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
    except (ValueError, binascii.Error) as error:
        raise SourceError(f"{name} is no checkpoint: {str(error)[:200]}.") from error
    if len(found) != len(root([])):
        raise SourceError(f"{name} is no checkpoint: its root has {len(found)} bytes.")
    return Checkpoint(lines[0], int(lines[1]), found)


def held_against(state: State, published: Checkpoint) -> Fact:
    """Tell whether what is there now only added to what was there at the checkpoint."""
    hashes = leaf_hashes(state)
    if published.size > len(hashes):
        text = Message(
            "The checkpoint counts {said} closed decisions, and here are only {found}: some were removed.",
            {"said": published.size, "found": len(hashes)},
        )
        return violation("checkpoint", published.origin, text)
    proof = consistency_proof(hashes, published.size)
    if not is_consistent(published.size, len(hashes), published.root, root(hashes), proof):
        changed = "The decisions closed before the checkpoint are not those here: history was rewritten."
        return violation("checkpoint", published.origin, changed)
    text = Message(
        "The first {size} closed decisions are those of the checkpoint; {more} were added since.",
        {"size": published.size, "more": len(hashes) - published.size},
    )
    return Fact(Level.FOUND, "checkpoint", published.origin, text)
