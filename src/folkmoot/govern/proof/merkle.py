"""The Merkle tree of RFC 6962 with SHA-256: roots, and proofs that a leaf is in it or that it only grew.

References: https://www.rfc-editor.org/rfc/rfc6962#section-2.1 and, for checking proofs,
    https://www.rfc-editor.org/rfc/rfc9162#section-2.1
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

EMPTY = sha256(b"").digest()
"""The root of the tree without leaves."""
_HASH = 32


def leaf_hash(leaf: bytes) -> bytes:
    """Give the hash of a leaf's data."""
    return sha256(b"\0" + leaf).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Give the hash of a node over its two children."""
    return sha256(b"\1" + left + right).digest()


def root(hashes: Sequence[bytes]) -> bytes:
    """Give the root of a tree of leaf hashes."""
    if not hashes:
        return EMPTY
    if len(hashes) == 1:
        return hashes[0]
    split = _split(len(hashes))
    return node_hash(root(hashes[:split]), root(hashes[split:]))


def inclusion_proof(hashes: Sequence[bytes], index: int) -> list[bytes]:
    """Give the proof that leaf `index` (from 0) is in the tree. Raises ValueError when there is none such."""
    if not 0 <= index < len(hashes):
        raise ValueError(f"There is no leaf {index} among {len(hashes)}.")
    if len(hashes) == 1:
        return []
    split = _split(len(hashes))
    if index < split:
        return [*inclusion_proof(hashes[:split], index), root(hashes[split:])]
    return [*inclusion_proof(hashes[split:], index - split), root(hashes[:split])]


def consistency_proof(hashes: Sequence[bytes], size: int) -> list[bytes]:
    """Give the proof that the tree of the first `size` leaves is the beginning of this one.

    It is empty for the empty tree and for the whole one. Raises ValueError for a size beyond it.
    """
    if not 0 <= size <= len(hashes):
        raise ValueError(f"{len(hashes)} leaves have no beginning of {size}.")
    return [] if size in (0, len(hashes)) else _grown(hashes, size, whole=True)


def _grown(hashes: Sequence[bytes], size: int, *, whole: bool) -> list[bytes]:
    if size == len(hashes):
        return [] if whole else [root(hashes)]
    split = _split(len(hashes))
    if size <= split:
        return [*_grown(hashes[:split], size, whole=whole), root(hashes[split:])]
    return [*_grown(hashes[split:], size - split, whole=False), root(hashes[:split])]


def is_included(leaf: bytes, index: int, size: int, proof: Sequence[bytes], tree_root: bytes) -> bool:
    """Tell whether a proof shows a leaf, by its hash, to be number `index` of the tree of `size` leaves."""
    if not 0 <= index < size or not _are_hashes([leaf, tree_root, *proof]):
        return False
    place, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if place & 1 or place == last:
            found = node_hash(sibling, found)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            found = node_hash(found, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and found == tree_root


def is_consistent(size: int, larger: int, old_root: bytes, new_root: bytes, proof: Sequence[bytes]) -> bool:
    """Tell whether a proof shows that the tree of `size` leaves is the beginning of the one of `larger`."""
    if not 0 <= size <= larger:
        return False
    if size == larger > 0:
        return not proof and old_root == new_root
    if not _are_hashes([old_root, new_root, *proof]):
        return False
    if size == 0:
        return not proof and old_root == EMPTY and (larger > 0 or new_root == EMPTY)
    if not proof:
        return False
    # A beginning that is a whole subtree is itself the first node of the proof, and is left out of it.
    path = [old_root, *proof] if size & (size - 1) == 0 else list(proof)
    place, last = size - 1, larger - 1
    while place & 1:
        place, last = place >> 1, last >> 1
    first = second = path[0]
    for sibling in path[1:]:
        if last == 0:
            return False
        if place & 1 or place == last:
            first, second = node_hash(sibling, first), node_hash(sibling, second)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            second = node_hash(second, sibling)
        place, last = place >> 1, last >> 1
    return last == 0 and first == old_root and second == new_root


def _split(size: int) -> int:
    """Give the largest power of two below `size`, where a tree is split."""
    return 1 << (size - 1).bit_length() - 1


def _are_hashes(values: Sequence[bytes]) -> bool:
    return all(len(value) == _HASH for value in values)
