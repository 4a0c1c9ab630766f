"""What a list of maintainers must say of each of them, in every form that lists people."""

from __future__ import annotations

from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from govern.audit.moot import Moot, places

LISTS = {
    "MAINTAINERS.md": "# Maintainers\n\n| Name | GitHub | Affiliation |\n|--|--|--|\n| | @ada | Acme |\n",
    "GOVERNANCE.md": "# Council\n\n| Name | GitHub | Affiliation |\n|--|--|--|\n| | @ada | Acme |\n",
    "steering.csv": "github,employer\nada,Acme\n",
    "SECURITY-INSIGHTS.yml": (
        "repository:\n  core-team:\n  - affiliation: Acme\n    social: https://github.com/ada\n"
    ),
    "sigs.yaml": "sigs:\n- dir: a\n  leadership:\n    chairs:\n    - github: ada\n      company: Acme\n",
}


@pytest.mark.parametrize("path", LISTS)
def test_a_missing_name_is_found_in_every_form_of_list(tmp_path: Path, path: str) -> None:
    answer = Moot.create(tmp_path, {path: LISTS[path]}).ask("maintainers-complete")
    assert [str(each.what) for each in answer.evidence] == ["ada: no name stated."]
    assert places(answer)[0].startswith(f"{path}:")


def test_only_what_is_missing_is_told(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"steering.csv": "github,name,employer\nada,Ada,Acme\nbob,Bob,\n"})
    answer = moot.ask("maintainers-complete")
    assert [str(each.what) for each in answer.evidence] == ["bob: no affiliation stated."]
    assert (places(answer), answer.examined) == (["steering.csv:3"], 2)


def test_independence_is_an_affiliation(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"steering.csv": "github,name,employer\nada,Ada,independent\n"})
    assert moot.ask("maintainers-complete").finding.outcome is Outcome.YES


def test_files_that_tools_read_are_no_list_for_people(tmp_path: Path) -> None:
    """OWNERS and CODEOWNERS have no place for names."""
    moot = Moot.create(tmp_path, {"OWNERS": "approvers: [ada]\n", "CODEOWNERS": "* @bob\n"})
    assert moot.ask("maintainers-complete").finding.outcome is Outcome.UNKNOWN


def test_lists_of_accounts_alone_do_not_say_who_is_behind_them(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {"OWNERS": "approvers:\n- ada\n- bob\n"})
    answer = moot.ask("maintainers-complete")
    assert answer.finding.outcome is Outcome.UNKNOWN
    assert "name accounts" in str(answer.evidence[0].what)
