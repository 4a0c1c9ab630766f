"""Level 1: what is signed by whom, in real repositories with real signatures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from folkmoot.govern.proof.fact import Fact, Level
from folkmoot.govern.proof.signed import UNCHECKED, verify_signatures
from folkmoot.sources.git.signatures import Signature, Signing

from .community import RULES, Community, at, founding, snapshot, whole_life, yes
from .signing import (
    PEOPLE,
    SIGNED_RULES,
    found_in,
    in_git,
    key_table,
    needs_ssh,
    public,
    signed_life,
)

pytestmark = needs_ssh


def founders() -> dict[str, str]:
    """Give everybody's table; no key is made before a test asks for one."""
    return {name: key_table(name) for name in PEOPLE}


def kinds(facts: list[Fact], level: Level = Level.VIOLATION) -> set[str]:
    return {fact.kind for fact in facts if fact.level is level}


def signing_community(rules: bytes = SIGNED_RULES) -> Community:
    """Give founders with keys and one open decision."""
    community = founding(rules, founders())
    community.open(1, "proposal", "Quick")
    return community


def facts_of(place: Path, community: Community, signers: dict[int, str] | None = None) -> list[Fact]:
    return found_in(in_git(place, community.snapshots, signers).place)


def test_a_whole_life_is_signed_by_those_whose_it_is(tmp_path: Path) -> None:
    life = signed_life()
    facts = facts_of(tmp_path, life)
    assert {fact.level for fact in facts} == {Level.FOUND}
    signed = {fact.about: str(fact.text) for fact in facts if fact.kind == "signature"}
    assert signed[".folkmoot/decisions/0002/ballots/cleo.toml"] == "cleo signed it."
    assert signed[".folkmoot/decisions/0004/ballots/dan.toml"] == "dan signed it."


@pytest.mark.parametrize(
    ("signer", "kind"), [("bob", "other-signer"), ("", "unsigned"), ("eve", "unknown-key")]
)
def test_a_ballot_by_somebody_else(tmp_path: Path, signer: str, kind: str) -> None:
    community = signing_community()
    community.vote(2, 2, yes("ada"))
    facts = facts_of(tmp_path, community, {2: signer})
    wrong = [fact for fact in facts if fact.level is Level.VIOLATION]
    assert [(fact.kind, fact.about) for fact in wrong] == [
        (kind, ".folkmoot/decisions/0002/ballots/ada.toml")
    ]
    assert len(wrong[0].commit) == 40


def test_below_what_rules_ask_for_is_only_told_where_they_ask_for_nothing(tmp_path: Path) -> None:
    community = signing_community(RULES)
    community.vote(2, 2, yes("ada"))
    facts = facts_of(tmp_path, community, {2: ""})
    assert kinds(facts) == set()
    assert kinds(facts, Level.UNKNOWN) == {"unsigned"}


def test_nothing_is_told_where_nobody_signs(tmp_path: Path) -> None:
    assert facts_of(tmp_path, whole_life(), dict.fromkeys(range(40), "")) == []


def test_a_key_after_its_term_is_no_key(tmp_path: Path) -> None:
    term = key_table("bob", valid_after="2026-01-01", valid_before="2026-01-08")
    community = founding(SIGNED_RULES, {**founders(), "bob": term})
    community.open(1, "proposal", "Quick")
    community.vote(2, 2, yes("bob"))
    community.vote(3.5, 2, yes("bob"))
    facts = [fact for fact in facts_of(tmp_path, community) if "ballots/bob" in fact.about]
    assert [(fact.level, fact.kind) for fact in facts] == [
        (Level.FOUND, "signature"), (Level.VIOLATION, "expired-key"),
    ]  # fmt: skip
    assert "2026-01-08" in str(facts[1].text)


def test_nobody_prolongs_an_expired_key_with_itself(tmp_path: Path) -> None:
    term = key_table("bob", valid_before="2026-01-08")
    community = founding(SIGNED_RULES, {**founders(), "bob": term})
    longer = community.files["people/bob.toml"].replace(b"2026-01-08", b"2027-01-08")
    community.commit(5, {"people/bob.toml": longer}, "bob")
    assert kinds(facts_of(tmp_path, community)) == {"expired-key"}


def with_key(community: Community, name: str, owner: str) -> bytes:
    """Give somebody's file with the key of another instead of the own one."""
    return community.files[f"people/{name}.toml"].replace(public(name).encode(), public(owner).encode())


def test_a_key_changed_with_the_one_before(tmp_path: Path) -> None:
    community = signing_community()
    community.commit(2, {"people/bob.toml": with_key(community, "bob", "bob-new")}, "bob")
    community.vote(3, 2, yes("bob"))
    facts = facts_of(tmp_path, community, {3: "bob-new"})
    assert {fact.level for fact in facts} == {Level.FOUND}
    assert "bob changed keys, and signed that with a key from before." in {str(fact.text) for fact in facts}


