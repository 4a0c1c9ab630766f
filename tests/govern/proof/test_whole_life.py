"""A community's whole life: it verifies, and every forgery in it is found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from folkmoot.govern.files.ballot import Cast, written_ballot
from folkmoot.govern.files.decision import Grant, with_result
from folkmoot.govern.files.state import parse_state
from folkmoot.govern.proof.counting_again import count_again
from folkmoot.govern.proof.fact import Fact, Level
from folkmoot.govern.proof.history import verify_history
from folkmoot.govern.proof.life import Proposal, opened, stand_of, voted, withdrawn
from folkmoot.model.errors import UsageError
from govern.proof.community import RULES, STRICTER, Community, at, founding, snapshot, whole_life, yes


@pytest.fixture(scope="module")
def life() -> Community:
    return whole_life()


def violations(facts: list[Fact]) -> set[str]:
    return {fact.kind for fact in facts if fact.level is Level.VIOLATION}


def copy_of(life: Community) -> Community:
    return Community(dict(life.files), list(life.snapshots))


def changed(life: Community, path: str, content: bytes | None) -> list[Fact]:
    """Give what is found when one file is changed by one more commit."""
    copy = copy_of(life)
    copy.commit(300, {path: content})
    return [fact for fact in verify_history(copy.snapshots) if fact.level is Level.VIOLATION]


def test_a_sound_life_has_no_violation(life: Community) -> None:
    facts = verify_history(life.snapshots)
    assert violations(facts) == set()
    counted = {fact.about[:4] for fact in facts if fact.kind == "counted"}
    assert counted == {"0002", "0003", "0004", "0005", "0006"}
    assert {fact.about for fact in facts if fact.kind == "open"} == {"0007-still-open.md"}


def test_the_employer_cap_decided_the_election(life: Community) -> None:
    result = life.state.decisions[4].result
    assert result is not None
    assert set(result.winners) == {"ada", "cleo"}
    assert result.employers == {"ada": "Acme", "bob": "Acme", "cleo": "Globex"}


def test_a_term_lapses(life: Community) -> None:
    standing, _ = count_again(life.state)
    assert standing.holders(("steering",), at(200).date()) == ("ada", "cleo")
    assert standing.holders(("steering",), at(216).date()) == ()


def test_the_new_rules_hold_after_their_decision(life: Community) -> None:
    assert life.files["governance.toml"] == STRICTER
    assert stand_of(life.state, life.state.decisions[7], at(270)).outcome == "rejected"


def test_who_was_appointed_may_vote(life: Community) -> None:
    assert "emil" in stand_of(life.state, life.state.decisions[7], at(270)).electorate


def test_an_unanswered_concern_blocks() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    community.vote(2, number, yes("ada"))
    community.vote(2, number, yes("bob"), concern="Too quick")
    assert community.close(9, number) == "blocked"


def test_nothing_closes_early() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    with pytest.raises(UsageError, match="cannot be closed yet"):
        community.close(7, number)


def test_a_vote_after_the_deadline_is_refused() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    with pytest.raises(UsageError, match="closed for votes"):
        community.vote(9, number, yes("ada"))


def test_an_action_cannot_give_what_is_not_its_own() -> None:
    with pytest.raises(UsageError, match="neither give nor take"):
        opened(
            founding().state, Proposal("proposal", "Me", "ada", gives=(Grant("maintainer", "eve"),)), at(1)
        )


def test_rules_written_by_hand(life: Community) -> None:
    assert "rules" in violations(changed(life, "governance.toml", STRICTER + b"# and a comment\n"))


def test_an_older_rule_put_back(life: Community) -> None:
    before = life.files["decisions/0001/governance.toml"]
    assert "rules" in violations(changed(life, "governance.toml", before))


def test_a_role_written_by_hand(life: Community) -> None:
    forged = b'[[roles]]\nrole = "maintainer"\ndecision = 2\nsince = 2026-01-14\n'
    assert violations(changed(life, "people/eve.toml", forged)) == {"role"}


def test_a_role_taken_by_hand(life: Community) -> None:
    assert violations(changed(life, "people/bob.toml", None)) == {"role"}


def test_a_decision_deleted(life: Community) -> None:
    assert "deleted" in violations(changed(life, "decisions/0003-paint-it-green.md", None))


def test_a_ballot_slipped_in_after_the_close(life: Community) -> None:
    late = written_ballot(Cast(yes("dan"), at(8)))
    found = violations(changed(life, "decisions/0003/ballots/dan.toml", late))
    assert {"rewritten", "ballots"} <= found


def test_a_forgery_that_counts_itself_again_still_rewrites(life: Community) -> None:
    """Slip in a ballot and write the result that follows from it: the files agree, but history does not."""
    copy = copy_of(life)
    late = Cast(yes("dan"), at(12))
    state = parse_state({**copy.files, "decisions/0003/ballots/dan.toml": written_ballot(late)})
    old = state.decisions[3].result
    assert old is not None
    passed = replace(old, outcome="passed", ballots=state.ballots_digest(3))
    path = "decisions/0003-paint-it-green.md"
    was_open = next(s for s in copy.snapshots if path in s.files).files[path]
    copy.commit(300, {
        "decisions/0003/ballots/dan.toml": written_ballot(late),
        path: with_result(was_open, passed),
    })  # fmt: skip
    assert {"rewritten", "chain"} <= violations(verify_history(copy.snapshots))


def test_tampering_that_was_undone_is_still_told(life: Community) -> None:
    copy = copy_of(life)
    path = "decisions/0002/ballots/cleo.toml"
    right = copy.files[path]
    forged = copy.commit(300, {path: right.replace(b'"no"', b'"yes"')})
    copy.commit(301, {path: right})
    facts = verify_history(copy.snapshots)
    assert forged.commit in {fact.commit for fact in facts if fact.kind == "rewritten"}
    settled = {s.commit for s in copy.snapshots}
    assert violations(verify_history(copy.snapshots, settled)) == set()


def test_what_still_stands_is_told_even_when_it_is_old(life: Community) -> None:
    copy = copy_of(life)
    copy.commit(300, {"people/bob.toml": None})
    assert violations(verify_history(copy.snapshots, {s.commit for s in copy.snapshots})) == {"role"}


def test_a_merge_that_drops_a_decision_of_either_side(life: Community) -> None:
    """A new first parent does not hide the old history: every parent's decisions must live on."""
    first, tip = life.snapshots[0], life.snapshots[-1]
    foil = snapshot("f" * 40, (first.commit, tip.commit), at(300), first.files)
    assert "deleted" in violations(verify_history([*life.snapshots, foil]))


