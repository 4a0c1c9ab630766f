"""The rooms of checks: found by discovery, documented, and named once."""

import inspect
import sys

import pytest

from folkmoot.checks import all_checks, rooms
from folkmoot.model.check import Check

SECTIONS = ("Question:", "Why it matters:", "How it is counted:", "What it does not tell:", "References:")


def test_a_room_gives_its_own_checks_only() -> None:
    assert "community" in rooms()
    assert sum(len(all_checks(room)) for room in rooms()) == len(all_checks())


@pytest.mark.parametrize("check", all_checks().values(), ids=lambda check: check.id)
def test_every_check_is_documented_in_the_house_s_template(check: Check) -> None:
    module = next(
        module
        for name, module in sys.modules.items()
        if name.startswith("folkmoot.checks.") and getattr(module, "CHECK", None) is check
    )
    told = inspect.getdoc(module) or ""
    assert all(section in told for section in SECTIONS)
    assert check.definition in told
    assert check.question.endswith("?")
