"""The page on security."""

from folkmoot.model.check import Outcome
from folkmoot.views.guarding.panels import NOT_ASKED
from folkmoot.views.pages.security import PAGE, applies, lede, more
from views.guarding.guards import found
from views.guarding.test_raising import look_at
from views.looking import told


def test_it_says_how_the_answers_fell() -> None:
    findings = [
        found("a"),
        found("b", Outcome.YES),
        found("c", Outcome.UNKNOWN),
        found("d", Outcome.NOT_APPLICABLE),
    ]
    assert str(lede(look_at(*findings))) == "3 questions were asked: 1 yes, 1 no, 1 not known."


def test_each_of_several_projects_has_its_panels() -> None:
    look = look_at(found("a"), count=2)
    assert [panel.id for panel in more(look)] == ["agenda-security-0", "agenda-security-1"]


def test_no_first_page_waits_for_it() -> None:
    assert PAGE.guards
    look = told()
    assert not applies(look)
    assert lede(look) == NOT_ASKED
    assert list(more(look)) == []