def test_a_key_slipped_under_somebody_elses_name(tmp_path: Path) -> None:
    """The attempt: give Bob a key of one's own, sign that with it, and then vote as Bob."""
    community = signing_community()
    community.commit(2, {"people/bob.toml": with_key(community, "bob", "eve")}, "bob")
    community.vote(3, 2, yes("bob"))
    facts = facts_of(tmp_path, community, {2: "eve", 3: "eve"})
    assert kinds(facts) == {"key"}


def test_a_stranger_with_a_key_of_their_own_changes_nobodys(tmp_path: Path) -> None:
    community = signing_community()
    community.commit(2, {"people/eve.toml": key_table("eve").encode()}, "eve")
    community.commit(3, {"people/bob.toml": with_key(community, "bob", "eve-two")}, "eve")
    facts = facts_of(tmp_path, community)
    assert kinds(facts) == {"key"}
    assert kinds(facts, Level.UNKNOWN) == {"first-key"}


def test_a_maintainer_gives_a_newcomer_a_key(tmp_path: Path) -> None:
    community = signing_community()
    community.commit(2, {"people/emil.toml": key_table("emil").encode()}, "ada")
    assert {fact.level for fact in facts_of(tmp_path, community)} == {Level.FOUND}


def test_one_key_of_two_people(tmp_path: Path) -> None:
    community = signing_community()
    community.commit(2, {"people/bob.toml": with_key(community, "bob", "ada")}, "bob")
    assert "shared-key" in kinds(facts_of(tmp_path, community))


def branch(community: Community, start: int, day: float, files: dict[str, bytes], by: str) -> Community:
    """Give a history to which a commit on a branch from an older moment was merged at last."""
    base, tip = community.snapshots[start], community.snapshots[-1]
    side = snapshot("a" * 40, (base.commit,), at(day), {**base.files, **files}, by)
    merged = {**community.files, **files}
    merge = snapshot("b" * 40, (tip.commit, side.commit), at(day + 20), merged, "ada")
    return Community(merged, [*community.snapshots, replace(side, is_published=False), merge])


BALLOT = b'cast = 2026-01-07T09:00:00Z\nanswer = "yes"\n'


def test_an_old_branch_cannot_bring_unsigned_votes(tmp_path: Path) -> None:
    """The rules asked for nothing where the branch began, and ask for signatures where it came in."""
    community = signing_community(RULES)
    community.commit(3, {"governance.toml": SIGNED_RULES})
    late = branch(community, 1, 2, {"decisions/0002/ballots/dan.toml": BALLOT}, "dan")
    assert kinds(facts_of(tmp_path / "signed", late)) == set()
    assert kinds(facts_of(tmp_path / "unsigned", late, {3: ""})) == {"unsigned"}


def test_an_old_branch_cannot_use_a_key_that_was_taken_out(tmp_path: Path) -> None:
    community = signing_community()
    community.commit(3, {"people/dan.toml": with_key(community, "dan", "dan-new")}, "bob")
    late = branch(community, 1, 2, {"decisions/0002/ballots/dan.toml": BALLOT}, "dan")
    assert kinds(facts_of(tmp_path, late)) == {"revoked-key"}


def turned(community: Community, start: int, files: dict[str, bytes], by: str) -> Community:
    """Give a history in which a branch took the published one in, and so seems to be that one."""
    base, tip = community.snapshots[start], community.snapshots[-1]
    side = snapshot("a" * 40, (base.commit,), at(2), {**base.files, **files}, by)
    merged = {**community.files, **files}
    merge = snapshot("b" * 40, (side.commit, tip.commit), at(30), merged, by)
    before = [
        one if place <= start else replace(one, is_published=False)
        for place, one in enumerate(community.snapshots)
    ]
    return Community(merged, [*before, side, merge])


def test_a_merge_turned_around_hides_neither_level_nor_removal(tmp_path: Path) -> None:
    """The attempt: merge the published history into an old branch, and publish that."""
    community = signing_community(RULES)
    community.commit(3, {"governance.toml": SIGNED_RULES})
    ballot = {"decisions/0002/ballots/dan.toml": BALLOT}
    late = turned(community, 1, ballot, "dan")
    assert "unsigned" in kinds(facts_of(tmp_path / "level", late, {3: ""}))
    community = signing_community()
    community.commit(3, {"people/dan.toml": with_key(community, "dan", "dan-new")}, "bob")
    late = turned(community, 1, ballot, "dan")
    assert "revoked-key" in kinds(facts_of(tmp_path / "key", late, {4: "bob"}))


def test_a_branch_with_a_beginning_of_its_own_brings_no_keys(tmp_path: Path) -> None:
    """The attempt: a second beginning beside the history, in which Dan's key is Eve's, merged with a vote."""
    community = signing_community()
    forged = {
        **community.files,
        "people/dan.toml": with_key(community, "dan", "eve"),
        "decisions/0002/ballots/dan.toml": BALLOT,
    }
    side = replace(snapshot("a" * 40, (), at(2), forged, "dan"), is_published=False)
    merged = {**community.files, "decisions/0002/ballots/dan.toml": BALLOT}
    merge = snapshot("b" * 40, (community.snapshots[-1].commit, side.commit), at(3), merged, "ada")
    history = Community(merged, [*community.snapshots, side, merge])
    assert "key" in kinds(facts_of(tmp_path, history, {2: "eve"}))