def test_terms_and_text_of_an_open_decision_stay(life: Community) -> None:
    path = "decisions/0007-still-open.md"
    text = life.files[path]
    assert violations(changed(life, path, text.replace(b'"ada"', b'"bob"'))) == {"terms"}
    assert violations(changed(life, path, text.replace(b"Why, and", b"Why not, and"))) == {"terms"}
    assert changed(life, path, text + b"\nBob objects.\n") == []


def test_a_window_that_nobody_saw() -> None:
    """A decision that came into the history a day before it closed was not open for a week."""
    community = founding()
    decision, files = opened(community.state, Proposal("proposal", "Quick", "ada"), at(1))
    community.files |= files
    community.commit(7, {})
    community.vote(7.5, decision.number, yes("ada"))
    community.vote(7.6, decision.number, yes("bob"))
    community.close(8.1, decision.number)
    assert violations(verify_history(community.snapshots)) == {"time"}


def test_only_who_proposed_withdraws_and_who_the_rules_name() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    with pytest.raises(UsageError, match="bob may not withdraw it"):
        withdrawn(community.state, number, "bob", at(2))
    community.commit(2, withdrawn(community.state, number, "Ada", at(2)))
    assert violations(verify_history(community.snapshots)) == set()
    allowed = RULES.replace(
        b"[actions.appoint]", b'[actions.appoint]\nwithdrawal = ["steering", "maintainer"]'
    )
    community = founding(allowed)
    number = community.open(1, "appoint", "Eve", gives=(Grant("maintainer", "eve"),))
    community.commit(2, withdrawn(community.state, number, "bob", at(2)))
    facts = verify_history(community.snapshots)
    assert "bob withdrew it." in {str(fact.text) for fact in facts}
    assert violations(facts) == set()


def test_a_withdrawal_in_somebodys_name() -> None:
    """Somebody who may not withdraws by editing the file; that no signature is asked for does not matter."""
    community = founding()
    number = community.open(1, "proposal", "Quick")
    path = "decisions/0002-quick.md"
    sound = withdrawn(community.state, number, "ada", at(2))[path]
    community.commit(2, {path: sound.replace(b'by = "ada"', b'by = "bob"')})
    assert violations(verify_history(community.snapshots)) == {"withdrawal"}


def test_a_withdrawal_that_elects_nobody() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    path = "decisions/0002-quick.md"
    sound = withdrawn(community.state, number, "ada", at(2))[path]
    community.commit(2, {path: sound.replace(b'by = "ada"', b'by = "ada"\nwinners = ["ada"]')})
    assert "withdrawal" in violations(verify_history(community.snapshots))


def test_the_edge_of_a_shallow_clone_is_not_blamed(life: Community) -> None:
    """What the clone lacks cannot be held against it; what it has still must follow from its decisions."""
    edge = replace(life.snapshots[-3], parents=(), is_edge=True)
    assert violations(verify_history([edge, *life.snapshots[-2:]])) == set()
    forged = {
        **edge.files,
        "people/eve.toml": b'[[roles]]\nrole = "maintainer"\ndecision = 1\nsince = 2026-01-05\n',
    }
    assert violations(verify_history([replace(edge, files=forged, blobs={"x": "y"})])) == {"role"}


def test_a_vote_from_the_future() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    community.commit(2, voted(community.state, number, Cast(yes("ada"), at(6))))
    assert violations(verify_history(community.snapshots)) == {"time"}
