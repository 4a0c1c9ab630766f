"""Folkmoot governs itself: its own decisions follow from its own rules, and its page says the same."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from folkmoot.cli._verifying import Asked, verified
from folkmoot.govern.files.disk import read_folder
from folkmoot.govern.files.state import State
from folkmoot.govern.proof.counting_again import count_again
from folkmoot.govern.proof.fact import Level
from house.tree import ROOT

WORDS = {"three": 3, "five": 5, "seven": 7, "fourteen": 14}


@pytest.fixture(scope="module")
def state() -> State:
    return read_folder(ROOT)


def test_every_role_and_rule_follows_from_a_decision(state: State) -> None:
    standing, facts = count_again(state)
    assert [str(fact.text) for fact in facts if fact.level is Level.VIOLATION] == []
    assert standing.sequence >= 1
    assert standing.roster


def test_the_page_and_the_rules_agree(state: State) -> None:
    page = (ROOT / "GOVERNANCE.md").read_text(encoding="utf-8")
    assert state.governance is not None
    actions = state.governance.actions
    assert "nobody objects to for seven days" in page
    assert "a simple majority decides" in " ".join(page.split())
    assert {action.min_days for action in actions.values()} == {WORDS["seven"]}
    assert {action.electorate for action in actions.values()} == {("maintainer",)}
    assert [name for name, action in actions.items() if action.changes_rules] == ["change-rules"]


def clone(tmp_path: Path, *options: str) -> Path:
    if not (ROOT / ".git").exists():
        pytest.skip("these sources came without their history")
    place = tmp_path / "clone"
    done = subprocess.run(
        ["git", "clone", "--quiet", "--no-checkout", *options, ROOT.as_uri(), str(place)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return place


@pytest.mark.parametrize("options", [(), ("--depth=1",)], ids=["whole", "shallow"])
def test_our_own_history_verifies_in_a_fresh_clone(tmp_path: Path, options: tuple[str, ...]) -> None:
    found = verified(str(clone(tmp_path, *options)), Asked())
    assert [str(fact.text) for fact in found.facts if fact.level is Level.VIOLATION] == []
    assert found.is_sound
    assert "founded" in {fact.kind for fact in found.facts}
