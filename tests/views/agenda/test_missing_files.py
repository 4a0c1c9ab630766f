"""Files that newcomers and users look for."""

import pytest

from folkmoot.i18n import say
from folkmoot.model.check import Outcome
from folkmoot.model.released import Released
from folkmoot.views.agenda.missing_files import raised
from views.looking import Files, files, told

ALL = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md")


def test_what_is_missing_is_named_once_the_most_useful_first() -> None:
    finding = raised(told(trees={1: files("README.md", "SECURITY.md")}))
    assert str(finding.title) == "Not in the repository: Contributing guide, Code of conduct."
    assert finding.outcome is Outcome.NO
    assert "CONTRIBUTING.md" in str(finding.remedy)


def test_on_github_the_owner_may_provide_them() -> None:
    finding = raised(told(trees={1: files("README.md", ".github/workflows/test.yml")}))
    assert finding.outcome is Outcome.UNKNOWN
    assert ".github repository" in str(finding.evidence[0])
    assert say(finding.remedy).startswith("Look which of them the owner's .github repository has; ")
    assert "one is enough to begin with: Create CONTRIBUTING.md" in say(finding.remedy)


def test_of_one_file_nobody_speaks_as_of_several() -> None:
    there = files("README.md", "SECURITY.md", "CODE_OF_CONDUCT.md", ".github/workflows/test.yml")
    remedy = say(raised(told(trees={1: there})).remedy)
    assert remedy.startswith("Look whether the owner's .github repository has it; ")
    assert "Where it has not: Create CONTRIBUTING.md" in remedy


@pytest.mark.parametrize("there", [ALL[:2], ALL[:3], (*ALL[:2], ALL[3])])
def test_what_the_owner_may_well_provide_is_no_point_of_its_own(there: tuple[str, ...]) -> None:
    """In the backtest four in five projects at GitHub heard it, every month, and nobody could know it."""
    assert raised(told(trees={1: files(*there, ".github/workflows/test.yml")})) is None
    assert raised(told(trees={1: files(*there)})) is not None


def test_a_readme_is_provided_by_nobody_else() -> None:
    finding = raised(told(trees={1: files(*ALL[1:], ".github/workflows/test.yml")}))
    assert finding.outcome is Outcome.NO
    assert finding.evidence == ()


def test_nothing_is_said_where_all_are_there_or_none_were_read() -> None:
    assert raised(told(trees={1: files(*ALL)})) is None
    assert raised(told()) is None


def test_several_repositories_have_their_own_panels() -> None:
    assert raised(told(trees={1: files("a"), 2: files("b")})) is None


def test_what_is_not_asked_for_is_not_missing() -> None:
    looked = told(trees={1: files("x.py")})
    looked._released = {1: Released(is_solitary=True)}
    assert str(raised(looked).title) == "Not in the repository: README."


def test_nothing_is_called_missing_in_a_clone_without_trees() -> None:
    class Bare(Files):
        is_missing = True

    assert raised(told(trees={1: Files({})})) is not None
    assert raised(told(trees={1: Bare({})})) is None
