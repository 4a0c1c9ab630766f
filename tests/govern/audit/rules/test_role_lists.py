"""Whether the files of roles can be read, and name anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, places


@pytest.mark.parametrize("rule", ["role-files-readable", "maintainers-listed"])
def test_without_any_file_of_roles_nothing_is_said(tmp_path: Path, rule: str) -> None:
    moot = Moot.create(tmp_path, {"README.md": "hello"})
    assert moot.ask(rule).finding.outcome in (Outcome.NOT_APPLICABLE, Outcome.UNKNOWN)


def test_everything_that_cannot_be_read_is_told_with_its_place(tmp_path: Path) -> None:
    files = {
        "OWNERS": "approvers:\n- ada\n- not a handle\n", "CODEOWNERS": "* @bob cleo\n",
        "SECURITY_CONTACTS": "dora\n",
    }  # fmt: skip
    answer = Moot.create(tmp_path, files).ask("role-files-readable")
    assert sorted(places(answer)) == ["CODEOWNERS:1", "OWNERS:3"]
    assert answer.examined == 3


def test_files_that_can_be_read_are_fine(tmp_path: Path) -> None:
    answer = Moot.create(tmp_path, {"OWNERS": "approvers: [ada, bob]\n"}).ask("role-files-readable")
    assert (answer.finding.outcome, answer.examined) == (Outcome.YES, 2)


def test_a_list_that_names_nobody_lists_no_maintainers(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"OWNERS": "approvers: []\n"})
    assert moot.ask("maintainers-listed").finding.outcome is Outcome.UNKNOWN
    moot.made.commit(files={"OWNERS": "approvers: [ada]\n"})
    answer = moot.ask("maintainers-listed")
    assert (answer.finding.outcome, answer.examined) == (Outcome.YES, 1)
