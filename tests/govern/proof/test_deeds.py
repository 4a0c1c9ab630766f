"""What a commit did, and whose alone it was to do."""

from __future__ import annotations

from folkmoot.govern.files.state import parse_state
from folkmoot.govern.proof.deeds import Deed, deeds
from folkmoot.govern.proof.life import withdrawn
from govern.proof.community import Community, at, founding, yes


def steps(community: Community) -> list[list[Deed]]:
    states = [parse_state(one.files) for one in community.snapshots]
    return [deeds(states[place - 1 : place] if place else [], now) for place, now in enumerate(states)]


def test_each_step_of_a_decision_has_its_own_people() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    community.vote(2, number, yes("bob"))
    community.vote(3, number, yes("ada"))
    community.close(9, number)
    assert steps(community) == [
        [
            Deed("decisions/0001-founding.md", ("ada", "bob", "cleo", "dan")),
            Deed("decisions/0001/governance.toml"),
        ],
        [Deed("decisions/0002-quick.md", ("ada",))],
        [Deed("decisions/0002/ballots/bob.toml", ("bob",))],
        [Deed("decisions/0002/ballots/ada.toml", ("ada",))],
        [Deed("decisions/0002-quick.md")],
    ]


def test_a_withdrawal_is_by_who_withdraws() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    community.commit(2, withdrawn(community.state, number, "ada", at(2)))
    assert steps(community)[-1] == [Deed("decisions/0002-quick.md", ("ada",))]


def test_a_merge_of_others_work_did_nothing() -> None:
    community = founding()
    number = community.open(1, "proposal", "Quick")
    base = community.state
    community.vote(2, number, yes("bob"))
    one = community.state
    other = parse_state({**base.contents, "people/eve.toml": b'name = "Eve"\n'})
    both = parse_state({**one.contents, **other.contents})
    assert deeds([one, other], both) == []
    slipped = parse_state(
        {**both.contents, "decisions/0002/ballots/dan.toml": b"cast = 2026-01-07T00:00:00Z\n"}
    )
    assert deeds([one, other], slipped) == [Deed("decisions/0002/ballots/dan.toml", ("dan",))]


def test_a_file_taken_away_was_taken_by_somebody() -> None:
    before = founding().state
    after = parse_state({path: c for path, c in before.contents.items() if path != "people/bob.toml"})
    assert deeds([before], after) == [Deed("people/bob.toml")]
