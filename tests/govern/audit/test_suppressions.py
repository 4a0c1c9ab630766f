"""Suppressions need a reason and an end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from folkmoot.govern.audit.suppressions import PATH, read_suppressions
from folkmoot.model.audit import Answer
from folkmoot.model.check import Outcome
from folkmoot.views.profiles import ask, profile_called
from govern.audit.moot import Moot, vote

GOOD = """\
[[suppress]]
rule = "decisions-with-result"
path = "votes/1.md"
reason = "Before the rule."
until = 2999-12-31
"""


def answers(tmp_path: Path, text: str) -> dict[str, Answer]:
    moot = Moot.create(tmp_path)
    moot.hold("1", vote("Dora as Reviewer"))
    moot.hold("2", vote("Emil as Reviewer"))
    moot.made.commit(files={PATH: text})
    with moot.practice() as practice:
        return {each.finding.id: each for each in ask(profile_called("governance"), practice, [])}


def test_a_suppressed_path_is_told_and_does_not_count(tmp_path: Path) -> None:
    answer = answers(tmp_path, GOOD)["decisions-with-result"]
    assert [each.path for each in answer.evidence] == ["votes/2.md"]
    assert [(each.evidence.path, each.reason, each.until) for each in answer.suppressed] == [
        ("votes/1.md", "Before the rule.", "2999-12-31"),
    ]  # fmt: skip
    assert answer.fails


def test_a_whole_rule_may_be_suppressed(tmp_path: Path) -> None:
    found = answers(tmp_path, GOOD.replace('path = "votes/1.md"\n', ""))
    answer = found["decisions-with-result"]
    assert (answer.finding.outcome, answer.finding.remedy, len(answer.suppressed)) == (Outcome.YES, "", 2)
    assert found["suppressions"].finding.outcome is Outcome.YES


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('reason = "Before the rule."\n', "", "no reason"),
        ('"Before the rule."', '"x"', "no reason"),
        ("until = 2999-12-31\n", "", "no end"),
        ("2999-12-31", '"2999-12-31"', "no end"),
        ("2999-12-31", "2001-01-01", "ended on 2001-01-01"),
        ('rule = "decisions-with-result"\n', "", "names no rule"),
    ],
)
def test_a_suppression_that_does_not_hold_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    found = answers(tmp_path, GOOD.replace(old, new))
    assert len(found["decisions-with-result"].evidence) == 2
    assert found["suppressions"].fails
    assert told in str(found["suppressions"].evidence[0].what)


def test_a_file_that_is_no_toml_suppresses_nothing(tmp_path: Path) -> None:
    found = answers(tmp_path, "[[suppress]\n")
    assert found["suppressions"].evidence[0].line == 1
    assert found["decisions-with-result"].fails


def test_without_the_file_nothing_is_suppressed(tmp_path: Path) -> None:
    with Moot.create(tmp_path).practice() as practice:
        assert read_suppressions(practice.repository.tree, date(2026, 1, 1)) == ([], [])
