"""Terms that a file of roles says are over."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot


def until(day: date | str) -> dict[str, str]:
    return {"steering.csv": f"github,until\nada,{day}\nbob,\n"}


@pytest.mark.parametrize(("days", "outcome"), [(-1, Outcome.NO), (0, Outcome.YES), (1, Outcome.YES)])
def test_the_last_day_of_a_term_still_belongs_to_it(tmp_path: Path, days: int, outcome: Outcome) -> None:
    """Today is the day on which the clone last learned something, whenever it is looked at."""
    moot = Moot.create(tmp_path, {"README.md": "hello"})
    with moot.practice() as practice:
        today = practice.today
    moot.made.commit(files=until(today + timedelta(days=days)), at=moot.made.at)
    with moot.practice() as practice:
        assert practice.today == today
    assert moot.ask("terms-in-force").finding.outcome is outcome


def test_who_and_until_when_are_told(tmp_path: Path) -> None:
    answer = Moot.create(tmp_path, until("2001-02-03")).ask("terms-in-force")
    assert [(str(each.what), each.place) for each in answer.evidence] == [
        ("ada, steering member: the term ended on 2001-02-03.", "steering.csv:2")
    ]


def test_roles_without_an_end_are_not_counted_as_looked_at(tmp_path: Path) -> None:
    assert Moot.create(tmp_path, until("2999-01-01")).ask("terms-in-force").examined == 1
