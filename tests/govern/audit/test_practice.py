"""What the rules look at."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from folkmoot.govern.audit.practice import Practice
from folkmoot.govern.audit.rule import ABSENT
from folkmoot.govern.audit.rules import all_rules
from folkmoot.govern.roles.history import terms
from folkmoot.model.check import Outcome
from folkmoot.model.errors import AbsentError
from folkmoot.model.role import Term
from folkmoot.sources.git.repository import Repository, open_repository
from folkmoot.views.profiles import ask, profile_called
from govern.audit.moot import Moot


def test_listings_can_be_asked_by_form(tmp_path: Path) -> None:
    with Moot.create(tmp_path).practice() as practice:
        assert {each.holder.key for each in practice.of_forms("governance")} == {"ada", "bob"}
        assert {each.role.name for each in practice.of_forms("team-json")} == {"maintainer", "committer"}


def test_the_written_rules_are_found(tmp_path: Path) -> None:
    with Moot.create(tmp_path).practice() as practice:
        assert practice.written.path == "GOVERNANCE.md"
        assert len(practice.written.actions) == 3


def test_the_history_of_roles_may_be_remembered_elsewhere(tmp_path: Path) -> None:
    asked = []

    def remembered(repository: Repository) -> list[Term]:
        asked.append(repository.tip)
        return []

    with Moot.create(tmp_path).practice() as practice:
        other = replace(practice, read_terms=remembered)
        assert (list(other.terms), list(other.terms), asked) == ([], [], [practice.tip])
        assert practice.terms


@pytest.mark.shared_data
def test_a_real_community_gives_its_known_records() -> None:
    """Counted by hand in March 2026's state of a community with sixty votes on record; later ones add."""
    place = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES", "/nowhere")) / "tikv+community" / "repo"
    if not place.is_dir():
        pytest.skip("FOLKMOOT_REAL_REPOSITORIES does not hold tikv+community")
    with open_repository(str(place)) as opened:
        found = {a.finding.id: a for a in ask(profile_called("governance"), Practice(opened), [])}
    counts = {name: len(found[name].evidence) for name in (
        "decisions-with-result", "enough-binding-votes", "votes-say-who-binds", "binding-votes-by-role",
    )}  # fmt: skip
    known = {
        "decisions-with-result": 9,
        "enough-binding-votes": 10,
        "votes-say-who-binds": 2,
        "binding-votes-by-role": 25,
    }
    assert all(counts[name] >= number for name, number in known.items()), counts
    assert found["binding-votes-by-role"].examined >= 99


def test_what_a_partial_clone_lacks_is_refused_or_stays_unknown(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.made.commit(files={"MAINTAINERS.md": "* Ada (@ada)\n"})
    place = moot.made.clone(tmp_path / "c", "--bare", "--filter=blob:none")
    asked = []
    profile = profile_called("cncf-graduation")

    def counted(repository: Repository) -> list[Term]:
        asked.append(repository.tip)
        return terms(repository)

    with open_repository(str(place)) as opened:
        with pytest.raises(AbsentError):
            ask(profile, Practice(opened), [])
        practice = Practice(opened, read_terms=counted, refuses=False)
        assert ask(profile, practice, [])
        finding = all_rules()["roles-change-hands"].answer(practice).finding
    assert (finding.outcome, finding.evidence) == (Outcome.UNKNOWN, (ABSENT,))
    assert len(asked) == 1
