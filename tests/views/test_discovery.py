"""What a folder holds is found without a list."""

from folkmoot import checks
from folkmoot.views.discovery import found_in


def test_every_module_gives_its_attribute_by_name() -> None:
    found = found_in("folkmoot.checks.community", "CHECK")
    assert {check.id for check in found} == set(checks.all_checks("community"))
    names = [check.decide.__module__ for check in found]
    assert len(names) == len(found)


def test_private_modules_are_passed_over() -> None:
    """`_presence` has no CHECK and would raise."""
    assert all(check.id for check in found_in("folkmoot.checks.community", "CHECK"))
