"""Checks decided once per commit, and what happens when one of them fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checks.trees import ground
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome, Risk
from folkmoot.model.errors import SourceError
from folkmoot.views.guarding import deciding
from folkmoot.views.guarding.deciding import decided, guard_checks, guard_findings


def check(identifier: str, decide, **more: object) -> Check:
    return Check(identifier, 1, "Title", "Question?", "security", decide, "https://example.test", **more)


def found(identifier: str, **more: object) -> Finding:
    return Finding(identifier, "Title", Outcome.NO, **more)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Ground]:
    """Put one check in the place of all, and give what it was asked about."""
    seen: list[Ground] = []

    def decide(ground: Ground) -> Finding:
        seen.append(ground)
        return found("one", spots=(Evidence("x", ground.paths()[0], 2),))

    monkeypatch.setattr(deciding, "guard_checks", lambda: {"one": check("one", decide)})
    return seen


def test_the_community_files_are_not_asked_again() -> None:
    assert "licence" not in guard_checks()


def test_a_commit_is_decided_once(asked: list[Ground]) -> None:
    first = guard_findings(lambda: ground({"a.yml": ""}), ["c0ffee"])
    assert guard_findings(lambda: ground({"a.yml": ""}), ["c0ffee"]) == first
    assert len(asked) == 1
    assert first[0].spots == (Evidence("x", "a.yml", 2),)


def test_another_commit_is_decided_anew(asked: list[Ground]) -> None:
    guard_findings(lambda: ground({"a.yml": ""}), ["c0ffee"])
    guard_findings(lambda: ground({"a.yml": ""}), ["decade"])
    assert len(asked) == 2


def test_without_a_commit_nothing_is_remembered(asked: list[Ground]) -> None:
    guard_findings(lambda: ground({"a.yml": ""}), [])
    guard_findings(lambda: ground({"a.yml": ""}), [])
    assert len(asked) == 2


@pytest.mark.usefixtures("asked")
def test_what_is_remembered_needs_no_ground() -> None:
    guard_findings(lambda: ground({"a.yml": ""}), ["c0ffee", "advisories of today"])

    def make() -> Ground:
        raise AssertionError

    guard_findings(make, ["c0ffee", "advisories of today"])
    with pytest.raises(AssertionError):
        guard_findings(make, ["c0ffee", "advisories of tomorrow"])


def test_a_damaged_memory_costs_the_work_and_nothing_else(asked: list[Ground], tmp_path: Path) -> None:
    first = guard_findings(lambda: ground({"a.yml": ""}), ["c0ffee"])
    (place,) = tmp_path.rglob("*.json")
    told = json.loads(place.read_text())
    place.write_text(json.dumps(told | {"value": [["one", 3]]}))
    assert guard_findings(lambda: ground({"a.yml": ""}), ["c0ffee"]) == first
    assert len(asked) == 2


def test_a_finding_has_the_risk_of_its_check_unless_it_has_its_own() -> None:
    usual = check("usual", lambda _: found("usual"), risk=Risk.HIGH)
    own = check("own", lambda _: found("own", risk=Risk.LOW), risk=Risk.HIGH)
    assert [each.risk for each in decided([usual, own], ground({}))] == [Risk.HIGH, Risk.LOW]


def test_one_check_that_fails_stops_no_other() -> None:
    def fails(_: Ground) -> Finding:
        raise KeyError("jobs")

    def cannot(_: Ground) -> Finding:
        raise SourceError("git went away.")

    checks = [check("fails", fails), check("cannot", cannot), check("fine", lambda _: found("fine"))]
    one, two, three = decided(checks, ground({}))
    assert (one.outcome, two.outcome, three.outcome) == (Outcome.ERROR, Outcome.ERROR, Outcome.NO)
    assert "KeyError" in str(one.evidence[0])
    assert "git went away." in str(two.evidence[0])


def test_no_finding_rests_on_more_lines_than_anybody_reads() -> None:
    many = tuple(Evidence("x", f"{n}.yml") for n in range(1000))
    (one,) = decided([check("many", lambda _: found("many", spots=many))], ground({}))
    assert len(one.spots) == deciding.MOST_EVIDENCE
