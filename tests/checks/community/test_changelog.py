"""A changelog is asked of those who release."""

from __future__ import annotations

import pytest

from checks.trees import ground
from folkmoot.checks.community.changelog import CHECK
from folkmoot.model.check import SOME_FORGE, Outcome
from folkmoot.model.released import Released, VersionTag


@pytest.mark.parametrize(
    ("released", "outcome"),
    [
        (None, Outcome.NO),
        (Released((), commits=9, signed_off=0, authors=1), Outcome.NOT_APPLICABLE),
        (
            Released((VersionTag("v1.0", 9, is_annotated=True),), commits=9, signed_off=0, authors=1),
            Outcome.NO,
        ),
    ],
)
def test_where_nothing_was_released_none_is_asked_for(released: Released | None, outcome: Outcome) -> None:
    place = ground({"README.md": "x"})
    place.released = released
    assert CHECK.decide(place).outcome is outcome


def test_at_a_forge_notes_may_stand_there() -> None:
    finding = CHECK.decide(ground({"README.md": "x", ".github/workflows/ci.yml": "x"}))
    assert finding.outcome is Outcome.UNKNOWN
    assert "may stand at the forge" in str(finding.evidence[0])


def test_a_clone_that_came_from_a_forge_is_at_one() -> None:
    place = ground({"README.md": "x"})
    place.shown_forge = SOME_FORGE
    assert CHECK.decide(place).outcome is Outcome.UNKNOWN


def test_an_empty_one_is_told_as_such() -> None:
    assert CHECK.decide(ground({"CHANGELOG.md": " ", ".github/x.yml": "x"})).outcome is Outcome.NO


def test_one_that_is_there_is_found_before_the_first_release_too() -> None:
    place = ground({"CHANGELOG.md": "x"})
    place.released = Released((), commits=9, signed_off=0, authors=1)
    assert CHECK.decide(place).outcome is Outcome.YES


@pytest.mark.parametrize("path", ["doc/moot_changelog.txt", "moot.core-changelog", "docs/moot-change-log.md"])
def test_a_log_may_carry_the_name_of_what_it_is_about(path: str) -> None:
    finding = CHECK.decide(ground({path: "x", ".github/workflows/ci.yml": "x"}))
    assert finding.outcome is Outcome.YES
    assert str(finding.evidence[0]) == f"Found: {path}"


@pytest.mark.parametrize(
    "path",
    ["docs/writing-a-changelog.md", "docs/keep_a-changelog.md", "src/moot_changelog.txt",
     "lang_changes.md", "moot-changelog.py"],
)  # fmt: skip
def test_what_teaches_of_logs_or_makes_them_is_none(path: str) -> None:
    assert CHECK.decide(ground({path: "x", ".github/workflows/ci.yml": "x"})).outcome is Outcome.UNKNOWN


def test_one_with_a_name_of_its_own_is_told_when_it_stops() -> None:
    text = "## v1.0 - 2001-09-09\n\n- Mended.\n"
    place = ground({"doc/moot_changelog.txt": text, ".github/workflows/ci.yml": "x"})
    versions = tuple(VersionTag(f"v1.{n}", 10**9 + n * 10**7, is_annotated=True) for n in range(8, -1, -1))
    place.released = Released(versions, commits=9, signed_off=0, authors=1)
    finding = CHECK.decide(place)
    assert finding.outcome is Outcome.UNKNOWN
    assert str(finding.evidence[0]).startswith("doc/moot_changelog.txt names versions up to")
