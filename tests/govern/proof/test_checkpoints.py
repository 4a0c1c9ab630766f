"""Level 2: signed checkpoints kept in the history, and given from elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from folkmoot.govern.files.state import parse_state
from folkmoot.govern.proof.checkpoint import checkpoint_of
from folkmoot.govern.proof.checkpoints import verify_checkpoints
from folkmoot.govern.proof.fact import Fact, Level
from folkmoot.govern.proof.note import Key, new_key, signed
from folkmoot.model.errors import SourceError

from .community import RULES, Community, founding, yes

ORIGIN = "example.org/decisions"
PLACE = "checkpoints/0001.txt"


@pytest.fixture(scope="module")
def key() -> Key:
    return new_key(ORIGIN)


def rules_for(key: Key) -> bytes:
    return RULES + f'\n[proof]\nlevel = 2\ncheckpoint_keys = ["{key.verifier()}"]\n'.encode()


def note(community: Community, key: Key) -> bytes:
    return signed(checkpoint_of(community.state, ORIGIN).written(), key).encode()


@pytest.fixture
def released(key: Key) -> Community:
    """Give a community that released once after its founding and decided something since."""
    community = founding(rules_for(key))
    community.commit(1, {PLACE: note(community, key)})
    number = community.open(2, "proposal", "Quick")
    for name in ("ada", "bob"):
        community.vote(3, number, yes(name))
    community.close(10, number)
    return community


def wrong(facts: list[Fact]) -> set[str]:
    return {fact.kind for fact in facts if fact.level is Level.VIOLATION}


def test_a_signed_checkpoint_holds_and_says_so(released: Community) -> None:
    facts = verify_checkpoints(released.snapshots)
    # Before the first checkpoint the rules asked for what was not there yet: only the tip counts.
    assert wrong(facts) == set()
    assert {(fact.kind, str(fact.text)) for fact in facts} == {
        ("checkpoint-signature", "example.org/decisions signed it."),
        ("checkpoint", "The first closed decisions (1) are those of the checkpoint; added since: 1."),
    }


def test_rules_that_ask_for_checkpoints_find_none(key: Key) -> None:
    assert wrong(verify_checkpoints(founding(rules_for(key)).snapshots)) == {"no-checkpoint"}
    assert verify_checkpoints(founding().snapshots) == []


def test_a_checkpoint_by_nobody_who_counts(released: Community) -> None:
    forged = note(founding(), new_key(ORIGIN))
    released.commit(11, {"checkpoints/0002.txt": forged})
    assert "checkpoint-signature" in wrong(verify_checkpoints(released.snapshots))


def test_a_checkpoint_changed_or_removed(released: Community, key: Key) -> None:
    again = note(released, key)
    for content in (again, None):
        copy = Community(dict(released.files), list(released.snapshots))
        copy.commit(11, {PLACE: content})
        assert "rewritten" in wrong(verify_checkpoints(copy.snapshots))


def test_who_has_no_key_rewrites_nothing_before_a_checkpoint(released: Community) -> None:
    """Write the whole history anew, with another founding, and keep the checkpoint: it does not fit."""
    other = founding(released.snapshots[0].files["decisions/0001/governance.toml"] + b"# mine\n")
    other.commit(1, {PLACE: released.files[PLACE]})
    assert "checkpoint" in wrong(verify_checkpoints(other.snapshots))


def test_a_rewriter_with_a_key_of_their_own_fails_against_the_key_that_was_published(key: Key) -> None:
    mine = new_key(ORIGIN)
    other = founding(rules_for(mine))
    other.commit(1, {PLACE: note(other, mine)})
    assert wrong(verify_checkpoints(other.snapshots)) == set()
    assert wrong(verify_checkpoints(other.snapshots, keys=[key.verifier()])) == {"checkpoint-signature"}


def test_a_checkpoint_from_elsewhere(released: Community, key: Key) -> None:
    given = {"release-1.txt": note(released, key)}
    facts = [one for one in verify_checkpoints(released.snapshots, given) if one.about == "release-1.txt"]
    assert [fact.level for fact in facts] == [Level.FOUND, Level.FOUND]
    shorter = Community(dict(released.snapshots[1].files), released.snapshots[:2])
    assert wrong(verify_checkpoints(shorter.snapshots, given)) == {"checkpoint"}
    with pytest.raises(SourceError, match="no checkpoint"):
        verify_checkpoints(released.snapshots, {"x": b"nothing"})


def test_every_changed_byte_of_a_kept_checkpoint_is_found(released: Community) -> None:
    """In a history written anew, so that no earlier commit shows what it was."""
    right = released.files[PLACE]
    first, *_ = released.snapshots
    missed = []
    for place in range(len(right)):
        mutant = right[:place] + bytes([right[place] ^ 1]) + right[place + 1 :]
        copy = Community(dict(first.files), [first])
        copy.commit(1, {PLACE: mutant})
        if not wrong(verify_checkpoints(copy.snapshots)):
            missed.append(place)
    assert missed == []


def test_the_edge_of_a_shallow_clone_knows_no_rules_of_that_day(released: Community) -> None:
    edge = replace(released.snapshots[-1], parents=(), is_edge=True)
    facts = verify_checkpoints([edge])
    assert {(fact.level, fact.kind) for fact in facts} == {
        (Level.UNKNOWN, "checkpoint-signature"), (Level.FOUND, "checkpoint"),
    }  # fmt: skip


def test_settled_commits_are_left_out(released: Community) -> None:
    released.commit(11, {PLACE: None})
    released.commit(12, {PLACE: parse_state(released.snapshots[1].files).contents[PLACE]})
    settled = {one.commit for one in released.snapshots}
    assert wrong(verify_checkpoints(released.snapshots, settled=settled)) == set()
