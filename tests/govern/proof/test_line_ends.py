"""Windows' line ends in a history: whoever votes from there casts the same ballot, and rewrites nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from folkmoot.govern.files.state import parse_state
from folkmoot.govern.files.table import MOST_BYTES, read_table
from folkmoot.govern.proof.fact import Fact, Level
from folkmoot.govern.proof.history import verify_history
from folkmoot.govern.proof.life import Proposal, closed, opened
from folkmoot.govern.proof.snapshots import Snapshot
from folkmoot.model.errors import SourceError
from govern.proof.community import STRICTER, at, founding, snapshot, whole_life, yes


def windows(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: content.replace(b"\n", b"\r\n") for path, content in files.items()}


def violations(snapshots: list[Snapshot]) -> list[Fact]:
    return [fact for fact in verify_history(snapshots) if fact.level is Level.VIOLATION]


@pytest.mark.parametrize("each", [1, 2, 3])
def test_a_history_verifies_whatever_its_line_ends_and_however_often_they_change(each: int) -> None:
    made = whole_life().snapshots
    other = [
        replace(one, files=windows(one.files), blobs={path: f"{blob}-" for path, blob in one.blobs.items()})
        if place % each == 0
        else one
        for place, one in enumerate(made)
    ]
    assert violations(other) == []


def test_a_decision_closes_over_ballots_with_the_line_ends_of_windows_in_the_history() -> None:
    """Whoever closes may have them too, or not, or have had git take them out: the result is the same."""
    community = founding()
    number = community.open(1, "proposal", "Use SQL")
    community.vote(2, number, yes("ada"))
    community.vote(3, number, yes("bob"))
    unix = dict(community.files)
    community.commit(4, windows(unix))
    found, files = closed(community.state, number, at(9))
    assert found.outcome == "passed"
    for held in (files, windows(files), unix | files):
        after = snapshot("f" * 40, (community.snapshots[-1].commit,), at(9), {**community.files, **held})
        assert violations([*community.snapshots, after]) == []


def test_proposed_rules_may_be_written_on_windows() -> None:
    community = founding()
    rules = STRICTER.replace(b"\n", b"\r\n")
    decision, files = opened(community.state, Proposal("change-rules", "Stricter", "ada", rules=rules), at(1))
    community.commit(1, files)
    for day, name in ((2, "ada"), (3, "bob"), (4, "dan")):
        community.vote(day, decision.number, yes(name))
    assert community.close(16, decision.number) == "passed"
    assert violations(community.snapshots) == []
    assert community.state.contents["governance.toml"] == STRICTER


def test_what_was_cut_off_is_not_made_to_fit() -> None:
    """One byte over the bound is all that is read of a file that is too large."""
    cut = (b"#\r\n" * MOST_BYTES)[: MOST_BYTES + 1]
    kept = parse_state({"governance.toml": cut}).contents["governance.toml"]
    with pytest.raises(SourceError, match="larger than"):
        read_table("governance.toml", kept)
