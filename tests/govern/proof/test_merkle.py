"""The Merkle tree against RFC 6962's own vectors, the empty tree included, and against its definition."""

from __future__ import annotations

import json
from base64 import b64decode
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from folkmoot.govern.proof.merkle import (
    EMPTY,
    consistency_proof,
    inclusion_proof,
    is_consistent,
    is_included,
    leaf_hash,
    node_hash,
    root,
)

VECTORS = json.loads((Path(__file__).parent / "vectors" / "rfc6962.json").read_text(encoding="utf-8"))
LEAVES = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
]  # fmt: skip
ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
HASHES = [leaf_hash(bytes.fromhex(leaf)) for leaf in LEAVES]


def decoded(vector: dict[str, Any], key: str) -> bytes:
    return b64decode(vector[key] or "")


def proof_of(vector: dict[str, Any]) -> list[bytes]:
    return [b64decode(entry) for entry in vector["proof"] or []]


def test_all_official_vectors_are_here() -> None:
    assert len(VECTORS["inclusion"]) + len(VECTORS["consistency"]) == 196


@pytest.mark.parametrize("vector", VECTORS["inclusion"], ids=lambda vector: vector["name"])
def test_official_inclusion(vector: dict[str, Any]) -> None:
    found = is_included(
        decoded(vector, "leafHash"), vector["leafIdx"], vector["treeSize"], proof_of(vector),
        decoded(vector, "root"),
    )  # fmt: skip
    assert found is not vector["wantErr"]


@pytest.mark.parametrize("vector", VECTORS["consistency"], ids=lambda vector: vector["name"])
def test_official_consistency(vector: dict[str, Any]) -> None:
    found = is_consistent(
        vector["size1"], vector["size2"], decoded(vector, "root1"), decoded(vector, "root2"), proof_of(vector)
    )
    assert found is not vector["wantErr"]


@pytest.mark.parametrize("size", range(9))
def test_published_roots(size: int) -> None:
    assert root(HASHES[:size]).hex() == ROOTS[size]


def test_the_empty_tree_is_the_hash_of_nothing() -> None:
    assert sha256(b"").digest() == EMPTY


def test_leaves_and_nodes_are_told_apart() -> None:
    left, right = HASHES[0], HASHES[1]
    assert leaf_hash(left + right) != node_hash(left, right)


def test_a_proof_for_no_leaf() -> None:
    with pytest.raises(ValueError, match="no leaf 8"):
        inclusion_proof(HASHES, 8)
    with pytest.raises(ValueError, match="no leaf 0"):
        inclusion_proof([], 0)
    with pytest.raises(ValueError, match="no beginning of 9"):
        consistency_proof(HASHES, 9)


@given(some.integers(1, 70), some.data())
def test_own_proofs_hold_and_only_for_their_leaf(size: int, data: some.DataObject) -> None:
    hashes = [leaf_hash(str(number).encode()) for number in range(size)]
    index = data.draw(some.integers(0, size - 1))
    proof = inclusion_proof(hashes, index)
    assert is_included(hashes[index], index, size, proof, root(hashes))
    other = data.draw(some.integers(0, size - 1))
    assert is_included(hashes[other], index, size, proof, root(hashes)) is (other == index)


@given(some.integers(0, 70), some.integers(0, 70))
def test_a_tree_that_grew_is_consistent(one: int, two: int) -> None:
    size, larger = min(one, two), max(one, two)
    hashes = [leaf_hash(str(number).encode()) for number in range(larger)]
    proof = consistency_proof(hashes, size)
    assert is_consistent(size, larger, root(hashes[:size]), root(hashes), proof)


@given(some.integers(1, 40), some.integers(1, 40), some.data())
def test_a_tree_with_another_beginning_is_not(size: int, more: int, data: some.DataObject) -> None:
    hashes = [leaf_hash(str(number).encode()) for number in range(size + more)]
    forged = list(hashes)
    forged[data.draw(some.integers(0, size - 1))] = leaf_hash(b"forged")
    proof = consistency_proof(forged, size)
    assert not is_consistent(size, len(forged), root(hashes[:size]), root(forged), proof)
