"""Whether the people in roles depend on more than one organisation."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot


def steering(*employers: str) -> dict[str, str]:
    lines = "".join(f"h{number},{name}\n" for number, name in enumerate(employers))
    return {"steering.csv": f"github,employer\n{lines}"}


@pytest.mark.parametrize(
    ("employers", "outcome"),
    [
        (("Acme", "Birch"), Outcome.YES),
        (("Acme", "independent"), Outcome.YES),
        (("Acme", "ACME", ""), Outcome.NO),
        (("Acme",), Outcome.NO),
        (("independent", "independent"), Outcome.YES),
        (("independent",), Outcome.NO),
        (("independent", ""), Outcome.NO),
        (("", ""), Outcome.UNKNOWN),
    ],
)
def test_two_different_ones_are_enough_and_independent_people_differ(
    tmp_path: Path, employers: tuple[str, ...], outcome: Outcome
) -> None:
    assert Moot.create(tmp_path, steering(*employers)).ask("two-organisations").finding.outcome is outcome


def test_the_evidence_counts_only_those_who_state_one(tmp_path: Path) -> None:
    answer = Moot.create(tmp_path, steering("Acme", "", "acme")).ask("two-organisations")
    assert [str(each.what) for each in answer.evidence] == ["All 2 people who state an employer state Acme."]
    assert answer.examined == 3


def test_somebody_in_two_roles_is_one_person(tmp_path: Path) -> None:
    files = {**steering("Acme"), "council.csv": "github,employer\nh0,Acme\n"}
    (found,) = Moot.create(tmp_path, files).ask("two-organisations").evidence
    assert str(found.what) == "All 1 people who state an employer state Acme."
