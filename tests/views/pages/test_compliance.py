"""The page on compliance."""

from folkmoot.views.guarding.panels import NOT_ASKED
from folkmoot.views.pages.compliance import PAGE, applies, lede, more
from views.guarding.guards import found
from views.guarding.test_raising import look_at
from views.looking import told


def test_it_says_that_it_is_no_certificate() -> None:
    assert "not a certificate" in str(lede(look_at(found("OSPS-AC-01.01"))))


def test_each_of_several_projects_has_its_tables() -> None:
    look = look_at(found("OSPS-AC-01.01"), count=2)
    assert [panel.id for panel in more(look)] == ["compliance-osps-0", "compliance-osps-1"]


def test_no_first_page_waits_for_it() -> None:
    assert PAGE.guards
    assert not applies(told())
    assert lede(told()) == NOT_ASKED
    assert list(more(told(commits=0))) == []