def test_a_role_written_on_a_branch_changes_nobodys_key(tmp_path: Path) -> None:
    """The attempt: Eve makes herself a maintainer on a branch, changes Dan's key, and takes the role out."""
    community = signing_community()
    community.commit(2, {"people/eve.toml": key_table("eve").encode()}, "ada")
    plain = community.files["people/eve.toml"]
    role = b'[[roles]]\nrole = "maintainer"\ndecision = 1\nsince = 2026-01-05\n' + plain
    stolen = with_key(community, "dan", "dan-two")
    tip = community.snapshots[-1]
    first = snapshot("a" * 40, (tip.commit,), at(3), {**community.files, "people/eve.toml": role}, "eve")
    both = {**community.files, "people/eve.toml": role, "people/dan.toml": stolen}
    second = snapshot("c" * 40, (first.commit,), at(3.1), both, "eve")
    last = {**community.files, "people/dan.toml": stolen}
    third = snapshot("d" * 40, (second.commit,), at(3.2), last, "eve")
    merge = snapshot("b" * 40, (tip.commit, third.commit), at(4), last, "ada")
    branch_of = [replace(one, is_published=False) for one in (first, second, third)]
    history = Community(last, [*community.snapshots, *branch_of, merge])
    assert kinds(facts_of(tmp_path, history)) == {"key"}


def test_a_merge_cannot_take_an_older_key_up_again(tmp_path: Path) -> None:
    """Dan's key was changed; a merge takes his file from a branch that began before."""
    community = signing_community()
    old = community.files["people/dan.toml"]
    base = community.snapshots[-1]
    community.commit(3, {"people/dan.toml": with_key(community, "dan", "dan-new")}, "dan")
    tip = community.snapshots[-1]
    name = {"people/eve.toml": b'name = "Eve"\n'}
    side = snapshot("a" * 40, (base.commit,), at(2), {**base.files, **name}, "bob")
    merged = {**community.files, **name, "people/dan.toml": old}
    merge = snapshot("b" * 40, (tip.commit, side.commit), at(4), merged, "eve")
    history = Community(merged, [*community.snapshots, replace(side, is_published=False), merge])
    assert kinds(facts_of(tmp_path / "by-eve", history)) == {"unknown-key"}
    assert kinds(facts_of(tmp_path / "by-nobody", history, {4: ""})) == {"unsigned"}
    assert kinds(facts_of(tmp_path / "by-ada", history, {4: "ada"})) == set()


def test_a_signature_that_came_in_after_its_key_is_told(tmp_path: Path) -> None:
    term = key_table("dan", valid_before="2026-01-10")
    community = founding(SIGNED_RULES, {**founders(), "dan": term})
    community.open(1, "proposal", "Quick")
    late = branch(community, 1, 2, {"decisions/0002/ballots/dan.toml": BALLOT}, "dan")
    assert kinds(facts_of(tmp_path, late), Level.UNKNOWN) == {"late-signature"}


def saying(state: Signing) -> Callable[..., dict[str, Signature]]:
    return lambda asked: dict.fromkeys(asked, Signature(state))


def test_what_cannot_be_checked_is_unknown_and_never_found() -> None:
    facts = verify_signatures(signing_community().snapshots, saying(Signing.UNCHECKED))
    assert {(fact.level, fact.kind) for fact in facts} == {(Level.UNKNOWN, UNCHECKED)}


def test_a_broken_signature_is_wrong_even_where_none_is_asked_for() -> None:
    facts = verify_signatures(signing_community(RULES).snapshots, saying(Signing.BAD))
    assert {(fact.level, fact.kind) for fact in facts} == {(Level.VIOLATION, "bad-signature")}


def test_another_kind_of_signature_shows_nobody() -> None:
    assert kinds(verify_signatures(signing_community().snapshots, saying(Signing.OTHER))) == {"unsigned"}


def test_settled_commits_and_the_edge_of_a_shallow_clone_are_left_out() -> None:
    first, second = signing_community().snapshots
    history = [replace(first, is_edge=True), second]
    assert verify_signatures(history, saying(Signing.NONE), {second.commit}) == []
    assert {fact.commit for fact in verify_signatures(history, saying(Signing.NONE))} == {second.commit}


def test_any_unsigned_change_of_any_file_is_found() -> None:
    """Every byte of names, employers and keys too, which no decision gives, needs somebody's signature."""
    life = signed_life()
    for path, content in life.files.items():
        copy = Community(dict(life.files), list(life.snapshots))
        copy.commit(300, {path: content[:-1] + bytes([content[-1] ^ 1])})
        settled = {one.commit for one in life.snapshots}
        found = verify_signatures(copy.snapshots, saying(Signing.NONE), settled)
        assert kinds(found) - {"unreadable"} == {"unsigned"}, path
