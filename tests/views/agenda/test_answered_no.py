"""Findings of checks on files as findings of the agenda."""

from folkmoot.i18n import say
from folkmoot.views.agenda._answered_no import answered_no
from views.looking import files, told

ALONE, AMONG = "It has no README.", "{project} has no README."


def test_the_one_project_goes_without_its_name() -> None:
    finding = answered_no(told(trees={1: files("a")}), "readme", ALONE, AMONG)
    assert (finding.id, say(finding.title)) == ("readme", ALONE)


def test_the_first_of_several_is_named() -> None:
    finding = answered_no(told(trees={1: files("README.md"), 2: files("a")}), "readme", ALONE, AMONG)
    assert say(finding.title) == "example has no README."


def test_a_yes_and_a_doubt_are_no_answer() -> None:
    look = told(trees={1: files("README.md", ".github/a.yml")})
    assert answered_no(look, "readme", ALONE, AMONG) is None
    assert answered_no(look, "contributing", ALONE, AMONG) is None
