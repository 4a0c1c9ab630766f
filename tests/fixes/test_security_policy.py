"""A SECURITY.md from answers."""

from __future__ import annotations

import pytest

from fixes.benches import bench, ground_after, notes
from folkmoot.checks import all_checks
from folkmoot.fixes.security_policy import FIX, propose
from folkmoot.model.check import Outcome
from folkmoot.model.errors import UsageError

FILES = {"README.md": "Boats."}
MAIL = {"contact": "security@boats.test"}


@pytest.mark.parametrize("check", FIX.answers)
def test_once_written_the_check_says_yes(check: str) -> None:
    files = FILES | {".gitkeep": "x"}
    decide = all_checks()[check].decide
    assert decide(bench(files).ground).outcome is Outcome.NO
    for contact in ("security@boats.test", "https://boats.test/report"):
        mending = propose(bench(files, {"contact": contact}))
        assert decide(ground_after(files, mending)).outcome is Outcome.YES


def test_answers_stand_in_the_text() -> None:
    answers = MAIL | {"days": "3", "disclose": "60", "versions": "version 2"}
    text = propose(bench(FILES, answers)).edits[0].after.decode()
    assert "[security@boats.test](mailto:security@boats.test)" in text
    assert "within 3 days" in text
    assert "for 60 days at most" in text
    assert "Version 2 gets security fixes." in text


def test_what_was_not_answered_has_a_modest_default() -> None:
    text = propose(bench(FILES, MAIL)).edits[0].after.decode()
    assert "within 7 days" in text
    assert "The newest release gets security fixes." in text


@pytest.mark.parametrize(
    "contact", ["", "me", "javascript:alert(1)", "a@b", "https://x y", "ftp://boats.test"]
)
def test_without_an_address_nothing_is_promised(contact: str) -> None:
    with pytest.raises(UsageError):
        propose(bench(FILES, {"contact": contact}))


@pytest.mark.parametrize("days", ["soon", "0", "-3", "99999", "7 days"])
def test_days_are_a_number(days: str) -> None:
    with pytest.raises(UsageError):
        propose(bench(FILES, MAIL | {"days": days}))


@pytest.mark.parametrize(
    "path", ["SECURITY.md", ".github/SECURITY.md", "docs/security.md", "SECURITY-POLICY.rst"]
)
def test_a_policy_that_is_there_stays(path: str) -> None:
    mending = propose(bench(FILES | {path: "Write to Ada."}))
    assert mending.edits == ()
    assert path in notes(mending)


def test_a_policy_that_lacks_something_is_mended_by_hand() -> None:
    decide = all_checks()["scorecard-security-policy"].decide
    assert FIX.fits(decide(bench({"README.md": "x"}).ground))
    assert not FIX.fits(decide(bench({"SECURITY.md": "Ask Ada."}).ground))
