"""SECURITY-INSIGHTS from what is known, with the rest marked."""

from __future__ import annotations

import pytest
import yaml

from checks.trees import ground
from fixes.benches import TODAY, bench, ground_after, notes, written
from folkmoot.checks.hardening.security_insights import CHECK
from folkmoot.fixes.security_insights import FIX, propose
from folkmoot.model.check import Outcome
from folkmoot.model.fix import Bench
from folkmoot.model.licence import Licences, Place, Said

FILES = {
    "README.md": "Boats.", "LICENSE": "x", "SECURITY.md": "x", "CONTRIBUTING.md": "x",
    ".github/dependabot.yml": "version: 2", "docs/CODE_OF_CONDUCT.md": "x",
}  # fmt: skip
WEB = "https://forge.test/harbour/boats"
ANSWERS = {"web": WEB, "maintainers": "Ada, Bob", "contact": "security@boats.test", "licence": "MIT"}


def told(files: dict[str, str], answers: dict[str, str]) -> dict:
    (edit,) = propose(bench(files, answers)).edits
    return yaml.safe_load(edit.after)


def test_with_every_answer_only_what_is_merely_likely_is_left_marked() -> None:
    (edit,) = propose(bench(FILES, ANSWERS)).edits
    left = [line for line in edit.after.decode().splitlines() if "TODO" in line]
    assert [line.split(":")[0].strip() for line in left] == [
        "bug-bounty-available", "status", "accepts-change-request",
    ]  # fmt: skip


def test_it_has_what_version_2_asks_for() -> None:
    data = told(FILES, ANSWERS)
    assert data["header"]["schema-version"] == "2.2.0"
    assert data["header"]["last-reviewed"] == TODAY.isoformat()
    assert data["header"]["url"] == f"{WEB}/blob/HEAD/.github/security-insights.yml"
    assert data["project"]["name"] == "boats"
    assert data["project"]["administrators"] == [
        {"name": "Ada", "primary": True},
        {"name": "Bob", "primary": False},
    ]
    assert data["project"]["vulnerability-reporting"]["reports-accepted"] is True
    assert data["project"]["vulnerability-reporting"]["contact"]["email"] == "security@boats.test"
    assert data["repository"]["license"] == {"url": f"{WEB}/blob/HEAD/LICENSE", "expression": "MIT"}
    assert data["repository"]["accepts-automated-change-request"] is True
    assert data["repository"]["documentation"]["contributing-guide"] == f"{WEB}/blob/HEAD/CONTRIBUTING.md"
    assert data["repository"]["documentation"]["security-policy"] == f"{WEB}/blob/HEAD/SECURITY.md"
    assert data["project"]["documentation"] == {"code-of-conduct": f"{WEB}/blob/HEAD/docs/CODE_OF_CONDUCT.md"}
    assert data["repository"]["security"]["assessments"]["self"]["comment"]


def test_once_it_is_written_the_check_it_answers_says_yes() -> None:
    assert CHECK.id in FIX.answers
    assert CHECK.decide(ground(FILES)).outcome is Outcome.NOT_APPLICABLE
    assert FIX.fits(CHECK.decide(ground(FILES)))
    written = ground_after(FILES, propose(bench(FILES, ANSWERS)))
    assert CHECK.decide(written).outcome is Outcome.YES
    begun = CHECK.decide(ground_after({"README.md": "x"}, propose(bench({"README.md": "x"}))))
    assert begun.outcome is Outcome.NO
    assert not FIX.fits(begun)


def test_what_nobody_answered_is_marked_and_not_attested() -> None:
    mending = propose(bench({"README.md": "x"}))
    data = yaml.safe_load(mending.edits[0].after)
    assert data["project"]["administrators"] == [{"name": "", "primary": True}]
    assert data["project"]["vulnerability-reporting"]["reports-accepted"] is False
    assert data["repository"]["license"]["expression"] == ""
    assert "contact" not in data["project"]["vulnerability-reporting"]
    assert "marked TODO" in notes(mending)


def test_the_licence_is_what_everything_agrees_on() -> None:
    stated = [Said(Place.TEXT, "LICENSE", expression="MIT"), Said(Place.MANIFEST, "x.toml", expression="MIT")]
    for said, expected in ((stated, "MIT"), ([*stated, Said(Place.README, "R", expression="ISC")], "")):
        place = ground(FILES)
        place.licences = Licences(tuple(said))
        data = yaml.safe_load(propose(Bench(place, "boats", TODAY)).edits[0].after)
        assert data["repository"]["license"]["expression"] == expected


def test_answers_stay_words() -> None:
    data = told(FILES, ANSWERS | {"maintainers": 'x: [", &a *b', "licence": "MIT # no\n- x: y"})
    assert data["project"]["administrators"][0]["name"] == 'x: ["'
    assert data["repository"]["license"]["expression"] == "MIT # no - x: y"


@pytest.mark.parametrize("path", ["SECURITY-INSIGHTS.yml", ".github/security-insights.yml"])
def test_one_that_is_there_stays(path: str) -> None:
    assert propose(bench(FILES | {path: "header: {}"})).edits == ()


def test_a_second_time_there_is_nothing_to_write() -> None:
    files = written(FILES, propose(bench(FILES, ANSWERS)))
    assert propose(bench(files, ANSWERS)).edits == ()
