"""Limits per employer held against the lists of people."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, places

LIMIT = "\nNo more than 2 council members may have the same employer.\n"


def rows(*employers: str) -> str:
    lines = "".join(f"h{number},{name}\n" for number, name in enumerate(employers))
    return f"github,employer\n{lines}"


@pytest.mark.parametrize(
    ("employers", "outcome"),
    [
        (("Acme", "acme", "Acme", "Birch"), Outcome.NO),
        (("Acme", "Acme", "Birch", "Birch"), Outcome.YES),
        (("independent",) * 4, Outcome.YES),
        (("", "", ""), Outcome.UNKNOWN),
    ],
)
def test_a_limit_in_prose_is_held_against_the_list(
    tmp_path: Path, employers: tuple[str, ...], outcome: Outcome
) -> None:
    moot = Moot.create(tmp_path, {"council.csv": rows(*employers), "README.md": LIMIT})
    assert moot.ask("employer-cap").finding.outcome is outcome


def test_a_broken_limit_names_the_rule_and_its_line(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"council.csv": rows("Acme", "Acme", "Acme"), "GOVERNANCE.md": LIMIT})
    answer = moot.ask("employer-cap")
    assert places(answer) == ["GOVERNANCE.md:2"]
    assert str(answer.evidence[0].what).startswith(
        "3 of 3 people as council member work for Acme; the rule: “"
    )


def test_a_limit_about_somebody_else_is_unknown(tmp_path: Path) -> None:
    two = {"board.csv": rows("Acme", "Acme", "Acme"), "core.csv": rows("Acme", "Acme", "Acme")}
    moot = Moot.create(tmp_path, two | {"GOVERNANCE.md": LIMIT})
    assert moot.ask("employer-cap").finding.outcome is Outcome.UNKNOWN


def test_a_limit_of_ones_own_rules_counts(tmp_path: Path) -> None:
    own = (
        'format = 1\n[roles.council]\n[actions.elect]\nmethod = "schulze"\nseats = 3\nemployer_cap = 1\n'
        'electorate = ["council"]\nroles = ["council"]\n'
    )
    moot = Moot.create(tmp_path, {"council.csv": rows("Acme", "Acme"), ".folkmoot/governance.toml": own})
    assert places(moot.ask("employer-cap")) == [".folkmoot/governance.toml"]
