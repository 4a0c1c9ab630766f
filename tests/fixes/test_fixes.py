"""Fixes are found by discovery, and each answers what it says it answers."""

from __future__ import annotations

import inspect
from importlib import import_module

import pytest

from folkmoot.checks import all_checks
from folkmoot.fixes import all_fixes, fix_called, fix_of
from folkmoot.model.errors import UsageError


def test_every_fix_is_found_by_its_name() -> None:
    assert list(all_fixes()) == [
        "codeowners", "dependency-updates", "pinned-actions", "security-insights", "security-policy",
        "workflow-permissions",
    ]  # fmt: skip


def test_a_fix_is_found_by_the_check_it_answers() -> None:
    assert fix_called("security") is fix_called("security-policy") is fix_of("scorecard-security-policy")
    assert fix_of("readme") is None


def test_an_unknown_fix_names_those_there_are() -> None:
    with pytest.raises(UsageError) as refused:
        fix_called("nothing")
    assert "security-policy" in refused.value.hint


def test_fixes_answer_checks_that_exist_and_no_two_the_same() -> None:
    answered = [check for fix in all_fixes().values() for check in fix.answers]
    assert set(answered) <= set(all_checks())
    assert len(set(answered)) == len(answered)


@pytest.mark.parametrize("name", sorted(all_fixes()))
def test_every_fix_says_what_it_writes_and_what_it_never_does(name: str) -> None:
    told = inspect.getdoc(import_module(f"folkmoot.fixes.{name.replace('-', '_')}")) or ""
    for heading in ("What it writes:", "What it never does:", "References:\n"):
        assert heading in told
