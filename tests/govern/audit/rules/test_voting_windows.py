"""For how long votes were announced and open, against what the table of actions asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import GOVERNANCE, Moot, vote
from sources.git.repositories import DAY

BOTH = ("ada (binding)", "bob (binding)")


@pytest.mark.parametrize(("days", "outcome"), [(2, Outcome.NO), (3, Outcome.YES), (4, Outcome.YES)])
def test_an_announced_window_is_held_against_the_minimum(tmp_path: Path, days: int, outcome: Outcome) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", *BOTH, days=days))
    assert moot.ask("voting-windows").finding.outcome is outcome


def test_the_evidence_names_both_times(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    commit = moot.hold("1", vote("Dora as Reviewer", *BOTH, days=2))
    (found,) = moot.ask("voting-windows").evidence
    assert str(found.what) == "A Vote for Dora as Reviewer: announced for 2 days; New Reviewer asks for 3."
    assert (found.place, found.commit) == ("votes/1.md:5", commit)


def test_too_short_by_the_announcement_and_by_the_commits_are_both_told(tmp_path: Path) -> None:
    """Announced for 2 days and landed after 30 hours, where 3 days are asked for."""
    moot = Moot.create(tmp_path)
    trunk, began = moot.made.head, moot.made.at
    moot.made.commit(files={"votes/1.md": vote("Dora as Reviewer", *BOTH, days=2)}, at=began, branch="topic")
    moot.made.commit(parents=[trunk, moot.made.head], at=began + DAY + 6 * 3600)
    answer = moot.ask("voting-windows")
    assert [str(each.what).partition(": ")[2] for each in answer.evidence] == [
        "announced for 2 days; New Reviewer asks for 3.",
        "by the commits of its change open for at most 30 hours; days that New Reviewer asks for: 3.",
    ]
    assert answer.examined == 1


def test_one_day_and_one_hour_are_said_as_one(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    trunk, began = moot.made.head, moot.made.at
    moot.made.commit(files={"votes/1.md": vote("Dora as Reviewer", *BOTH, days=1)}, at=began, branch="topic")
    moot.made.commit(parents=[trunk, moot.made.head], at=began + 3600)
    assert [str(each.what).partition(": ")[2] for each in moot.ask("voting-windows").evidence] == [
        "announced for a day; New Reviewer asks for 3.",
        "by the commits of its change open for at most an hour; days that New Reviewer asks for: 3.",
    ]


def test_a_title_that_fits_no_action_has_no_minimum(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Painting it green", *BOTH, days=1))
    assert moot.ask("voting-windows").finding.outcome is Outcome.UNKNOWN


def test_an_action_without_a_minimum_asks_for_no_time(tmp_path: Path) -> None:
    rules = GOVERNANCE.replace("| Active maintainers | 3 ", "| Active maintainers | - ")
    moot = Moot.create(tmp_path, {"GOVERNANCE.md": rules})
    moot.hold("1", vote("Dora as Reviewer", *BOTH, days=1))
    assert moot.ask("voting-windows").finding.outcome is Outcome.UNKNOWN


def test_a_vote_that_shows_no_time_is_not_counted_as_looked_at(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer", *BOTH, days=3))
    timeless = vote("Emil as Reviewer", *BOTH).replace("Open for at least 3 days.", "Soon.")
    moot.hold("2", timeless)
    answer = moot.ask("voting-windows")
    assert (answer.finding.outcome, answer.examined) == (Outcome.YES, 1)
