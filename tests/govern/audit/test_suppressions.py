"""Suppressions need a reason and an end."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from folkmoot.govern.audit.suppressions import (
    MOST_BYTES,
    PATH,
    Suppression,
    answer_about,
    read_suppressions,
)
from folkmoot.model.audit import Answer, Evidence
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


def wrong(tmp_path: Path, text: str) -> list[str]:
    moot = Moot.create(tmp_path, {PATH: text})
    with moot.practice() as practice:
        good, bad = read_suppressions(practice.repository.tree, date(2026, 6, 15))
    assert good == []
    return [str(each.what) for each in bad]


def test_a_misspelt_path_does_not_suppress_the_whole_rule(tmp_path: Path) -> None:
    found = answers(tmp_path, GOOD.replace("path =", "paths ="))
    assert len(found["decisions-with-result"].evidence) == 2
    assert [str(each.what) for each in found["suppressions"].evidence] == [
        "The suppression of decisions-with-result has a key that means nothing: paths."
    ]


@pytest.mark.parametrize("text", ["[suppress]\nrule = 'x'\n", "suppress = 3\n", 'suppress = "all"\n'])
def test_a_single_table_is_told_and_not_passed_over(tmp_path: Path, text: str) -> None:
    assert wrong(tmp_path, text) == ["Suppressions are tables called [[suppress]], in two brackets."]


def test_entries_that_are_no_tables_name_no_rule(tmp_path: Path) -> None:
    assert wrong(tmp_path, "suppress = [3, 'x']\n") == ["A suppression names no rule."] * 2


@pytest.mark.parametrize(("until", "holds"), [("2026-06-14", False), ("2026-06-15", True)])
def test_the_last_day_still_holds(tmp_path: Path, until: str, holds: bool) -> None:
    moot = Moot.create(tmp_path, {PATH: GOOD.replace("2999-12-31", until)})
    with moot.practice() as practice:
        good, bad = read_suppressions(practice.repository.tree, date(2026, 6, 15))
    assert (len(good), len(bad)) == ((1, 0) if holds else (0, 1))


def test_a_moment_is_the_day_it_falls_on(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {PATH: GOOD.replace("2999-12-31", "2026-06-15T01:00:00Z")})
    with moot.practice() as practice:
        ((one,), _) = read_suppressions(practice.repository.tree, date(2026, 6, 15))
    assert (one.until, one.line, one.reason) == (date(2026, 6, 15), 2, "Before the rule.")


@pytest.mark.parametrize(("reason", "holds"), [("a" * 9, False), ("a" * 10, True), (" a " * 3, False)])
def test_a_reason_has_ten_characters_at_least(tmp_path: Path, reason: str, holds: bool) -> None:
    moot = Moot.create(tmp_path, {PATH: GOOD.replace("Before the rule.", reason)})
    with moot.practice() as practice:
        good, _ = read_suppressions(practice.repository.tree, date(2026, 6, 15))
    assert bool(good) is holds


def test_a_file_too_large_suppresses_nothing(tmp_path: Path) -> None:
    assert wrong(tmp_path, GOOD + "#" * MOST_BYTES) == ["The file is too large to be read."]


def test_what_covers_what() -> None:
    whole, one = (Suppression("r", path, "", date(2026, 1, 1), 1) for path in ("", "a.md"))
    assert [each.covers("r", Evidence("x", "b.md")) for each in (whole, one)] == [True, False]
    assert [each.covers("r", Evidence("x", "a.md")) for each in (whole, one)] == [True, True]
    assert not whole.covers("other", Evidence("x", "a.md"))


def test_the_answer_about_suppressions_counts_both_kinds() -> None:
    assert answer_about([], []) is None
    holding = Suppression("r", "", "because of it", date(2026, 1, 1), 1)
    fine = answer_about([], [holding, holding])
    assert fine is not None
    assert (fine.finding.outcome, fine.examined, fine.finding.remedy) == (Outcome.YES, 2, "")
    wrong_one = answer_about([Evidence("x", PATH)], [holding])
    assert wrong_one is not None
    assert (wrong_one.finding.outcome, wrong_one.examined) == (Outcome.NO, 2)
    assert wrong_one.finding.remedy == "Give it a reason and an end, or remove it."
