"""No licence: nobody may use the work."""

from folkmoot.views.agenda.no_licence import raised
from views.looking import Files, files, told


def test_a_missing_licence_is_raised() -> None:
    finding = raised(told(trees={1: files("README.md", ".github/x.yml")}))
    assert str(finding.title) == "No licence file was found in the repository."
    assert "LICENSE" in str(finding.remedy)


def test_among_several_the_repository_is_named() -> None:
    finding = raised(told(trees={1: files("LICENSE"), 2: files("README.md")}))
    assert str(finding.title) == "No licence file was found in example."


def test_a_licence_is_enough() -> None:
    assert raised(told(trees={1: files("COPYING")})) is None


def test_a_licence_whose_text_is_not_in_the_clone_is_there() -> None:
    assert raised(told(trees={1: Files({"LICENSE": None})})) is None


def test_files_that_were_not_read_miss_nothing() -> None:
    assert raised(told()) is None
