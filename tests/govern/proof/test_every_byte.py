"""Every one-byte change of a community's closed decisions, ballots, rules and rosters is found.

The changed bytes of signed commits are in tests/sources/git/test_signatures.py, those of checkpoints, their
signatures and their proofs in test_checkpoints.py, test_note.py and test_checkpoint.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from folkmoot.govern.files.state import Cache, State, parse_state
from folkmoot.govern.proof.append_only import held_together
from folkmoot.govern.proof.counting_again import Steps, count_again
from folkmoot.govern.proof.fact import Fact, Level
from folkmoot.govern.proof.merkle import leaf_hash, root
from govern.proof.community import Community, whole_life

PARTS = ["governance", "people", "decisions/0001", "decisions/000[2-4]", "decisions/000[56]"]


@pytest.fixture(scope="module")
def life() -> Community:
    return whole_life()


def violations(facts: list[Fact]) -> set[str]:
    return {fact.kind for fact in facts if fact.level is Level.VIOLATION}


def closed_files(life: Community, part: str) -> Iterator[tuple[str, bytes]]:
    """Give every file of closed decisions, every rule and every roster whose path begins with a part."""
    for path, content in sorted(life.files.items()):
        if re.match(part, path) and not path.startswith("decisions/0007"):
            yield path, content


def mutations(content: bytes) -> Iterator[bytes]:
    """Give the content with each byte changed in one bit, and with one in seven left out."""
    for place in range(len(content)):
        head, tail = content[:place], content[place + 1 :]
        yield head + bytes([content[place] ^ 1]) + tail
        if place % 7 == 0:
            yield head + tail


def state_with(life: Community, path: str, content: bytes, parsed: Cache) -> State:
    """Give the newest moment with one file changed; what is the same is not parsed again."""
    state = parse_state({**life.files, path: content}, parsed)
    parsed.pop((path, content), None)
    return state


@pytest.mark.parametrize("part", PARTS)
def test_every_byte_changed_by_a_later_commit_is_found(life: Community, part: str) -> None:
    """Harmless is only what changes neither a decision nor a rule nor a role nor an employer of the day."""
    parsed, known = Cache(), Steps()
    before = parse_state(life.files, parsed)
    count_again(before, known)
    missed = []
    for path, content in closed_files(life, part):
        for mutant in mutations(content):
            after = state_with(life, path, mutant, parsed)
            found = violations(held_together(before, after)) or violations(count_again(after, known)[1])
            if not found and not is_harmless(life, path, mutant):
                missed.append((path, mutant))
    assert missed == []


def is_harmless(life: Community, path: str, mutant: bytes) -> bool:
    """Tell whether a roster still says exactly the same roles (only names and employers may differ)."""
    if not path.startswith("people/"):
        return False
    handle = path.removeprefix("people/").removesuffix(".toml")
    person = parse_state({path: mutant}).people.get(handle)
    return person is not None and person.roles == life.state.people[handle].roles


@pytest.mark.parametrize("part", ["governance", "people", "decisions"])
def test_every_byte_changed_in_a_rewritten_history_is_found_by_a_checkpoint(
    life: Community, part: str
) -> None:
    """What the leaves hold changes the root; what they do not hold must not follow from them any more."""
    parsed, known = Cache(), Steps()
    published = tree_root(parse_state(life.files, parsed))
    count_again(parse_state(life.files, parsed), known)
    missed = []
    for path, content in closed_files(life, part):
        for mutant in mutations(content):
            state = state_with(life, path, mutant, parsed)
            found = tree_root(state) != published or violations(count_again(state, known)[1])
            if not found and not is_harmless(life, path, mutant):
                missed.append((path, mutant))
    assert missed == []


def tree_root(state: State) -> bytes:
    return root([leaf_hash(state.leaf(decision)) for decision in state.closed()])
